"""A short list of things to tick, as high as what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ID: Final = Qt.ItemDataRole.UserRole
MOST: Final = 8
"""Rows in sight; a longer list scrolls."""


class CheckList(QListWidget):
    """Space ticks the current row."""

    ticked = Signal()  #: the user ticked or unticked something

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("boxed")
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.itemChanged.connect(lambda _: None if self._filling else self.ticked.emit())

    def display(self, rows: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Ids with their texts, from top to bottom."""
        shown = [(self.item(row).data(ID), self.item(row).text()) for row in range(self.count())]
        self._filling = True
        if shown != list(rows):
            current = self.currentRow()
            self.clear()
            for id_, text in rows:
                item = QListWidgetItem(text)
                item.setData(ID, id_)
                item.setSizeHint(QSize(0, self._high()))
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                self.addItem(item)
            self.setCurrentRow(max(0, min(current, self.count() - 1)))
            self.setFixedHeight(self._high() * min(max(self.count(), 1), MOST) + 10)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(ID) in ticked else Qt.CheckState.Unchecked)
        self._filling = False

    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked, from top to bottom."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(item.data(ID) for item in rows if item.checkState() == Qt.CheckState.Checked)

    def _high(self) -> int:
        return max(26, self.fontMetrics().height() + 8)
