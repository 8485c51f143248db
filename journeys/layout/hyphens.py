"""The patterns by which words are hyphenated, taken apart one by one, so that the first paint need not wait for all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from pyphen import Pyphen

ODD: Final = frozenset("/%^#=\r")
"""With one of these in it a file says more than plain patterns, which its own reader understands."""
_DIGIT: Final = re.compile(r"\d")
_PART: Final = re.compile(r"(\d?)(\D?)")

Pattern = tuple[int, tuple[int, ...]]
"""Where in the letters it begins to say something, and how strongly each place is for or against a hyphen."""


@cache
def dictionary(language: str) -> Pyphen:
    """The hyphenation of a language, by the name of its file: "nl_NL"."""
    import pyphen

    path = pyphen.LANGUAGES[language]
    lines = _plain(path)
    if lines and path not in pyphen.hdcache:
        read = pyphen.HyphDict.__new__(pyphen.HyphDict)
        read.patterns = Patterns(lines)
        read.cache, read.maxlen = {}, read.patterns.longest
        pyphen.hdcache[path] = read
    return pyphen.Pyphen(lang=language)


def _plain(path: Path) -> list[str]:
    """The patterns in the file; none when it holds anything else."""
    encoding, _, rest = path.read_bytes().partition(b"\n")
    text = rest.decode(encoding.decode("ascii"))
    if not ODD.isdisjoint(text):
        return []
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if line and "HYPHENMIN" not in line]


class Patterns:
    """Letters → pattern, taken apart when a word first needs it."""

    def __init__(self, lines: list[str]) -> None:
        letters = _DIGIT.sub("", "\n".join(lines)).split("\n")
        self._lines = dict(zip(letters, lines, strict=True))
        self._made: dict[str, Pattern | None] = {}
        self.longest = max(map(len, letters))

    def get(self, letters: str) -> Pattern | None:
        """As a dict does."""
        if letters not in self._lines:
            return None
        if letters not in self._made:
            self._made[letters] = _taken_apart(self._lines[letters])
        return self._made[letters]


def _taken_apart(line: str) -> Pattern | None:
    """A digit stands before the letter whose place it is about; none says 0."""
    values = tuple(int(digit or "0") for digit, letter in _PART.findall(line))
    said = [place for place, value in enumerate(values) if value]
    return (said[0], values[said[0] : said[-1] + 1]) if said else None
