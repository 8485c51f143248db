"""A list of sentences, each on as many lines as it needs; a click or Enter asks for what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QStyle, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.context import Context

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SentenceList(QListWidget):
    """Whoever uses it gives it a delegate, and knows what stands in which row."""

    row_wanted = Signal(int)  #: a row was clicked, or chosen with Enter

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(lambda item: self.row_wanted.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentRow() >= 0:
            self.row_wanted.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QRectF:
        """What shows that a row is current or under the pointer; gives the row's area."""
        colours, area = self.context.colours, QRectF(option.rect).adjusted(1, 1, -1, -1)
        current = index == self.currentIndex()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            ink = colours.focus if self.hasFocus() else colours.accent
            painter.setPen(QPen(QColor(ink), 1.5 if current else 0))
            painter.setBrush(QColor(colours.soft if current else colours.raised))
            painter.drawRoundedRect(area, 6, 6)
        return area
