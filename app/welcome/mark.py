"""The program's own mark: the icon by which taskbar and file manager know it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app import taskbar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.dress import Dress


class Mark(QWidget):
    """Drawn at any size; it says nothing that the name beside it does not say."""

    def __init__(self, dress: Dress, size: int = 56) -> None:
        super().__init__()
        self._icon = taskbar.icon()
        side = round(size * dress.percent / 100)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # a large screen may want more than we have
        painter.drawPixmap(self.rect(), self._icon.pixmap(self.size(), self.devicePixelRatio()))
        painter.end()
