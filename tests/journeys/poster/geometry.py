"""Where everything on a drawing is, in millimetres of the sheet, and what lies over what."""

from __future__ import annotations

from typing import NamedTuple

from journeys import fonts
from journeys.layout.drawing import Box, Line, Mark, Photo, Text
from journeys.poster.paper import MARGIN_MM
from journeys.poster.parts.blocks import MM

SCISSORS = ("scissors", "scissors.down")
"""They stand on the line along which one cuts, which may be the edge of the margin."""


class Spot(NamedTuple):
    """A line of text, or a shape, with its bounds."""

    left: float
    top: float
    right: float
    bottom: float
    what: str
    about: str | None


def texts(drawing) -> list[Spot]:
    """Every line of text, from cap height to baseline."""
    return [
        spot
        for layer in drawing.layers
        for text in layer.elements
        if isinstance(text, Text)
        for spot in _lines(layer, text)
    ]


def _lines(layer, text):
    size = text.size * MM
    for index, line in enumerate(text.lines):
        wide = fonts.width(line, text.font, size)
        left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor] + layer.origin[0]
        baseline = text.y + index * text.leading + layer.origin[1]
        yield Spot(left, baseline - fonts.CAP_HEIGHT * size, left + wide, baseline, line, text.about)


def shapes(drawing) -> list[Spot]:
    """Every box, picture, line and mark."""
    return [
        _shape(layer, element)
        for layer in drawing.layers
        for element in layer.elements
        if not isinstance(element, Text)
    ]


def _shape(layer, element) -> Spot:
    dx, dy = layer.origin
    if isinstance(element, Box | Photo):
        rect, what = element.rect, type(element).__name__.lower()
        return Spot(rect.x + dx, rect.y + dy, rect.x + rect.w + dx, rect.y + rect.h + dy, what, element.about)
    if isinstance(element, Mark):
        return Spot(
            element.x + dx,
            element.y + dy,
            element.x + element.size + dx,
            element.y + element.size + dy,
            element.name,
            element.about,
        )
    assert isinstance(element, Line)
    xs, ys = zip(*element.points, strict=True)
    return Spot(min(xs) + dx, min(ys) + dy, max(xs) + dx, max(ys) + dy, "line", element.about)


def outside(spots: list[Spot], left: float, top: float, right: float, bottom: float) -> list[Spot]:
    """Those that leave this rectangle by more than a hundredth of a millimetre."""
    slack = 0.01
    return [
        spot for spot in spots
        if min(spot.left - left, spot.top - top, right - spot.right, bottom - spot.bottom) < -slack
    ]  # fmt: skip


def overlapping(spots: list[Spot]) -> list[tuple[str, str]]:
    """Pairs of lines of text that touch each other."""
    found = []
    active: list[Spot] = []
    for spot in sorted(spots, key=lambda s: s.top):
        active = [other for other in active if other.bottom > spot.top + 0.02]
        found += [
            (other.what, spot.what) for other in active
            if other.right > spot.left + 0.02 and spot.right > other.left + 0.02
        ]  # fmt: skip
        active.append(spot)
    return found


def check(drawing, margin=MARGIN_MM, beside=()) -> None:
    """All within the margins, but for marks of these names; no words over other words."""
    area = (margin, margin, drawing.width - margin, drawing.height - margin)
    assert outside(texts(drawing), *area) == []
    assert [spot for spot in outside(shapes(drawing), *area) if spot.what not in beside] == []
    assert overlapping(texts(drawing)) == []


def lines(sheets) -> list[str]:
    """Every line of text on these sheets."""
    return [spot.what for sheet in sheets for spot in texts(sheet.drawing)]
