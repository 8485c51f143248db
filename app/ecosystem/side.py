"""Beside the network: what is picked in words, and its numbers, steps and hand-overs to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.panels.sentence_list import SentenceList
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont

    from app.context import Context
    from app.ecosystem.rows import Row

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


class RowList(SentenceList):
    """Sentences on as many lines as they need, some with a dot; heads, whose number can be traced, stand out."""

    wanted = Signal(object)  #: a Row

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.say("Parties, steps and hand-overs"))
        self.rows: list[Row] = []
        self.setItemDelegate(_Sentences(self))
        self.row_wanted.connect(lambda row: self.wanted.emit(self.rows[row]))

    def display(self, rows: list[Row]) -> None:
        """Show these; the same ones keep the current row."""
        same = [row.text for row in rows] == [row.text for row in self.rows]
        if not same:
            self.clear()
        self.rows = rows
        for row in () if same else rows:
            self.addItem(QListWidgetItem(row.text))


class _Sentences(QStyledItemDelegate):
    """Paints a row: a dot, the words, and a ring around the current one."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, row = self._view.context.colours, self._view.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._view.paint_ground(painter, option, index)
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
