"""What the circles and lines of a network mean: only what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeys.layout.ecosystem.painted import CircleLook, circle_look
from journeys.layout.heads import own_colour
from journeys.phrases.ecosystem import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.ecosystem import Ecosystem
    from journeys.i18n import Words
    from journeys.layout.drawing import Dash
    from journeys.layout.ecosystem.spec import Count
    from journeys.model.document import Document


class Entry(NamedTuple):
    """A circle (`look`), or a line of this ink; `number` stands in it."""

    words: str
    look: CircleLook | None = None
    ink: str = ""
    dash: Dash = "solid"
    number: str = ""


def entries(document: Document, ecosystem: Ecosystem, count: Count, say: Words) -> Iterator[Entry]:
    """Circles first, then the number in them, then the lines."""
    own = own_colour(document)
    there = {node.place for node in ecosystem.nodes.values()}
    for place, words in PLACES.items():
        if place in there:
            yield Entry(say(words), circle_look(place, 5, own))
    if ecosystem.nodes:
        words = say("how many personas meet the party") if count == "personas" else say("in how many steps it is met")
        yield Entry(words, CircleLook("card.fill", None, "card.stroke", "card.text", 0.2), number="3")
    bonds = {edge.bond for edge in ecosystem.edges.values()}
    if "handover" in bonds:
        yield Entry(say("hand-over, with the number of personas"), ink="flow")
    if "passes_on" in bonds:
        yield Entry(say("passes on for the other"), ink=own, dash="dashed")
