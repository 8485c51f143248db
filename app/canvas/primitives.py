"""What a painter needs for one element of the Drawing, made once: pens, brushes, paths and glyphs."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, isfinite, sin
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from app.canvas import glyphs, scale, symbols
from app.canvas.scale import MM_PER_PT, PX, PX_PER_PT
from journeys import fonts
from journeys.layout.drawing import Box, Element, Line, Mark, Photo, Point, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.canvas.bounds import Sides
    from app.canvas.inks import Inks, Strokes

BOX, PATH, TEXT, MARK, NOTHING, PHOTO = range(6)
Primitive = tuple[Any, ...]
"""(code, pen, brush, …): see `primitive`."""

BOLD_LEAST: Final = 4.0
REGULAR_LEAST: Final = 4.4
"""Pixels on the screen below which text of that weight is left out: not even its shape could be made out."""
MARK_LEAST: Final = 4.0
ARROW_MM: Final = 1.9
OPAQUE: Final = 255
PIECE: Final = 4
"""Curves of a long line that are stroked together: what one stroke costs grows with the square of its length."""
LONG: Final = 48
"""Shorter ones are stroked in one go, which is quick enough."""


def sides(element: Element) -> Sides:
    """The rectangle that the element may touch, in scene pixels; a wide guess for text."""
    if isinstance(element, Box):
        r, half = element.rect, element.width / 2
        found = (r.x - half, r.y - half, r.x + r.w + half, r.y + r.h + half)
    elif isinstance(element, Line):
        xs, ys = [x for x, _ in element.points], [y for _, y in element.points]
        reach = element.width + (ARROW_MM if element.arrow else 0)
        found = (min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach)
    elif isinstance(element, Mark):
        found = (element.x, element.y, element.x + element.size, element.y + element.size)
    elif isinstance(element, Photo):
        found = (*element.rect[:2], element.rect.x + element.rect.w, element.rect.y + element.rect.h)
    else:
        found = _text_sides(element)
    left, top, right, bottom = found
    return left * PX, top * PX, right * PX, bottom * PX


def _text_sides(text: Text) -> Sides:
    size = text.size * MM_PER_PT
    wide = max((len(line) for line in text.lines), default=0) * size
    left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    bottom = text.y + text.leading * len(text.lines)
    return left, text.y - size, left + wide, bottom


def least_zoom(element: Element) -> float:
    """The zoom below which the element is left out."""
    if isinstance(element, Text):
        least = BOLD_LEAST if element.font in ("semibold", "bold") else REGULAR_LEAST
        return least / max(element.size * PX_PER_PT, 0.1)
    if isinstance(element, Mark):
        return MARK_LEAST / max(element.size * PX, 0.1)
    return 0.0


def primitive(element: Element, inks: Inks) -> Primitive:
    """(BOX, pen, brush, rect, radius), (PATH, pen, brush, paths, arrow), (TEXT, pen, pieces, signs, pixels),
    (MARK, x, y, strokes), (PHOTO, photos, rect, image, radius)."""
    if not all(isfinite(side) for side in sides(element)):
        return (NOTHING,)  # one coordinate that is no number would blank the whole view
    if isinstance(element, Box):
        pen = inks.pen(element.stroke, element.width, element.dash)
        brush = inks.brush(element.fill, element.hatch)
        return BOX, pen, brush, scale.rect(element.rect), element.radius * PX
    if isinstance(element, Line):
        pen = inks.pen(element.stroke, element.width, element.dash)
        paths = _pieces_of(element, whole=pen.color().alpha() < OPAQUE)
        return PATH, pen, inks.brush(element.stroke), paths, arrow_head(element)
    if isinstance(element, Text):
        pen = inks.pen(element.colour, 0.1)
        return TEXT, pen, _pieces(element), tuple(_signs(element, inks)), element.size * PX_PER_PT
    if isinstance(element, Photo):
        if inks.photos is None:
            return (NOTHING,)
        return PHOTO, inks.photos, scale.rect(element.rect), element.image, element.radius * PX
    return MARK, element.x * PX, element.y * PX, symbols.strokes(element.name, element.size, element.colour, inks)


def _pieces(text: Text) -> tuple[Any, ...]:
    """(baseline point, glyphs) per line and font."""
    size = text.size * PX_PER_PT
    made = []
    for number, line in enumerate(text.lines):
        place = _baseline(text, number)
        made.append((place, glyphs.run(line, text.font, size)))
        made += [(place, run) for run in glyphs.lent(line, text.font, size)]
    return tuple(made)


def _baseline(text: Text, number: int) -> QPointF:
    """Where a line begins."""
    line = text.lines[number]
    x, y = text.x * PX, (text.y + number * text.leading) * PX
    if text.anchor != "start":
        wide = fonts.width(line, fonts.suited(line, text.font), text.size * PX_PER_PT)
        x -= wide / 2 if text.anchor == "middle" else wide
    return QPointF(x, y)


def _signs(text: Text, inks: Inks) -> Iterator[tuple[float, float, Strokes]]:
    """(x, y, strokes) per emoji in the text, as marks have them."""
    em = text.size * PX_PER_PT
    for number, line in enumerate(text.lines):
        for mark, x in glyphs.signs(line, text.font):
            start = _baseline(text, number)
            drawn = symbols.strokes(mark, fonts.SIGN * text.size * MM_PER_PT, text.colour, inks)
            yield start.x() + x * em, start.y() + (fonts.BELOW - fonts.SIGN) * em, drawn


def _pieces_of(line: Line, *, whole: bool) -> tuple[QPainterPath, ...]:
    """The path of the line; of a long curve in pieces, each of which begins a little back so that no seam is seen."""
    points = line.points
    if whole or not line.curved or line.dash != "solid" or len(points) <= 3 * LONG:
        return (line_path(line),)
    made = []
    for start in range(0, len(points) - 1, 3 * PIECE):
        before = _last_of(points[start - 3 : start + 1]) if start else ()
        piece = (*before, *points[start : start + 3 * PIECE + 1])
        made.append(line_path(line._replace(points=piece)))
    return tuple(made)


def _last_of(curve: Sequence[Point], share: float = 0.9) -> tuple[Point, Point, Point]:
    """The last part of a cubic, without its end."""
    one, other, third = (_between(a, b, share) for a, b in pairwise(curve))
    left, right = _between(one, other, share), _between(other, third, share)
    return _between(left, right, share), right, third


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def line_path(line: Line) -> QPainterPath:
    """The line as a path in the scene."""
    points = [scale.point(x, y) for x, y in line.points]
    path = QPainterPath(points[0])
    if line.curved:
        for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
            path.cubicTo(first, second, end)
    else:
        for point in points[1:]:
            path.lineTo(point)
    return path


def arrow_head(line: Line) -> QPolygonF | None:
    """The head at the line's end, pointing on in its last direction."""
    if not line.arrow or len(line.points) < 2:
        return None
    tip = line.points[-1]
    before = next((p for p in reversed(line.points[:-1]) if p != tip), None)
    return None if before is None else _head(before, tip)


def _head(before: Point, tip: Point) -> QPolygonF:
    angle = atan2(tip[1] - before[1], tip[0] - before[0])
    back = ((cos(angle + turn) * ARROW_MM, sin(angle + turn) * ARROW_MM) for turn in (2.7, -2.7))
    corners = [tip, *((tip[0] + x, tip[1] + y) for x, y in back)]
    return QPolygonF([scale.point(x, y) for x, y in corners])
