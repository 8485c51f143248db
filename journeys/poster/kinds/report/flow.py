"""The flow: slices of text, rows and figures are dealt out over pages, and nothing that belongs together is torn apart.

A slice is what never breaks: a line of text, a line of a table's row, a figure. Its `after` says how hard it clings to
the next slice. The engine knows nothing of text or drawing: it takes heights and gives pages.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Bond(IntEnum):
    """How hard a slice clings to the next one: not, where it can be helped, or to the utmost."""

    FREE = 0
    LOOSE = 1
    FIRM = 2


FREE, LOOSE, FIRM = Bond
FULL: Final = 0.6
"""A page is rather filled this far than left so that something stays whole."""
HEAD: Final = 0.4
"""A head that takes a larger part of the page is not repeated."""
_FIGURES: Final = 1e-6


class Slice(NamedTuple):
    """`gap`: room above it, except on top of a page; `room`: begin a page unless it finds so much room; `head`: the
    height of what is repeated above it when it begins a page (the head of its table).
    """

    height: float
    gap: float = 0.0
    after: Bond = FREE
    room: float = 0.0
    head: float = 0.0


class Page(NamedTuple):
    """The slices from `first` up to `stop`, where each begins, and the room on top for a repeated head."""

    first: int
    stop: int
    tops: tuple[float, ...]
    head: float


def pages(slices: Sequence[Slice], height: float) -> Iterator[Page]:
    """Every slice once, in order; no page higher than `height`.

    Raises ValueError for a slice that is higher than a page.
    """
    first = 0
    while first < len(slices):
        page = _filled(slices, first, height)
        yield page
        first = page.stop


def _filled(slices: Sequence[Slice], first: int, height: float) -> Page:
    start = slices[first]
    if start.height > height + _FIGURES:
        raise ValueError(f"slice {first} of {start.height:.2f} does not fit a page of {height:.2f}")
    head = start.head if start.head <= min(HEAD * height, height - start.height) else 0.0
    tops, end, wanted = _tops(slices, first, head, height)
    stop = end if wanted or end == len(slices) else _best(slices, first, end, tops, height)
    return Page(first, stop, tuple(tops[: stop - first]), head)


def _tops(slices: Sequence[Slice], first: int, y: float, height: float) -> tuple[list[float], int, bool]:
    """Where the slices begin as far as they fit, where that ends, and whether the next one wants a new page."""
    tops: list[float] = []
    for index in range(first, len(slices)):
        one = slices[index]
        top = y + one.gap if tops else y
        if tops and one.room > height - top and slices[index - 1].after < FIRM:
            return tops, index, True
        if top + one.height > height + _FIGURES:
            return tops, index, False
        tops.append(top)
        y = top + one.height
    return tops, len(slices), False


def _best(slices: Sequence[Slice], first: int, end: int, tops: Sequence[float], height: float) -> int:
    """The latest break that tears least: on a page that would stay rather empty, a loose bond gives way first."""
    for most, least in ((FREE, FULL), (LOOSE, FULL), (FREE, 0.0), (LOOSE, 0.0)):
        for stop in range(end, first, -1):
            filled = tops[stop - 1 - first] + slices[stop - 1].height
            if filled < least * height:
                break
            if slices[stop - 1].after <= most:
                return stop
    return end
