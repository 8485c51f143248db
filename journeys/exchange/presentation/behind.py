"""Steps behind the scenes: a row of chips under the phase's steps, and the others on slides of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.exchange.presentation.deck import ROOM, SIDE, page, spoken
from journeys.exchange.presentation.measure import cut, width
from journeys.exchange.presentation.shapes import Look, box, para, titled, words
from journeys.layout.drawing import Rect
from journeys.phrases.terms import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Phase, Step

CHIP: Final = 8.5
LABEL: Final = 5.0
"""The height of the words over them."""
A_SLIDE: Final = 24


def chips(told: Telling, back: Sequence[Step]) -> tuple[list[tuple[Step, Rect]], list[list[Step]]]:
    """Two rows of them on the slide itself, from its left and their top; the others in shares for further slides."""
    found: list[tuple[Step, Rect]] = []
    x = y = 0.0
    for index, step in enumerate(back):
        wide = min(width(_chip(told, step), 13) + 8, ROOM)
        if x and x + wide > ROOM:
            x, y = 0.0, y + CHIP + 2
        if y > CHIP + 3:
            return found, [list(back[start : start + A_SLIDE]) for start in range(index, len(back), A_SLIDE)]
        found.append((step, Rect(x, y, wide, CHIP)))
        x += wide + 3
    return found, []


def _chip(told: Telling, step: Step) -> str:
    names = [told.document.parties[contact.party].name for contact in step.contacts if contact.party]
    return " · ".join([step.title or told.say("Without a title"), *names])


def draw(made: Page, told: Telling, chips: Sequence[tuple[Step, Rect]], top: float) -> None:
    label = told.say("Behind the scenes")
    words(made, Rect(SIDE, top - 1, ROOM, 5), (para(label, 12, "muted", bold=True, ours=True),), name=label)
    for step, area in chips:
        text = _chip(told, step)
        place = Rect(SIDE + area.x, top + 5 + area.y, area.w, area.h)
        box(
            made,
            place,
            Look("card.fill.back", "card.stroke", 0.75, radius=4),
            (para(cut(text, 13, area.w - 6, 1), 13, "card.text", align="center"),),
            name=text,
            pads=(2, 0, 2, 0),
        )


def slide(deck: Deck, told: Telling, place: Phase, back: Sequence[Step], number: int) -> None:
    """Steps behind the scenes for which the phase's own slide had no room."""
    made = page(deck)
    label = told.say("Behind the scenes")
    title = f"{shortened(place.name, 44)}: {label.lower()}" + (f" ({number})" if number > 1 else "")
    titled(made, Rect(SIDE, 14, ROOM, 14), cut(title, 28, ROOM, 1, bold=True), 28)
    w = (ROOM - 9) / 4
    for index, step in enumerate(back):
        area = Rect(SIDE + index % 4 * (w + 3), 38 + index // 4 * 23, w, 20)
        box(
            made,
            area,
            Look("card.fill.back", "card.stroke", 0.75, radius=2.5),
            (para(cut(_chip(told, step), 13, w - 8, 3), 13, "card.text"),),
            name=step.title,
            pads=(4, 1, 4, 1),
        )
    spoken(made, "")
