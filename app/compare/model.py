"""A comparison as a table for Qt: every field with its words, so that screen readers have a real table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from journeys.layout.compare import Board, Field

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractTableModel):
    """Holds no study: a board, what its fields say and what its rows and columns are called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[tuple[int, int], Field] = {}
        self._shape = 0, 0
        self._say: Callable[[Field], str] = lambda _: ""
        self._names: tuple[Sequence[str], Sequence[str]] = (), ()

    def show_board(self, board: Board, say: Callable[[Field], str], names: tuple[Sequence[str], Sequence[str]]) -> bool:
        """Take a board; `names` are the rows' and the columns'. Whether its shape is another than before."""
        shape = len(board.rows) - 2, len(board.columns) - 2
        renewed = shape != self._shape
        if renewed:
            self.beginResetModel()
        self._shape, self._say, self._names = shape, say, names
        self._fields = {(field.row, field.column): field for field in board.fields}
        if renewed:
            self.endResetModel()
        elif min(shape) > 0:
            self.dataChanged.emit(self.index(0, 0), self.index(shape[0] - 1, shape[1] - 1))
        return renewed

    def field(self, index: Index) -> Field | None:
        """What stands there."""
        return self._fields.get((index.row(), index.column())) if index.isValid() else None

    def index_of(self, wanted: Mapping[str, str | None]) -> QModelIndex:
        """The first field with these values; an invalid index without one."""
        fields = self._fields.values()
        found = next((field for field in fields if all(getattr(field, k) == v for k, v in wanted.items())), None)
        return QModelIndex() if found is None else self.index(found.row, found.column)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else max(self._shape[0], 0)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else max(self._shape[1], 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = self.field(index)
        if field is None or role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return self._say(field)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        names = self._names[0 if orientation == Qt.Orientation.Vertical else 1]
        return names[section] if section < len(names) else None
