"""The network in a file of GraphML as steps by name, ours and that of any other program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from journeys import text
from journeys.edits.incoming import (
    Incoming,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    IncomingStep,
)
from journeys.errors import ExchangeError
from journeys.exchange import aside, xml_tree
from journeys.exchange.coming import Coming
from journeys.exchange.graphml.network import HOME, Network
from journeys.exchange.graphml.nodes import Nodes
from journeys.exchange.graphml.values import ASIDE
from journeys.exchange.xml_remarks import BLANK, Told, short

if TYPE_CHECKING:
    from journeys.exchange.graphml.network import Edge, Found, Point

_ABOUT: Final[dict[str, type[Any]]] = {
    "phases": IncomingPhase, "journeys": IncomingJourney, "personas": IncomingPersona, "parties": IncomingParty,
    "notes": IncomingNote,
}  # fmt: skip
_NAMELESS: Final = frozenset({"", "g", "graph", "levensreis", "untitled"})
_KINDS: Final = ("next", "choice", "back")


def read(data: bytes, name: str) -> Coming:
    """The steps of all graphs; several graphs become a journey each.

    Raises ExchangeError as `xml_tree.read` does, `graphml.format` (found), `graphml.empty` or `xml.too_long`.
    """
    root, remarks = xml_tree.read(data, ("node",))
    if root.name.lower() != "graphml" or (root.space and HOME not in root.space):
        raise ExchangeError("graphml.format", found=root.name[:40])
    reader = _Reader(root)
    found = reader.incoming(text.title(PurePath(name).stem))
    return Coming(replace(found, remarks=(*remarks, *found.remarks)), reader.title)


class _Reader:
    """Makes steps of the nodes and connections of the edges."""

    def __init__(self, root: xml_tree.Element) -> None:
        self.told = Told()
        self.network = Network(root, self.told)
        if not self.network.points:
            raise ExchangeError("graphml.empty")
        first = self.network.graphs[0]
        self.ours = aside.read(first.values[ASIDE]) if ASIDE in first.values else None
        if self.ours is None and ASIDE in first.values:
            self.told.add("xml.aside", first.line)
        self.title = self._name(first)
        self.several = len(self.network.graphs) > 1
        for graph in self.network.graphs:
            for name in sorted(graph.values.keys() - {"title", "name", "label", ASIDE}):
                self.told.add("graphml.value_left_out", graph.line, name=name)

    def _name(self, graph: Found) -> str:
        """What a graph is called; the ids that programs give by themselves are no name."""
        for name in ("title", "name", "label"):
            if text := graph.values.get(name, "").strip(BLANK):
                return short(text, graph.line, name)
        bare = graph.id.strip(BLANK)
        return "" if bare.lower().rstrip("0123456789") in _NAMELESS else short(bare, graph.line, "id")

    def _apart(self, stem: str) -> list[str]:
        """A name for each graph, no two the same; without one it is called after the file."""
        found: list[str] = []
        for number, graph in enumerate(self.network.graphs, 1):
            found.append(text.free_name(self._name(graph) or text.title(f"{stem} {number}"), found))
        return found

    def incoming(self, stem: str) -> Incoming:
        links = self._links()
        points = self.network.points if self.ours is not None else _in_order(self.network.points, links)
        steps = Nodes(self.told, self.network, ours=self.ours is not None).steps(points)
        if self.several:
            names = self._apart(stem)
            by_key = {point.key: names[point.graph] for point in points}
            steps = [replace(step, journey=step.journey or by_key[step.key]) for step in steps]
            self.told.add("graphml.graphs", n=len(names))
        about: dict[str, Any] = {name: self._sound(cls, name) for name, cls in _ABOUT.items()}
        phases = tuple(about.pop("phases")) or _phases(steps)
        if self.network.groups:
            self.told.add("graphml.groups", names=", ".join(dict.fromkeys(self.network.groups.values())))
        known = self._within(steps, links)
        if not self.network.edges and self.ours is None:
            self.told.add("graphml.no_edges")
            known = None
        listed = {name: tuple(each) for name, each in about.items()}
        return Incoming(tuple(steps), phases, self.told.all(), links=known, **listed)

    def _sound(self, cls: type[Any], name: str) -> list[Any]:
        found = aside.several(cls, (self.ours or {}).get(name))
        if None in found:
            self.told.add("xml.aside", self.network.graphs[0].line)
        return [each for each in found if each is not None]

    # Edges

    def _links(self) -> list[IncomingLink]:
        """One for each pair, between nodes that are there."""
        found: dict[tuple[str, str], IncomingLink] = {}
        for edge in self.network.edges:
            source, target = (self._end(edge, id_) for id_ in (edge.source, edge.target))
            if source is None or target is None:
                continue
            if source.key == target.key:
                self.told.add("graphml.loop", edge.line, id=source.id)
                continue
            link = self._link(edge, source, target)
            pair = (source.key, target.key)
            if pair in found:
                self.told.add("graphml.edge_twice", edge.line)
                link = replace(found[pair], label=found[pair].label or link.label)
            found[pair] = link
        return list(found.values())

    def _end(self, edge: Edge, id_: str) -> Point | None:
        found = self.network.point(edge.graph, id_)
        if found is None:
            code = "graphml.edge_to_group" if id_ in self.network.groups else "graphml.edge_to_nothing"
            self.told.add(code, edge.line, id=id_)
        return found

    def _link(self, edge: Edge, source: Point, target: Point) -> IncomingLink:
        values = dict(edge.values)
        words = [values.pop(name, "").strip(BLANK) for name in ("label", "name", "title", "description")]
        label = next(filter(None, words), edge.label)
        kind: Any = values.pop("kind", "next").strip(BLANK)
        if kind not in _KINDS:
            self.told.add("xml.unread", edge.line, text=kind, name="kind")
        for name, value in values.items():
            if value.strip(BLANK):
                self.told.add("graphml.value_left_out", edge.line, name=name)
        return IncomingLink(
            source.key, target.key, short(label, edge.line, "label"), kind if kind in _KINDS else "next"
        )

    def _within(self, steps: list[IncomingStep], links: list[IncomingLink]) -> tuple[IncomingLink, ...] | None:
        """Those between steps of one journey."""
        home = {step.key: (step.journey, step.persona, step.variant) for step in steps}
        lines = {step.key: step.row for step in steps}
        found: list[IncomingLink] = []
        for link in links:
            if home[link.source] == home[link.target]:
                found.append(link)
            else:
                self.told.add("graphml.across", lines[link.source])
        return tuple(found)


def _phases(steps: list[IncomingStep]) -> tuple[IncomingPhase, ...]:
    return tuple(IncomingPhase(name) for name in dict.fromkeys(step.phase for step in steps) if name)


def _in_order(points: list[Point], links: list[IncomingLink]) -> list[Point]:
    """Along the edges where they tell an order, else as the file has them."""
    import networkx as nx

    at = {point.key: number for number, point in enumerate(points)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(at)
    home = {point.key: point.graph for point in points}
    pairs = ((link.source, link.target) for link in links)
    graph.add_edges_from(pair for pair in pairs if home[pair[0]] == home[pair[1]])
    rings = nx.condensation(graph)
    members: dict[int, list[str]] = {ring: sorted(rings.nodes[ring]["members"], key=at.__getitem__) for ring in rings}
    order = nx.lexicographical_topological_sort(rings, key=lambda ring: at[members[ring][0]])
    return [points[at[key]] for ring in order for key in members[ring]]
