"""Shapes as PDF path operators: rectangles, round corners, circles, curves, arrow heads and stripes, in mm."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeys.layout.drawing import Box, Dash, Line, Point, Rect
    from journeys.layout.shapes import Shape

QUARTER: Final = 0.5523
"""How far a Bézier's handles reach to draw a quarter of a circle, in radii."""
_OPERATORS: Final = {"m": "m", "l": "l", "c": "c", "z": "h"}
_STRIPE_MM: Final = (0.9, 6.0)


def outline(box: Box) -> str:
    """The path of a box, its corners rounded as far as they fit."""
    rect = box.rect
    radius = min(box.radius, rect.w / 2, rect.h / 2)
    if radius <= 0.01:
        return f"{rect.x:.2f} {rect.y:.2f} {rect.w:.2f} {rect.h:.2f} re"
    return _rounded(rect, radius)


def _rounded(rect: Rect, radius: float) -> str:
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
    near = radius * (1 - QUARTER)
    return (
        f"{left + radius:.2f} {top:.2f} m {right - radius:.2f} {top:.2f} l "
        f"{right - near:.2f} {top:.2f} {right:.2f} {top + near:.2f} {right:.2f} {top + radius:.2f} c "
        f"{right:.2f} {bottom - radius:.2f} l "
        f"{right:.2f} {bottom - near:.2f} {right - near:.2f} {bottom:.2f} {right - radius:.2f} {bottom:.2f} c "
        f"{left + radius:.2f} {bottom:.2f} l "
        f"{left + near:.2f} {bottom:.2f} {left:.2f} {bottom - near:.2f} {left:.2f} {bottom - radius:.2f} c "
        f"{left:.2f} {top + radius:.2f} l "
        f"{left:.2f} {top + near:.2f} {left + near:.2f} {top:.2f} {left + radius:.2f} {top:.2f} c h"
    )


def track(line: Line) -> str:
    """The path of a polyline or a chain of curves."""
    first, *rest = line.points
    start = f"{first[0]:.2f} {first[1]:.2f} m "
    if not line.curved:
        return start + " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)
    pieces = zip(rest[0::3], rest[1::3], rest[2::3], strict=True)
    return start + " ".join(
        f"{a[0]:.2f} {a[1]:.2f} {b[0]:.2f} {b[1]:.2f} {c[0]:.2f} {c[1]:.2f} c" for a, b, c in pieces
    )


def arrow_head(points: tuple[Point, ...], width: float) -> str:
    """A triangle whose tip is the last point, in the direction the line arrives from."""
    (x, y), (fx, fy) = points[-1], points[-2]
    far = math.hypot(x - fx, y - fy) or 1.0
    ux, uy = (x - fx) / far, (y - fy) / far
    long, half = 2.2 * width + 0.7, 1.1 * width + 0.35
    bx, by = x - ux * long, y - uy * long
    return (
        f"{x:.2f} {y:.2f} m {bx - uy * half:.2f} {by + ux * half:.2f} l {bx + uy * half:.2f} {by - ux * half:.2f} l h"
    )


def dashes(dash: Dash, width: float) -> str:
    """The dash operator: dashes and dots grow with the line."""
    if dash == "dashed":
        return f"[{4.5 * width:.2f} {2.8 * width:.2f}] 0 d"
    if dash == "dotted":
        return f"1 J [0 {2.4 * width:.2f}] 0 d"
    return ""


def stripes(rect: Rect) -> tuple[float, str]:
    """Line width and path of diagonal stripes that cover the rectangle (to be clipped to it)."""
    apart = min(max(rect.h * 0.42, _STRIPE_MM[0]), _STRIPE_MM[1])
    step = apart * math.sqrt(2)
    count = math.ceil((rect.w + rect.h) / step) + 1
    bottom = rect.y + rect.h
    starts = (rect.x - rect.h + index * step for index in range(count))
    lines = (f"{x:.2f} {bottom:.2f} m {x + rect.h:.2f} {rect.y:.2f} l" for x in starts)
    return apart * 0.42, " ".join(lines)


def symbol(shape: Shape, colour: str) -> str:
    """One shape of a mark in the unit square, filled or drawn with round ends."""
    path = " ".join(
        " ".join([*(f"{number:.3f}" for number in numbers), _OPERATORS[letter]]) for letter, numbers in shape.path
    )
    if shape.paint == "fill":
        return f"{colour} rg {path} f"
    return f"{colour} RG {shape.width:.3f} w 1 J 1 j {path} S"
