"""A list in an order of the user's: rows are dragged, or moved by Alt and an arrow; named and deleted by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QListWidgetItem

ID: Final = Qt.ItemDataRole.UserRole
"""Where a row keeps the id of what it is about."""
_WAYS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(QListWidget):
    """Changes nothing itself but the order that a drag gives; whoever made it follows the signals."""

    dropped = Signal()  #: a row was dragged to another place
    moved = Signal(int)  #: the current row is to go so many places down
    deleted = Signal()  #: the current row is to be deleted
    entered = Signal(str)  #: Enter was pressed on the row with this id

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("boxed")
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put_rows(self, rows: Iterable[QListWidgetItem]) -> None:
        """List these; the current one stays current, else the one that came in its place."""
        row, before = self.currentRow(), self.current()
        self.clear()
        for item in rows:
            self.addItem(item)
        ids = self.ids()
        if ids:
            self.setCurrentRow(ids.index(before) if before in ids else max(0, min(row, len(ids) - 1)))

    def ids(self) -> list[str]:
        """What the rows are about, from top to bottom."""
        return [self.item(row).data(ID) for row in range(self.count())]

    def current(self) -> str | None:
        """What the current row is about."""
        row = self.currentRow()
        return self.ids()[row] if row >= 0 else None

    def choose(self, id_: str) -> None:
        """Make this row the current one."""
        if id_ in self.ids():
            self.setCurrentRow(self.ids().index(id_))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the field lets Enter through, and is about to commit
        key, current = Qt.Key(event.key()), self.current()
        if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_WAYS[key])
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.entered.emit(current)
        else:
            super().keyPressEvent(event)
