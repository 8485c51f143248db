"""Telephones, letters, keys and other means in the line of a text."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line

_SHEET: Final = line("M 18 5 L 62 5 L 84 27 L 84 95 L 18 95 Z M 60 7 L 60 30 L 82 30", 7)
_BELL: Final = fill(
    "M 50 4 C 56 4 58 8 58 12 C 74 16 80 28 80 44 C 80 62 86 68 94 76 L 6 76 C 14 68 20 62 20 44 "
    "C 20 28 26 16 42 12 C 42 8 44 4 50 4 Z"
)
MEANS: Final[dict[str, tuple[Shape, ...]]] = {
    "phone": (
        fill(
            "M 24 6 L 40 6 L 46 32 L 34 41 C 40 54 48 62 60 68 L 69 56 L 94 63 L 94 78 C 94 88 88 95 78 94 "
            "C 40 90 10 60 6 22 C 5 12 12 6 24 6 Z"
        ),
    ),
    "mobile": (line(box(24, 4, 52, 92, 11), 8), line("M 42 16 L 58 16", 6), fill(circle(50, 83, 5))),
    "computer": (line(box(14, 14, 72, 52, 6), 8), line("M 4 84 L 96 84", 10)),
    "printer": (
        line("M 26 36 L 26 6 L 74 6 L 74 36 M 24 72 L 8 72 L 8 36 L 92 36 L 92 72 L 76 72", 8),
        line("M 26 58 L 74 58 L 74 95 L 26 95 Z", 8),
    ),
    "camera": (
        line("M 8 28 L 28 28 L 36 14 L 64 14 L 72 28 L 92 28 L 92 84 L 8 84 Z", 8),
        line(circle(50, 55, 17), 8),
    ),
    "screen": (line(box(6, 16, 88, 60, 6), 8), line("M 30 92 L 70 92", 9)),
    "mail": (line(box(6, 18, 88, 64, 8), 8), line("M 10 26 L 50 58 L 90 26", 8)),
    "write": (line("M 14 86 L 20 62 L 70 12 L 88 30 L 38 80 Z", 8), line("M 58 24 L 76 42", 7)),
    "page": (_SHEET, line("M 34 48 L 68 48 M 34 62 L 68 62 M 34 76 L 56 76", 6)),
    "folder": (line("M 6 18 L 38 18 L 48 30 L 94 30 L 94 84 L 6 84 Z", 8),),
    "clip": (
        line("M 76 40 L 40 78 C 26 92 6 72 20 58 L 62 14 C 76 0 98 22 84 36 L 46 76 C 38 84 28 74 36 66 L 70 32", 7),
    ),
    "push-pin": (
        fill(
            "M 52 4 L 96 48 L 86 52 L 78 50 L 62 66 C 64 74 62 82 56 88 L 12 44 C 18 38 26 36 34 38 L 50 22 L 48 14 Z"
        ),
        line("M 34 66 L 6 94", 7),
    ),
    "pin": (
        line("M 50 95 C 30 70 17 54 17 37 C 17 17 32 5 50 5 C 68 5 83 17 83 37 C 83 54 70 70 50 95 Z", 8),
        fill(circle(50, 37, 12)),
    ),
    "link": (
        line("M 44 32 L 60 16 C 76 0 100 24 84 40 L 68 56 C 60 64 50 62 44 56", 9),
        line("M 56 68 L 40 84 C 24 100 0 76 16 60 L 32 44 C 40 36 50 38 56 44", 9),
    ),
    "search": (line(circle(40, 40, 31), 9), line("M 63 63 L 93 93", 12)),
    "lock": (fill(box(14, 44, 72, 52, 8)), line("M 28 46 L 28 30 C 28 0 72 0 72 30 L 72 46", 9)),
    "lock-open": (line(box(18, 48, 64, 44, 6), 8), line("M 28 48 L 28 28 C 28 0 70 0 72 24", 9)),
    "key": (line(circle(26, 50, 20), 10), line("M 46 50 L 94 50 L 94 68 M 76 50 L 76 64", 10)),
    "bell": (_BELL, fill(circle(50, 87, 9))),
    "bell-off": (
        line("M 28 60 C 20 76 26 76 16 78 L 84 78 M 80 64 C 74 40 84 18 50 14 C 40 14 34 18 30 24", 8),
        line("M 10 8 L 92 94", 8),
    ),
    "loud": (
        line("M 10 42 L 30 42 L 70 18 L 70 82 L 30 60 L 10 60 Z", 8),
        line("M 28 62 L 36 92", 9),
        line("M 84 38 C 93 46 93 54 84 62", 7),
    ),
    "sound": (
        fill("M 6 36 L 24 36 L 48 14 L 48 86 L 24 64 L 6 64 Z"),
        line("M 62 34 C 72 44 72 56 62 66", 7),
        line("M 76 20 C 96 38 96 62 76 80", 7),
    ),
    "speech": (
        line(
            "M 14 12 L 86 12 C 92 12 95 16 95 21 L 95 58 C 95 64 92 67 86 67 L 46 67 L 24 90 L 24 67 L 14 67 "
            "C 8 67 5 64 5 58 L 5 21 C 5 16 8 12 14 12 Z",
            8,
        ),
        fill(circle(29, 40, 6)),
        fill(circle(50, 40, 6)),
        fill(circle(71, 40, 6)),
    ),
    "book": (
        line(
            "M 50 22 C 38 12 20 12 6 16 L 6 82 C 20 78 38 78 50 88 C 62 78 80 78 94 82 L 94 16 "
            "C 80 12 62 12 50 22 L 50 86",
            8,
        ),
    ),
    "chart-up": (line("M 8 6 L 8 92 L 94 92", 8), line("M 22 74 L 42 50 L 56 62 L 88 24 M 66 20 L 90 20 L 90 44", 8)),
    "chart-down": (line("M 8 6 L 8 92 L 94 92", 8), line("M 22 20 L 42 44 L 56 34 L 88 72 M 66 76 L 90 76 L 90 52", 8)),
    "bars": (fill(box(8, 50, 20, 44, 2)), fill(box(40, 8, 20, 86, 2)), fill(box(72, 30, 20, 64, 2))),
    "target": (line(circle(50, 50, 43), 8), line(circle(50, 50, 24), 8), fill(circle(50, 50, 8))),
    "map": (line("M 6 22 L 34 8 L 66 22 L 94 8 L 94 78 L 66 92 L 34 78 L 6 92 Z M 34 8 L 34 78 M 66 22 L 66 92", 7),),
    "puzzle": (line("M 8 30 L 34 30 C 26 4 62 4 54 30 L 80 30 L 80 52 C 102 46 102 80 80 74 L 80 94 L 8 94 Z", 8),),
    "bin": (
        line("M 20 26 L 26 94 L 74 94 L 80 26 M 8 24 L 92 24 M 36 22 L 38 8 L 62 8 L 64 22", 8),
        line("M 42 42 L 43 78 M 58 42 L 57 78", 6),
    ),
    "box": (line("M 50 5 L 92 26 L 92 74 L 50 95 L 8 74 L 8 26 Z M 8 26 L 50 48 L 92 26 M 50 48 L 50 94", 7),),
    "trolley": (
        line("M 4 12 L 20 12 L 34 66 L 80 66 L 92 26 L 24 26", 8),
        fill(circle(40, 86, 9)),
        fill(circle(74, 86, 9)),
    ),
    "tool": (
        line(
            "M 90 18 L 74 34 L 62 34 L 62 24 L 80 8 C 62 0 40 14 48 38 L 12 76 C 2 88 16 100 26 90 L 62 52 "
            "C 86 60 98 38 90 18 Z",
            7,
        ),
    ),
    "gear": (
        line(circle(50, 50, 26), 11),
        line(circle(50, 50, 9), 6),
        line(
            "M 50 8 L 50 18 M 50 82 L 50 92 M 8 50 L 18 50 M 82 50 L 92 50 M 20 20 L 27 27 M 73 73 L 80 80 "
            "M 80 20 L 73 27 M 27 73 L 20 80",
            15,
        ),
    ),
    "scales": (
        line("M 50 8 L 50 92 M 28 94 L 72 94 M 14 22 L 86 22 M 18 24 L 4 60 L 32 60 Z M 82 24 L 68 60 L 96 60 Z", 7),
    ),
    "robot": (
        line(box(14, 28, 72, 58, 10), 8),
        fill(circle(35, 52, 8)),
        fill(circle(65, 52, 8)),
        line("M 36 72 L 64 72 M 50 26 L 50 10", 7),
        fill(circle(50, 8, 7)),
    ),
}
