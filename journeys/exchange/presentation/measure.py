"""How much room words take in Arial, which every office has: a little too much rather than too little."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar
from unicodedata import normalize

from journeys import fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")
MM: Final = 25.4 / 72
"""A point in millimetres."""
_REGULAR: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_BOLD: Final = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)  # fmt: skip
"""Widths of the characters from space to tilde, in thousandths of the size."""
_OTHERS: Final = 1.15
"""What Arial is wider than our own font, for characters that are not in the tables."""
_NARROW: Final = {"‘": 0.28, "’": 0.28, "·": 0.34, "“": 0.5, "”": 0.5, "–": 0.56, "−": 0.59, "½": 0.84}
SPARE: Final = 1.02
LINE: Final = 1.2
"""From one line to the next, in sizes."""
_END: Final = 127
_READ: Final = 4000
"""Characters of a text that are looked at: no slide has room for more."""


def width(word: str, size: float, *, bold: bool = False) -> float:
    """In millimetres."""
    return sum(_advance(character, bold) for character in word) * SPARE * size * MM


@lru_cache(maxsize=20_000)
def _advance(character: str, bold: bool) -> float:  # noqa: FBT001 - a key of the cache
    """Of one character in sizes; one with an accent is as wide as without."""
    letter = character if ord(character) < _END else normalize("NFD", character)[0]
    if character in _NARROW:
        return _NARROW[character]
    if ord(letter) < _END:
        return (_BOLD if bold else _REGULAR)[max(ord(letter) - 32, 0)] / 1000
    least = 0.0 if character.isalnum() or not character.isprintable() else 1.0  # arrows and dots are as wide as high
    return max(fonts.em_width(character, "bold" if bold else "regular") * _OTHERS, least)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text as an office breaks it: at spaces, and where a word is wider than the line anywhere."""
    found: list[str] = []
    for paragraph in text[:_READ].split("\n"):
        found += _broken(paragraph, size, max(room, size * MM), bold=bold)
    return found


def _broken(paragraph: str, size: float, room: float, *, bold: bool) -> list[str]:
    done: list[str] = []
    line, used, space = "", 0.0, width(" ", size)
    for word in paragraph.split():
        wide = width(word, size, bold=bold)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            done.append(line)
        while wide > room and len(word) > 1:
            first = _as_fits(word, size, room, bold=bold)
            done.append(first)
            word = word[len(first) :]  # noqa: PLW2901 - the rest is the word from here on
            wide = width(word, size, bold=bold)
        line, used = word, wide
    return [*done, line]


def _as_fits(word: str, size: float, room: float, *, bold: bool) -> str:
    """The beginning of a word that fits on a line, at least a character; what comes later does not change it."""
    reached = accumulate(width(character, size, bold=bold) for character in word)
    return word[: max(sum(right <= room for right in reached), 1)]


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Of all lines, in millimetres; nothing takes none."""
    return len(lines(text, size, room, bold=bold)) * LINE * size * MM if text else 0.0


def cut(text: str, size: float, room: float, most: int, *, bold: bool = False) -> str:
    """As much of the text as `most` lines hold, with an ellipsis where something is left out."""
    found = lines(text, size, room, bold=bold)
    if len(found) <= most and len(text) <= _READ:
        return text
    if most < 1:
        return ""
    kept, last = found[: most - 1], found[most - 1]
    while last and width(f"{last}…", size, bold=bold) > room:
        last = last[:-1]
    at = sum(not character.isspace() for line in (*kept, last) for character in line)
    return f"{_as_written(text, at).rstrip(' ,;:.')}…"


def _as_written(text: str, letters: int) -> str:
    """The first so many characters, where spaces and line ends are not counted as they were not when broken."""
    seen = 0
    for index, character in enumerate(text):
        if seen >= letters:
            return text[:index]
        seen += not character.isspace()
    return text


def fits_in(text: str, room: float, most: int, sizes: Iterable[float], *, bold: bool = False) -> float:
    """The first size at which it takes at most so many lines and no word is broken; the last one if none does."""
    size = 0.0
    for size in sizes:
        if fits(text, size, room, most, bold=bold):
            return size
    return size


def fits(text: str, size: float, room: float, most: int, *, bold: bool = False) -> bool:
    """Whether it takes at most so many lines and no word is broken."""
    longest = max((width(word, size, bold=bold) for word in text[:_READ].split()), default=0.0)
    return longest <= room and len(lines(text, size, room, bold=bold)) <= most


def even(count: int, most: int) -> list[int]:
    """So many things in parts of at most `most`, about equally large; one empty part for nothing."""
    parts = max(ceil(count / most), 1)
    return [count // parts + (part < count % parts) for part in range(parts)]


def portions(things: Sequence[T], most: int) -> list[Sequence[T]]:
    """The things in parts of at most `most`, about equally large."""
    found: list[Sequence[T]] = []
    start = 0
    for share in even(len(things), most):
        found.append(things[start : start + share])
        start += share
    return found
