"""The keys of the table, while no cell is being typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from app.table import ranges
from app.table.entries import phase_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

    from app.table.sheet import Sheet

Key = Qt.Key
CTRL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
NONE: Final = Qt.KeyboardModifier.NoModifier
ENTER: Final = (Key.Key_Return, Key.Key_Enter)


def _row(verb: str) -> Callable[[Sheet], object]:
    return lambda sheet: sheet.row_wanted.emit(verb)


VERBS: Final[dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[Sheet], object]]] = {
    (NONE, Key.Key_F2): lambda sheet: sheet.edit_current(),
    (NONE, Key.Key_Delete): ranges.clear,
    (NONE, Key.Key_Backspace): ranges.clear,
    (CTRL, Key.Key_C): ranges.copy,
    (CTRL, Key.Key_X): ranges.cut,
    (CTRL, Key.Key_V): ranges.paste,
    (CTRL, Key.Key_Delete): _row("delete"),
    (CTRL, Key.Key_Minus): _row("delete"),
    (NONE, Key.Key_Insert): _row("new"),
    (CTRL, Key.Key_D): _row("duplicate"),
    (CTRL | SHIFT, Key.Key_F): _row("filter"),
    (CTRL | SHIFT, Key.Key_O): _row("sort"),
    (SHIFT, Key.Key_Space): lambda sheet: sheet.choose_row(),
    (NONE, Key.Key_F4): lambda sheet: sheet.edit_current(),
}


def _plain(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def ours(event: QKeyEvent) -> bool:
    """Keys that the table wants before the window's shortcuts do: letters are text here."""
    held, key = _plain(event), Key(event.key())
    if (held, key) in VERBS or key in (*ENTER, Key.Key_Tab, Key.Key_Backtab):
        return True
    if held == CTRL and key == Key.Key_A:
        return True
    return _is_text(event)


def _is_text(event: QKeyEvent) -> bool:
    """A letter, also one made with AltGr."""
    command = event.modifiers() & CTRL and not event.modifiers() & ALT
    return bool(event.text()) and event.text().isprintable() and not command and event.modifiers() != ALT


def pressed(sheet: Sheet, event: QKeyEvent) -> bool:
    """Act on a key; False when it is none of ours."""
    held, key = _plain(event), Key(event.key())
    if key == Key.Key_Escape and sheet.stop_dragging():
        return True
    if sheet.editing is not None and key != Key.Key_Escape:
        sheet.editing.setFocus()  # a refused text waits to be mended
        return True
    if (held, key) in VERBS:
        VERBS[held, key](sheet)
        return True
    if held == ALT and key in _moves(sheet):
        sheet.row_wanted.emit(_moves(sheet)[key])
        return True
    if key in ENTER:
        go(sheet, "new" if held == CTRL else "up" if held == SHIFT else "down")
        return True
    if key in (Key.Key_Tab, Key.Key_Backtab):
        go(sheet, "left" if key == Key.Key_Backtab else "right")
        return True
    return _typed(sheet, event)


def _moves(sheet: Sheet) -> dict[Qt.Key, str]:
    """Steps lie below one another in a list, beside one another in the overview."""
    if sheet.cells.across:
        return {Key.Key_Left: "up", Key.Key_Right: "down"}
    return {Key.Key_Up: "up", Key.Key_Down: "down"}


def composed(sheet: Sheet, event: QInputMethodEvent) -> bool:
    """What an input method or a dead key makes opens the cell, as a letter does."""
    from app.table.editors import TextEditor

    index, typing = sheet.currentIndex(), sheet.editing is not None
    if typing or not index.isValid() or not (event.commitString() or event.preeditString()).strip():
        return False
    opened = sheet.cells.field(index).editor != "check" and sheet.edit_current()
    editor = sheet.editing
    if not opened or editor is None:
        return False
    if isinstance(editor, TextEditor) and editor.listed:
        editor.go_on()
    return QApplication.sendEvent(editor, event)  # else what stood there is selected, and goes


def _typed(sheet: Sheet, event: QKeyEvent) -> bool:
    """Letters open the cell; Space ticks a box."""
    index = sheet.currentIndex()
    if not _is_text(event) or not index.isValid():
        return False
    if sheet.cells.field(index).editor == "check":
        if event.key() == Key.Key_Space and sheet.cells.writable(index):
            sheet.cells.toggled.emit(index, not sheet.cells.text(index))
        return True
    from app.table.editors import TextEditor

    opened = sheet.edit_current()
    editor = sheet.editing
    if opened and editor is not None and event.key() != Key.Key_Space:
        if isinstance(editor, TextEditor) and editor.listed:
            editor.go_on()
        QApplication.sendEvent(editor, event)
    return True


def go(sheet: Sheet, then: str) -> None:
    """To the next cell in a direction; beyond the last row a new one begins, beyond the last cell the table ends."""
    index = sheet.currentIndex()
    if then == "new":
        sheet.row_wanted.emit("new")
    elif then == "stay" or not index.isValid():
        return
    elif then in ("down", "up"):
        _vertically(sheet, index, 1 if then == "down" else -1)
    else:
        _sideways(sheet, index, 1 if then == "right" else -1)


def _vertically(sheet: Sheet, index: QModelIndex, by: int) -> None:
    row = index.row() + by
    while 0 <= row < sheet.cells.rowCount() and _passed(sheet, row):
        row += by
    if 0 <= row < sheet.cells.rowCount():
        to(sheet, row, index.column())
    elif by > 0 and not sheet.cells.across:
        sheet.row_wanted.emit("new")


def _passed(sheet: Sheet, row: int) -> bool:
    """Headings and hidden rows are passed over."""
    if sheet.isRowHidden(row):
        return True
    return not sheet.cells.across and phase_of(sheet.cells.entries[row]) is not None


def _sideways(sheet: Sheet, index: QModelIndex, by: int) -> None:
    header = sheet.horizontalHeader()
    row, visual = index.row(), header.visualIndex(index.column())
    while True:
        visual += by
        if not 0 <= visual < header.count():
            row, visual = row + by, 0 if by > 0 else header.count() - 1
            while 0 <= row < sheet.cells.rowCount() and _passed(sheet, row):
                row += by
        if not 0 <= row < sheet.cells.rowCount():
            sheet.leave_by_tab(onward=by > 0)
            return
        if not sheet.isColumnHidden(header.logicalIndex(visual)):
            to(sheet, row, header.logicalIndex(visual))
            return


def to(sheet: Sheet, row: int, column: int) -> None:
    """Make this the current cell, and the only one that is selected."""
    index = sheet.cells.index(row, column)
    sheet.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    sheet.scrollTo(index)
