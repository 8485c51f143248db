"""What is told beside the network, as rows of a list: parties, or the steps and hand-overs of the picked one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys.phrases import count_of
from journeys.phrases import ecosystem as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.ecosystem import Ecosystem, Edge, Node
    from journeys.i18n import Words
    from journeys.model.document import Document


class Row(NamedTuple):
    """A line: `ids` and `title` for a number that can be traced, or the party, edge or step it leads to."""

    text: str
    title: str = ""
    ids: tuple[str, ...] = ()
    party: str | None = None
    edge: Edge | None = None
    step: str | None = None
    journey: str | None = None
    head: bool = False
    ink: str = ""
    """The role of its dot."""


def of_all(document: Document, ecosystem: Ecosystem, say: Words) -> Iterator[Row]:
    """The questions that lead; every party, those who are met most first; then every edge."""
    asked = {document.journeys[id_].question: id_ for id_ in ecosystem.journeys if document.journeys[id_].question}
    if asked:
        head = say.many("{n} question leads", "{n} questions lead", len(asked))
        yield Row(head, say("Questions"), tuple(asked.values()), head=True)
    for question, id_ in asked.items():
        persona = document.personas[document.journeys[id_].persona].name
        yield Row(say("{persona}: {text}", persona=persona, text=question), journey=id_)
    nodes = sorted(ecosystem.nodes.values(), key=lambda node: (-len(node.personas), -len(node.steps)))
    yield Row(count_of("party", len(nodes), say), say("Parties"), tuple(node.party for node in nodes), head=True)
    for node in nodes:
        yield Row(said.node_line(document, node, say), party=node.party, ink=_ink(document, node.party))
    edges = sorted(ecosystem.edges.values(), key=lambda edge: (-len(edge.personas), -len(edge.ids)))
    if edges:
        yield _edges_head(edges, say)
    for edge in edges:
        yield Row(said.edge_line(document, edge, say), edge=edge)


def of_party(document: Document, ecosystem: Ecosystem, node: Node, say: Words) -> Iterator[Row]:
    """Its hand-overs, then its steps, on stage and behind the scenes."""
    edges = [edge for edge in ecosystem.edges.values() if node.party in (edge.source, edge.target)]
    if edges:
        yield _edges_head(edges, say)
    for edge in edges:
        yield Row(said.edge_line(document, edge, say), edge=edge)
    name = document.parties[node.party].name
    for steps, stage in ((node.steps, say("on stage")), (node.back, say("behind the scenes"))):
        if steps:
            head = say("{steps} {stage}", steps=count_of("step", len(steps), say), stage=stage)
            yield Row(head, say("{name}: {what}", name=name, what=head), tuple(steps), head=True)
        for id_ in steps:
            yield Row(_step(document, id_, say), step=id_)


def of_edge(document: Document, edge: Edge, say: Words) -> Iterator[Row]:
    """Each time somebody goes along it, or the steps in which something is passed on."""
    yield Row(said.edge_line(document, edge, say), said.edge_title(document, edge, say), tuple(edge.ids), head=True)
    for id_ in edge.ids:
        link = document.links.get(id_)
        if link is None:
            yield Row(_step(document, id_, say), step=id_)
        else:
            one, other = document.steps[link.source], document.steps[link.target]
            persona = document.personas[document.journeys[one.journey].persona].name
            text = say("{persona}: from {one} to {other}", persona=persona, one=one.title, other=other.title)
            yield Row(text, step=other.id)
    for party in (edge.source, edge.target):
        yield Row(document.parties[party].name, party=party, ink=_ink(document, party))


def _ink(document: Document, party: str) -> str:
    return f"party.{document.parties[party].colour}"


def _edges_head(edges: list[Edge], say: Words) -> Row:
    handed = [edge for edge in edges if edge.bond == "handover"]
    ids = tuple(dict.fromkeys(id_ for edge in handed for id_ in edge.ids))
    return Row(say.many(*said.HANDED, len(ids)), say("Hand-overs"), ids, head=True)


def _step(document: Document, id_: str, say: Words) -> str:
    step = document.steps[id_]
    persona = document.personas[document.journeys[step.journey].persona].name
    phase = document.phases[step.phase].name
    return say("{persona}, {phase}: {step}", persona=persona, phase=phase, step=step.title or say("(without a title)"))
