"""The list of differences, under the journey and phase they are in; each leads to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.context import Context
    from journeys.analysis.difference import Change

MARK: Final = 16.0
PAD: Final = 6
LEAST: Final = 104
"""Pixels of height."""
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_MARKS: Final = {
    "step.moved": "folded", "step.reordered": "folded", "step.shifted": "folded", "note.moved": "folded",
    "note.votes": "strength", "note.status": "strength", "presence.changed": "look",
}  # fmt: skip


class Line(NamedTuple):
    """A row: a difference with its sentence, or the heading over some, which has a level instead."""

    text: str
    said: str
    change: Change | None = None
    level: int = 0
    phase: str | None = None


class ChangeList(QListWidget):
    """Rows can be chosen together, to be brought back together. Enter and a double click ask for the place."""

    place_wanted = Signal(object)  #: show this Change where it is
    chosen = Signal()  #: other rows are chosen

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.lines: list[Line] = []
        self.setAccessibleName(context.say("Differences"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setItemDelegate(_Lines(self))
        self.setMinimumHeight(LEAST)
        self.itemSelectionChanged.connect(self.chosen)
        self.itemDoubleClicked.connect(self._want)

    def display(self, lines: Sequence[Line]) -> None:
        """Show these; the current one stays when its sentence is still there."""
        if list(lines) == self.lines:
            return
        current = self.currentRow()
        held = self.lines[current].said if 0 <= current < len(self.lines) else None
        blocked = self.blockSignals(True)
        self.clear()  # while they go Qt still asks how high the old rows are
        self.lines = list(lines)
        for row, line in enumerate(lines):
            item = QListWidgetItem(line.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.said)
            if line.change is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
            if line.change is not None and line.said == held:
                self.setCurrentRow(row)
        self.blockSignals(blocked)
        self.chosen.emit()

    def changes(self) -> list[Change]:
        """Those that are chosen, from top to bottom."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [change for row in rows if (change := self.lines[row].change) is not None]

    def go_to(self, phase: str) -> bool:
        """To the first difference of a phase."""
        row = next((row for row, line in enumerate(self.lines) if line.phase == phase and line.change), None)
        if row is None:
            return False
        self.setCurrentRow(row)
        self.scrollToItem(self.item(max(0, row - 1)), QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def _want(self, item: QListWidgetItem | None = None) -> None:
        row = self.row(item) if item is not None else self.currentRow()
        change = self.lines[row].change if 0 <= row < len(self.lines) else None
        if change is not None:
            self.place_wanted.emit(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._want()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(200, LEAST)


class _Lines(QStyledItemDelegate):
    """A mark and a sentence on as many lines as it needs; headings stand out by weight."""

    def __init__(self, view: ChangeList) -> None:
        super().__init__(view)
        self._view = view
        self._for = (-1, 0.0)
        self._heights: dict[tuple[str, bool], int] = {}
        self._metrics: dict[bool, QFontMetrics] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, colours = self._view.lines[index.row()], self._view.context.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setFont(self._font(heading=line.change is None))
        if line.change is None:
            painter.setPen(QColor(colours.text if line.level == 1 else colours.muted))
            painter.drawText(self._words(area, line), FLAGS, line.text)
        else:
            self._ground(painter, option, area, current=index == self._view.currentIndex())
            self._mark(painter, area, line.change)
            painter.setPen(QColor(colours.text))
            painter.drawText(self._words(area, line), FLAGS, line.text)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, *, current: bool) -> None:
        colours = self._view.context.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = current and self._view.hasFocus()
        if selected or focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(
                QPen(QColor(colours.focus if focused else colours.accent), 1.5 if focused or selected else 0)
            )
            painter.setBrush(QColor(colours.soft if selected else colours.raised))
            painter.drawRoundedRect(area, 6, 6)

    def _mark(self, painter: QPainter, area: QRectF, change: Change) -> None:
        colours = self._view.context.colours
        sign = sign_of(change)
        ink = colours.danger if sign in ("minus", "flag") else colours.accent
        painter.save()
        painter.translate(area.left() + PAD + 6, area.top() + PAD - 1)
        painter.scale(MARK / icons.GRID, MARK / icons.GRID)
        painter.setPen(QPen(QColor(ink), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(icons.path(sign))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        line = self._view.lines[index.row()]
        return QSize(width, self._height(line, width))

    def _height(self, line: Line, width: int) -> int:
        """Reckoned once for each text: there may be thousands, and Qt asks again and again."""
        heading = line.change is None
        if (width, self._view.font().pointSizeF()) != self._for:
            self._for, self._heights = (width, self._view.font().pointSizeF()), {}
            self._metrics = {flag: QFontMetrics(self._font(heading=flag)) for flag in (True, False)}
        found = self._heights.get((line.text, heading))
        if found is None:
            words = self._words(QRectF(0, 0, width - 2, 10_000), line)
            high = self._metrics[heading].boundingRect(words.toRect(), FLAGS, line.text).height()
            found = max(high, int(MARK)) + 2 * PAD + (4 if line.level == 1 else 0)
            self._heights[line.text, heading] = found
        return found

    def _font(self, *, heading: bool) -> QFont:
        font = QFont(self._view.font())
        if heading:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _words(self, area: QRectF, line: Line) -> QRectF:
        """Room for the words, as high as they like; differences stand in from their heading."""
        left = PAD if line.change is None else MARK + 2 * PAD + 6
        down = PAD + (3 if line.level == 1 else -1)
        return QRectF(area.left() + left, area.top() + down, max(area.width() - left - PAD, 40), 10_000)


def sign_of(change: Change) -> str:
    """The icon of a difference."""
    if change.code in _MARKS:
        return _MARKS[change.code]
    if change.code.endswith(".new"):
        return "plus"
    if change.gone or change.code == "gap.closed":
        return "minus" if change.gone else "strength"
    if change.code == "gap.severity" and change.after < change.before:
        return "down"
    if change.code.startswith("gap"):
        return "flag"
    if change.code == "step.emotion" and None not in (change.before, change.after):
        return "up" if change.after > change.before else "down"
    return "edit"
