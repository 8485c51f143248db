"""One time axis for several journeys, true to scale: a thin strip for each, led down to the columns of the phases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.phrases.terms import signed
from journeys.poster.parts.axis import TICK_PT, counts, measure
from journeys.poster.parts.blocks import MM, Block

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.layout.drawing import Font
    from journeys.model.document import Document
    from journeys.poster.parts.grid import Column

ROOM_MM: Final = 15.0
"""Between two numbers on the axis, at A4, at least."""
STRIP_MM: Final = 2.2
MOST_MM: Final = 11.0
"""All strips together; more of them are thinner."""
LEAD_MM: Final = 4.6
TICK_MM: Final = 1.6


def lifelines(
    document: Document, rows: Sequence[Mapping[str, Level]], found: Sequence[Column], scale: float, say: Words
) -> Block:
    """Numbers above, a strip per row, and lines down to the columns; empty where time is not known.

    `rows`: phase → level of each journey, in the order in which they stand below.
    """
    dated = [column for column in found if column.dated]
    whole = Block(found[-1].right if found else 0.0)
    if len(dated) < 2 or not rows:
        return whole
    left, right = found[0].x, found[-1].right
    first, last = dated[0].start, max(column.end for column in dated)
    day = (right - left) / (last - first)
    strip = min(STRIP_MM * scale, MOST_MM * scale / len(rows))
    top = _numbers(whole, left, right, first, last, scale, say)
    edge = min(0.25 * scale, 0.12 * strip)
    own, bottom, lead = own_colour(document), top + strip * len(rows), LEAD_MM * scale
    for index, levels in enumerate(rows):
        for column in dated:
            place = Rect(
                left + (column.start - first) * day, top + index * strip, (column.end - column.start) * day, strip
            )
            look = level_look(levels[column.phase], own)
            whole.add(Box(place, look.fill, look.hatch, "card.fill", edge, about=column.phase))
    for column in dated:
        for when, x in ((column.start, column.x), (column.end, column.right)):
            whole.add(_lead(left + (when - first) * day, bottom, x, bottom + lead, scale))
    if first <= 0 <= last:
        _day0(whole, left - first * day, top, bottom, scale, say)
    whole.height = bottom + lead
    return whole


def _lead(x: float, y: float, to_x: float, to_y: float, scale: float) -> Line:
    """From a border on the axis to that of its column."""
    middle = (y + to_y) / 2
    points = ((x, y + 0.4 * scale), (x, middle), (to_x, middle), (to_x, to_y))
    return Line(points, "axis", 0.14 * scale, curved=True)


def _day0(whole: Block, x: float, top: float, bottom: float, scale: float, say: Words) -> None:
    whole.add(Line(((x, top), (x, bottom + 0.8 * scale)), "text", 0.4 * scale))
    side = 2.6 * scale
    whole.add(Mark("diamond", x - side / 2, top - 0.35 * side, side, "text", alt=say("day 0")))


def _numbers(whole: Block, left: float, right: float, first: int, last: int, scale: float, say: Words) -> float:
    """What is counted, then numbers in that unit; returns where the strips begin."""
    title, unit, step = measure(last - first, (right - left) / (ROOM_MM * scale))
    size = TICK_PT * scale
    word, line, baseline = say(title), 1.25 * size * MM, fonts.ASCENT * size * MM
    beside = fonts.width(word, "semibold", size) * MM + 1.5 * scale <= left
    whole.add(
        Text(left - 1.5 * scale, baseline + line, (word,), size, line, "semibold", "lane.title", "end", role="artifact")
        if beside
        else Text(left, baseline, (word,), size, line, "semibold", "lane.title", role="artifact")
    )
    if not beside:
        baseline += line
    top, end = baseline + TICK_MM * scale, left
    for count in counts(first / unit, last / unit, step):
        x = left + min(max((count * unit - first) / (last - first), 0.0), 1.0) * (right - left)
        end = _number(whole, count, (x, baseline, top), (left, right, end), scale, say)
    return top


def _number(
    whole: Block, count: int, at: tuple[float, float, float], room: tuple[float, float, float], scale: float, say: Words
) -> float:
    """A number with its tick; returns where it ends, so that the next one leaves it free."""
    (x, baseline, top), (left, right, end) = at, room
    size = TICK_PT * scale
    word = say("day 0") if count == 0 else signed(count)
    font: Font = "bold" if count == 0 else "regular"
    half = fonts.width(word, font, size) * MM / 2
    middle = min(max(x, left + half), right - half)
    if count:
        whole.add(Line(((x, top - 0.9 * scale), (x, top)), "axis", 0.2 * scale))
    if middle - half < end + 0.3 * scale and end > left:
        return end
    colour = "axis.text" if count else "text"
    whole.add(Text(middle, baseline, (word,), size, size * MM, font, colour, "middle", role="artifact"))
    return middle + half
