"""A list in groups, two columns wide, that keeps what is selected while it is filled anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from app.plain import item_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY: Final = Qt.ItemDataRole.UserRole
MOST: Final = 500
"""Rows of one group; more than that nobody reads one by one."""


class Row(NamedTuple):
    """What stands in both columns; `what` is what it is about."""

    key: str
    text: str
    where: str
    what: Any = None


class Group(NamedTuple):
    """Rows under one heading."""

    key: str
    title: str
    rows: Sequence[Row]


class Rows(QTreeWidget):
    """Enter or a double click shows what a row is about; a selected heading stands for all of its rows."""

    wanted = Signal(object)  #: show what this row is about

    def __init__(self, name: str, heads: tuple[str, str], *, ticks: bool = False) -> None:
        super().__init__()
        self.setObjectName("counted")
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderLabels(list(heads))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self._ticks = ticks
        self._whats: dict[str, Any] = {}
        self.itemDoubleClicked.connect(lambda item, _: self._want(item))

    def display(self, groups: Sequence[Group]) -> None:
        """Show these; the same rows stay selected, else the next one in the list is."""
        selected, current = {str(item.data(0, KEY)) for item in self.selectedItems()}, self._place()
        self.clear()
        self._whats = {row.key: row.what for group in groups for row in group.rows}
        for group in groups:
            if group.rows:
                self._add(group)
        for item in self._items():
            if item.data(0, KEY) in selected:
                item.setSelected(True)
                self.setCurrentItem(item, 0, self.selectionModel().SelectionFlag.NoUpdate)
        if not self.selectedItems():
            self._select_at(current)

    def _add(self, group: Group) -> None:
        head = QTreeWidgetItem([group.title, ""])
        head.setData(0, KEY, group.key)
        head.setSizeHint(0, QSize(0, self._high()))
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for row in group.rows[:MOST]:
            item = QTreeWidgetItem([row.text, row.where])
            item.setData(0, KEY, row.key)
            item.setSizeHint(0, QSize(0, self._high()))
            item_tip(item, f"{row.text}\n{row.where}")
            if self._ticks and row.what is not None:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked)
            head.addChild(item)
        head.setExpanded(True)

    def _high(self) -> int:
        """Of a row, large enough to touch."""
        return max(26, self.fontMetrics().height() + 8)

    def chosen(self) -> list[Any]:
        """What the selected rows are about; a heading stands for its rows."""
        keys = [key for item in self.selectedItems() for key in _keys(item)]
        return [self._whats[key] for key in dict.fromkeys(keys) if self._whats.get(key) is not None]

    def ticked(self) -> list[Any]:
        """What the rows with a tick are about."""
        found = [item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked]
        return [self._whats[key] for item in found if (key := str(item.data(0, KEY))) in self._whats]

    def share_width(self) -> None:
        """The words get the larger part."""
        self.setColumnWidth(0, round(self.viewport().width() * 0.56))

    def keyPressEvent(self, event: Any) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._want(item)
        else:
            super().keyPressEvent(event)

    def _want(self, item: QTreeWidgetItem) -> None:
        what = self._whats.get(str(item.data(0, KEY)))
        if what is not None:
            self.wanted.emit(what)

    def _heads(self) -> list[tuple[str, QTreeWidgetItem]]:
        heads = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return [(str(head.data(0, KEY)), head) for head in heads if head is not None]

    def _items(self) -> list[QTreeWidgetItem]:
        found = (head.child(at) for _, head in self._heads() for at in range(head.childCount()))
        return [item for item in found if item is not None]

    def _place(self) -> int:
        """The number of the current row."""
        item: QTreeWidgetItem | None = self.currentItem()
        keys = [str(each.data(0, KEY)) for each in self._items()]
        key = str(item.data(0, KEY)) if item is not None else ""
        return keys.index(key) if key in keys else 0

    def _select_at(self, at: int) -> None:
        items = self._items()
        if items:
            self.setCurrentItem(items[min(at, len(items) - 1)])


def _keys(item: QTreeWidgetItem) -> list[str]:
    inside = [str(child.data(0, KEY)) for at in range(item.childCount()) if (child := item.child(at)) is not None]
    return inside or [str(item.data(0, KEY))]
