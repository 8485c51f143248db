"""The strokes that marks are made of: paths in the unit square, filled or drawn as lines."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Paint = Literal["fill", "line"]
Tint = Literal["mark", "ink", "paper"]
Command = tuple[str, tuple[float, ...]]
"""("m", (x, y)) · ("l", (x, y)) · ("c", (x1, y1, x2, y2, x, y)) · ("z", ())."""

QUARTER: Final = 0.5523


class Shape(NamedTuple):
    """One path of a mark: filled or drawn as a line with round ends, `width` in parts of the mark's size.

    `tint`: "mark" is the Mark's own colour, "ink" the role "mark.ink", "paper" the role "mark.paper"; faces use
    "face.ink" for ink.
    """

    path: tuple[Command, ...]
    paint: Paint = "fill"
    tint: Tint = "mark"
    width: float = 0.08


def path(source: str) -> tuple[Command, ...]:
    """Reads "M x y L x y C x1 y1 x2 y2 x y Z", in hundredths of the square."""
    found: list[Command] = []
    words = source.split()
    letters = [index for index, word in enumerate(words) if word in "MLCZ"]
    for start, end in zip(letters, [*letters[1:], len(words)], strict=True):
        numbers = tuple(float(word) / 100 for word in words[start + 1 : end])
        found.append((words[start].lower(), numbers))
    return tuple(found)


def circle(x: float, y: float, r: float, ry: float | None = None) -> str:
    """A circle (or ellipse), as a path."""
    v = r if ry is None else ry
    k, q = r * QUARTER, v * QUARTER
    return (
        f"M {x + r} {y} C {x + r} {y + q} {x + k} {y + v} {x} {y + v} "
        f"C {x - k} {y + v} {x - r} {y + q} {x - r} {y} C {x - r} {y - q} {x - k} {y - v} {x} {y - v} "
        f"C {x + k} {y - v} {x + r} {y - q} {x + r} {y} Z"
    )


def box(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """A rectangle with rounded corners, as a path."""
    if not r:
        return f"M {x} {y} L {x + w} {y} L {x + w} {y + h} L {x} {y + h} Z"
    k = r * (1 - QUARTER)
    a, b = x + w, y + h
    return (
        f"M {x + r} {y} L {a - r} {y} C {a - k} {y} {a} {y + k} {a} {y + r} L {a} {b - r} "
        f"C {a} {b - k} {a - k} {b} {a - r} {b} L {x + r} {b} C {x + k} {b} {x} {b - k} {x} {b - r} "
        f"L {x} {y + r} C {x} {y + k} {x + k} {y} {x + r} {y} Z"
    )


def fill(source: str, tint: Tint = "mark") -> Shape:
    return Shape(path(source), "fill", tint)


def line(source: str, width: float = 8, tint: Tint = "mark") -> Shape:
    return Shape(path(source), "line", tint, width / 100)


def turned(shapes: tuple[Shape, ...], degrees: int) -> tuple[Shape, ...]:
    """The same, turned clockwise about the middle of the square."""
    c, s = cos(radians(degrees)), sin(radians(degrees))

    def placed(numbers: tuple[float, ...]) -> tuple[float, ...]:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        away = ((x - 0.5, y - 0.5) for x, y in pairs)
        return tuple(round(part, 4) for x, y in away for part in (0.5 + x * c - y * s, 0.5 + x * s + y * c))

    return tuple(shape._replace(path=tuple((letter, placed(at)) for letter, at in shape.path)) for shape in shapes)


def scaled(source: str, x: float, y: float, size: float) -> str:
    """A path of the whole square, smaller: its left top corner at this place."""
    return " ".join(_words(source, (x, y), size / 100))


def _words(source: str, by: tuple[float, float], share: float) -> Iterator[str]:
    count = 0
    for word in source.split():
        if word in "MLCZ":
            yield word
        else:
            yield f"{by[count % 2] + float(word) * share:.2f}"
            count += 1
