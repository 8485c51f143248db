"""Notes on a slide: under the step that they hang on where there is room, else side by side or on a further slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.exchange.presentation import look
from journeys.exchange.presentation.deck import BOTTOM, ROOM, SIDE, page, spoken
from journeys.exchange.presentation.measure import cut
from journeys.exchange.presentation.shapes import Para, high, para, titled
from journeys.exchange.presentation.spoken import of_notes
from journeys.layout.drawing import Rect
from journeys.phrases.terms import NOTES, as_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Note

APART: Final = 3.0
COLUMNS: Final = 4
ORDER: Final = ("need", "question", "pain", "quote", "opportunity", "idea", "remark")
TOP: Final = 36.0
SIZES: Final = (20.0, 18.0, 16.0, 14.0, 13.0, 12.0)


class Sticky(NamedTuple):
    """A note and where it stands."""

    note: Note
    area: Rect
    paras: tuple[Para, ...]


def ordered(notes: Sequence[Note]) -> list[Note]:
    """What is needed first, then what can be done."""
    return sorted(notes, key=lambda note: ORDER.index(note.kind))


def made(
    told: Telling, note: Note, w: float, size: float, *, named: bool, most: int = 6
) -> tuple[tuple[Para, ...], float]:
    """Its paragraphs and height; `named`: with the step that it hangs on."""
    room = w - 5.4
    step = told.document.steps.get(note.step or "")
    kind = told.say(NOTES[note.kind])
    label = f"{kind} · {step.title}" if named and step is not None and step.title else kind
    small = min(max(size - 2, 10.0), 13.0)
    text = as_said(note.text, told.say) if note.kind == "quote" else note.text
    paras = [para(cut(label, small, room, 1, bold=True), small, f"{note.kind}.mark", bold=True, ours=True)]
    if text:
        paras.append(
            para(cut(text, size, room, most), size, f"{note.kind}.text", italic=note.kind == "quote", before=1)
        )
    return tuple(paras), high(paras, room) + 4.4


def columns(
    told: Telling, places: Sequence[tuple[float, float]], notes: Sequence[Sequence[Note]], area: Rect, size: float,
) -> list[Sticky] | None:  # fmt: skip
    """Each under its column of cards; None where a column has too many."""
    found = []
    for (x, w), some in zip(places, notes, strict=True):
        y = area.y
        for note in ordered(some):
            paras, tall = made(told, note, w, size, named=False)
            found.append(Sticky(note, Rect(x, y, w, tall), paras))
            y += tall + APART
        if y - APART > area.y + area.h:
            return None
    return found


def grid(
    told: Telling, notes: Sequence[Note], area: Rect, size: float, across: int = COLUMNS, *,
    named: bool = True, most: int = 6,
) -> tuple[list[Sticky], list[Note]]:  # fmt: skip
    """Side by side, each where most room is left; and those for which there is none."""
    across = max(min(across, len(notes)), 1)
    w = min((area.w - APART * (across - 1)) / across, 110.0)
    ends = [area.y] * across
    found: list[Sticky] = []
    for index, note in enumerate(notes):
        at = min(range(across), key=lambda one: (ends[one], one))
        paras, tall = made(told, note, w, size, named=named, most=most)
        if ends[at] + tall > area.y + area.h:
            return found, list(notes[index:])
        found.append(Sticky(note, Rect(area.x + at * (w + APART), ends[at], w, tall), paras))
        ends[at] += tall + APART
    return found, []


def draw(made_: Page, told: Telling, found: Sequence[Sticky]) -> None:
    for one in found:
        name = f"{told.say(NOTES[one.note.kind])}: {one.note.text}"
        look.sticky(made_, one.note.kind, one.area, one.paras, name)


def slides(
    deck: Deck, told: Telling, notes: Sequence[Note], title: Callable[[int], str], spoken_: bool = False,  # noqa: FBT001, FBT002 - whether the words stand under it
) -> None:  # fmt: skip
    """As many slides as these notes need; `title` of each by its number, from 1."""
    rest, number = list(notes), 1
    area = Rect(SIDE, TOP, ROOM, BOTTOM - TOP)
    while rest:
        made_ = page(deck)
        titled(made_, Rect(SIDE, 14, ROOM, 14), cut(title(number), 28, ROOM, 1, bold=True), 28)
        found, left = grid(told, rest, area, SIZES[-1], most=9)
        for size in SIZES:
            larger, over = grid(told, rest, area, size, most=9)
            if not over:
                found, left = larger, over
                break
        draw(made_, told, found)
        shown = [one.note for one in found]
        spoken(made_, of_notes(told, shown) if spoken_ else "")
        rest, number = left, number + 1
