"""How far a point is from rectangles and lines."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from app.canvas import primitives
from app.canvas.scale import PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.layout.drawing import Line, Point, Rect

PIECES = 24
"""Straight pieces in which a curve is measured."""


def to_rect(r: Rect, x: float, y: float) -> float:
    """From a point to the rectangle, 0 inside; all in one unit."""
    return hypot(max(r.x - x, 0.0, x - r.x - r.w), max(r.y - y, 0.0, y - r.y - r.h))


def to_line(line: Line, x: float, y: float) -> float:
    """From a point to the line, in pixels at 100 %."""
    return min((_to_piece(a, b, x, y) for a, b in pairwise(_corners(line))), default=float("inf"))


def _corners(line: Line) -> Iterator[Point]:
    if not line.curved:
        yield from ((x * PX, y * PX) for x, y in line.points)
        return
    path = primitives.line_path(line)
    for step in range(PIECES + 1):
        point = path.pointAtPercent(step / PIECES)
        yield point.x(), point.y()


def _to_piece(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    return hypot(x - a[0] - along * dx, y - a[1] - along * dy)
