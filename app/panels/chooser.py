"""A line that offers things to choose one from: by typing its beginning, or from the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QSizePolicy

from app.panels.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

Offer = tuple[str, object]
"""What it is called, and what it stands for."""


class Chooser(ChoiceField):
    """Filled when it is entered, because what can be chosen may be long and changes; empty again after a choice."""

    picked = Signal(object)  #: what the chosen line stands for

    def __init__(self, name: str, hint: str, offers: Callable[[], Sequence[Offer]]) -> None:
        super().__init__(name)
        self._offers = offers
        self._stale = True
        self.setEditable(True)
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line, completer = self.lineEdit(), self.completer()
        if line is not None and completer is not None:
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)  # Enter takes what is seen
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.returnPressed.connect(self._entered)
        self.activated.connect(self._pick)

    def fill(self) -> None:
        """Offer what can be chosen now; what is being typed stays."""
        self._stale = False
        typed = self.currentText()
        self.offer(self._offers())
        self.setCurrentIndex(-1)
        self.setEditText(typed)

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._stale = True  # filled when it is used, for going through with Tab must stay quick
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stale and event.key() != Qt.Key.Key_Tab:
            self.fill()
        super().keyPressEvent(event)

    def _entered(self) -> None:
        """Typed in full, Qt finds the line itself; this is for what it does not count as a choice."""
        found = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if found >= 0 and self.currentText():
            self._pick(found)

    def _pick(self, index: int) -> None:
        chosen = self.itemData(index)
        self.setCurrentIndex(-1)
        self.setEditText("")
        if chosen is not None:
            self.picked.emit(chosen)
