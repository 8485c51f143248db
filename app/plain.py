"""The only place that hands text to widgets which might take it for markup: here it is always plain."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressDialog, QSizePolicy, QToolTip, QWidget

from journeys.text import on_one_line

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableWidgetItem, QTreeWidgetItem

Grave = Literal["question", "warning", "information", "critical"]


W = TypeVar("W", bound=QWidget)
WORDS_MIME: Final = "application/x-levensreis-words"
"""What was copied as a table for spreadsheets, as the words alone for a field in which one types."""


def named(widget: W, name: str) -> W:
    """The widget under the name by which the style sheet knows it."""
    widget.setObjectName(name)
    return widget


class PlainLabel(QLabel):
    """A label that shows its text literally, whatever is in it."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False, name: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)


def put(widget: QLabel | QLineEdit | QAbstractButton | QAction, text: str) -> None:
    """Set the text of something that shows it as it is; nothing happens when it already does."""
    if widget.text() != text:
        widget.setText(text)


def tip(target: QWidget | QAction, text: str) -> None:
    """A tooltip in which markup is shown, not followed; long ones wrap."""
    target.setToolTip(plain_tooltip(text))


def item_tip(item: QTreeWidgetItem, text: str) -> None:
    """A tooltip of plain text on a row of a list."""
    item.setToolTip(0, plain_tooltip(text))


def cell_tip(item: QTableWidgetItem, text: str) -> None:
    """A tooltip of plain text on a field of a table."""
    item.setToolTip(plain_tooltip(text))


def show_tip(at: QPoint, text: str, on: QWidget) -> None:
    """A tooltip at a place on the screen, its text shown literally; an empty one hides what was there."""
    QToolTip.showText(at, plain_tooltip(text), on)


def plain_tooltip(text: str) -> str:
    """The text as a tooltip that Qt wraps and does not interpret."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def paste(field: QPlainTextEdit, source: QMimeData, most: int) -> None:
    """Put pasted text in as plain text, clean and as far as it fits; and say what did not come in.

    Laying out a word of 200,000 letters would take Qt half a minute.
    """
    from app.panels import taken_out

    held = bytes(source.data(WORDS_MIME).data()) if source.hasFormat(WORDS_MIME) else b""
    text = held.decode("utf-8", "replace") or source.text()
    room = max(0, most - len(field.toPlainText()) + len(field.textCursor().selectedText()))
    fitting, changes = taken_out.fitting(text, room)
    field.insertPlainText(fitting)
    taken_out.tell(field, changes, most)


def literal(text: str) -> str:
    """For menus, tabs and buttons made from names: `&` is no key mark, and there is one line."""
    return on_one_line(text).replace("&", "&&")


def literal_title(text: str) -> str:
    """For title bars: `[*]` is no place for a star, and there is one line."""
    return on_one_line(text).replace("[*]", "[*][*]")


def plain_box(parent: QWidget | None, grave: Grave, title: str, text: str, detail: str = "") -> QMessageBox:
    """A message box without buttons yet, whose texts are shown literally; delete it when it was answered."""
    icons = {
        "question": QMessageBox.Icon.Question, "warning": QMessageBox.Icon.Warning,
        "information": QMessageBox.Icon.Information, "critical": QMessageBox.Icon.Critical,
    }  # fmt: skip
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icons[grave])
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(detail)
    return box


def plain_progress(parent: QWidget | None, what: str, cancel: str) -> QProgressDialog:
    """A dialog that says what takes long, with a button to stop it; the name of a file in it stands as it is."""
    dialog = QProgressDialog("", cancel, 0, 0, parent)
    dialog.setLabel(PlainLabel(what))
    dialog.setWindowTitle(literal_title(what))
    return dialog
