"""A line that is cut where its room ends; the whole of it stands in its tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from app.plain import PlainLabel, put, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Elided(PlainLabel):
    """One line, never wider than what it is given."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__("", name=name)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cut()

    def display(self, text: str, name: str) -> None:
        """Another text, in another dress."""
        self._whole = text
        if self.objectName() != name:
            self.setObjectName(name)
            self.style().unpolish(self)
            self.style().polish(self)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(20, self.width()))
        put(self, shown)
        tip(self, self._whole if shown != self._whole else "")
