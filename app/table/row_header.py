"""The numbers beside the rows: a click selects a row, a selected row can be dragged to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHeaderView

from app.table.entries import phase_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent

    from app.table.sheet import Sheet

EDGE: Final = 24
"""So close to its edge the table scrolls along."""


class RowHeader(QHeaderView):
    """Drags rows of a list in the order of the story; Escape leaves them where they were."""

    dropped = Signal(str, bool)  #: the selected rows were dropped before, or after, this entry

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(Qt.Orientation.Vertical, sheet)
        self._sheet = sheet
        self._pressed: QPoint | None = None
        self._goal: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self._draggable(row):
            self._pressed = event.position().toPoint()
            return
        super().mousePressEvent(event)

    def _draggable(self, row: int) -> bool:
        model = self._sheet.cells
        if row < 0 or not model.choice.as_told or model.listing.kind != "step" or phase_of(model.entries[row]):
            return False
        return self._sheet.selectionModel().isRowSelected(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if self._goal is None and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._follow(at)

    def _follow(self, at: QPoint) -> None:
        bar = self._sheet.verticalScrollBar()
        if at.y() < EDGE or at.y() > self.viewport().height() - EDGE:
            bar.setValue(bar.value() + (-EDGE if at.y() < EDGE else EDGE))
        row = self.logicalIndexAt(at)
        row = row if row >= 0 else (0 if at.y() < 0 else self.count() - 1)
        top, size = self.sectionViewportPosition(row), self.sectionSize(row)
        after = at.y() > top + size / 2 or phase_of(self._sheet.cells.entries[row]) is not None
        self._goal = (row, after)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._sheet.show_drop(top + size * after)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        row, goal = self.logicalIndexAt(self._pressed), self._goal
        self.let_go()
        if goal is None:
            self._sheet.selectRow(row)
        else:
            self.dropped.emit(self._sheet.cells.entries[goal[0]], goal[1])

    def let_go(self) -> None:
        """Nothing is being dragged any more."""
        self._pressed = self._goal = None
        self.unsetCursor()
        self._sheet.show_drop(None)

    @property
    def dragging(self) -> bool:
        return self._goal is not None
