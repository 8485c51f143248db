"""Time true to scale: a thin bar of all days in the colours of presence, with day 0 on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.slides import strip
from journeys.layout.slides.writing import Setting, put
from journeys.phrases.dates import day_said

if TYPE_CHECKING:
    from journeys.layout.drawing import Rect
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground

HIGH: Final = 2.2
BAR: Final = 0.8
ZERO: Final = 1.15
APART: Final = 1.0


def days(ground: Ground) -> tuple[int, int] | None:
    """From which day to which; None where no time is known."""
    dated = [ground.seen.periods[phase.id] for phase in ground.phases if phase.dated]
    if not dated:
        return None
    first, last = min(start for start, _ in dated), max(end for _, end in dated)
    return (first, last) if last > first else None


def draw(pen: Pen, ground: Ground, area: Rect) -> None:
    """The first day, day 0 and the last day in words; the bar under them."""
    found = days(ground)
    if found is None:
        return
    first, last = found
    scale, top = area.w / (last - first), area.y + area.h - BAR
    for phase in ground.phases:
        start, end = (min(max(day, first), last) for day in ground.seen.periods[phase.id])
        if phase.dated and end > start:
            look = strip.look_of(ground, phase.id)
            pen.about = phase.id
            pen.box(area.x + (start - first) * scale, top, (end - start) * scale, BAR, fill=look.stroke or look.fill)
            pen.about = None
    for phase in ground.phases:
        at = ground.seen.periods[phase.id][0]
        if first < at < last and phase.dated:
            x = area.x + (at - first) * scale
            pen.line(((x, top), (x, top + BAR)), "canvas", 0.14)
    _words(pen, ground, area, found, scale)


def _words(pen: Pen, ground: Ground, area: Rect, found: tuple[int, int], scale: float) -> None:
    """Day 0 always, the ends where there is room beside it."""
    first, last = found
    zero = area.x - first * scale if first <= 0 <= last else None
    taken = (area.x, area.x)
    if zero is not None:
        words = Setting((day_said(0, ground.look.zero, ground.say),), 1.0, "bold", 20.0)
        middle = min(max(zero, area.x + words.width / 2), area.x + area.w - words.width / 2)
        put(pen, words, middle, area.y - 0.05, anchor="middle")
        mark = min(max(zero, area.x + ZERO / 2), area.x + area.w - ZERO / 2)
        pen.mark("diamond", mark - ZERO / 2, area.y + area.h - BAR / 2 - ZERO / 2, ZERO, "text")
        taken = (middle - words.width / 2 - APART, middle + words.width / 2 + APART)
    start = Setting((day_said(first, ground.look.zero, ground.say),), 1.0, "regular", 30.0)
    end = Setting((day_said(last, ground.look.zero, ground.say),), 1.0, "regular", 30.0)
    right = area.x + area.w
    if zero is None or area.x + start.width <= taken[0]:
        put(pen, start, area.x, area.y - 0.05, colour="axis.text")
    if (right - end.width >= taken[1]) if zero is not None else area.w > start.width + end.width + APART:
        put(pen, end, right, area.y - 0.05, colour="axis.text", anchor="end")
