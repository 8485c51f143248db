"""Houses, offices and what brings one there, in the line of a text."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line

PLACES: Final[dict[str, tuple[Shape, ...]]] = {
    "house": (
        line("M 5 52 L 50 10 L 95 52", 10),
        line("M 19 46 L 19 92 L 81 92 L 81 46", 8),
        fill(box(41, 60, 18, 32, 2)),
    ),
    "flats": (
        line(box(18, 6, 64, 88, 3), 8),
        fill(box(33, 20, 12, 12)),
        fill(box(55, 20, 12, 12)),
        fill(box(33, 42, 12, 12)),
        fill(box(55, 42, 12, 12)),
        fill(box(42, 68, 16, 26)),
    ),
    "hall": (
        fill("M 50 4 L 96 32 L 4 32 Z"),
        fill(box(4, 84, 92, 11, 1)),
        line("M 18 40 L 18 76 M 39 40 L 39 76 M 61 40 L 61 76 M 82 40 L 82 76", 10),
    ),
    "hospital": (
        line(box(10, 8, 80, 86, 5), 8),
        fill(box(43, 20, 14, 42)),
        fill(box(29, 34, 42, 14)),
        fill(box(42, 74, 16, 20)),
    ),
    "school": (
        line("M 6 92 L 6 52 L 30 52 L 30 36 L 50 22 L 70 36 L 70 52 L 94 52 L 94 92 Z", 8),
        line("M 50 20 L 50 4 L 68 8", 6),
        fill(circle(50, 48, 8)),
        fill(box(42, 68, 16, 24)),
    ),
    "shop": (
        line("M 14 46 L 14 92 L 86 92 L 86 46", 8),
        fill("M 12 8 L 88 8 L 97 34 C 97 48 78 50 74 38 C 70 50 54 50 50 38 C 46 50 30 50 26 38 C 22 50 3 48 3 34 Z"),
        fill(box(54, 60, 18, 32)),
    ),
    "works": (line("M 6 94 L 6 50 L 34 34 L 34 50 L 62 34 L 62 50 L 70 50 L 74 6 L 88 6 L 94 94 Z", 8),),
    "car": (
        line("M 6 72 L 6 52 L 18 48 L 28 26 L 70 26 L 82 48 L 94 52 L 94 72 Z M 20 48 L 80 48", 8),
        fill(circle(27, 76, 12)),
        fill(circle(73, 76, 12)),
    ),
    "bus": (
        line(box(8, 10, 84, 68, 8), 8),
        line("M 10 46 L 90 46 M 50 12 L 50 44", 7),
        fill(circle(28, 84, 11)),
        fill(circle(72, 84, 11)),
    ),
    "train": (
        line(box(18, 6, 64, 70, 14), 8),
        line("M 20 42 L 80 42 M 30 78 L 18 96 M 70 78 L 82 96", 8),
        fill(circle(35, 59, 6)),
        fill(circle(65, 59, 6)),
    ),
    "bike": (
        line(circle(21, 66, 17), 7),
        line(circle(79, 66, 17), 7),
        line(
            "M 21 66 L 36 34 L 68 34 L 79 66 M 36 34 L 50 66 L 68 34 M 21 66 L 50 66 M 66 34 L 64 20 L 76 20 "
            "M 28 26 L 42 26",
            7,
        ),
    ),
    "plane": (
        fill(
            "M 96 6 C 90 0 82 4 76 10 L 60 26 L 14 14 L 6 22 L 44 42 L 26 62 L 12 60 L 4 68 L 22 78 L 32 96 "
            "L 40 88 L 38 74 L 58 56 L 78 94 L 86 86 L 74 40 L 90 24 C 96 18 100 10 96 6 Z"
        ),
    ),
    "ship": (
        line("M 8 58 L 92 58 L 80 84 L 20 84 Z M 26 56 L 26 34 L 74 34 L 74 56 M 50 32 L 50 10", 8),
        line("M 4 96 C 20 88 32 100 50 94 C 68 88 80 100 96 94", 6),
    ),
    "van": (
        line("M 4 22 L 60 22 L 60 72 L 4 72 Z M 60 40 L 80 40 L 96 56 L 96 72 L 60 72", 8),
        fill(circle(24, 78, 11)),
        fill(circle(76, 78, 11)),
    ),
    "fuel": (
        line(box(14, 8, 44, 86, 5), 8),
        line("M 24 36 L 48 36 M 58 54 L 70 54 L 70 78 C 70 92 88 92 88 78 L 88 36 L 74 20", 8),
    ),
    "road": (line("M 34 6 L 8 94 M 66 6 L 92 94", 9), line("M 50 8 L 50 22 M 50 42 L 50 58 M 50 78 L 50 92", 8)),
    "bed": (line("M 6 16 L 6 90 M 6 74 L 94 74 L 94 90 M 94 72 L 94 54 L 42 44 L 42 72", 9), fill(circle(24, 52, 11))),
    "door": (line(box(22, 6, 56, 88, 3), 8), fill(circle(64, 52, 6))),
}
