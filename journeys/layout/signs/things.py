"""Things, times and weather in the line of a text."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line, scaled
from journeys.layout.signs.faces import DROP

_GLOBE: Final = (
    line(circle(50, 50, 43), 7),
    line(circle(50, 50, 19, 43), 6),
    line("M 8 50 L 92 50 M 15 28 L 85 28 M 15 72 L 85 72", 6),
)
_CLOUD: Final = "M 26 {0} C 4 {0} 0 {1} 20 {2} C 16 {3} 44 {4} 54 {5} C 72 {6} 88 {7} 80 {8} C 98 {9} 98 {0} 78 {0} Z"


def _cloud(top: float) -> str:
    down = (66, 38, 32, 6, -2, 14, 4, 18, 34, 38)
    return _CLOUD.format(*(top + y for y in down))


THINGS: Final[dict[str, tuple[Shape, ...]]] = {
    "bulb": (
        line("M 38 72 C 38 60 22 56 22 37 C 22 19 35 7 50 7 C 65 7 78 19 78 37 C 78 56 62 60 62 72 Z", 8),
        line("M 39 84 L 61 84 M 44 95 L 56 95", 7),
    ),
    "fire": (
        fill(
            "M 48 2 C 54 24 86 36 86 66 C 86 88 68 98 50 98 C 32 98 14 88 14 66 C 14 50 24 44 28 30 "
            "C 36 36 36 42 38 48 C 48 38 52 20 48 2 Z M 51 58 C 46 68 34 70 34 80 C 34 92 66 92 66 80 "
            "C 66 70 52 66 51 58 Z"
        ),
    ),
    "flag": (line("M 20 6 L 20 95", 9), fill("M 20 8 C 40 0 54 22 88 12 L 79 33 L 88 54 C 56 64 42 44 20 54 Z")),
    "flag-open": (line("M 20 6 L 20 95", 9), line("M 22 10 C 42 2 54 24 88 14 L 88 54 C 56 64 42 44 22 52", 7)),
    "trophy": (
        fill(
            "M 26 6 L 74 6 L 74 34 C 74 50 64 58 56 62 L 56 78 L 74 84 L 74 95 L 26 95 L 26 84 L 44 78 "
            "L 44 62 C 36 58 26 50 26 34 Z"
        ),
        line("M 26 14 L 8 14 C 8 34 16 42 28 44 M 74 14 L 92 14 C 92 34 84 42 72 44", 7),
    ),
    "party": (
        fill("M 6 94 L 30 38 C 46 42 60 56 63 70 Z"),
        line("M 46 34 C 56 24 44 16 52 4 M 66 54 C 76 44 84 56 96 48", 7),
        line("M 62 38 L 82 18", 7),
        fill(circle(72, 6, 5)),
        fill(circle(94, 26, 5)),
        fill(circle(86, 72, 5)),
        fill(circle(26, 12, 5)),
    ),
    "gift": (
        line(box(12, 44, 76, 50, 3), 8),
        line(box(5, 26, 90, 18, 3), 7),
        line("M 50 28 L 50 92", 8),
        line("M 50 26 C 22 24 26 -2 40 8 C 48 14 50 26 50 26 C 50 26 52 14 60 8 C 74 -2 78 24 50 26", 6),
    ),
    "graduate": (
        fill("M 50 12 L 99 36 L 50 60 L 1 36 Z"),
        fill("M 22 54 L 50 68 L 78 54 L 78 74 C 66 88 34 88 22 74 Z"),
        line("M 92 40 L 92 76", 6),
    ),
    "ring": (line(circle(50, 65, 28), 9), fill("M 34 4 L 66 4 L 76 18 L 50 40 L 24 18 Z")),
    "clock": (line(circle(50, 50, 42), 8), line("M 50 24 L 50 52 L 68 63", 8)),
    "hourglass": (
        line(
            "M 16 6 L 84 6 M 16 94 L 84 94 M 24 8 C 24 36 46 42 46 50 C 46 58 24 64 24 92 M 76 8 "
            "C 76 36 54 42 54 50 C 54 58 76 64 76 92",
            8,
        ),
        fill("M 34 90 C 36 76 46 72 50 66 C 54 72 64 76 66 90 Z"),
    ),
    "calendar": (
        line(box(8, 16, 84, 78, 8), 8),
        line("M 8 40 L 92 40 M 30 6 L 30 24 M 70 6 L 70 24", 8),
        fill(box(24, 52, 13, 12)),
        fill(box(44, 52, 13, 12)),
        fill(box(64, 52, 13, 12)),
        fill(box(24, 72, 13, 12)),
        fill(box(44, 72, 13, 12)),
    ),
    "euro": (
        line(circle(50, 50, 43), 7),
        line("M 68 32 C 50 18 34 32 34 50 C 34 68 50 82 68 68 M 24 44 L 56 44 M 24 57 L 54 57", 7),
    ),
    "note": (
        line(box(4, 22, 92, 56, 5), 8),
        line(circle(50, 50, 14), 7),
        fill(circle(20, 50, 5)),
        fill(circle(80, 50, 5)),
    ),
    "card": (line(box(5, 18, 90, 64, 9), 8), fill(box(6, 32, 88, 14)), line("M 20 66 L 44 66", 7)),
    "bag": (line(box(6, 30, 88, 60, 8), 8), line("M 34 28 L 34 12 L 66 12 L 66 28 M 8 56 L 92 56", 8)),
    "pill": (line("M 20 54 L 54 20 C 72 2 98 28 80 46 L 46 80 C 28 98 2 72 20 54 Z", 8), line("M 38 38 L 62 62", 7)),
    "syringe": (
        line(
            "M 28 48 L 56 20 L 80 44 L 52 72 Z M 40 60 L 6 94 M 68 32 L 84 16 M 72 4 L 96 28 M 46 30 L 58 42 "
            "M 28 48 L 52 72",
            7,
        ),
    ),
    "plaster": (
        line("M 8 68 L 68 8 C 84 -2 102 16 92 32 L 32 92 C 16 102 -2 84 8 68 Z", 7),
        fill(circle(50, 40, 4)),
        fill(circle(60, 50, 4)),
        fill(circle(40, 50, 4)),
        fill(circle(50, 60, 4)),
    ),
    "stethoscope": (
        line("M 26 6 C 14 6 14 14 14 24 C 14 44 24 54 34 54 C 44 54 54 44 54 24 C 54 14 54 6 42 6", 8),
        line("M 34 54 L 34 68 C 34 98 76 98 76 68 L 76 56", 8),
        line(circle(76, 44, 10), 8),
    ),
    "cup": (
        line("M 14 38 L 74 38 L 70 84 C 68 94 20 94 18 84 Z M 74 46 C 98 42 98 74 72 70", 8),
        line("M 34 28 C 28 20 40 14 34 4 M 54 28 C 48 20 60 14 54 4", 6),
    ),
    "food": (
        line("M 14 6 L 14 30 C 14 44 42 44 42 30 L 42 6 M 28 6 L 28 94", 8),
        line("M 74 94 L 74 6 C 92 14 94 44 90 56 L 76 58", 8),
    ),
    "cake": (
        line("M 8 94 L 8 56 C 8 50 92 50 92 56 L 92 94 Z", 8),
        line("M 10 70 C 22 82 34 62 50 74 C 66 84 78 62 90 72", 6),
        line("M 50 50 L 50 32", 8),
        fill(scaled(DROP, 41, 4, 20)),
    ),
    "apple": (
        fill(
            "M 50 28 C 34 16 8 24 10 54 C 12 80 28 100 44 94 C 48 92 52 92 56 94 C 72 100 88 80 90 54 "
            "C 92 24 66 16 50 28 Z"
        ),
        line("M 50 26 C 50 14 56 6 66 4", 7),
    ),
    "music": (line("M 34 80 L 34 16 L 86 6 L 86 68", 8), fill(circle(22, 82, 15, 12)), fill(circle(74, 70, 15, 12))),
    "sun": (
        fill(circle(50, 50, 22)),
        line(
            "M 50 5 L 50 16 M 50 84 L 50 95 M 5 50 L 16 50 M 84 50 L 95 50 M 18 18 L 26 26 M 74 74 L 82 82 "
            "M 82 18 L 74 26 M 26 74 L 18 82",
            8,
        ),
    ),
    "cloud": (fill(_cloud(18)),),
    "rain": (fill(_cloud(0)), line("M 26 76 L 20 94 M 50 76 L 44 94 M 74 76 L 68 94", 7)),
    "lightning": (fill("M 56 2 L 14 58 L 44 58 L 36 98 L 86 38 L 55 38 Z"),),
    "snow": (
        line("M 50 5 L 50 95 M 11 27 L 89 73 M 89 27 L 11 73", 7),
        line("M 38 12 L 50 24 L 62 12 M 38 88 L 50 76 L 62 88", 6),
    ),
    "moon": (fill("M 64 6 C 24 8 6 38 14 64 C 22 90 56 104 84 80 C 40 86 26 40 64 6 Z"),),
    "rainbow": (
        line("M 6 84 C 6 8 94 8 94 84", 8),
        line("M 22 84 C 22 30 78 30 78 84", 8),
        line("M 38 84 C 38 52 62 52 62 84", 8),
    ),
    "globe": _GLOBE,
    "leaf": (
        fill("M 92 8 C 40 6 14 24 16 54 C 18 72 34 82 52 78 C 82 72 92 42 92 8 Z"),
        line("M 26 70 L 8 94", 8),
    ),
    "tree": (fill("M 50 3 L 76 36 L 64 36 L 90 74 L 10 74 L 36 36 L 24 36 Z"), fill(box(43, 74, 14, 22))),
    "flower": (
        fill(circle(50, 20, 15)),
        fill(circle(79, 40, 15)),
        fill(circle(68, 74, 15)),
        fill(circle(32, 74, 15)),
        fill(circle(21, 40, 15)),
        line(circle(50, 49, 13), 7),
    ),
    "paw": (
        fill("M 50 46 C 70 46 86 66 82 82 C 78 96 62 90 50 90 C 38 90 22 96 18 82 C 14 66 30 46 50 46 Z"),
        fill(circle(13, 46, 10, 13)),
        fill(circle(36, 22, 11, 15)),
        fill(circle(64, 22, 11, 15)),
        fill(circle(87, 46, 10, 13)),
    ),
    "drop": (fill(DROP),),
    "wave": (line("M 4 34 C 20 14 34 54 50 34 C 66 14 80 54 96 34 M 4 68 C 20 48 34 88 50 68 C 66 48 80 88 96 68", 9),),
    "sleep": (line("M 8 40 L 48 40 L 8 92 L 48 92 M 62 6 L 92 6 L 62 42 L 92 42", 9),),
}
