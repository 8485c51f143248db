"""The time axis of the sheet, true to scale: how long each phase lasts, and with what presence."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.analysis.deadlines import DAYS_A_MONTH
from journeys.analysis.presence import scope_of
from journeys.i18n import N_
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heads import style
from journeys.poster.parts.blocks import MM, Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.findings import JourneyFindings, PhaseFinding
    from journeys.i18n import Words
    from journeys.model.document import Document

BAR_MM: Final = 3.0
TICK_PT: Final = 6.3
ROOM_MM: Final = 13.0
"""Between two numbers on the axis, at A4, at least."""
SMALLEST: Final = 0.8
"""The title of the axis may become this small beside the names of the lanes."""
_UNITS: Final = (
    (N_("Time in days"), 1.0, (1, 2)),
    (N_("Time in weeks"), 7.0, (1, 2, 4)),
    (N_("Time in months"), DAYS_A_MONTH, (1, 3, 6)),
    (N_("Time in years"), 365.25, (1, 2, 5, 10, 25, 50, 100)),
)


def time_axis(
    document: Document,
    findings: JourneyFindings | None,
    width: float,
    names: tuple[float, float],
    scale: float,
    say: Words,
) -> Block:
    """A bar from the first phase to the study's end; empty where time is not known.

    `names`: where the names of the lanes end and where the map itself begins, so that the bar lies right above it.
    """
    block = Block(width)
    phases = [found for found in findings.phases if document.phases[found.phase].dated] if findings else []
    if findings is None or len(phases) < 2:
        return block
    right, left = _beside_title(names, scale, say)
    first, last = phases[0].start, phases[-1].end
    day = (width - left) / (last - first)
    numbers = {gap.phase: number for number, gap in enumerate(findings.gaps, 1)}
    for found in phases:
        place = Rect(left + (found.start - first) * day, 0.0, (found.end - found.start) * day, BAR_MM * scale)
        _stretch(block, document, found, place, numbers.get(found.phase), scale)
    title = _ticks(block, Rect(left, BAR_MM * scale, width - left, 0.0), first, last, scale, say)
    size = min(TICK_PT * scale, right / fonts.width(title, "semibold", MM)) if right > 0 else 0.0
    if size:
        middle = BAR_MM * scale / 2 + fonts.CAP_HEIGHT * size * MM / 2
        block.add(Text(right, middle, (title,), size, size * MM, "semibold", "lane.title", "end", role="heading"))
    return block


def _beside_title(names: tuple[float, float], scale: float, say: Words) -> tuple[float, float]:
    """The bar lies right above the map, unless the names of its lanes are too small to say the unit beside it."""
    widest = max(fonts.width(say(title), "semibold", TICK_PT * scale) * MM for title, *_ in _UNITS)
    return names if widest * SMALLEST <= names[0] else (widest, widest + 1.4 * scale)


def _stretch(
    block: Block, document: Document, found: PhaseFinding, place: Rect, number: int | None, scale: float
) -> None:
    """One phase in the pattern of its level, with the number of its gap where there is room."""
    party = document.parties.get(scope_of(document).party or "")
    look = style(found.level, f"party.{party.colour if party else 0}")
    block.add(Box(place, look.fill, look.hatch, look.stroke or "card.fill", 0.22 * scale, about=found.phase))
    circle = 2.6 * scale
    if number is not None and place.w > 2 * circle:
        x, y = place.x + (place.w - circle) / 2, place.y + (place.h - circle) / 2
        size = 5.2 * scale
        baseline = y + circle / 2 + fonts.CAP_HEIGHT * size * MM / 2
        block.add(
            Box(Rect(x, y, circle, circle), fill="badge.fill", radius=circle / 2),
            Text(x + circle / 2, baseline, (str(number),), size, size * MM, "bold", "badge.text", "middle"),
        )


def _ticks(block: Block, bar: Rect, first: int, last: int, scale: float, say: Words) -> str:
    """Numbers under the bar, day 0 with a sign of its own; returns what they count."""
    title, unit, step = measure(last - first, bar.w / (ROOM_MM * scale))
    size = TICK_PT * scale
    baseline = bar.y + 1.2 * scale + fonts.ASCENT * size * MM
    for count in counts(first / unit, last / unit, step):
        x = bar.x + min(max((count * unit - first) / (last - first), 0.0), 1.0) * bar.w
        word = say("day 0") if count == 0 else f"{count:+d}".replace("-", "−")
        half = fonts.width(word, "bold", size) * MM / 2
        x_text = min(max(x, bar.x + half), bar.x + bar.w - half)
        font, colour = ("bold", "text") if count == 0 else ("regular", "axis.text")
        block.add(
            Line(((x, bar.y), (x, bar.y + 0.9 * scale)), "axis", 0.2 * scale),
            Text(x_text, baseline, (word,), size, size * MM, font, colour, "middle"),  # type: ignore[arg-type]  # one of our four
        )
    if first <= 0 <= last:
        x, y = bar.x - first / (last - first) * bar.w, bar.y - BAR_MM * scale / 2
        for side, colour, alt in ((4.4 * scale, "card.fill", ""), (3.4 * scale, "text", say("day 0"))):
            block.add(Mark("diamond", x - side / 2, y - side / 2, side, colour, alt=alt))
    block.height = baseline + 0.25 * size * MM
    return say(title)


def measure(days: int, most: float) -> tuple[str, float, int]:
    """Words, days per unit, and units from number to number: the finest that leaves room for the numbers."""
    found = [(title, unit, step) for title, unit, steps in _UNITS for step in steps if days / (unit * step) <= most]
    return found[0] if found else (_UNITS[-1][0], _UNITS[-1][1], _UNITS[-1][2][-1])


def counts(first: float, last: float, step: int) -> Iterator[int]:
    """Multiples of the step between these two, a twentieth of a unit outside them too."""
    return (count * step for count in range(ceil((first - 0.05) / step), floor((last + 0.05) / step) + 1))
