"""Hearts, hands and people in the line of a text."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line, scaled, turned
from journeys.layout.signs.faces import HEART, STAR

_FINGER: Final = (
    fill(
        "M 40 98 C 28 92 24 80 24 62 C 24 52 34 50 36 58 L 36 12 C 36 2 50 2 50 12 L 50 44 "
        "C 56 40 62 42 63 47 C 69 44 74 46 75 51 C 81 49 86 53 86 60 L 86 72 C 86 84 80 92 72 98 Z"
    ),
)
_THUMB: Final = (
    fill(
        "M 36 42 C 48 34 50 20 50 8 C 52 0 66 2 66 16 C 66 26 63 33 61 38 L 86 38 C 98 38 98 52 90 53 "
        "C 98 56 96 67 88 67 C 94 71 91 81 84 81 C 88 86 84 94 76 94 L 50 94 C 44 94 40 91 36 89 Z"
    ),
    fill(box(6, 42, 22, 50, 3)),
)
_BODY: Final = "M 14 98 C 14 64 24 50 50 50 C 76 50 86 64 86 98 Z"


def _flipped(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Upside down."""
    return tuple(
        shape._replace(path=tuple((c, tuple(1 - n if i % 2 else n for i, n in enumerate(at))) for c, at in shape.path))
        for shape in shapes
    )


PEOPLE: Final[dict[str, tuple[Shape, ...]]] = {
    "heart": (fill(HEART),),
    "heart-open": (line(scaled(HEART, 3, 3, 94), 8),),
    "heart-broken": (
        fill("M 46 88 C 18 66 5 50 5 32 C 5 17 16 8 29 8 C 36 8 42 11 46 16 L 36 36 L 52 48 L 42 66 Z"),
        fill("M 56 87 C 83 65 95 50 95 32 C 95 17 84 8 71 8 C 65 8 60 10 56 13 L 48 34 L 65 47 L 53 68 Z"),
    ),
    "star": (fill(STAR),),
    "star-open": (line(scaled(STAR, 4, 4, 92), 7),),
    "sparkles": (
        fill("M 40 12 C 44 38 50 46 76 52 C 50 58 44 66 40 92 C 36 66 30 58 4 52 C 30 46 36 38 40 12 Z"),
        fill("M 80 2 C 82 14 86 18 98 20 C 86 22 82 26 80 38 C 78 26 74 22 62 20 C 74 18 78 14 80 2 Z"),
        fill("M 82 66 C 84 76 87 80 97 82 C 87 84 84 87 82 97 C 80 87 77 84 67 82 C 77 80 80 76 82 66 Z"),
    ),
    "thumb-up": _THUMB,
    "thumb-down": _flipped(_THUMB),
    "finger-up": _FINGER,
    "finger-right": turned(_FINGER, 90),
    "finger-down": turned(_FINGER, 180),
    "finger-left": turned(_FINGER, 270),
    "hand": (
        fill(
            "M 38 98 C 24 88 12 66 6 54 C 3 46 13 42 18 50 L 26 60 L 26 20 C 26 11 38 11 38 20 L 40 46 "
            "L 42 10 C 42 1 54 1 54 10 L 55 46 L 60 16 C 61 8 72 9 71 18 L 69 50 L 76 30 C 79 22 89 25 87 33 "
            "L 80 70 C 78 84 74 92 68 98 Z"
        ),
    ),
    "clap": (
        fill(
            "M 34 96 C 18 88 10 72 12 58 L 18 32 C 20 24 30 26 29 34 L 27 50 L 60 18 C 66 12 74 20 68 26 "
            "L 50 46 L 76 28 C 83 24 89 33 82 38 L 60 56 L 82 46 C 89 44 93 53 86 57 L 64 70 L 80 66 "
            "C 87 65 89 74 82 76 C 66 84 56 98 34 96 Z"
        ),
        line("M 26 4 L 30 14 M 46 2 L 44 12 M 8 14 L 16 21", 6),
    ),
    "pray": (
        fill("M 48 4 C 40 4 38 12 37 22 L 34 50 C 20 58 10 74 8 94 L 34 96 C 42 92 48 84 48 74 Z"),
        fill("M 52 4 C 60 4 62 12 63 22 L 66 50 C 80 58 90 74 92 94 L 66 96 C 58 92 52 84 52 74 Z"),
    ),
    "shake": (
        fill("M 2 30 L 20 24 L 26 60 L 8 66 Z"),
        fill("M 98 30 L 80 24 L 74 60 L 92 66 Z"),
        line(
            "M 24 30 L 42 28 L 54 34 L 76 30 M 26 56 L 46 74 C 52 78 58 74 56 70 C 64 74 68 66 64 62 "
            "C 72 62 72 56 68 52 L 50 38 L 40 48 C 36 52 30 48 34 42 L 44 30",
            7,
        ),
    ),
    "strong": (
        fill(
            "M 20 8 L 42 4 C 50 6 48 20 40 22 L 36 24 L 34 52 C 42 40 54 34 66 36 C 90 40 98 62 94 80 "
            "C 70 98 34 98 8 86 C 6 58 10 30 20 8 Z"
        ),
    ),
    "person": (fill(circle(50, 25, 21)), fill(_BODY)),
    "old": (
        fill(circle(40, 22, 18)),
        fill("M 12 96 C 10 60 20 46 40 46 C 60 46 66 58 68 72 L 60 96 Z"),
        line("M 88 98 L 88 58 C 88 48 76 48 75 57", 8),
    ),
    "worker": (
        fill("M 22 22 C 22 4 36 0 50 0 C 64 0 78 4 78 22 Z"),
        fill(box(14, 20, 72, 8, 3)),
        fill("M 30 32 L 70 32 C 70 46 62 52 50 52 C 38 52 30 46 30 32 Z"),
        fill("M 12 98 C 12 70 24 57 50 57 C 76 57 88 70 88 98 Z"),
    ),
    "people": (
        fill(circle(28, 26, 17)),
        fill("M 2 92 C 2 60 10 48 28 48 C 42 48 47 56 49 66 L 47 92 Z"),
        fill(circle(72, 26, 17)),
        fill("M 98 92 C 98 60 90 48 72 48 C 58 48 53 56 51 66 L 53 92 Z"),
    ),
    "family": (
        fill(circle(24, 18, 14)),
        fill("M 2 94 C 2 50 8 36 24 36 C 36 36 42 44 43 54 L 34 66 L 32 94 Z"),
        fill(circle(76, 18, 14)),
        fill("M 98 94 C 98 50 92 36 76 36 C 64 36 58 44 57 54 L 66 66 L 68 94 Z"),
        fill(circle(50, 60, 10)),
        fill("M 37 96 C 37 80 41 73 50 73 C 59 73 63 80 63 96 Z"),
    ),
    "baby": (
        line(circle(50, 56, 38), 7),
        fill(circle(36, 52, 5)),
        fill(circle(64, 52, 5)),
        line("M 36 70 C 42 78 58 78 64 70", 7),
        line("M 50 18 C 40 8 54 2 58 10", 6),
    ),
    "pregnant": (
        fill(circle(42, 16, 15)),
        fill("M 28 36 L 52 36 C 58 44 60 48 70 54 C 82 62 80 78 66 80 L 60 82 L 60 98 L 30 98 C 24 74 24 52 28 36 Z"),
    ),
    "walk": (
        fill(circle(56, 12, 11)),
        line(
            "M 52 30 L 46 60 M 46 60 L 64 74 L 68 96 M 46 60 L 38 78 L 22 94 M 52 32 L 32 44 L 28 58 M 54 34 "
            "L 64 50 L 80 54",
            10,
        ),
    ),
    "wheelchair": (
        fill(circle(40, 11, 10)),
        line("M 40 26 L 42 54 L 66 54 L 78 84 L 90 80 M 42 38 L 64 38", 9),
        line("M 32 44 C 4 56 10 96 42 96 C 56 96 64 88 67 78", 8),
    ),
    "eye": (line("M 4 50 C 22 16 78 16 96 50 C 78 84 22 84 4 50 Z", 8), fill(circle(50, 50, 17))),
    "ear": (
        line("M 18 42 C 14 -5 88 -5 82 42 C 80 62 62 62 60 80 C 58 98 34 100 30 80", 9),
        line("M 34 42 C 34 20 66 20 66 42 C 66 52 52 50 50 64", 8),
    ),
    "brain": (
        line("M 48 14 C 36 2 20 12 22 24 C 6 28 4 48 14 54 C 6 66 16 82 30 80 C 34 94 48 92 48 82 Z", 7),
        line("M 52 14 C 64 2 80 12 78 24 C 94 28 96 48 86 54 C 94 66 84 82 70 80 C 66 94 52 92 52 82 Z", 7),
    ),
    "tooth": (
        line(
            "M 50 18 C 34 4 10 10 12 36 C 14 56 24 62 26 80 C 28 98 40 96 42 82 C 44 62 56 62 58 82 "
            "C 60 96 72 98 74 80 C 76 62 86 56 88 36 C 90 10 66 4 50 18 Z",
            8,
        ),
    ),
    "mouth": (
        fill("M 2 48 C 18 34 30 22 40 24 C 46 26 54 26 60 24 C 70 22 82 34 98 48 C 64 42 36 42 2 48 Z"),
        fill("M 4 52 C 34 48 66 48 96 52 C 82 72 66 82 50 82 C 34 82 18 72 4 52 Z"),
    ),
}
