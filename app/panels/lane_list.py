"""The lanes of the map as rows: a check box, a name to be changed in place, and an order to be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from journeys.phrases.terms import LANES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDropEvent, QKeyEvent

    from journeys.i18n import Words
    from journeys.model.entities import Lane

ID: Final = Qt.ItemDataRole.UserRole


def title(lane: Lane, say: Words) -> str:
    """What the lane is called on the map."""
    return lane.title or say(LANES[lane.kind])


class LaneList(QListWidget):
    """One row per lane, from top to bottom."""

    dropped = Signal()  #: a row was dragged to another place
    moved = Signal(int)  #: the current row is to go so many places down
    deleted = Signal()  #: the current row is to be deleted

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("boxed")
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def display(self, lanes: Iterable[Lane], say: Words) -> None:
        """List these lanes; the current one stays current, else the one that came in its place."""
        row, before = self.currentRow(), self.current()
        self.clear()
        for lane in lanes:
            self.addItem(_item(lane, say))
        ids = self.ids()
        if ids:
            self.setCurrentRow(ids.index(before) if before in ids else max(0, min(row, len(ids) - 1)))

    def ids(self) -> list[str]:
        """The lanes in the order in which they are listed."""
        return [self.item(row).data(ID) for row in range(self.count())]

    def current(self) -> str | None:
        """The lane whose row is current."""
        row = self.currentRow()
        return self.ids()[row] if row >= 0 else None

    def choose(self, lane: str) -> None:
        """Make this lane's row the current one."""
        if lane in self.ids():
            self.setCurrentRow(self.ids().index(lane))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the field lets Enter through, and is about to commit
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)


def _item(lane: Lane, say: Words) -> QListWidgetItem:
    item = QListWidgetItem(title(lane, say))
    flag = Qt.ItemFlag
    item.setFlags(
        flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable | flag.ItemIsEditable
        | flag.ItemIsDragEnabled
    )  # fmt: skip
    item.setCheckState(Qt.CheckState.Checked if lane.shown else Qt.CheckState.Unchecked)
    item.setData(ID, lane.id)
    return item
