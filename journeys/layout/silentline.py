"""The longest silence as a line from the contact before it to the contact that ends it, under the lens of time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.analysis.silence import longest_silence
from journeys.analysis.spots import Spot
from journeys.layout import text
from journeys.layout.pen import height_of
from journeys.model.time import periods
from journeys.phrases.durations import duration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level
    from journeys.analysis.silence import Silence
    from journeys.layout.drawing import Layer
    from journeys.layout.gather import Gathering
    from journeys.layout.memory import Memory
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.layout.spec import Look
    from journeys.model.document import Document

SIZE: Final = 0.95
HIGH: Final = 1.7
"""The row that it stands in."""
TICK: Final = 0.45
INK: Final = "presence.gap.stroke"
THICK: Final = 0.14
LEAST: Final = 0.8
"""Of the line, on either side of its words."""
APART: Final = 0.4
"""Between the line and its words."""


def silence_of(
    document: Document, gathered: Gathering, look: Look, levels: Mapping[str, Level], memory: Memory
) -> Silence | None:
    """The journey's longest silence, when it is shown; a band of the map knows that of the whole journey."""
    if look.spec.lens != "time" or not levels:
        return None
    make = partial(_longest, document, gathered.journey, look)
    found = memory.kept("silence", (look.scope, document.study.end_day, *gathered.stretches), make)
    return found if found.days else None


def _longest(document: Document, journey: str, look: Look) -> Silence:
    spots: dict[str, Spot] = {}
    for step in document.referring(journey, "step"):
        if step.journey == journey and step.stage == "front":
            spots.setdefault(step.phase, Spot([], [])).front.append(step)
    return longest_silence(spots, periods(document), look.scope)


def height(sheet: Sheet) -> float:
    """The room of its row; none without it."""
    return HIGH * sheet.look.spec.heads if _ends(sheet) is not None else 0.0


def layer(sheet: Sheet, y: float) -> list[Layer]:
    """The line with a tick at both ends, and how long it is."""
    ends = _ends(sheet)
    if ends is None or sheet.silence is None:
        return []
    look, (left, right) = sheet.look, ends
    words = look.say("{length} without contact", length=duration(sheet.silence.days, look.say))

    def draw(pen: Pen) -> None:
        middle, size = HIGH * look.spec.heads / 2 - 0.15, SIZE * look.spec.heads
        at, runs = _runs(left, right, text.widest((words,), "semibold") * size / 2 + APART, sheet.left)
        for start, end in runs:
            pen.line(((start, middle), (end, middle)), INK, THICK)
        for x in (left, right):
            pen.line(((x, middle - TICK), (x, middle + TICK)), INK, THICK)
        top = middle - height_of((words,), size) / 2
        pen.text((words,), at, top, size=size, font="semibold", colour="presence.gap.text", anchor="middle")

    return [sheet.memory.layer("silence", (words, left, right, sheet.left), draw, (0.0, y), "silence")]


def _runs(left: float, right: float, half: float, least: float) -> tuple[float, tuple[tuple[float, float], ...]]:
    """Where the middle of the words stands, and the line around it; words that are too long stand beside it."""
    if right - left > 2 * (half + LEAST):
        at = (left + right) / 2
        return at, ((left, at - half), (at + half, right))
    return (left - half if left - 2 * half >= least else right + half), ((left, right),)


def _ends(sheet: Sheet) -> tuple[float, float] | None:
    """From the card of the last contact before it to that of the next one, as far as they stand on this map."""
    found = sheet.silence
    if found is None:
        return None
    spans = [span for span in sheet.spans if _touches(span.stretch.period, found)]
    if not spans:
        return None
    cards = {
        step.id: x + slot.x for _, block, x in sheet.blocks() for slot in block.slots for step in slot.column.front
    }
    left = cards[found.after] + sheet.column if found.after in cards else spans[0].x
    right = cards[found.before] if found.before in cards else spans[-1].x + spans[-1].w
    return (left, right) if right - left > 1.0 else None


def _touches(period: tuple[int, int], silence: Silence) -> bool:
    return period[0] < silence.to_day and period[1] > silence.from_day
