"""The room between cards: per column what stands there, and at which levels lines run already."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.drawing import Rect
    from journeys.layout.tracks import Spot

CLEAR: Final = 0.55
"""Between a line and the cards it passes."""
BADGES: Final = 0.35
"""More room above and below all cards, for the signs on their edges."""
RAIL: Final = 0.55
"""Between two lines that run below each other."""
LOOKED: Final = 60
"""Columns over which a way between the cards is looked for; longer lines run above or below."""


class Board:
    """Columns of one lane from left to right; heights in ems from the lane's middle line."""

    def __init__(self, columns: Sequence[tuple[Spot, ...]]) -> None:
        self._cards = [tuple((spot.top, spot.bottom) for spot in column) for column in columns]
        self._reach = [_reach(column) for column in self._cards]
        self._skyline = list(self._reach)
        self._runs: list[list[tuple[float, float]]] = [[] for _ in columns]
        self._gaps: list[list[tuple[float, float]]] = [[] for _ in columns]
        self._loops: list[tuple[int, int, str]] = []
        self.labels: list[list[Rect]] = [[] for _ in columns]
        """The words in the gap after each column, from the start of the block that the column is in."""

    def __len__(self) -> int:
        return len(self._cards)

    def join(self, other: Board) -> None:
        """The other board's columns, with all that runs there, to the right of these."""
        self._cards += other._cards
        self._reach += other._reach
        self._skyline += other._skyline
        self._runs += [list(runs) for runs in other._runs]
        self._gaps += [list(gaps) for gaps in other._gaps]
        self.labels += [list(labels) for labels in other.labels]

    def cards_reach(self, slot: int) -> tuple[float, float]:
        """From where to where the cards of a column stand."""
        return self._reach[slot]

    def neighbours(self, slot: int, upper: Spot, lower: Spot) -> bool:
        """Whether no card stands between these two of one column."""
        return not any(upper.bottom <= top and bottom <= lower.top for top, bottom in self._cards[slot])

    def pass_gap(self, slot: int, start: float, end: float) -> None:
        """A line leads from this column to the next, between these heights."""
        self._gaps[slot].append((start, end))

    def take(self, first: int, last: int, level: float, half: float) -> None:
        """A line runs along these columns, this high; `half`: half the height of the words on it."""
        for slot in range(first, last + 1):
            self._runs[slot].append((level, half))
            top, bottom = self._skyline[slot]
            self._skyline[slot] = min(top, level - half), max(bottom, level + half)

    def loop(self, first: int, last: int, side: str) -> None:
        self._loops.append((first, last, side))

    def outside(self, first: int, last: int, side: Literal["above", "below"], half: float = 0.0) -> float:
        """The nearest level above or below all that is in these columns."""
        reach = self._skyline[first : last + 1]
        if side == "above":
            return min(top for top, _ in reach) - self._apart(first, last, side) - half
        return max(bottom for _, bottom in reach) + self._apart(first, last, side) + half

    def _apart(self, first: int, last: int, side: str) -> float:
        """Cards have signs on their edges, lines have not."""
        which = 0 if side == "above" else 1
        pick = min if side == "above" else max
        slots = range(first, last + 1)
        cards = pick(self._reach[slot][which] for slot in slots) == pick(self._skyline[slot][which] for slot in slots)
        return CLEAR + BADGES if cards else CLEAR

    def levels(self, first: int, last: int, half: float) -> Iterator[float]:
        """Levels at which a line may pass these columns: outside, and between the rows of cards."""
        yield self.outside(first, last, "above", half)
        yield self.outside(first, last, "below", half)
        if last - first < LOOKED:
            yield from self._between(first, last)

    def _between(self, first: int, last: int) -> Iterator[float]:
        stands = sorted(card for slot in range(first, last + 1) for card in self._cards[slot])
        bottom = None
        for top, end in stands:
            if bottom is not None and top - bottom >= CLEAR:
                yield from self._rails(bottom, top)
            bottom = end if bottom is None else max(bottom, end)

    def _rails(self, top: float, bottom: float) -> Iterator[float]:
        """The middle of a free strip, and beside it while there is room."""
        middle, room = (top + bottom) / 2, (bottom - top) / 2 - CLEAR / 2
        yield middle
        for step in range(1, int(room / RAIL) + 1):
            yield middle + step * RAIL
            yield middle - step * RAIL

    def free(self, first: int, last: int, level: float) -> bool:
        """Whether a line may run along these columns without touching cards or other lines."""
        return all(
            all(not top - CLEAR / 2 < level < bottom + CLEAR / 2 for top, bottom in self._cards[slot])
            and all(abs(level - run) >= RAIL * 0.9 + half for run, half in self._runs[slot])
            for slot in range(first, last + 1)
        )

    def crossed(self, source: int, target: int, start: float, level: float, end: float) -> int:
        """How many lines between neighbouring columns one would cross that runs so from column to column."""
        heights = [start, *[level] * (target - source - 1), end]
        return sum(
            (one - mine) * (other - next_one) < 0
            for slot, (mine, next_one) in zip(range(source, target), pairwise(heights), strict=True)
            for one, other in self._gaps[slot]
        )

    def loops_crossed(self, first: int, last: int, side: str) -> int:
        """How many loops on this side begin inside these columns and end outside, or the other way round."""
        return sum(
            (first < low <= last < high) or (low < first <= high < last)
            for low, high, where in self._loops
            if where == side
        )


def _reach(cards: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return min((top for top, _ in cards), default=0.0), max((bottom for _, bottom in cards), default=0.0)
