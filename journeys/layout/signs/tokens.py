"""Ticks, crosses, warnings and question marks in the line of a text."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, circle, fill, line

TOKENS: Final[dict[str, tuple[Shape, ...]]] = {
    "check": (line("M 12 54 L 38 82 L 90 18", 15),),
    "check-box": (line(box(7, 7, 86, 86, 14), 8), line("M 28 52 L 44 68 L 74 32", 11)),
    "missing": (line("M 18 6 L 82 6 L 82 94 L 18 94 Z M 18 6 L 82 94 M 82 6 L 18 94", 6),),
    "box-open": (line(box(9, 9, 82, 82, 6), 8),),
    "cross": (line("M 16 16 L 84 84 M 84 16 L 16 84", 15),),
    "cross-box": (line(box(7, 7, 86, 86, 14), 8), line("M 32 32 L 68 68 M 68 32 L 32 68", 11)),
    "plus": (line("M 50 12 L 50 88 M 12 50 L 88 50", 15),),
    "minus": (line("M 12 50 L 88 50", 15),),
    "divide": (line("M 12 50 L 88 50", 12), fill(circle(50, 22, 10)), fill(circle(50, 78, 10))),
    "warning": (
        line("M 50 8 L 95 90 L 5 90 Z", 8),
        line("M 50 38 L 50 60", 10),
        fill(circle(50, 76, 6)),
    ),
    "forbidden": (line(circle(50, 50, 42), 10), line("M 21 21 L 79 79", 10)),
    "stop": (
        line("M 31 6 L 69 6 L 94 31 L 94 69 L 69 94 L 31 94 L 6 69 L 6 31 Z", 8),
        line("M 28 50 L 72 50", 13),
    ),
    "info": (line(circle(50, 50, 43), 8), fill(circle(50, 28, 7)), line("M 50 46 L 50 74", 11)),
    "question": (line("M 27 30 C 27 4 73 4 73 32 C 73 51 50 50 50 68", 13), fill(circle(50, 89, 8))),
    "exclaim": (line("M 50 12 L 50 62", 15), fill(circle(50, 88, 9))),
    "exclaim-two": (line("M 30 12 L 30 62 M 70 12 L 70 62", 15), fill(circle(30, 88, 9)), fill(circle(70, 88, 9))),
    "exclaim-question": (
        line("M 22 12 L 22 62 M 46 30 C 46 6 88 6 88 32 C 88 50 67 50 67 66", 12),
        fill(circle(22, 88, 8)),
        fill(circle(67, 88, 8)),
    ),
    "hundred": (
        line("M 6 34 L 18 22 L 18 66", 8),
        line(circle(43, 44, 14, 22), 8),
        line(circle(80, 44, 14, 22), 8),
        line("M 10 88 L 92 80", 8),
    ),
}
