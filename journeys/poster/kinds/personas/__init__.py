"""Cards of personas to cut out: two of A5 on A4, more on larger paper, all set in about the same type."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Drawing
from journeys.poster import choice
from journeys.poster.kinds.personas.blank import layers as empty_card
from journeys.poster.kinds.personas.card import Card
from journeys.poster.kinds.personas.profile import profiles
from journeys.poster.paper import Paper
from journeys.poster.parts.cutting import cuts, grid
from journeys.poster.parts.fitting import largest
from journeys.poster.parts.origin import origin
from journeys.poster.sheet import Portrait, Sheet, unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document
    from journeys.poster.parts.cutting import Grid
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

LEAST: Final = Paper(148.0, 210.0)
"""A5: a card that one holds in the hand."""
LARGEST: Final = 1.3
"""Times the usual type, for cards with little on them."""
ALIKE: Final = 0.8
"""A card with very much on it makes the type of the others at most so much smaller."""
_ROOM: Final = 100
"""More layers than a card has."""
MANY: Final = 1_000
"""Without personas the sheet is full of empty cards."""


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """All cards, as many per sheet as fit; an empty card to fill in for a study without personas."""
    wanted = choice.personas(document, request.journeys)
    cards = grid(request.sheet, LEAST, len(wanted) or MANY)
    facts = origin(document, request, say).made  # of the talks each card tells its own
    made = [
        Card(document, profile, facts, say) for profile in profiles(document, wanted, request.journeys)
    ]  # fmt: skip
    room = cards.room(0, request.margin)
    sizes = []
    for index, card in enumerate(made):
        watch(index / len(made))
        sizes.append(_size(card, room))
    usual = max(min(sizes, default=1.0), ALIKE * sorted(sizes)[len(sizes) // 2] if sizes else 1.0)
    together = [(card, min(size, usual)) for card, size in zip(made, sizes, strict=True)]
    count = ceil(max(len(made), 1) / cards.held)
    return [
        _sheet(document, request, cards, together[index * cards.held : (index + 1) * cards.held], index, say)
        for index in range(count)
    ]


def _usual(room: Rect) -> float:
    """The scale of type for a card of this size; A5 is 1. What is very long or high counts as twice its short side."""
    wide, high = min(room.w, 2 * room.h), min(room.h, 2 * room.w)
    return Paper(wide, high).scale / Paper(*LEAST).scale * 1.14


def _size(card: Card, room: Rect) -> float:
    """The largest scale at which it fits."""
    most = LARGEST * _usual(room)
    return largest(lambda scale: card.composed(room, scale), most, lambda made: made.height <= room.h).scale


def _sheet(
    document: Document, request: Request, cards: Grid, here: Sequence[tuple[Card, float]], index: int,
    say: Words,
) -> Sheet:  # fmt: skip
    paper = request.sheet
    layers = [cuts(paper, cards, len(here) or cards.held, request.margin)]
    faces: list[Portrait] = []
    alts: dict[str, str] = {}
    for place, (card, size) in enumerate(here):
        room = cards.room(place, request.margin)
        layers += card.layers(room, size, place * _ROOM, title=place == 0)
        faces.append(card.portrait(room, size))
        alts.update(card.alts)
    for place in range(0 if here else cards.held):
        room = cards.room(place, request.margin)
        layers += empty_card(document, room, _usual(room), say, place * _ROOM)
    names = ", ".join(card.profile.persona.name for card, _ in here[:3]) + (" …" if len(here) > 3 else "")
    title = say("Personas: {names}", names=names) if names else say("Personas")
    drawing = Drawing(paper.width, paper.height, tuple(layers))
    return Sheet(f"personas-{index + 1}", title, drawing, tuple(faces), "", alts)
