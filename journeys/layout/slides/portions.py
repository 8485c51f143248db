"""How a phase with many steps is portioned over several pictures: as many columns and rows as stay large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.spots import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.model.entities import Step

Column = tuple["Step", ...]
"""The steps of one column, from top to bottom."""
COLUMNS: Final = 3
TRACKS: Final = 3
STEPS: Final = 6
"""At most so many columns, steps in a column, and steps in one picture."""


def portions(front: Sequence[Step]) -> tuple[tuple[Column, ...], ...]:
    """The front steps of one phase: for each picture its columns. One empty picture where there are none."""
    made: list[list[Column]] = [[]]
    columns = _columns(front)
    shares = _shares(len(columns), COLUMNS)
    most = next(shares, COLUMNS)
    for column in columns:
        full = len(made[-1]) >= most or sum(map(len, made[-1])) + len(column) > STEPS
        if made[-1] and full:
            made.append([])
            most = next(shares, COLUMNS)
        made[-1].append(column)
    return tuple(tuple(some) for some in made)


def _columns(front: Sequence[Step]) -> list[Column]:
    """Those in use, a high one in several beside each other."""
    found: dict[int, list[Step]] = {}
    for step in in_reading_order(list(front)):
        found.setdefault(step.column, []).append(step)
    columns: list[Column] = []
    for steps in found.values():
        start = 0
        for share in _shares(len(steps), TRACKS):
            columns.append(tuple(steps[start : start + share]))
            start += share
    return columns


def _shares(count: int, most: int) -> Iterator[int]:
    """So many, in parts about equally large."""
    parts = -(-count // most)
    for part in range(parts):
        yield count // parts + (part < count % parts)
