"""The plan of a tiled poster: on which paper, which way up, which part on which sheet, which sheets stay empty."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Rect
from journeys.poster.paper import Paper, parse_paper
from journeys.poster.tiles import seams
from journeys.poster.tiles.ground import ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet
    from journeys.poster.tiles.ground import Ground

PAPERS: Final = ("A4", "A3")
EDGE_MM: Final = 5.0
"""Desktop printers leave this much of the paper white."""
SIDE_MM: Final = 8.0
"""From the edge of the paper to the picture: room for marks beside it."""
FOOT_MM: Final = 13.0
"""The same below it, with room for the label."""
_SAME_MM: Final = 0.5
"""Paper that is larger by less than this is not larger."""


class Tile(NamedTuple):
    """One sheet: which part of the poster it shows, and which part of that is still seen when all is glued, in mm."""

    row: int
    column: int
    shown: Rect
    seen: Rect
    empty: bool

    @property
    def label(self) -> str:
        """A1, A2 … for the top row, B1 … below it."""
        return f"{row_name(self.row)}{self.column + 1}"


class Plan(NamedTuple):
    """How a poster of this size goes onto sheets of `paper`; `cut`: how many texts are still cut through."""

    poster: Paper
    paper: Paper
    name: str
    overlap: float
    rows: int
    columns: int
    tiles: tuple[Tile, ...]
    cut: int

    @property
    def printed(self) -> list[Tile]:
        """The sheets that have something on them."""
        return [tile for tile in self.tiles if not tile.empty]

    def beside(self, tile: Tile, down: int, right: int) -> Tile | None:
        """The printed sheet so many rows down and columns to the right of this one."""
        row, column = tile.row + down, tile.column + right
        if not (0 <= row < self.rows and 0 <= column < self.columns):
            return None
        other = self.tiles[row * self.columns + column]
        return None if other.empty else other


def row_name(row: int) -> str:
    """A to Z, then AA."""
    return ("" if row < 26 else row_name(row // 26 - 1)) + chr(ord("A") + row % 26)


def planned(sheet: Sheet, request: Request, colours: Mapping[str, str]) -> Plan | None:
    """How this sheet is cut up; None when it is not: nobody asked, or it fits the paper as it is."""
    if request.tile is None:
        return None
    poster = Paper(sheet.drawing.width, sheet.drawing.height)
    name = request.tile.strip().upper()
    short, long = sorted(parse_paper(name))
    if _fits(poster, short, long):
        return None
    found = ground(sheet, colours)
    papers = (Paper(short, long), Paper(long, short))
    counts = [_count(poster, paper, request.overlap) for paper in papers]
    fewest = [paper for paper, count in zip(papers, counts, strict=True) if count == min(counts)]
    plans = [_plan(poster, paper, name, request.overlap, found) for paper in fewest]
    return min(plans, key=lambda plan: (len(plan.printed), plan.cut))


def _picture(paper: Paper) -> tuple[float, float]:
    """How much of the poster fits a sheet."""
    return paper.width - 2 * SIDE_MM, paper.height - SIDE_MM - FOOT_MM


def _count(poster: Paper, paper: Paper, overlap: float) -> int:
    wide, high = _picture(paper)
    return seams.fewest(poster.width, wide, overlap) * seams.fewest(poster.height, high, overlap)


def _fits(poster: Paper, short: float, long: float) -> bool:
    narrow, wide = sorted(poster)
    return narrow <= short + _SAME_MM and wide <= long + _SAME_MM


def _plan(poster: Paper, paper: Paper, name: str, overlap: float, on: Ground) -> Plan:
    wide, high = _picture(paper)
    xs = seams.starts(poster.width, wide, overlap, seams.across(on, rows=False))
    ys = seams.starts(poster.height, high, overlap, seams.across(on, rows=True))
    inked = _inked(on.ink, xs, ys)
    tiles = tuple(
        Tile(row, column, _part(poster, xs, ys, row, column, overlap), seen, (row, column) not in inked)
        for row in range(len(ys))
        for column in range(len(xs))
        for seen in (_part(poster, xs, ys, row, column, 0.0),)
    )
    return Plan(poster, paper, name, overlap, len(ys), len(xs), tiles, _cut(on, xs, ys))


def _part(
    poster: Paper, xs: Sequence[float], ys: Sequence[float], row: int, column: int, more: float
) -> Rect:  # fmt: skip
    """From one start to `more` past the next, or to the edge of the poster."""
    right = xs[column + 1] + more if column + 1 < len(xs) else poster.width
    bottom = ys[row + 1] + more if row + 1 < len(ys) else poster.height
    return Rect(xs[column], ys[row], right - xs[column], bottom - ys[row])


def _inked(ink: Iterable[Rect], xs: Sequence[float], ys: Sequence[float]) -> set[tuple[int, int]]:
    """Row and column of every sheet with something on the part that is seen."""
    found: set[tuple[int, int]] = set()
    for rect in ink:
        left, right = bisect_right(xs, rect.x), bisect_right(xs, rect.x + rect.w)
        top, bottom = bisect_right(ys, rect.y), bisect_right(ys, rect.y + rect.h)
        if left == right and top == bottom:
            found.add((max(top - 1, 0), max(left - 1, 0)))
        else:
            found.update((row - 1, col - 1) for row in range(top, bottom + 1) for col in range(left, right + 1))
    return found


def _cut(on: Ground, xs: Sequence[float], ys: Sequence[float]) -> int:
    """How many texts have a cut through one of their lines."""
    return sum(any(_through(line.x, line.w, xs) or _through(line.y, line.h, ys) for line in text) for text in on.texts)


def _through(start: float, size: float, cuts: Sequence[float]) -> bool:
    return any(start < cut < start + size for cut in cuts[1:])
