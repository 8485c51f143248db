"""How a field of a comparison is painted: as a window on the drawing, with a ring around the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from app.compare.table import BoardTable

ROUND: Final = 6.0


class Fields(QStyledItemDelegate):
    """Each field is a window on the drawing; the current one has a ring."""

    def __init__(self, table: BoardTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        picture = self._table.picture
        if picture is None:
            return
        area = QRect(option.rect)
        picture.paint(painter, area, picture.column(index.column())[0], picture.row(index.row())[0])
        current = index == self._table.currentIndex()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            focused = current and self._table.hasFocus()
            role = "focus" if focused else ("selection" if current else "hover")
            ring(painter, area, picture.inks.colour(role), 2.5 if current else 1.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, 10)


def ring(painter: QPainter, area: QRect, colour: QColor, width: float) -> None:
    """A rounded line just inside the area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.toRectF().adjusted(1.6, 1.6, -1.6, -1.6), ROUND, ROUND)
    painter.restore()
