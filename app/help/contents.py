"""The list at the left of the help: all pages in chapters, or the pages that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.dress import Dress
    from journeys.help import Book, Hit

    Index = QModelIndex | QPersistentModelIndex

CODE: Final = Qt.ItemDataRole.UserRole
EDGE: Final = 8
AIR: Final = 4
LEAST: Final = 26
"""Pixels of a row at normal text size."""
CHAPTER: Final = 38
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)


class Rows(QStyledItemDelegate):
    """A page in a row; of one that was found also the sentence, a chapter at the foot of its row."""

    def __init__(self, dress: Dress, around: QListWidget) -> None:
        super().__init__(around)
        self._dress, self._around = dress, around

    def _lines(self, index: Index) -> tuple[str, str]:
        title, _, sentence = str(index.data() or "").partition("\n")
        return title, sentence

    def _fonts(self, index: Index, base: QFont) -> QFont:
        """Of the first line."""
        font = QFont(base)
        if not index.data(CODE) or self._lines(index)[1]:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = self._dress.percent / 100
        if not index.data(CODE):
            return QSize(0, round(CHAPTER * size))
        title, sentence = self._lines(index)
        base = self._around.font()
        wide = max(80, self._around.viewport().width() - 2 * EDGE)
        high = _height(title, self._fonts(index, base), wide) + (_height(sentence, base, wide) if sentence else 0)
        return QSize(0, max(round(LEAST * size), high + 2 * AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        held: Any = option  # its members are not in the stubs
        colours, area = self._dress.colours, QRect(held.rect)
        title, sentence = self._lines(index)
        chosen, chapter = bool(held.state & QStyle.StateFlag.State_Selected), not index.data(CODE)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colours.soft))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        inner = area.adjusted(EDGE, AIR, -EDGE, -AIR)
        font = self._fonts(index, self._around.font())
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if chapter else colours.text))
        upright = Qt.AlignmentFlag.AlignBottom if chapter else Qt.AlignmentFlag.AlignTop
        if not chapter and not sentence:
            upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(upright) | WRAPPED, title)
        if sentence:
            inner.setTop(inner.top() + _height(title, font, inner.width()))
            painter.setFont(self._around.font())
            painter.setPen(QColor(colours.muted))
            painter.drawText(inner, WRAPPED, sentence)
        painter.restore()


def _height(words: str, font: QFont, wide: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, wide, 10_000), WRAPPED, words).height()


class Contents(QListWidget):
    """Going through it with the arrow keys shows the pages at once."""

    chosen = Signal(str)  #: the page with this code

    def __init__(self, held: Book, dress: Dress) -> None:
        super().__init__()
        self._book, self._dress = held, dress
        self.setItemDelegate(Rows(dress, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(dress.say("Pages of the help"))
        self.currentItemChanged.connect(self._changed)

    def show_all(self, current: str) -> None:
        """Every page under its chapter."""
        self.blockSignals(True)
        self.clear()
        for chapter in self._book.chapters:
            self._add(chapter.title)
            for code in chapter.pages:
                self._add(self._book.pages[code].title, code)
        self.blockSignals(False)
        self.select(current)

    def show_found(self, hits: Sequence[Hit]) -> None:
        """The pages that were found, the best first, each with the sentence in which the words stand."""
        self.blockSignals(True)
        self.clear()
        for hit in hits:
            self._add(f"{self._book.pages[hit.page].title}\n{hit.sentence}", hit.page)
        self.blockSignals(False)

    def _add(self, words: str, code: str = "") -> None:
        """A page, or without a code the title of a chapter."""
        item = QListWidgetItem(words)
        item.setData(CODE, code)
        if not code:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def select(self, page: str) -> None:
        """Mark this page as the one that is read, without going to it."""
        self.blockSignals(True)
        for row in range(self.count()):
            if page and self.item(row).data(CODE) == page:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # how high a row is depends on how wide it may be

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(CODE):
            self.chosen.emit(item.data(CODE))
