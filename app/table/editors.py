"""The fields in which a cell is typed: a line, several lines, a line with names to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.panels.fields import ChoiceField
from app.plain import paste
from journeys import text as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex

LINES: Final = 5
WIDE: Final = 22
"""Characters that fit in a field at least, whatever the width of its column."""


class LineEditor(QLineEdit):
    """One line of text."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(texts.BODY_MAX)
        self.setAccessibleName(label)

    def start(self, text: str) -> None:
        """Show what stands in the cell, ready to be replaced."""
        self.setText(text)
        self.selectAll()

    def typed(self) -> str:
        return self.text()


class TextEditor(QPlainTextEdit):
    """Several lines: Shift+Enter or Alt+Enter begins a new one."""

    def __init__(self, label: str, parent: QWidget, *, listed: bool) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.listed = listed

    def start(self, text: str) -> None:
        """Show what stands in the cell; text is ready to be replaced, a list to be gone on with."""
        self.setPlainText(text)
        if self.listed:
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.selectAll()

    def go_on(self) -> None:
        """A new line at the end, for who begins to type over a list."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.toPlainText() and not self.toPlainText().endswith("\n"):
            self.insertPlainText("\n")

    def new_line(self) -> None:
        self.insertPlainText("\n")

    def typed(self) -> str:
        return self.toPlainText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        paste(self, source, texts.BODY_MAX)


class ChoiceEditor(ChoiceField):
    """A line that completes what is typed from a list; the list opens with Alt+Down, F4 or a click."""

    def __init__(self, label: str, parent: QWidget, names: Sequence[str], *, several: bool) -> None:
        super().__init__(label, parent=parent)
        self.addItems(list(names))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(Names(names, self, several=several))
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(label)
        self._several = several
        self._before = ""
        self.activated.connect(self._chosen)

    def start(self, text: str) -> None:
        """Show what stands in the cell, ready to be replaced."""
        self._before = text
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    def typed(self) -> str:
        return self.currentText()

    def _chosen(self, index: int) -> None:
        """In a list of names, the chosen one takes the place of the last."""
        if not self._several or ";" not in self._before:
            return
        held, _, _ = self._before.rpartition(";")
        self.setEditText(f"{held}; {self.itemText(index)}")


class Names(QCompleter):
    """Completes in place; among several names the last one."""

    def __init__(self, names: Sequence[str], parent: QWidget, *, several: bool) -> None:
        super().__init__(parent)
        self.setModel(QStringListModel(list(names), self))
        self.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._several = several
        self._held = ""

    def splitPath(self, path: str) -> list[str]:
        if not self._several:
            return [path]
        held, mark, last = path.rpartition(";")
        self._held = held + mark + (" " if last.startswith(" ") else "")
        return [last.lstrip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return self._held * self._several + str(index.data())


Editor = LineEditor | TextEditor | ChoiceEditor
