"""The nodes and edges in a file of GraphML, before anybody asks what they mean."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.edits.incoming import MOST_LINKS
from journeys.errors import ExchangeError
from journeys.exchange.xml_remarks import BLANK, Told, long, short

if TYPE_CHECKING:
    from journeys.exchange.xml_tree import Element

HOME: Final = "graphml.graphdrawing.org"
LOOKS: Final = frozenset({
    "x", "y", "z", "r", "g", "b", "a", "size", "color", "colour", "shape_type", "shape", "width", "height",
})  # fmt: skip
"""Values that say how something is drawn."""
MOST_DEFAULTS: Final = 500_000
"""Values that nodes and edges have without having them written down: a few keys make many of a small file."""
_NUMBERS: Final = ("int", "long", "float", "double")
_HINTS: Final = ("parse.indegree", "parse.outdegree", "parse.nodes", "parse.edges", "parse.order", "parse.nodeids",
                 "parse.edgeids", "parse.maxindegree", "parse.maxoutdegree", "yfiles.foldertype")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """What a value is called, its type, and what it is where it is not given; `drawn` when it holds a drawing."""

    name: str
    type: str = "string"
    default: str = ""
    kind: str = "all"
    drawn: bool = False


@dataclass(slots=True)
class Found:
    """A node, an edge or a graph: its values by name, and the words in its drawing."""

    id: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    label: str = ""


@dataclass(slots=True)
class Point(Found):
    """A node, with the group in which it stands and the number of its graph; `key` is one of a kind."""

    key: str = ""
    group: str = ""
    graph: int = 0


@dataclass(slots=True)
class Edge(Found):
    """`source` and `target` are ids as the file has them."""

    source: str = ""
    target: str = ""
    graph: int = 0


class Network:
    """All graphs of a file; those inside nodes belong to the graph around them, and their node is a group."""

    def __init__(self, root: Element, told: Told) -> None:
        self.told = told
        self.graphs: list[Found] = []
        self.points: list[Point] = []
        self.edges: list[Edge] = []
        self.groups: dict[str, str] = {}
        self.drawn = False
        """Whether a drawing goes with it, of which only the words are of use."""
        self.by_id: dict[tuple[int, str], Point] = {}
        self.by_any: dict[str, Point] = {}
        self._keys = self._learn_keys(root)
        self._defaults = {
            kind: [key for key in self._keys.values() if key.default and key.kind in (kind, "all")]
            for kind in ("graph", "node", "edge")
        }
        self._defaulted = 0
        told.left(root.children, ("key", "graph", "data", "desc"))
        told.attributes_left(root, ("schemaLocation", "noNamespaceSchemaLocation"))
        for element in root.all("graph"):
            graph = Found(element.attributes.get("id", ""), element.line)
            self._read_values(element, graph, "graph")
            self.graphs.append(graph)
            self._walk(element, len(self.graphs) - 1, "")

    def _learn_keys(self, root: Element) -> dict[str, Key]:
        found: dict[str, Key] = {}
        for element in root.all("key"):
            given = element.attributes
            id_ = given.get("id", "")
            default = element.said("default")
            name = short(given.get("attr.name", "") or id_, element.line, "attr.name")
            drawn = any(name.startswith("yfiles.") for name in given)
            if id_ in found:
                self.told.add("graphml.key_twice", element.line, id=id_)
                continue
            found[id_] = Key(name, given.get("attr.type", "string"), default, given.get("for", "all"), drawn)
        return found

    # Nodes and edges

    def _walk(self, graph: Element, number: int, group: str) -> None:
        self.told.attributes_left(graph, ("id", "edgedefault", *_HINTS))
        self.told.left(graph.children, ("node", "edge", "data", "desc"))
        both = graph.attributes.get("edgedefault", "directed").strip() == "undirected"
        for element in graph.all("node"):
            self._node(element, number, group)
        for element in graph.all("edge"):
            self._edge(element, number, both=both)

    def _node(self, element: Element, number: int, group: str) -> None:
        self.told.attributes_left(element, ("id", *_HINTS))
        self.told.left(element.children, ("data", "desc", "graph"))
        id_ = element.attributes.get("id", "").strip(BLANK)
        point = Point(id_, element.line, key=f"{number}/{id_}", group=group, graph=number)
        self._read_values(element, point, "node")
        inside = element.all("graph")
        if any(child.name == "node" for graph in inside for child in graph.children):
            name = short(_words(point), element.line, "node")
            self.groups[id_] = name
            for graph in inside:
                self._walk(graph, number, name)
            return
        if not id_ or (number, id_) in self.by_id:
            if id_:
                self.told.add("graphml.node_twice", element.line, id=id_)
            point.key = f"{point.key}#{len(self.points)}"
        self.points.append(point)
        self.by_id.setdefault((number, id_), point)
        self.by_any.setdefault(id_, point)
        for graph in inside:
            self._walk(graph, number, group)

    def _edge(self, element: Element, number: int, *, both: bool) -> None:
        given = element.attributes
        self.told.attributes_left(element, ("id", "source", "target", "directed", *_HINTS))
        self.told.left(element.children, ("data", "desc"))
        directed = given.get("directed", "").strip().lower()
        if directed in ("false", "0") or (both and not directed):
            self.told.add("graphml.undirected", element.line)
        edge = Edge(
            given.get("id", ""), element.line, source=given.get("source", "").strip(BLANK),
            target=given.get("target", "").strip(BLANK), graph=number,
        )  # fmt: skip
        self._read_values(element, edge, "edge")
        if len(self.edges) >= MOST_LINKS:
            raise ExchangeError("edit.many_links", found=len(self.edges) + 1, most=MOST_LINKS)
        self.edges.append(edge)

    def point(self, graph: int, id_: str) -> Point | None:
        """The node of this id: in this graph, else in another one."""
        return self.by_id.get((graph, id_)) or self.by_any.get(id_)

    # Values

    def _read_values(self, element: Element, found: Found, kind: str) -> None:
        for data in element.all("data"):
            key = self._keys.get(data.attributes.get("key", ""))
            self.told.attributes_left(data, ("key", "id"))
            if key is None:
                self.told.add("graphml.no_key", data.line, id=data.attributes.get("key", ""))
            elif data.children:
                self._read_drawing(data, found, kind)
            elif not key.drawn:
                self._take(found, key, data)
        for key in self._defaults[kind]:
            found.values.setdefault(key.name, key.default)
        self._defaulted += len(self._defaults[kind])
        if self._defaulted > MOST_DEFAULTS:
            raise ExchangeError("xml.too_many", most=MOST_DEFAULTS)
        about = element.said("desc")
        if about:
            found.values.setdefault("description", long(about, element.line, "desc"))

    def _take(self, found: Found, key: Key, data: Element) -> None:
        if key.type in _NUMBERS and data.text.strip(BLANK).lower() == "nan":
            return  # as some programs write that there is none
        if not _is_of(data.text.strip(BLANK), key.type):
            self.told.add("graphml.type", data.line, name=key.name, type=key.type, text=data.text.strip(BLANK))
        if key.name in found.values and found.values[key.name] != data.text:
            self.told.add("graphml.value_twice", data.line, name=key.name)
            return
        found.values[key.name] = data.text

    def _read_drawing(self, data: Element, found: Found, kind: str) -> None:
        """The words in a drawing of yEd; all else of it is looks."""
        wanted = "EdgeLabel" if kind == "edge" else "NodeLabel"
        words = [text for each in data.every() if each.name == wanted and (text := each.text.strip(BLANK))]
        if not found.label and words:
            found.label = " ".join(long(words[0], data.line, wanted).split())
        for further in words[1:]:
            if " ".join(further.split()) != found.label:
                self.told.add("graphml.further_label", data.line, text=further)
        self.drawn |= kind != "graph" and len(words) < sum(1 for _ in data.every()) - 1


def _words(found: Found) -> str:
    return found.label or found.values.get("label", "").strip(BLANK) or found.id


def _is_of(text: str, type_: str) -> bool:
    match type_:
        case "boolean":
            return text.lower() in ("true", "false", "1", "0", "")
        case "int" | "long":
            return text.removeprefix("-").removeprefix("+").isdecimal() or not text
        case "float" | "double":
            return not text or _is_number(text)
        case _:
            return True


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
