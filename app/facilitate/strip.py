"""A strip under the views that a key opens and closes: the timer, the parking lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from app.focus import holds_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.study_view import StudyView


class Strip(QFrame):
    """Its focus proxy gets the keyboard when it opens; when it closes, the view gets it back."""

    def __init__(self, view: StudyView, name: str) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName(name)
        self._view = view

    def display(self) -> None:
        """Show what there is now."""
        raise NotImplementedError

    def toggle(self) -> None:
        """Open it, or go there; from within, close it."""
        if not self.isHidden() and holds_focus(self):
            self.close_strip()
        else:
            self.open()

    def open(self) -> None:
        """Show it with the keyboard in it."""
        self.show()
        self.display()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._view.changed.emit()

    def close_strip(self) -> None:
        """Put it away; what it is about goes on."""
        self.hide()
        self._view.views.widget_shown.setFocus()
        self._view.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)
