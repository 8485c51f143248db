"""Rectangles packed in drawing order, so that asking which are in view looks at few of many."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_Level = tuple["array[float]", "array[float]", "array[float]", "array[float]"]

FAN: Final = 32


class Bounds:
    """Neighbours in drawing order are neighbours on the map: each level bounds 32 of the level below."""

    __slots__ = ("_levels",)

    def __init__(self, sides: Iterable[Sides]) -> None:
        columns = tuple(zip(*sides, strict=True)) or ((), (), (), ())
        base: _Level = tuple(array("d", column) for column in columns)  # type: ignore[assignment]  # four columns
        self._levels = [base]
        while len(self._levels[-1][0]) > FAN:
            self._levels.append(_above(self._levels[-1]))

    def __len__(self) -> int:
        return len(self._levels[0][0])

    def __getitem__(self, index: int) -> Sides:
        left, top, right, bottom = self._levels[0]
        return left[index], top[index], right[index], bottom[index]

    def within(self, left: float, top: float, right: float, bottom: float) -> Sequence[int]:
        """The indices of all that touch this area, in drawing order."""
        found: Sequence[int] = range(len(self._levels[-1][0]))
        for level, (lefts, tops, rights, bottoms) in zip(
            range(len(self._levels) - 1, -1, -1), reversed(self._levels), strict=True
        ):
            found = [
                i for i in found if lefts[i] <= right and rights[i] >= left and tops[i] <= bottom and bottoms[i] >= top
            ]
            if level:
                size = len(self._levels[level - 1][0])
                found = [below for i in found for below in range(i * FAN, min(i * FAN + FAN, size))]
        return found


def _above(level: _Level) -> _Level:
    starts = range(0, len(level[0]), FAN)
    lefts, tops, rights, bottoms = level
    return (
        array("d", (min(lefts[i : i + FAN]) for i in starts)),
        array("d", (min(tops[i : i + FAN]) for i in starts)),
        array("d", (max(rights[i : i + FAN]) for i in starts)),
        array("d", (max(bottoms[i : i + FAN]) for i in starts)),
    )
