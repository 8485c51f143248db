"""How well what somebody types fits a name: case, diacritics and the order of words do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS: Final = 3
"""The rank of a name that only has the letters."""


def rank(typed: str, names: Iterable[str]) -> int | None:
    """The lower the better, for the best of several names of one thing; None when nothing fits.

    0 the name begins so, 1 its words begin so, 2 the words stand somewhere in it, 3 its letters stand in it in
    that order.
    """
    wanted = folded(typed).strip()
    ranks = [found for name in names if (found := _rank(wanted, folded(name))) is not None]
    return min(ranks, default=None)


def _rank(wanted: str, name: str) -> int | None:
    parts, words = wanted.split(), name.split()
    if name.startswith(wanted):
        return 0
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 1
    if all(part in name for part in parts):
        return 2
    letters = iter(name)
    close = len(wanted) > 1 and all(letter in letters for letter in wanted if not letter.isspace())
    return LETTERS if close else None
