"""The button under an invitation: the first thing to do where there is nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.plain import named, put

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


class FirstAct(QPushButton):
    """Does one of the window's commands; gone while there is nothing to begin with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "primary")
        self._code = ""
        self.clicked.connect(self._act)
        self.hide()

    def offer(self, code: str = "", words: str = "") -> None:
        """From now on it does this command; without one it goes."""
        self._code = code
        put(self, words)
        self.setVisible(bool(code))

    def _act(self) -> None:
        actions: dict[str, QAction] = getattr(self.window(), "actions_by_code", {})
        if self._code in actions:
            actions[self._code].trigger()
