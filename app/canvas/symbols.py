"""Drawn symbols as painter paths, scaled once per size and colour."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen

from app.canvas.scale import PX
from journeys.layout import marks

if TYPE_CHECKING:
    from app.canvas.inks import Inks, Strokes
    from journeys.layout.shapes import Shape

NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def strokes(name: str, size: float, colour: str, inks: Inks) -> Strokes:
    """(pen, brush, path) per shape of the symbol, its left top corner at 0, 0; `size` in mm."""
    key = (name, size, colour)
    if key not in inks.symbols:
        inks.symbols[key] = tuple(
            _stroke(shape, number, name, size * PX, colour, inks) for number, shape in enumerate(marks.shapes(name))
        )
    return inks.symbols[key]


def _stroke(
    shape: Shape, number: int, name: str, pixels: float, colour: str, inks: Inks
) -> tuple[QPen, QBrush, QPainterPath]:
    role = {"mark": colour, "ink": marks.ink(name), "paper": "mark.paper"}[shape.tint]
    made = path(name, number, pixels)
    if shape.paint == "fill":
        return NO_PEN, inks.brush(role), made
    pen = QPen(inks.colour(role), shape.width * pixels)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen, NO_BRUSH, made


@lru_cache(maxsize=2000)
def path(name: str, number: int, pixels: float) -> QPainterPath:
    """One shape of a symbol at this size; do not change it."""
    made = QPainterPath()
    for verb, places in marks.shapes(name)[number].path:
        at = [place * pixels for place in places]
        if verb == "m":
            made.moveTo(at[0], at[1])
        elif verb == "l":
            made.lineTo(at[0], at[1])
        elif verb == "c":
            made.cubicTo(at[0], at[1], at[2], at[3], at[4], at[5])
        else:
            made.closeSubpath()
    return made
