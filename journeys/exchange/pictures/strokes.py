"""Boxes, lines, marks and pictures of a drawing as elements of SVG, in pixels of which 96 go in an inch."""

from __future__ import annotations

import math
from base64 import b64encode
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from journeys.layout import marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.exchange.pictures.inks import Inks
    from journeys.layout.drawing import Box, Dash, Line, Mark, Photo, Point, Rect
    from journeys.layout.shapes import Shape

PX: Final = 96 / 25.4
_STRIPE_MM: Final = (0.9, 6.0)
_ROUND: Final = {"stroke-linecap": "round", "stroke-linejoin": "round"}


def number(value: float, digits: int = 2) -> str:
    """As short as it can be."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def px(mm: float) -> str:
    return number(mm * PX)


def box(parent: Element, one: Box, inks: Inks, new_id: Callable[[], str]) -> None:
    """Fill, stripes over it, outline."""
    plain = one.hatch is None
    if one.fill or (plain and one.stroke):
        stroke = one.stroke if plain else None
        SubElement(parent, "rect", _rect(one) | inks.of(one.fill, stroke) | (_stroked(one) if stroke else {}))
    if one.hatch:
        _hatch(parent, one, inks, new_id())
        if one.stroke:
            SubElement(parent, "rect", _rect(one) | inks.of(None, one.stroke) | _stroked(one))


def _rect(one: Box) -> dict[str, str]:
    radius = min(one.radius, one.rect.w / 2, one.rect.h / 2)
    found = _area(one.rect)
    return found | {"rx": px(radius)} if radius > 0.01 else found


def _area(rect: Rect) -> dict[str, str]:
    return {"x": px(rect.x), "y": px(rect.y), "width": px(max(rect.w, 0.0)), "height": px(max(rect.h, 0.0))}


def _stroked(one: Box) -> dict[str, str]:
    return {"stroke-width": px(one.width), **_dashes(one.dash, one.width)}


def _dashes(dash: Dash, width: float) -> dict[str, str]:
    """Dashes and dots grow with the line."""
    if dash == "dashed":
        return {"stroke-dasharray": f"{px(4.5 * width)} {px(2.8 * width)}"}
    if dash == "dotted":
        return {"stroke-dasharray": f"0 {px(2.4 * width)}", "stroke-linecap": "round"}
    return {}


def _hatch(parent: Element, one: Box, inks: Inks, clip: str) -> None:
    """Diagonal stripes, cut to the box."""
    cut = SubElement(parent, "clipPath", {"id": clip})
    SubElement(cut, "rect", _rect(one))
    width, path = _stripes(one.rect)
    drawn = {"d": path, "stroke-width": px(width), "clip-path": f"url(#{clip})"}
    SubElement(parent, "path", drawn | inks.of(None, one.hatch))


def _stripes(rect: Rect) -> tuple[float, str]:
    """Line width and path of stripes that cover the rectangle."""
    apart = min(max(rect.h * 0.42, _STRIPE_MM[0]), _STRIPE_MM[1])
    step = apart * math.sqrt(2)
    starts = (rect.x - rect.h + index * step for index in range(math.ceil((rect.w + rect.h) / step) + 1))
    low, high = px(rect.y + rect.h), px(rect.y)
    return apart * 0.42, " ".join(f"M{px(x)} {low}L{px(x + rect.h)} {high}" for x in starts)


def line(parent: Element, one: Line, inks: Inks) -> None:
    """The line, and the head of its arrow."""
    drawn = {"d": _track(one), "stroke-width": px(one.width)}
    dashes = _ROUND if one.dash == "solid" else _dashes(one.dash, one.width)
    SubElement(parent, "path", drawn | dashes | inks.of(None, one.stroke))
    if one.arrow:
        SubElement(parent, "path", {"d": _arrow_head(one.points, one.width)} | inks.of(one.stroke))


def _track(one: Line) -> str:
    first, *rest = one.points
    return f"M{_at(first)}{'C' if one.curved else 'L'}{' '.join(map(_at, rest))}"


def _at(point: Point) -> str:
    return f"{px(point[0])} {px(point[1])}"


def _arrow_head(points: tuple[Point, ...], width: float) -> str:
    """A triangle whose tip is the last point, in the direction the line arrives from."""
    (x, y), (fx, fy) = points[-1], points[-2]
    far = math.hypot(x - fx, y - fy) or 1.0
    ux, uy = (x - fx) / far, (y - fy) / far
    long, half = 2.2 * width + 0.7, 1.1 * width + 0.35
    bx, by = x - ux * long, y - uy * long
    return f"M{_at((x, y))}L{_at((bx - uy * half, by + ux * half))} {_at((bx + uy * half, by - ux * half))}Z"


def mark(parent: Element, one: Mark, inks: Inks) -> None:
    """A symbol as a group of shapes."""
    group = SubElement(parent, "g")
    tints = {"mark": one.colour, "ink": marks.ink(one.name), "paper": "mark.paper"}
    for shape in marks.shapes(one.name):
        path, role = " ".join(_commands(one, shape)), tints[shape.tint]
        if shape.paint == "fill":
            SubElement(group, "path", {"d": path} | inks.of(role))
        else:
            width = {"stroke-width": px(shape.width * one.size)}
            SubElement(group, "path", {"d": path} | width | _ROUND | inks.of(None, role))


def _commands(one: Mark, shape: Shape) -> Iterator[str]:
    """The path of a shape at the place and size of the mark."""
    for letter, numbers in shape.path:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        yield letter.upper() + " ".join(_at((one.x + x * one.size, one.y + y * one.size)) for x, y in pairs)


def photo(parent: Element, one: Photo, data: bytes | None, inks: Inks, new_id: Callable[[], str]) -> None:
    """The picture itself; a frame with a cross where it cannot be read."""
    if data is None:
        rect = one.rect
        corners = _at((rect.x, rect.y)), _at((rect.x + rect.w, rect.y + rect.h))
        others = _at((rect.x, rect.y + rect.h)), _at((rect.x + rect.w, rect.y))
        cross = f"M{corners[0]}L{corners[1]}M{others[0]}L{others[1]}"
        SubElement(parent, "rect", _area(rect) | {"stroke-width": "0.8"} | inks.of(None, "muted"))
        SubElement(parent, "path", {"d": cross, "stroke-width": "0.8"} | inks.of(None, "muted"))
        return
    place(parent, one.rect, data, one.radius, new_id)


def place(parent: Element, rect: Rect, data: bytes, radius: float, new_id: Callable[[], str]) -> None:
    """A picture in this rectangle, its corners cut round; what does not fit falls off on both sides."""
    held = {"href": f"data:image/jpeg;base64,{b64encode(data).decode()}", "preserveAspectRatio": "none"}
    if radius > 0:
        clip = new_id()
        SubElement(SubElement(parent, "clipPath", {"id": clip}), "rect", _area(rect) | {"rx": px(radius)})
        held |= {"clip-path": f"url(#{clip})", "preserveAspectRatio": "xMidYMid slice"}
    SubElement(parent, "image", _area(rect) | held)
