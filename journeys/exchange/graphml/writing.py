"""A study as GraphML: one directed graph, drawn as a map for programs that show networks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from journeys.exchange import aside
from journeys.exchange.graphml.places import WIDE, Place, lines, places
from journeys.exchange.graphml.values import ASIDE, EDGE, GRAPH, NODE, TOGETHER, Type, told
from journeys.exchange.outgoing import outgoing
from journeys.exchange.xml_writing import Node, written

if TYPE_CHECKING:
    from journeys.edits.incoming import Incoming, IncomingLink, IncomingStep
    from journeys.exchange.wanted import Wanted

_ROOT: Final = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
    "xsi:schemaLocation": (
        "http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
    ),
}


def write(wanted: Wanted) -> bytes:
    study = outgoing(wanted)
    root = Node("graphml", _ROOT)
    _keys(root)
    graph = root.add("graph", attributes={"id": "levensreis", "edgedefault": "directed"})
    _data(graph, "graph", "title", wanted.document.study.title)
    _data(graph, "graph", ASIDE, aside.line(_about(study)))
    at = places(study)
    for step in wanted.part(0, 0.3).watched(study.steps, len(study.steps)):
        graph.children.append(_node(step, at[step.key]))
    links = study.links or ()
    for number, link in enumerate(wanted.part(0.3, 0.4).watched(links, len(links))):
        graph.children.append(_edge(link, f"e{number}"))
    return written(root, wanted.part(0.4, 1).watch)


def _about(study: Incoming) -> dict[str, object]:
    return {
        "phases": [aside.plain(phase) for phase in study.phases],
        "journeys": [aside.plain(journey) for journey in study.journeys],
        "personas": [aside.plain(persona) for persona in study.personas],
        "parties": [aside.plain(party) for party in study.parties],
        "notes": [aside.plain(note) for note in study.notes],
    }


def _keys(root: Node) -> None:
    kinds: Mapping[str, Mapping[str, Type]] = {"graph": GRAPH, "node": NODE, "edge": EDGE}
    for kind, names in kinds.items():
        for name, type_ in names.items():
            given = {"id": f"{kind}_{name}", "for": kind, "attr.name": name, "attr.type": type_}
            root.add("key", attributes=given)
    for kind in ("node", "edge"):
        root.add("key", attributes={"id": f"{kind}_graphics", "for": kind, "yfiles.type": f"{kind}graphics"})


def _data(above: Node, kind: str, name: str, value: str) -> None:
    above.add("data", value, {"key": f"{kind}_{name}"})


def _node(step: IncomingStep, at: Place) -> Node:
    node = Node("node", {"id": step.key})
    _draw(node.add("data", attributes={"key": "node_graphics"}), step, at)
    values = {**told(step), "x": f"{at.x:g}", "y": f"{at.y:g}"}
    held = aside.plain(step)
    if parts := {name: held[name] for name in TOGETHER if name in held}:
        values[ASIDE] = aside.line(parts)
    for name in NODE:
        if name in values:
            _data(node, "node", name, values[name])
    return node


def _draw(data: Node, step: IncomingStep, at: Place) -> None:
    shape = data.add("y:ShapeNode")
    size = {"width": str(WIDE), "height": f"{at.high:g}"}
    shape.add("y:Geometry", attributes={"x": f"{at.x:g}", "y": f"{at.y:g}", **size})
    fill = "#FFFFFF" if step.stage == "front" else "#E6E6E6"
    shape.add("y:Fill", attributes={"color": fill, "transparent": "false"})
    shape.add("y:BorderStyle", attributes={"color": "#333333", "type": "line", "width": "1.0"})
    shape.add("y:NodeLabel", lines(step.title))
    shape.add("y:Shape", attributes={"type": "roundrectangle"})


def _edge(link: IncomingLink, id_: str) -> Node:
    edge = Node("edge", {"id": id_, "source": link.source, "target": link.target})
    drawn = edge.add("data", attributes={"key": "edge_graphics"}).add("y:PolyLineEdge")
    style = "dashed" if link.kind == "back" else "line"
    drawn.add("y:LineStyle", attributes={"color": "#333333", "type": style, "width": "1.0"})
    drawn.add("y:Arrows", attributes={"source": "none", "target": "standard"})
    if link.label:
        drawn.add("y:EdgeLabel", link.label)
        _data(edge, "edge", "label", link.label)
    _data(edge, "edge", "kind", link.kind)
    return edge
