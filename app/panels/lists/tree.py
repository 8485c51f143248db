"""A list on the left in which some rows stand under others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from app.icons import grown
from app.panels.lists.rows import ID, flatten

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from app.context import Context


class Tree(QTreeWidget):
    """A tree whose branches are our own chevrons: the style sheet takes the style's away."""

    chosen = Signal(str)  #: the row that is wanted
    named = Signal(str)  #: what is to be renamed

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        flatten(self)
        self.setHeaderHidden(True)
        self.setIndentation(grown(14))
        self.setIconSize(QSize(grown(12), grown(12)))
        self.setWordWrap(True)
        self.setItemDelegate(_Rows(self))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename, as in the list of personas; a branch opens and closes with each click."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and self.can_name(item):
            self.named.emit(item.data(0, ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None and self.can_name(item):
            self.named.emit(item.data(0, ID))
        else:
            super().keyPressEvent(event)

    def can_name(self, item: QTreeWidgetItem) -> bool:
        """Whether this row is one of what the tree lists."""
        return bool(item.text(0))

    def id_at(self, point: QPoint) -> str | None:
        """What stands there; for the menu key, what is selected."""
        found = [item for item in (self.itemAt(point),) if item] or self.selectedItems()
        return str(found[0].data(0, ID)) if found else None

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the whole row, so that selection has no seam."""
        selected = self.selectionModel().isSelected(index)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self.context.colours.accent) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.context.colours.soft if selected else self.context.colours.raised))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5)
            painter.restore()
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.context.colours.muted), 1.6))
        x, y = rect.right() - 6.0, rect.center().y() + 0.5
        opened = self.isExpanded(index)
        bend = ((-3.5, -1.5), (0, 2), (3.5, -1.5)) if opened else ((-1.5, -3.5), (2, 0), (-1.5, 3.5))
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in bend])
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._height())

    def _height(self) -> int:
        """Of all rows that are open."""
        high, item = 0, self.topLevelItem(0)
        while item is not None:
            high += max(self.sizeHintForIndex(self.indexFromItem(item)).height(), 24)
            item = self.itemBelow(item)
        return high + 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another line."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


class _Rows(QStyledItemDelegate):
    """A name that is too long for its row goes on on a second one; only what needs more is cut."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._width = 0
        self._sizes: dict[tuple[str, int, str], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt asks a hundred times for each row while a window opens; the same words take the same room."""
        held = index.data(Qt.ItemDataRole.FontRole)
        font = held if isinstance(held, QFont) else self._tree.font()
        if self._width != self._tree.viewport().width():
            self._width, self._sizes = self._tree.viewport().width(), {}
        key = (str(index.data() or ""), self._room(index), font.key())
        if key not in self._sizes:
            self._sizes[key] = self._measured(super().sizeHint(option, index), QFontMetrics(font), key[0], key[1])
        return self._sizes[key]

    def _measured(self, single: QSize, metrics: QFontMetrics, text: str, width: int) -> QSize:
        room = QRect(0, 0, width, 10_000)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        more = words.height() > metrics.lineSpacing() * 1.5
        return QSize(single.width(), self._line(single.height()) + (metrics.lineSpacing() if more else 0))

    def _line(self, height: int) -> int:
        """Of one line: the style may have counted more, for it wraps where it likes."""
        return min(height, max(27, self._tree.fontMetrics().height() + 8))

    def _room(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Pixels for the words of a row, right of its chevrons and its dot."""
        deep, above = 1, index.parent()
        while above.isValid():
            deep, above = deep + 1, above.parent()
        icon = self._tree.iconSize().width() + 6 if index.data(Qt.ItemDataRole.DecorationRole) is not None else 0
        return max(40, self._tree.viewport().width() - deep * self._tree.indentation() - icon - 8)
