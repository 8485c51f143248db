"""The list of snapshots: a name that F2 changes, when it was made, how much there was, and the journey in strokes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import painted_rows, strokes
from app.canvas.inks import Inks
from journeys.phrases.dates import when_text
from journeys.phrases.snapshots import counts_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from app.snapshots.reading import Glimpse, Reading
    from journeys.model.entities import Snapshot

PAD: Final = 8
THUMB: Final = 40
MOST: Final = 200


class SnapshotList(QListWidget):
    """The newest on top. The current one is what is compared."""

    chosen = Signal(str)  #: another snapshot is current
    renamed = Signal(str, str)  #: id, the name that was typed

    def __init__(self, context: Context, reading: Reading) -> None:
        super().__init__()
        self.context, self.reading = context, reading
        self._snapshots: list[Snapshot] = []
        self._filling = False
        self.inks = Inks(context.inks)
        self.setAccessibleName(context.say("Snapshots, newest first"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Rows(self))
        self.itemChanged.connect(self._typed)
        self.currentRowChanged.connect(self._moved)
        reading.glimpsed.connect(self._glimpsed)

    def display(self, snapshots: Sequence[Snapshot]) -> None:
        """Show these; the current one stays, or else the newest is it."""
        wanted = list(reversed(snapshots))
        if wanted == self._snapshots:
            return
        before = {one.id for one in self._snapshots}
        held = self.current()
        fresh = next((one.id for one in wanted if one.id not in before), None) if before else None
        self._filling = True
        self._snapshots = wanted
        self.clear()
        for one in wanted:
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(one))
            self.addItem(item)
        self._filling = False
        self.choose(fresh or (held.id if held is not None else ""))

    def choose(self, id_: str) -> None:
        """Make this one current; when it is not there, the newest."""
        rows = [row for row, one in enumerate(self._snapshots) if one.id == id_]
        self.setCurrentRow(rows[0] if rows else min(0, self.count() - 1))

    def current(self) -> Snapshot | None:
        """The snapshot that is compared."""
        row = self.currentRow()
        return self._snapshots[row] if 0 <= row < len(self._snapshots) else None

    def rename(self) -> None:
        """The cursor in the name of the current one."""
        if self.currentItem() is not None:
            self.setFocus()
            self.editItem(self.currentItem())

    def glimpse(self, row: int) -> tuple[Snapshot, Glimpse | None]:
        """What is known of the snapshot in this row; asking is what makes it known."""
        one = self._snapshots[row]
        return one, self.reading.glimpse(one, self.context.journey)

    def when(self, snapshot: Snapshot) -> str:
        """When it was made."""
        return when_text(snapshot.made_at, dt.datetime.now().astimezone(), self.context.say)

    def _said(self, snapshot: Snapshot) -> str:
        return f"{snapshot.name}. {self.when(snapshot)}."

    def _glimpsed(self, id_: str) -> None:
        for row, one in enumerate(self._snapshots):
            if one.id == id_:
                found = self.reading.glimpse(one, self.context.journey)
                self._filling = True
                said = f"{self._said(one)} {counts_text(found.counts if found else None, self.context.say)}."
                self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self._filling = False
                self.update(self.indexFromItem(self.item(row)))

    def _typed(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if self._filling or not 0 <= row < len(self._snapshots):
            return
        one, name = self._snapshots[row], item.text().strip()
        if name and name != one.name:
            self.renamed.emit(one.id, name)
        elif item.text() != one.name:
            self._filling = True
            item.setText(one.name)
            self._filling = False

    def _moved(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._snapshots):
            self.chosen.emit(self._snapshots[row].id)


class _Rows(QStyledItemDelegate):
    """Name, time, counts, and the journey then."""

    def __init__(self, view: SnapshotList) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, colours = self._view, self._view.context.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -2)
        painted_rows.ground(painter, view, option, area, colours, current=index == view.currentIndex())
        one, glimpse = view.glimpse(index.row())
        inner = area.adjusted(PAD, PAD - 2, -PAD, -PAD)
        line = painter.fontMetrics().height()
        painted_rows.words(
            painter, view, QRectF(inner.left(), inner.top(), inner.width(), line), one.name, colours.text, bold=True
        )
        say = view.context.say
        told = (view.when(one), counts_text(glimpse.counts, say) if glimpse is not None else "…")
        for at, text in enumerate(told, 1):
            place = QRectF(inner.left(), inner.top() + at * line, inner.width(), line)
            painted_rows.words(painter, view, place, text, colours.muted)
        if glimpse is not None and glimpse.gist is not None:
            place = QRectF(inner.left(), inner.top() + 3 * line + 5, inner.width(), THUMB)
            strokes.paint(painter, place, glimpse.gist, view.inks, glimpse.own)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 3 * option.fontMetrics.height() + THUMB + 2 * PAD + 8)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setMaxLength(MOST)
        line.setAccessibleName(self._view.context.say("Name of the snapshot"))
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = QRect(option.rect).adjusted(3, 3, -3, 0)
        area.setHeight(editor.sizeHint().height())
        editor.setGeometry(area)
