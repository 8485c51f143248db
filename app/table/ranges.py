"""Verbs on a range of cells: copy, cut, paste, empty; each is one edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.attempts import tried
from app.panels import taken_out
from app.table import clipboard
from app.table.cells import Sight, write
from app.table.entries import phase_of
from journeys import text as texts
from journeys.edits import rows, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex

    from app.table.cells import Column
    from app.table.sheet import Sheet
    from journeys.edits.edit import Edit
    from journeys.model.document import Document


def copy(sheet: Sheet) -> None:
    """The selected cells as text, in the rectangle that holds them."""
    cells = sheet.chosen_cells()
    if not cells:
        return
    header = sheet.horizontalHeader()
    lines = sorted({index.row() for index in cells})
    places = sorted({index.column() for index in cells}, key=header.visualIndex)
    known = {(index.row(), index.column()) for index in cells}
    text = [[sheet.cells.text(sheet.cells.index(r, c)) if (r, c) in known else "" for c in places] for r in lines]
    QGuiApplication.clipboard().setText(clipboard.written(text))
    say = sheet.context.say
    sheet.hinted.emit(say.many("{n} cell copied", "{n} cells copied", len(cells)), False)


def cut(sheet: Sheet) -> None:
    """Copy, then empty."""
    copy(sheet)
    clear(sheet)


def clear(sheet: Sheet) -> None:
    """Empty every selected cell that may be empty."""
    cells = [index for index in sheet.chosen_cells() if sheet.cells.writable(index) and sheet.cells.text(index)]
    if any(sheet.cells.field(index).required for index in cells):
        cells = [index for index in cells if not sheet.cells.field(index).required]
        sheet.hinted.emit(sheet.context.say("This cannot be empty."), True)
    _perform(sheet, "table.clear", [_writes(sheet, index, "") for index in cells])


def paste(sheet: Sheet) -> None:
    """Fill from the current cell on; one copied cell fills the whole selection. More lines than rows become steps."""
    held = texts.purged(QGuiApplication.clipboard().text())
    start = sheet.currentIndex()
    if not held.text or not start.isValid():
        return
    taken_out.tell(sheet, held.changes)
    block = clipboard.read(held.text)
    chosen = sheet.chosen_cells()
    if len(block) == 1 and len(block[0]) == 1 and len(chosen) > 1:
        verbs = [_writes(sheet, index, block[0][0]) for index in chosen if sheet.cells.writable(index)]
    else:
        verbs = _filled(sheet, _first(sheet, chosen, start), block)
    _perform(sheet, "table.paste", verbs)


def _first(sheet: Sheet, chosen: Sequence[QModelIndex], start: QModelIndex) -> QModelIndex:
    """The upper left corner of the selection."""
    header = sheet.horizontalHeader()
    inside = [*chosen, start]
    row = min(index.row() for index in inside)
    column = min((index.column() for index in inside), key=header.visualIndex)
    return sheet.cells.index(row, column)


def _filled(sheet: Sheet, start: QModelIndex, block: Sequence[Sequence[str]]) -> list[Callable[[Document], Edit]]:
    header = sheet.horizontalHeader()
    visuals = range(header.visualIndex(start.column()), header.count())
    columns = [c for c in map(header.logicalIndex, visuals) if not sheet.isColumnHidden(c)]
    lines = [row for row in range(start.row(), sheet.cells.rowCount()) if _takes(sheet, row)]
    verbs: list[Callable[[Document], Edit]] = []
    for row, line in zip(lines, block, strict=False):
        for column, text in zip(columns, line, strict=False):
            index = sheet.cells.index(row, column)
            if sheet.cells.writable(index):
                verbs.append(_writes(sheet, index, text))
    fields = [sheet.cells.columns[c] for c in columns] if not sheet.cells.across else []
    if sheet.cells.listing.kind == "step" and fields and lines:
        verbs += _new_steps(sheet, sheet.cells.entries[lines[-1]], fields, block[len(lines) :])
    return verbs


def _takes(sheet: Sheet, row: int) -> bool:
    if sheet.isRowHidden(row):
        return False
    return sheet.cells.across or phase_of(sheet.cells.entries[row]) is None


def _writes(sheet: Sheet, index: QModelIndex, text: str) -> Callable[[Document], Edit]:
    """Writing one cell, whatever the document then is."""
    column, entry, say = sheet.cells.field(index), sheet.cells.entry(index), sheet.context.say
    place = phase_of(entry)

    def verb(now: Document) -> Edit:
        sight = Sight(now, say)
        if place is not None and column.to_phase is not None:
            return column.to_phase(sight, *place, text)
        return write(column, sight, [entry], _untranslated(column, text))

    return verb


def _untranslated(column: Column, text: str) -> str:
    """A ticked box is copied as a word, an empty one as nothing."""
    return text or ("no" if column.editor == "check" else "")


def _new_steps(
    sheet: Sheet, last: str, fields: Sequence[Column], lines: Sequence[Sequence[str]]
) -> list[Callable[[Document], Edit]]:
    """A step behind the last one for every line that has no row."""
    made = [last]

    def begin(now: Document) -> Edit:
        edit = steps.add_after(now, made[-1])
        made.append(edit.subjects[0])
        return edit

    def fill(now: Document, column: Column, text: str) -> Edit:
        return write(column, Sight(now, sheet.context.say), [made[-1]], _untranslated(column, text))

    verbs: list[Callable[[Document], Edit]] = []
    for line in lines:
        filled = [(field, text) for field, text in zip(fields, line, strict=False) if text and field.write]
        verbs += [begin, *(partial(fill, column=field, text=text) for field, text in filled)]
    return verbs


def _perform(sheet: Sheet, code: str, verbs: Sequence[Callable[[Document], Edit]]) -> None:
    """All of it as one edit, or nothing with the reason."""
    if not verbs:
        return
    edit, wrong = tried(sheet.context, lambda: _together(sheet, code, verbs))
    if edit is not None:
        sheet.context.perform(edit)
    else:
        sheet.hinted.emit(wrong, True)


def _together(sheet: Sheet, code: str, verbs: Sequence[Callable[[Document], Edit]]) -> Edit:
    if len(verbs) == 1:
        return verbs[0](sheet.context.document)
    return rows.together(sheet.context.document, code, verbs)
