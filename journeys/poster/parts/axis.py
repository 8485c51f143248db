"""The time axis of the sheet, true to scale: how long each phase lasts, and with what presence."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.analysis.deadlines import DAYS_A_MONTH
from journeys.i18n import N_
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.layout.timeaxis import MONTHLY, date_on, dated
from journeys.phrases.dates import date_words
from journeys.phrases.terms import signed
from journeys.poster.parts.blocks import MM, Block

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from journeys.analysis.findings import JourneyFindings, PhaseFinding
    from journeys.i18n import Words
    from journeys.model.document import Document

BAR_MM: Final = 3.0
THIN: Final = 0.3
"""Of its height, for what is told on another sheet."""
FRAME_MM: Final = 0.5
LEAST_MM: Final = 7.0
"""Of the frame around what the sheet tells of."""
TICK_PT: Final = 6.3
ROOM_MM: Final = 13.0
"""Between two numbers on the axis, at A4, at least."""
SMALLEST: Final = 0.8
"""The title of the axis may become this small beside the names of the lanes."""
NEAR: Final = 1.15
"""Of the room between two dates, so much stays free on both sides of day 0."""
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
    shown: Collection[str] | None = None,
    *,
    numbered: bool = True,
) -> Block:
    """A bar from the first phase to the study's end; empty where time is not known.

    `names`: where the names of the lanes end and where the map itself begins, so that the bar lies right above it.
    `shown`: the phases of which the sheet tells, the others are thin; None is all. `numbered`: whether gaps have the
    numbers under which they are explained.
    """
    block = Block(width)
    phases = [found for found in findings.phases if document.phases[found.phase].dated] if findings else []
    if findings is None or len(phases) < 2:
        return block
    right, left = _beside_title(names, scale, say)
    numbers = {gap.phase: number for number, gap in enumerate(findings.gaps, 1)} if numbered else {}
    bar = Rect(left, 0.0, width - left, BAR_MM * scale)
    _bar(block, document, phases, bar, numbers, shown, scale)
    zero = document.study.day0_date
    title = _ticks(block, bar._replace(y=bar.h), phases[0].start, phases[-1].end, scale, say, zero)
    size = min(TICK_PT * scale, right / fonts.width(title, "semibold", MM)) if right > 0 else 0.0
    if size:
        middle = BAR_MM * scale / 2 + fonts.CAP_HEIGHT * size * MM / 2
        block.add(Text(right, middle, (title,), size, size * MM, "semibold", "lane.title", "end", role="heading"))
    return block


def _bar(
    block: Block, document: Document, phases: Sequence[PhaseFinding], bar: Rect, numbers: Mapping[str, int],
    shown: Collection[str] | None, scale: float,
) -> None:  # fmt: skip
    """The phases as long as they last, with a frame around those of which the sheet tells, unless those are all."""
    first, held = phases[0].start, None
    day = bar.w / (phases[-1].end - first)
    for found in phases:
        place = bar._replace(x=bar.x + (found.start - first) * day, w=(found.end - found.start) * day)
        if shown is None or found.phase in shown:
            _stretch(block, document, found, place, numbers.get(found.phase), scale)
            held = place if held is None else held._replace(w=place.x + place.w - held.x)
        else:
            _stretch(block, document, found, _thin(place), None, scale)
    if held is not None and shown is not None:
        block.add(Box(_seen(held, bar.x, bar.x + bar.w, scale), stroke="text", width=FRAME_MM * scale))


def _seen(held: Rect, left: float, right: float, scale: float) -> Rect:
    """Wide enough to be seen around the sign of day 0."""
    more = max(LEAST_MM * scale - held.w, 0.0)
    start = max(held.x - more / 2, left)
    return held._replace(x=min(start, right - held.w - more), w=held.w + more)


def _thin(place: Rect) -> Rect:
    """Along the middle of the bar."""
    return place._replace(y=place.y + place.h * (1 - THIN) / 2, h=place.h * THIN)


def _beside_title(names: tuple[float, float], scale: float, say: Words) -> tuple[float, float]:
    """The bar lies right above the map, unless the names of its lanes are too small to say the unit beside it."""
    widest = max(fonts.width(say(title), "semibold", TICK_PT * scale) * MM for title, *_ in _UNITS)
    return names if widest * SMALLEST <= names[0] else (widest, widest + 1.4 * scale)


def _stretch(
    block: Block, document: Document, found: PhaseFinding, place: Rect, number: int | None, scale: float
) -> None:
    """One phase in the pattern of its level, with the number of its gap where there is room."""
    look = level_look(found.level, own_colour(document))
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


def _ticks(block: Block, bar: Rect, first: int, last: int, scale: float, say: Words, zero: dt.date | None) -> str:
    """Numbers or dates under the bar, day 0 with a sign of its own; returns what they count."""
    title, unit, step = measure(last - first, bar.w / (ROOM_MM * scale))
    size = TICK_PT * scale
    baseline = bar.y + 1.2 * scale + fonts.ASCENT * size * MM
    free = bar.x
    for day, word in _told(first, last, unit, step, say, zero):
        x = bar.x + min(max((day - first) / (last - first), 0.0), 1.0) * bar.w
        half = fonts.width(word, "bold", size) * MM / 2
        x_text = min(max(x, bar.x + half), bar.x + bar.w - half)
        font, colour = ("bold", "text") if day == 0 else ("regular", "axis.text")
        block.add(Line(((x, bar.y), (x, bar.y + 0.9 * scale)), "axis", 0.2 * scale))
        if zero is not None and x_text - half < free:
            continue
        free = x_text + half + 0.8 * scale
        block.add(
            Text(x_text, baseline, (word,), size, size * MM, font, colour, "middle"),  # type: ignore[arg-type]  # one of our four
        )
    if first <= 0 <= last:
        x, y = bar.x - first / (last - first) * bar.w, bar.y - BAR_MM * scale / 2
        for side, colour, alt in ((4.4 * scale, "card.fill", ""), (3.4 * scale, "text", say("day 0"))):
            block.add(Mark("diamond", x - side / 2, y - side / 2, side, colour, alt=alt))
    block.height = baseline + 0.25 * size * MM
    return say(title) if zero is None else say("Time in dates")


def _told(
    first: int, last: int, unit: float, step: int, say: Words, zero: dt.date | None
) -> Iterator[tuple[float, str]]:  # fmt: skip
    """Days with what stands under them, from left to right: the first days of months or years, once dates are known."""
    if zero is None:
        yield from ((n * unit, signed(n) if n else say("day 0")) for n in counts(first / unit, last / unit, step))
        return
    if unit * step > MONTHLY:
        months = step if unit > MONTHLY else 1
        found = [(tick.day, tick.words) for tick in dated(first, last, unit, months, zero, say) if tick.words]
    else:
        days = (round(count * unit) for count in counts(first / unit, last / unit, step))
        found = [(float(day), date_on(zero, day, say)) for day in days]
    if first <= 0 <= last:
        near = NEAR * unit * step  # its own date has a weekday, and must not be left out
        found = sorted([*(one for one in found if abs(one[0]) >= near), (0.0, date_words(zero, say))])
    yield from found


def measure(days: int, most: float) -> tuple[str, float, int]:
    """Words, days per unit, and units from number to number: the finest that leaves room for the numbers."""
    found = [(title, unit, step) for title, unit, steps in _UNITS for step in steps if days / (unit * step) <= most]
    return found[0] if found else (_UNITS[-1][0], _UNITS[-1][1], _UNITS[-1][2][-1])


def counts(first: float, last: float, step: int) -> Iterator[int]:
    """Multiples of the step between these two, a twentieth of a unit outside them too."""
    return (count * step for count in range(ceil((first - 0.05) / step), floor((last + 0.05) / step) + 1))
