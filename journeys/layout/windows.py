"""Breaks a long journey into bands: stretches of columns that are about equally wide."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.reckon import Reckoning

    Window = tuple[int, int]


USUAL: Final = 12.0
"""Ems of a card with which stretches are measured."""


def windows(reckoned: Reckoning, count: int, near: float, wide: float = USUAL) -> list[Window]:
    """So many stretches of columns, about equally wide, broken between phases where that is `near`, as part of one."""
    total, many = reckoned.at(reckoned.columns, wide), reckoned.columns
    breaks: set[int] = set()
    for index in range(1, count):
        place = _place(reckoned, total * index / count, wide)
        breaks.add(_snapped(place, reckoned.borders, max(many / count * near, 1.0)))
    ends = sorted({0, many, *breaks})
    return list(pairwise(ends))


def _place(reckoned: Reckoning, at: float, wide: float) -> int:
    """The column whose start lies nearest."""
    low, high = 0, reckoned.columns
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if reckoned.at(middle + 1, wide) <= at else (low, middle)
    before, after = (reckoned.at(min(place, reckoned.columns), wide) for place in (low, low + 1))
    return low if at - before <= after - at else low + 1


def _snapped(place: int, borders: Sequence[int], near: float) -> int:
    """The closest border between phases, when there is one near."""
    border = min(borders, key=lambda border: abs(border - place))
    return border if abs(border - place) <= near else place
