"""The lanes of the map as rows: a check box, a name to be changed in place, and an order to be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from app.panels.ordered_list import ID, OrderedList
from journeys.phrases.terms import LANES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.i18n import Words
    from journeys.model.entities import Lane


def title(lane: Lane, say: Words) -> str:
    """What the lane is called on the map."""
    return lane.title or say(LANES[lane.kind])


class LaneList(OrderedList):
    """One row per lane, from top to bottom; Enter and a double click change a name too."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.entered.connect(lambda _: self.editItem(self.currentItem()))

    def display(self, lanes: Iterable[Lane], say: Words) -> None:
        """List these lanes."""
        self.put_rows(_item(lane, say) for lane in lanes)


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
