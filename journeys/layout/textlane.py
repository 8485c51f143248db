"""The lane for words of one's own: a cell per phase, and below it a cell per step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import text
from journeys.layout.drawing import WHOLE
from journeys.layout.parts import LEAST, Part, order
from journeys.layout.pen import height_of
from journeys.model.document import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.columns import Span
    from journeys.layout.drawing import Layer
    from journeys.layout.gather import Column
    from journeys.layout.pen import Pen, Place
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Cell, Lane

SIZE: Final = 0.92
PAD: Final = 0.5
"""From the edge of the lane to its cells, and between its two rows."""
IN: Final = 0.4
"""From the edge of a cell to its words."""
ROW: Final = 1.9
"""The least height of a row on the screen, so that one can click in it."""


class Said(NamedTuple):
    """A cell with its words broken: where it stands in its phase, and in which row."""

    cell: Cell
    lines: tuple[str, ...]
    x: float
    w: float

    @property
    def height(self) -> float:
        return height_of(self.lines, SIZE) + 2 * IN


class _Rows(NamedTuple):
    """What stands in one phase: words about the phase, words about its steps, and places to write in."""

    span: Span
    whole: tuple[Said, ...]
    steps: tuple[Said, ...]
    places: tuple[tuple[float, Place], ...]


def words(sheet: Sheet, lane: Lane) -> Part:
    """Two rows, each as high as its highest cell; on paper only those with words."""
    rows = [_rows(sheet, lane, span) for span in sheet.spans]
    screen = sheet.look.spec.hints
    upper = _height([said for row in rows for said in row.whole], screen=screen)
    lower = _height([said for row in rows for said in row.steps], screen=screen and any(row.places for row in rows))
    between = PAD if upper and lower else 0.0

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        top, below = y + PAD, y + PAD + upper + between
        if screen:
            yield from _cells(sheet, lane, rows, (y, upper + PAD, height), number)
            if sheet.spans and not any(row.whole or row.steps for row in rows):
                yield _hint(sheet, lane, top, number)
        for row in rows:
            for name, some, start in (("whole", row.whole, top), ("steps", row.steps, below)):
                if some:
                    yield sheet.memory.layer(
                        f"text/{lane.id}/{row.span.phase}/{name}", (some,), partial(_draw, some=some),
                        (row.span.x, start), "text", row.span.phase, order(row.span, number),
                    )  # fmt: skip

    return Part(max(upper + between + lower + 2 * PAD, LEAST), place)


def _height(some: Sequence[Said], *, screen: bool) -> float:
    return max([ROW if screen else 0.0, *(said.height for said in some)])


def _rows(sheet: Sheet, lane: Lane, span: Span) -> _Rows:
    cells = sheet.gathered.cells
    whole = cells.get((lane.id, span.phase, None))
    said = (_said(sheet, whole, PAD, span.w - 2 * PAD),) if whole is not None else ()
    steps, places = [], []
    for block, offset in span.blocks:
        for slot in block.slots:
            x = offset + slot.x
            steps += [_said(sheet, cell, x, sheet.column) for cell in _of_column(sheet, lane, slot.column)[:1]]
            if slot.column.steps:
                places.append((x, place_of(slot.column.steps[0])))
    return _Rows(span, said, tuple(steps), tuple(places))


def _of_column(sheet: Sheet, lane: Lane, column: Column) -> list[Cell]:
    """What is written under a column: all its steps' words in one cell."""
    known = ((step, sheet.gathered.cells.get((lane.id, step.phase, step.id))) for step in column.steps)
    found = [cell for _, cell in known if cell is not None]
    if len(found) < 2:
        return found
    return [found[0].__class__(
        found[0].id, lane.id, found[0].journey, found[0].phase, found[0].step, "\n".join(cell.text for cell in found)
    )]  # fmt: skip


def _said(sheet: Sheet, cell: Cell, x: float, w: float) -> Said:
    lines = text.lines(cell.text, "regular", (w - 2 * IN) / SIZE, sheet.look.language)
    return Said(cell, lines, round(x, 4), round(w, 4))


def _draw(pen: Pen, some: Sequence[Said]) -> None:
    for said in some:
        pen.about = said.cell.id
        pen.box(said.x, 0, said.w, said.height, fill="pill.fill", radius=0.3)
        pen.text(said.lines, said.x + IN, IN, size=SIZE, room=said.w - 2 * IN)
    pen.about = None


def _cells(
    sheet: Sheet, lane: Lane, rows: Sequence[_Rows], heights: tuple[float, float, float], number: int
) -> Iterator[Layer]:  # fmt: skip
    """The room of both rows, as places to write in; a phase without steps is one place."""
    y, upper, height = heights
    for row in rows:
        deep = upper if row.places else height
        draw = partial(_draw_cells, sheet=sheet, lane=lane.id, row=row, upper=deep, height=height)
        yield sheet.memory.layer(
            f"cells/{lane.id}/{row.span.phase}", (row.span.w, row.places, deep, height), draw, (row.span.x, y), "cells",
            row.span.phase, order(row.span, number),
        )  # fmt: skip


def _draw_cells(pen: Pen, sheet: Sheet, lane: str, row: _Rows, upper: float, height: float) -> None:
    whole = (sheet.look.spec.journey, row.span.phase, WHOLE, 0, 0)
    pen.target(0, 0, row.span.w, upper, "lane", lane, "cell", whole)
    for x, place in row.places:
        pen.target(x, upper, sheet.column, height - upper, "lane", lane, "cell", place)


def _hint(sheet: Sheet, lane: Lane, top: float, number: int) -> Layer:
    span = sheet.spans[0]
    said = sheet.look.say("Double-click to write: at the top about the phase, below it about a step")
    lines = text.lines(said, "italic", max(span.w - 2 * PAD, 30.0) / SIZE, sheet.look.say.language)

    def draw(pen: Pen) -> None:
        pen.text(lines[:1], PAD + IN, IN, size=SIZE, font="italic", colour="hint")

    return sheet.memory.layer(
        f"hint/{lane.id}", (lines,), draw, (span.x, top), "hint", span.phase, order(span, number)
    )  # fmt: skip
