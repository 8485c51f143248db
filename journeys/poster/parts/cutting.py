"""Several cards on one sheet of paper: where each stands, and the lines with little scissors to cut them apart."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Layer, Line, Mark, Rect
from journeys.poster.paper import MARGIN_MM, Paper
from journeys.poster.sheet import LAST, inner

if TYPE_CHECKING:
    from journeys.layout.drawing import Element

SLACK: Final = 0.98
"""Half a sheet of A4 is a sheet of A5, but for what the standard rounds off."""
SCISSORS_MM: Final = 4.5
HAIR_MM: Final = 0.18


class Grid(NamedTuple):
    """So many columns and rows of cards, each of this size, that together are the whole sheet."""

    columns: int
    rows: int
    card: Paper

    @property
    def held(self) -> int:
        return self.columns * self.rows

    def cell(self, index: int) -> Rect:
        """Where the card with this number on its sheet stands, from left to right and down, without margins."""
        row, column = divmod(index, self.columns)
        wide, high = self.card
        return Rect(column * wide, row * high, wide, high)

    def room(self, index: int, margin: float | None) -> Rect:
        """What is left of that cell within margins of its own, in mm."""
        cell, within = self.cell(index), inner(self.card, margin)
        return within._replace(x=cell.x + within.x, y=cell.y + within.y)


def grid(paper: Paper, least: Paper, wanted: int) -> Grid:
    """The sheet cut in halves, and those again, until all cards fit on it or they would be smaller than `least`.

    So A4 gives two cards of A5, A3 four, and a few cards on large paper become large cards.
    """
    columns, rows, card = 1, 1, paper
    while columns * rows < wanted and card.width * card.height / 2 >= SLACK * least.width * least.height:
        if card.width >= card.height:
            columns, card = columns * 2, Paper(card.width / 2, card.height)
        else:
            rows, card = rows * 2, Paper(card.width, card.height / 2)
    return Grid(columns, rows, card)


def cuts(paper: Paper, cards: Grid, used: int, margin: float | None) -> Layer:
    """Dashed lines around the cards that are there, within the margins of the sheet; they are not read aloud."""
    near = MARGIN_MM if margin is None else margin
    rows = ceil(used / cards.columns)
    columns = used if rows == 1 else cards.columns
    right = paper.width - near if columns == cards.columns else columns * cards.card.width
    bottom = paper.height - near if rows == cards.rows else rows * cards.card.height
    found: list[Element] = []
    for column in range(1, columns + (columns < cards.columns)):
        found += _cut((column * cards.card.width, near), (column * cards.card.width, bottom), "scissors.down")
    for row in range(1, rows + (rows < cards.rows)):
        found += _cut((near, row * cards.card.height), (right, row * cards.card.height), "scissors")
    return Layer("cuts", Rect(0, 0, paper.width, paper.height), tuple(found), order=LAST)


def _cut(start: tuple[float, float], end: tuple[float, float], mark: str) -> tuple[Element, ...]:
    """The scissors stand at the start, on the line."""
    (x, y), half = start, SCISSORS_MM / 2
    across = mark == "scissors"
    begin = (x + SCISSORS_MM, y) if across else (x, y + SCISSORS_MM)
    corner = (x, y - half) if across else (x - half, y)
    return (
        Line((begin, end), "line", HAIR_MM, "dashed"),
        Mark(mark, *corner, SCISSORS_MM, "line"),
    )
