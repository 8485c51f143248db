"""The map's own drawn symbols as icons of buttons and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from app.canvas import symbols
from app.canvas.inks import Inks
from app.canvas.scale import PX

if TYPE_CHECKING:
    from collections.abc import Mapping


def mark_icon(mark: str, role: str, inks: Mapping[str, str], size: int = 18) -> QIcon:
    """The symbol in the colour of a role, as the map shows it."""
    made = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(QSize(size, size) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen, brush, path in symbols.strokes(mark, size / PX, role, Inks(inks)):
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
        painter.end()
        made.addPixmap(pixmap)
    return made
