"""Letters and digits as strokes, for marks that hold a word: keys, flags of countries, words in a box."""

from __future__ import annotations

from typing import Final

from journeys.layout.shapes import Shape, box, line

_WIDE: Final = 4
_HIGH: Final = 6
_MOST: Final = 4
_FEW: Final = 2
# Strokes on a grid of 4 by 6: each pair of digits is a point, "|" lifts the pen.
_STROKES: Final = {
    "A": "06 20 46|14 34", "B": "03 33 42 41 30 00 06 36 45 44 33", "C": "41 30 10 01 05 16 36 45",
    "D": "00 06 26 44 42 20 00", "E": "40 00 06 46|03 33", "F": "40 00 06|03 33", "G": "41 30 10 01 05 16 36 45 43 23",
    "H": "00 06|40 46|03 43", "I": "20 26", "J": "30 35 26 16 05", "K": "00 06|40 03 46", "L": "00 06 46",
    "M": "06 00 23 40 46", "N": "06 00 46 40", "O": "10 30 41 45 36 16 05 01 10", "P": "06 00 30 41 42 33 03",
    "Q": "10 30 41 45 36 16 05 01 10|24 46", "R": "06 00 30 41 42 33 03|23 46",
    "S": "41 30 10 01 02 13 33 44 45 36 16 05", "T": "00 40|20 26", "U": "00 05 16 36 45 40", "V": "00 26 40",
    "W": "00 16 22 36 40", "X": "00 46|40 06", "Y": "00 23 40|23 26", "Z": "00 40 06 46",
    "0": "10 30 41 45 36 16 05 01 10", "1": "02 20 26", "2": "01 10 30 41 42 06 46",
    "3": "00 40 23 33 44 45 36 16 05", "4": "36 30 04 44", "5": "40 00 03 33 44 45 36 16 05",
    "6": "30 10 01 05 16 36 45 44 33 03", "7": "00 40 16",
    "8": "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33", "9": "16 36 45 41 30 10 01 02 13 43",
    "#": "10 16|30 36|02 42|04 44", "*": "21 25|02 44|04 42", "!": "20 24|26 26", "?": "01 10 30 41 42 24|26 26",
}  # fmt: skip


def word(parts: list[str]) -> tuple[Shape, ...]:
    """Up to four letters in a rounded box."""
    letters = parts[0]
    frame = line(box(5, 5, 90, 90, 16), 7)
    return frame, *_set(letters[:_MOST], (22, 56) if len(letters) <= _FEW else (14, 72), (24, 52))


def nation(parts: list[str]) -> tuple[Shape, ...]:
    """The two letters of a country on a flag."""
    return line("M 8 6 L 8 97", 8), line("M 10 10 L 95 10 L 95 70 L 10 70", 7), *_set(parts[0], (25, 56), (23, 34))


def _set(letters: str, across: tuple[float, float], down: tuple[float, float]) -> tuple[Shape, ...]:
    """The letters next to each other: from a place on, so wide in all; from a top on, so high."""
    left, wide = across
    share = wide / (len(letters) + 0.35 * (len(letters) - 1))
    share = min(share, down[1] * 0.7)
    start = left + (wide - share * (1.35 * len(letters) - 0.35)) / 2
    return tuple(
        line(
            _letter(letter, (start + index * share * 1.35, down[0]), (share, down[1])),
            8 if len(letters) <= _FEW else 6.5,
        )
        for index, letter in enumerate(letters)
        if letter in _STROKES
    )


def _letter(letter: str, at: tuple[float, float], size: tuple[float, float]) -> str:
    strokes = []
    for stroke in _STROKES[letter].split("|"):
        spots = ((int(spot[0]) / _WIDE, int(spot[1]) / _HIGH) for spot in stroke.split())
        points = [(x * size[0] + at[0], y * size[1] + at[1]) for x, y in spots]
        strokes.append("M " + " L ".join(f"{x:.1f} {y:.1f}" for x, y in points))
    return " ".join(strokes)
