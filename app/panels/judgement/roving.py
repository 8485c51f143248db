"""Buttons that belong together are one stop for Tab; arrows go from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QToolButton, QWidget

ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
CLICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Roving(QObject):
    """Watches the keys of these buttons. Tab stops at the one that is chosen, else where the keyboard was last."""

    cleared = Signal()  #: Delete or Backspace: take the choice away

    def __init__(self, parent: QWidget, buttons: Sequence[QToolButton], *, start: int = 0) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        self.stop_at(start)

    def stop_at(self, place: int) -> None:
        """Let Tab stop at this button only."""
        for index, button in enumerate(self._buttons):
            policy = Qt.FocusPolicy.StrongFocus if index == place else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        ):  # fmt: skip
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in CLEARING:
                event.accept()  # else the window deletes what is selected on the map
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(self._place(watched), Qt.Key(event.key()))
        return False

    def _place(self, watched: QObject) -> int:
        return next((index for index, button in enumerate(self._buttons) if button is watched), 0)

    def _pressed(self, place: int, key: Qt.Key) -> bool:
        last = len(self._buttons) - 1
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        goals |= dict.fromkeys(ON, min(last, place + 1)) | dict.fromkeys(BACK, max(0, place - 1))
        if key in goals:
            self.stop_at(goals[key])
            self._buttons[goals[key]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in CLICKING:
            self._buttons[place].click()
        elif key in CLEARING:
            self.cleared.emit()
        else:
            return False
        return True
