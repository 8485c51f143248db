"""The network of parties in words: who somebody is in it, and where people go from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_, many
from journeys.phrases.terms import capital, count_of, joined, person_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.ecosystem import Ecosystem, Edge, Node
    from journeys.i18n import Words
    from journeys.model.document import Document

PLACES: Final = {"inside": N_("ourselves"), "acting": N_("acts for us"), "outside": N_("others")}
HANDED: Final = many("{n} hand-over", "{n} hand-overs")
NAMED: Final = 2


def people(document: Document, personas: Sequence[str], say: Words) -> str:
    """Who stands in the middle: names when they are few, else the study's word for them."""
    if 0 < len(personas) <= NAMED:
        return joined([document.personas[id_].name for id_ in personas], say)
    return capital(person_word(document, say))


def node_line(document: Document, node: Node, say: Words) -> str:
    """ "Midwife. Others. Met by 3 personas in 7 steps." """
    name, place = document.parties[node.party].name, capital(say(PLACES[node.place]))
    return f"{name}. {place}. {met(node, say)}."


def met(node: Node, say: Words) -> str:
    """ "Met by 3 personas in 7 steps"."""
    if node.steps:
        personas = count_of("persona", len(node.personas), say)
        return say("Met by {personas} in {steps}", personas=personas, steps=count_of("step", len(node.steps), say))
    if node.back:
        return say("Only behind the scenes, in {steps}", steps=count_of("step", len(node.back), say))
    return say("Met by nobody")


def edge_title(document: Document, edge: Edge, say: Words) -> str:
    """ "From Midwife to Hospital", "Midwife passes on for Municipality"."""
    source, target = document.parties[edge.source].name, document.parties[edge.target].name
    if edge.bond == "handover":
        return say("From {source} to {target}", source=source, target=target)
    return say("{target} passes on for {source}", source=source, target=target)


def edge_line(document: Document, edge: Edge, say: Words) -> str:
    """The same with how many people and how often."""
    times = say.many(*HANDED, len(edge.ids)) if edge.bond == "handover" else count_of("step", len(edge.ids), say)
    return say("{what}: {personas}, {times}", what=edge_title(document, edge, say),
               personas=count_of("persona", len(edge.personas), say), times=times)  # fmt: skip


def summary(document: Document, ecosystem: Ecosystem, say: Words) -> str:
    """How many parties, of whom how many are others, and how often people are handed over."""
    others = sum(node.place == "outside" for node in ecosystem.nodes.values())
    handed = {id_ for edge in ecosystem.handed_over for id_ in edge.ids}
    return say(
        "{parties}, of which {n} outside {scope}. {handed} between them.",
        parties=count_of("party", len(ecosystem.nodes), say), n=others, scope=_scope(document, say),
        handed=say.many(*HANDED, len(handed)),
    )  # fmt: skip


def _scope(document: Document, say: Words) -> str:
    from journeys.phrases.gaps import the_scope

    return the_scope(document, None, say)
