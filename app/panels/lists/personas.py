"""The list of personas, each with a disc, a name and a tagline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.panels.lists.rows import ID, flatten
from journeys.model.order import by_order

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from app.context import Context
    from journeys.model.entities import Persona

TAGLINE: Final = Qt.ItemDataRole.UserRole + 1
DISC: Final = 34
LEAST: Final = 90
"""Pixels that a row is reckoned with before there is a window."""


class PersonaList(QListWidget):
    """Personas with their disc; Enter and click show the persona's journey."""

    chosen = Signal(str)  #: the persona whose journey is wanted
    named = Signal(str)  #: the persona to rename

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(context.say("Personas"))
        self.setItemDelegate(_PersonaDelegate(context, self))
        flatten(self)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(ID)))
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(ID)))

    def display(self, current: str | None) -> None:
        """Show all personas, with the current one marked."""
        shown = sorted(self.context.document.personas.values(), key=by_order)
        self.clear()
        for persona in shown:
            self.addItem(self._item(persona))
        for row, persona in enumerate(shown):
            if persona.id == current:
                self.setCurrentRow(row)
        self.updateGeometry()

    def id_at(self, point: QPoint) -> str | None:
        """Who stands there; for the menu key, who is selected."""
        found = [item for item in (self.itemAt(point),) if item] or self.selectedItems()
        return str(found[0].data(ID)) if found else None

    def _item(self, persona: Persona) -> QListWidgetItem:
        item = QListWidgetItem(persona.name)
        item.setData(ID, persona.id)
        item.setData(TAGLINE, persona.tagline)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            f"{persona.name}. {persona.tagline}" if persona.tagline else persona.name,
        )
        return item

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename; the first click has made the rows anew, so that Qt no longer knows the second as a double one."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.named.emit(item.data(ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None:
            self.named.emit(item.data(ID))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), LEAST)
        delegate = self.itemDelegate()
        heights = (
            delegate.sizeHint(_option(self, width), self.model().index(row, 0)).height() for row in range(self.count())
        )
        return QSize(200, sum(heights) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def _option(view: QAbstractItemView, width: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.font = view.font()
    option.rect = QRect(0, 0, width, 10)
    return option


class _PersonaDelegate(QStyledItemDelegate):
    """Disc, name and tagline on up to three lines."""

    def __init__(self, context: Context, parent: PersonaList) -> None:
        super().__init__(parent)
        self._view = parent
        self._context = context

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, area = self._context.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QColor(colours.accent) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if chosen else colours.raised))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        disc = QRectF(area.left() + 9, area.top() + 9, DISC, DISC)
        held = self._context.document.personas.get(index.data(ID))
        if held is not None:
            from app.images import portrait_pixmap

            drawn = portrait_pixmap(self._context, held, DISC, painter.device().devicePixelRatio())
            painter.drawPixmap(disc.topLeft(), drawn)
        name, tagline = self._texts(index, area.width())
        bold, small = self._fonts(option.font)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        text = area.adjusted(DISC + 19, 8, -8, -8)
        upright = Qt.AlignmentFlag.AlignTop if tagline else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(upright | Qt.TextFlag.TextWordWrap), name)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        below = text.adjusted(0, self._height(bold, name, text.width()), 0, 0)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), tagline)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = max(self._view.viewport().width(), LEAST)
        inner = width - DISC - 27
        name, tagline = self._texts(index, width)
        bold, small = self._fonts(option.font)
        height = self._height(bold, name, inner) + (self._height(small, tagline, inner) if tagline else 0)
        return QSize(width, max(DISC + 18, height + 18))

    def _texts(self, index: QModelIndex | QPersistentModelIndex, width: float) -> tuple[str, str]:
        return str(index.data()), str(index.data(TAGLINE) or "")

    def _fonts(self, base: QFont) -> tuple[QFont, QFont]:
        bold, small = QFont(base), QFont(base)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        return bold, small

    def _height(self, font: QFont, text: str, width: float) -> int:
        box = QRect(0, 0, int(width), 10_000)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        return QFontMetrics(font).boundingRect(box, flags, text).height()
