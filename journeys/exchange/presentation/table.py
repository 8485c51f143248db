"""Native tables, on as many slides as their rows need, with their heads again on each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys.exchange.presentation.deck import BOTTOM, ROOM, SIDE, page, spoken
from journeys.exchange.presentation.measure import cut, height
from journeys.exchange.presentation.shapes import called, into_cell, para, titled, words
from journeys.layout.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling

SIZE: Final = 13.0
HEAD: Final = 10.0
TOP: Final = 40.0
LINES: Final = 5
"""Of one cell at most; the whole text stands under the slide."""
PADS: Final = (2.5, 1.6, 2.5, 1.6)


class Cell(NamedTuple):
    """What stands in a cell, and how."""

    text: str
    bold: bool = False
    colour: str = "text"
    ours: bool = False


class Shown(NamedTuple):
    """One table over several slides: its title, what stands under that, widths in parts of the room, and its head."""

    title: str
    under: str
    widths: tuple[float, ...]
    head: tuple[str, ...]


def slides(deck: Deck, told: Telling, shown: Shown, rows: Sequence[tuple[Cell, ...]], said: Sequence[str]) -> None:
    """`said`: for each row what stands under the slide that it is on."""
    wide = [ROOM * part / sum(shown.widths) for part in shown.widths]
    pages = _pages([_tall(row, wide) for row in rows])
    for number, (start, end) in enumerate(pages, 1):
        made = page(deck)
        title = shown.title if len(pages) == 1 else told.say(
            "{phase} ({part} of {parts})", phase=shown.title, part=number, parts=len(pages))  # fmt: skip
        titled(made, Rect(SIDE, 14, ROOM, 13.5), title, 32, ours=True)
        if shown.under:
            words(made, Rect(SIDE, 28, ROOM, 7), (para(shown.under, 15, "muted", ours=True),), name=shown.under)
        _table(made, shown, rows[start:end], wide)
        spoken(made, "\n".join(said[start:end]))


def _tall(row: Sequence[Cell], wide: Sequence[float]) -> float:
    pads = PADS[0] + PADS[2]
    most = LINES * SIZE * 1.2 * 25.4 / 72
    texts = (height(cell.text, SIZE, w - pads, bold=cell.bold) for cell, w in zip(row, wide, strict=True))
    return min(max(texts), most) + PADS[1] + PADS[3] + 0.8


def _pages(tall: Sequence[float]) -> list[tuple[int, int]]:
    """From which row to which on each slide, about as much on each; rows are never broken."""
    most = BOTTOM - TOP - HEAD
    found = _filled(tall, most)
    for part in range(1, 10):
        tried = _filled(tall, most * part / 10)
        if len(tried) == len(found):
            return tried
    return found


def _filled(tall: Sequence[float], most: float) -> list[tuple[int, int]]:
    found, start, used = [], 0, 0.0
    for index, high in enumerate(tall):
        if index > start and used + high > most:
            found.append((start, index))
            start, used = index, 0.0
        used += high
    return [*found, (start, len(tall))]


def _table(made: Page, shown: Shown, rows: Sequence[tuple[Cell, ...]], wide: Sequence[float]) -> None:
    from pptx.util import Mm

    high = [HEAD, *(_tall(row, wide) for row in rows)]
    frame = made.shapes.add_table(len(rows) + 1, len(wide), Mm(SIDE), Mm(TOP), Mm(ROOM), Mm(sum(high)))
    called(frame, shown.title, shown.title)
    table = frame.table
    for column, w in zip(table.columns, wide, strict=True):
        column.width = Mm(w)
    for row, tall in zip(table.rows, high, strict=True):
        row.height = Mm(tall)
    for index, text in enumerate(shown.head):
        _cell(made, table.cell(0, index), Cell(text, bold=True, colour="own.on", ours=True), "own.fill", wide[index])
    for number, row in enumerate(rows, 1):
        for index, cell in enumerate(row):
            _cell(made, table.cell(number, index), cell, "paper" if number % 2 else "lane.fill.back", wide[index])


def _cell(made: Page, target: Any, cell: Cell, fill: str, wide: float) -> None:
    text = cut(cell.text, SIZE, wide - PADS[0] - PADS[2], LINES, bold=cell.bold)
    one = para(text, SIZE, cell.colour, bold=cell.bold, ours=cell.ours)
    into_cell(made, target, fill, one, PADS)
