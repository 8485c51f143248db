"""Beside the network: what is picked in words, and its numbers, steps and hand-overs to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent

    from app.context import Context
    from app.ecosystem.rows import Row

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAD: Final = 5
DOT: Final = 10
LEAST: Final = 24
FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class Side(QWidget):
    """Shows the rows it is given; Enter and click tell which is wanted."""

    wanted = Signal(object)  #: a Row

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("side")
        self._heading = PlainLabel("", wrap=True, name="heading")
        self._text = PlainLabel("", wrap=True)
        self.list = RowList(context)
        self.list.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(150)

    @property
    def text(self) -> str:
        """What is told above the list."""
        return self._text.text()

    def display(self, heading: str, text: str, rows: Iterable[Row]) -> None:
        """Tell this."""
        put(self._heading, heading)
        put(self._text, text)
        self._text.setVisible(bool(text))
        self.list.display(list(rows))


class RowList(QListWidget):
    """Sentences on as many lines as they need, some with a dot; heads, whose number can be traced, stand out."""

    wanted = Signal(object)  #: a Row

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: list[Row] = []
        self.setAccessibleName(context.say("Parties, steps and hand-overs"))
        self.setItemDelegate(_Sentences(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._ask)

    def display(self, rows: list[Row]) -> None:
        """Show these; the same ones keep the current row."""
        same = [row.text for row in rows] == [row.text for row in self.rows]
        if not same:
            self.clear()
        self.rows = rows
        for row in () if same else rows:
            self.addItem(QListWidgetItem(row.text))

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self.rows[self.row(item)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentRow() >= 0:
            self.wanted.emit(self.rows[self.currentRow()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Sentences(QStyledItemDelegate):
    """Paints a row: a dot, the words, and a ring around the current one."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, area = self._view.context.colours, QRectF(option.rect).adjusted(1, 1, -1, -1)
        row = self._view.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = index == self._view.currentIndex()
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            ink = colours.focus if self._view.hasFocus() else colours.accent
            painter.setPen(QPen(QColor(ink), 1.5 if current else 0))
            painter.setBrush(QColor(colours.soft if current else colours.raised))
            painter.drawRoundedRect(area, 6, 6)
        if row.ink:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._view.context.inks.get(row.ink, colours.accent)))
            middle = area.top() + PAD + option.fontMetrics.height() / 2
            painter.drawEllipse(QRectF(area.left() + PAD, middle - DOT / 2, DOT, DOT))
        painter.setFont(self._font(row))
        painter.setPen(QColor(colours.accent if row.ids else colours.text))
        painter.drawText(self._room(row, area), FLAGS, row.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        row = self._view.rows[index.row()] if index.row() < len(self._view.rows) else None
        text = str(index.data())
        if row is None:
            return QSize(width, LEAST)
        room = self._room(row, QRectF(0, 0, width - 2, 10_000)).toRect()
        high = QFontMetrics(self._font(row)).boundingRect(room, FLAGS, text).height()
        return QSize(width, max(high + 2 * PAD + 2, LEAST))

    def _font(self, row: Row) -> QFont:
        font = self._view.font()
        font.setBold(row.head)
        return font

    def _room(self, row: Row, area: QRectF) -> QRectF:
        left = PAD + (DOT + PAD if row.ink else 0)
        return area.adjusted(left, PAD, -PAD, -PAD)
