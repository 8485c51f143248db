"""What stands where on a sheet, as rectangles in mm: where ink is, which texts and cards a cut would go through."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Box, Line, Mark, Photo, Rect, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.layout.drawing import Element, Layer
    from journeys.poster.sheet import Sheet

_POINT: Final = 25.4 / 72
_ABOVE: Final = 0.78
"""From a line of text's baseline to above its capitals and accents, in ems."""
_BELOW: Final = 0.24
SMALL: Final = 0.25
"""Of the sheet's width and height: what is larger is a lane or a ground, through which cuts must go anyway."""
WHITE: Final = "#ffffff"


class Ground(NamedTuple):
    """`ink`: all that is not white; `texts`: the lines of each text; `cards`: what had better stay whole too."""

    ink: tuple[Rect, ...]
    texts: tuple[tuple[Rect, ...], ...]
    cards: tuple[Rect, ...]


def ground(sheet: Sheet, colours: Mapping[str, str]) -> Ground:
    """Of one sheet, in the colours it will be printed in."""
    ink: list[Rect] = []
    texts: list[tuple[Rect, ...]] = []
    cards = [face.disc for face in sheet.portraits]
    for layer in sheet.drawing.layers:
        for element in layer.elements:
            if isinstance(element, Text):
                texts.append(tuple(_at(line, layer) for line in _lines(element)))
            else:
                ink += (_at(rect, layer) for rect in _inked(element, colours))
                if rect := _card(element, sheet):
                    cards.append(_at(rect, layer))
    return Ground((*ink, *(line for text in texts for line in text)), tuple(texts), tuple(cards))


def _card(element: Element, sheet: Sheet) -> Rect | None:
    """The room of a small thing that one looks at as one: a card, a note, a symbol, a picture."""
    if isinstance(element, Mark):
        return Rect(element.x, element.y, element.size, element.size)
    if not isinstance(element, Box | Photo):
        return None
    small = element.rect.w <= sheet.drawing.width * SMALL and element.rect.h <= sheet.drawing.height * SMALL
    return element.rect if small else None


def _at(rect: Rect, layer: Layer) -> Rect:
    return Rect(rect.x + layer.origin[0], rect.y + layer.origin[1], rect.w, rect.h)


def _lines(text: Text) -> Iterator[Rect]:
    em = text.size * _POINT
    for index, line in enumerate(text.lines):
        wide = fonts.width(line, text.font, em)
        left = text.x - (0.0 if text.anchor == "start" else wide if text.anchor == "end" else wide / 2)
        yield Rect(left, text.y + index * text.leading - _ABOVE * em, wide, (_ABOVE + _BELOW) * em)


def _inked(element: Element, colours: Mapping[str, str]) -> Iterator[Rect]:
    """Where this element leaves something on white paper."""
    if isinstance(element, Box):
        if element.hatch or (element.fill and colours[element.fill] != WHITE):
            yield element.rect
        elif element.stroke and colours[element.stroke] != WHITE:
            yield from _sides(element.rect)
    elif isinstance(element, Line):
        for piece in _pieces(element):
            xs, ys = zip(*piece, strict=True)
            yield Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    elif isinstance(element, Mark):
        yield Rect(element.x, element.y, element.size, element.size)
    elif isinstance(element, Photo):
        yield element.rect


def _sides(rect: Rect) -> tuple[Rect, ...]:
    right, bottom = rect._replace(x=rect.x + rect.w, w=0.0), rect._replace(y=rect.y + rect.h, h=0.0)
    return rect._replace(w=0.0), rect._replace(h=0.0), right, bottom


def _pieces(line: Line) -> Iterator[tuple[tuple[float, float], ...]]:
    """The straight or curved parts of a line; a curve lies within its handles."""
    if not line.curved:
        yield from pairwise(line.points)
        return
    for start in range(0, len(line.points) - 3, 3):
        yield line.points[start : start + 4]
