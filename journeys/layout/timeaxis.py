"""The axis above the phases when the map is true to time: ticks in days, weeks, months or years, and breaks."""

from __future__ import annotations

import datetime as dt
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.deadlines import DAYS_A_MONTH
from journeys.i18n import N_
from journeys.layout import text
from journeys.layout.pen import height_of
from journeys.phrases.dates import MONTHS, WEEKDAYS, date_words
from journeys.phrases.durations import duration

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeys.i18n import Words
    from journeys.layout.columns import Span
    from journeys.layout.drawing import Font
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.layout.timescale import Scale

AXIS: Final = 2.7
"""The height of the axis."""
LINE: Final = AXIS - 0.6
SIZE: Final = 0.88
ROOM: Final = 5.2
"""From one tick with words to the next, at least."""
FINE: Final = 0.9
"""From one tick without words to the next, at least."""
APART: Final = 0.6
WEEKLY: Final = 6.6
"""From one date to the next, at least, for dates with their weekday."""
MONTHLY: Final = 20
"""Days from which dates are those of months: nobody thinks in every fourth week of a calendar."""
DOT: Final = 0.75
CLOCK: Final = 1.1
DAYS_A_YEAR: Final = 365.25
_UNITS: Final[tuple[tuple[str, float, tuple[int, ...]], ...]] = (
    (N_("{n} d"), 1.0, (1,)),
    (N_("{n} wk"), 7.0, (1, 2)),
    (N_("{n} mo"), DAYS_A_MONTH, (1, 3, 6)),
    (N_("{n} yr"), DAYS_A_YEAR, (1, 2, 5, 10, 25, 50, 100)),
)


class Tick(NamedTuple):
    """A day on the axis; most have no words."""

    day: float
    words: str = ""
    zero: bool = False


def draw(
    pen: Pen, span: Span, look: Look, zero: dt.date | None, due: Collection[int] = (), *, end: bool
) -> None:  # fmt: skip
    """One phase's stretch of the axis, from its own left edge; `zero`: the date of day 0, when it is known.

    `due`: the days on which the deadlines end that are shown.
    """
    scale = span.scale
    pen.about = span.phase
    if scale is not None and scale.pieces:
        _line(pen, span, scale)
        _ticks(pen, span, scale, look, zero)
        _days(pen, span, scale)
        for day in due:
            pen.mark("clock", scale.at(day) - CLOCK / 2, LINE - CLOCK / 2, CLOCK, "deadline", look.say("Deadline"))
        for cut in scale.cuts:
            _break(pen, cut.x, cut.w, duration(round(cut.last - cut.first), look.say), look)
    pen.line(((0, LINE - 0.4), (0, LINE + 0.4)), "axis", 0.12)
    if end:
        pen.line(((span.w, LINE - 0.4), (span.w, LINE + 0.4)), "axis", 0.12)
    pen.about = None


def _line(pen: Pen, span: Span, scale: Scale) -> None:
    """Solid where it is true to scale, dashed where cards need more room than the days."""
    runs: list[tuple[float, float, str]] = []
    for piece in scale.pieces:
        if runs and runs[-1][2] == piece.kind:
            runs[-1] = (runs[-1][0], piece.x + piece.w, piece.kind)
        elif piece.kind != "cut" and piece.w:
            runs.append((piece.x, piece.x + piece.w, piece.kind))
    for left, right, kind in runs:
        to = span.w + 0.4 if right >= span.w - 0.01 else right
        pen.line(((left, LINE), (to, LINE)), "axis", 0.11, dash="dashed" if kind == "wide" else "solid")


def _ticks(pen: Pen, span: Span, scale: Scale, look: Look, zero: dt.date | None) -> None:
    free = 0.0
    for tick in ticks(span.stretch.period, scale, look.say, zero):
        x = scale.at(tick.day)
        if any(cut.x < x < cut.x + cut.w for cut in scale.cuts):
            continue
        font: Font = "bold" if tick.zero else "regular"
        words = _told(tick, zero, look.say, (span.w - 0.2) / SIZE)
        wide = text.widest((words,), font) * SIZE
        left = min(max(x - wide / 2, 0.1), span.w - wide - 0.1)
        fits = bool(words) and left >= free and not any(
            cut.x - 0.2 < left + wide and left < cut.x + cut.w + 0.2 for cut in scale.cuts
        )  # fmt: skip
        reach = 0.42 if tick.words else 0.22
        pen.line(((x, LINE - reach / 2), (x, LINE + reach / 2)), "axis", 0.09)
        if tick.zero:
            pen.mark("diamond", x - 0.45, LINE - 0.45, 0.9, f"{look.own}.fill", look.say("day 0"))
        if fits:
            top = LINE - 0.45 - height_of((tick.words,), SIZE)
            colour = "text" if tick.zero else "axis.text"
            pen.text((words,), left, top, size=SIZE, font=font, colour=colour)
            free = left + wide + APART


def _told(tick: Tick, zero: dt.date | None, say: Words, room: float) -> str:
    """Day 0 says its own date where there is room for it."""
    whole = f"{tick.words} · {date_words(zero, say)}" if tick.zero and zero is not None else tick.words
    return whole if text.widest((whole,), "bold") <= room else tick.words


def _days(pen: Pen, span: Span, scale: Scale) -> None:
    """A dot on each day that a step says itself; where the step stands besides depends on its neighbours."""
    first, last = span.stretch.period
    days = {step.day for column in span.stretch.columns for step in column.steps if step.day is not None}
    for day in sorted(day for day in days if first <= day < last and day):
        pen.mark("dot", scale.at(day) - DOT / 2, LINE - DOT / 2, DOT, "axis.text")


def _break(pen: Pen, x: float, w: float, length: str, look: Look) -> None:
    """Two slanting strokes, and how long a time was left out."""
    words = f"… {length} …"
    lines = text.lines(words, "italic", w / SIZE, look.say.language)[:1]
    pen.mark("break", x + w / 2 - 0.8, LINE - 0.8, 1.6, "axis", look.say("{length} left out", length=length))
    pen.line(((x, LINE), (x + w / 2 - 0.7, LINE)), "axis", 0.09, dash="dotted")
    pen.line(((x + w / 2 + 0.7, LINE), (x + w, LINE)), "axis", 0.09, dash="dotted")
    top = LINE - 0.75 - height_of(lines, SIZE)
    pen.text(lines, x + w / 2, top, size=SIZE, font="italic", colour="axis.text", anchor="middle")


def ticks(period: tuple[int, int], scale: Scale, say: Words, zero: dt.date | None) -> list[Tick]:
    """The ticks within a phase: numbers from day 0, or dates when that of day 0 is known."""
    first, last = period
    pattern, unit, step = _measure(scale.per_day)
    if zero is not None and unit * step > MONTHLY:
        found = list(dated(first, last, unit, step if unit > MONTHLY else 1, zero, say))
    elif unit * step == 7 and scale.per_day >= FINE:
        found = [_tick(day, 1.0, 7, pattern, say, zero, of=7) for day in range(first, last)]
    else:
        fine = 1 if unit * scale.per_day >= FINE else step
        counts = range(ceil(first / unit / fine) * fine, ceil(last / unit), fine)
        named = unit * step * scale.per_day >= WEEKLY
        found = [
            _tick(count, unit, step, pattern, say, zero, named=named)
            for count in counts
            if first <= count * unit < last
        ]
    if first <= 0 < last and not any(tick.day == 0 for tick in found):
        found = sorted([*found, Tick(0.0, say("day 0"), zero=True)])
    return [Tick(0.0, say("day 0"), zero=True) if tick.day == 0 else tick for tick in found]


def _tick(
    count: int, unit: float, step: int, pattern: str, say: Words, zero: dt.date | None, *, of: int = 1,
    named: bool = False,
) -> Tick:  # fmt: skip
    """`of`: so many counts are one of what the words count. `named`: a date has its weekday."""
    if count % step:
        return Tick(count * unit)
    if zero is not None:
        return Tick(count * unit, date_on(zero, round(count * unit), say, named=named))
    sign = "−" if count < 0 else "+"
    return Tick(count * unit, sign + say(pattern, n=abs(count) // of))


def _measure(per_day: float) -> tuple[str, float, int]:
    """Words, days per unit, and units from number to number: the finest that leaves room for the words."""
    for pattern, unit, steps in _UNITS:
        for step in steps:
            if unit * step * per_day >= ROOM:
                return pattern, unit, step
    pattern, unit, steps = _UNITS[-1]
    return pattern, unit, steps[-1]


def dated(first: int, last: int, unit: float, step: int, zero: dt.date, say: Words) -> Iterator[Tick]:
    """The first days of months or years."""
    yearly = unit > 100
    for year in range(_year(zero, first), _year(zero, last) + 1):
        for month in range(1, 2 if yearly else 13):
            day = (dt.date(year, month, 1) - zero).days
            if first <= day < last:
                words = str(year) if yearly else f"{say(MONTHS[month - 1])} {year}"
                shown = year % step == 0 if yearly else (month - 1) % step == 0
                yield Tick(float(day), words if shown else "")


def _year(zero: dt.date, day: int) -> int:
    """The year in which a day lies, kept among those there are."""
    return max(dt.MINYEAR, min(dt.MAXYEAR, (dt.date.fromordinal(_ordinal(zero, day))).year))


def date_on(zero: dt.date, day: int, say: Words, *, named: bool = False) -> str:
    """Day and month, with its weekday when `named`."""
    date = dt.date.fromordinal(_ordinal(zero, day))
    words = f"{date.day} {say(MONTHS[date.month - 1])}"
    return say("{weekday} {date}", weekday=say(WEEKDAYS[date.weekday()]), date=words) if named else words


def _ordinal(zero: dt.date, day: int) -> int:
    return max(1, min(dt.date.max.toordinal(), zero.toordinal() + day))


def zigzag(x: float, y: float, height: float) -> Sequence[tuple[float, float]]:
    """A torn edge from top to bottom."""
    many = max(2, round(height / 0.9))
    return [(x + (0.35 if index % 2 else -0.35), y + height * index / many) for index in range(many + 1)]
