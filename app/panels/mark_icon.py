"""The map's own drawn symbols as icons of buttons and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.canvas import symbols
from app.canvas.inks import Inks
from app.canvas.scale import PX
from app.icons import drawn_icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon, QPainter


def mark_icon(mark: str, role: str, inks: Mapping[str, str], size: int = 18) -> QIcon:
    """The symbol in the colour of a role, as the map shows it."""

    def draw(painter: QPainter) -> None:
        for pen, brush, path in symbols.strokes(mark, size / PX, role, Inks(inks)):
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)

    return drawn_icon(size, draw)
