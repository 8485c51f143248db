"""The line of quick entry: keys that a line has no use for change the phase, undo, or paste many steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class QuickLine(QLineEdit):
    """One line; keys that it has no use for itself change phase, undo the last step, or paste many."""

    phase_wanted = Signal(int)  #: so many phases on
    undo_wanted = Signal()  #: undo, and there is nothing typed to take back
    lines_pasted = Signal(str)  #: several lines, or a table
    completed = Signal()  #: Tab, to fill in what the line ends in
    entered = Signal()  #: the cursor came into the line
    left = Signal()  #: the cursor went elsewhere

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        if held and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.phase_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _lines(QGuiApplication.clipboard().text()):
            self.lines_pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab fills in a name that was begun; else it goes on."""
        if next and "@" in self.text() and not self.text().endswith(" "):
            before = self.text()
            self.completed.emit()
            if self.text() != before:
                return True
        return super().focusNextPrevChild(next)


def _lines(text: str) -> bool:
    return "\n" in text.strip() or "\t" in text
