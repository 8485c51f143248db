"""The saved views as rows: a small picture, the name to be changed in place, and what each shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)  # fmt: skip

from app.panels.ordered_list import ID, OrderedList
from app.saved_views.pictures import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    from app.theme import Colours

    Index = QModelIndex | QPersistentModelIndex

TOLD: Final = Qt.ItemDataRole.UserRole + 1
GAP: Final = 8


class Row(QStyledItemDelegate):
    """Paints a picture, and two lines beside it."""

    def __init__(self, parent: QWidget, colours: Colours, naming: str) -> None:
        super().__init__(parent)
        self._colours = colours
        self._naming = naming
        self.pictures: dict[str, QPixmap] = {}
        """By id. Not in the rows: who changes a row takes what is being typed out of its field."""
        self.marks: dict[str, str] = {}
        """What stands behind a name: that it is shown now, or that it was changed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        held = QStyleOptionViewItem(option)
        self.initStyleOption(held, index)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        whole: Any = held
        whole.text = ""
        whole.icon = type(whole.icon)()
        style = whole.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, held, painter, whole.widget)
        pixmap = self.pictures.get(str(index.data(ID)))
        area = cast("QRect", whole.rect)
        if pixmap is not None:
            painter.drawPixmap(area.left() + GAP, area.center().y() - SIZE.height() // 2, pixmap)
        self._words(painter, area, whole, name, index)

    def _words(self, painter: QPainter, area: QRect, option: Any, name: str, index: Index) -> None:
        lines = _lines(area, option.fontMetrics.height())
        painter.save()
        font = option.font
        font.setBold(True)
        mark = self.marks.get(str(index.data(ID)), "")
        painter.setFont(option.font)
        painter.setPen(QColor(self._colours.text))
        metrics = painter.fontMetrics()
        beside = metrics.horizontalAdvance(mark) + GAP if mark else 0
        room = lines[0].adjusted(0, 0, -beside, 0)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, shown)
        font.setBold(False)
        painter.setFont(font)
        if mark:
            at = lines[0].left() + metrics.horizontalAdvance(shown) + GAP
            painter.setPen(QColor(self._colours.accent))
            painter.drawText(QRect(at, lines[0].top(), lines[0].right() - at, lines[0].height()), flags, mark)
        painter.setPen(QColor(self._colours.muted))
        told = painter.fontMetrics().elidedText(str(index.data(TOLD) or ""), Qt.TextElideMode.ElideRight,
                                                lines[1].width())  # fmt: skip
        painter.drawText(lines[1], flags, told)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        whole: Any = option
        return QSize(0, max(SIZE.height() + 12, 2 * whole.fontMetrics.height() + 20))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        whole: Any = option
        line = _lines(whole.rect, whole.fontMetrics.height())[0]
        high = max(26, editor.sizeHint().height())
        editor.setGeometry(line.left() - 4, line.center().y() - high // 2, line.width() + 4, high)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        palette = editor.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(self._colours.panel))
        editor.setPalette(palette)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(self._naming)
        return editor


def _lines(area: QRect, high: int) -> tuple[QRect, QRect]:
    left = area.left() + SIZE.width() + 2 * GAP
    top = area.center().y() - high - 1
    wide = area.right() - left - GAP
    return QRect(left, top, wide, high), QRect(left, top + high + 3, wide, high)


class ViewList(OrderedList):
    """One row per view, in the order in which one steps through them; Enter, Space and a click show it."""

    def __init__(self, name: str, naming: str, colours: Colours) -> None:
        super().__init__(name)
        self._paints = Row(self, colours, naming)
        self.setItemDelegate(self._paints)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda item: self.entered.emit(item.data(ID)))

    def display(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """(id, name, what it shows)."""
        self.put_rows(_item(*row) for row in rows)

    def mark(self, marks: dict[str, str]) -> None:
        """Which one is shown now: the rows stay, and what is being typed in one."""
        self._paints.marks = marks
        if self.state() != QAbstractItemView.State.EditingState:
            for row in range(self.count()):
                item = self.item(row)
                heard = ". ".join(filter(None, (item.text(), marks.get(item.data(ID), ""), item.data(TOLD))))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
        self.viewport().update()

    def picture(self, view: str, picture: QPixmap) -> None:
        """What this view shows, small."""
        self._paints.pictures[view] = picture
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current, editing = self.current(), self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Space and current is not None and not editing:
            self.entered.emit(current)
        else:
            super().keyPressEvent(event)


def _item(id_: str, name: str, told: str) -> QListWidgetItem:
    item = QListWidgetItem(name)
    flag = Qt.ItemFlag
    item.setFlags(flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled)
    item.setData(ID, id_)
    item.setData(TOLD, told)
    return item
