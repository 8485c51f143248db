"""The preview of a table that comes in: its rows, what becomes of each, and a chooser above every column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.focus import discard
from app.panels.fields import ChoiceField
from journeys.exchange.columns import IGNORED, TITLES, Mapping
from journeys.exchange.rows import letters

if TYPE_CHECKING:
    from collections.abc import Mapping as Held

    from PySide6.QtCore import QRect

    from journeys.exchange.grid import Grid
    from journeys.i18n import Words

Index = QModelIndex | QPersistentModelIndex
SHOWN: Final = 300
"""Characters of a cell that are shown; the rest is in the study all the same."""
SAMPLE: Final = 60
NARROWEST, WIDEST = 120, 280
ROOM = 6
POPUP = 44
"""Pixels of a chooser's list around its words."""


class Rows(QAbstractTableModel):
    """The rows of one grid; the first column says what becomes of a row."""

    def __init__(self, say: Words, muted: str) -> None:
        super().__init__()
        self._say, self._muted = say, QColor(muted)
        self._grid: Grid | None = None
        self._mapping = Mapping(())
        self._fates: Held[int, str] = {}
        self._strong = QFont()
        self._strong.setBold(True)

    def show(self, grid: Grid, mapping: Mapping) -> None:
        """Another table."""
        self.beginResetModel()
        self._grid, self._mapping, self._fates = grid, mapping, {}
        self.endResetModel()

    def follow(self, mapping: Mapping, fates: Held[int, str]) -> None:
        """The same table, understood otherwise; `fates` says what becomes of a row, by its number."""
        self._mapping, self._fates = mapping, fates
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._grid is None else len(self._grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - idem
        return 0 if parent.isValid() or self._grid is None else self._grid.width + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._grid is None or not index.isValid():
            return None
        row = self._grid.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self._text(index)}"
            case Qt.ItemDataRole.FontRole if row.number == self._mapping.heading:
                return self._strong
            case Qt.ItemDataRole.ForegroundRole if self._pale(index):
                return self._muted
            case _:
                return None

    def _text(self, index: Index) -> str:
        assert self._grid is not None
        row = self._grid.rows[index.row()]
        if index.column() == 0:
            return self._fates.get(row.number, "")
        text = " ".join(row.at(index.column() - 1)[:SHOWN].split())
        return f"      {text}" if row.deep and text else text

    def _pale(self, index: Index) -> bool:
        assert self._grid is not None
        number = self._grid.rows[index.row()].number
        above = self._mapping.heading is not None and number < self._mapping.heading
        return above or index.column() == 0 or self._mapping.columns[index.column() - 1] == IGNORED

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self._grid is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            number = self._grid.rows[section].number
            return letters(number - 1) if self._grid.sideways else str(number)
        if section == 0:
            return self._say("Becomes")
        code = self._mapping.columns[section - 1]
        return self._say(TITLES[code]) if code else self._say("Left out")


class Choosers(QHeaderView):
    """A header that is a chooser above every column but the first."""

    chosen = Signal(int, str)  #: column of the table, and what it is from now on

    def __init__(self, say: Words, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._say = say
        self.fields: list[ChoiceField] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.sectionResized.connect(lambda *_: self.place())
        self.geometriesChanged.connect(self.place)

    def offer(self, mapping: Mapping) -> None:
        """A chooser for each of these columns."""
        discard(self.fields)
        options = [(self._say(title), code) for code, title in TITLES.items()]
        widest = max(self.fontMetrics().horizontalAdvance(title) for title, _ in options) + POPUP
        self.fields = []
        for column, code in enumerate(mapping.columns):
            field = ChoiceField(
                self._say("Column {letter} is", letter=letters(column)), [*options, (self._say("Leave out"), IGNORED)]
            )
            field.setParent(self.viewport())
            field.setMaxVisibleItems(len(options) + 1)
            field.view().setMinimumWidth(widest)
            field.display(code)
            field.installEventFilter(self)
            field.committed.connect(lambda value, _burst, at=column: self.chosen.emit(at, value))
            self.fields.append(field)
        self._chain()
        self.updateGeometry()
        self.place()

    def _chain(self) -> None:
        """Tab goes from column to column, and then into the table."""
        table = self.parentWidget()
        for earlier, later in zip(self.fields, [*self.fields[1:], table], strict=False):
            if later is not None:
                QWidget.setTabOrder(earlier, later)

    def display(self, mapping: Mapping) -> None:
        """Show what the columns are now."""
        for field, code in zip(self.fields, mapping.columns, strict=True):
            field.display(code)

    def sizeHint(self) -> QSize:
        height = max((field.sizeHint().height() for field in self.fields[:1]), default=24)
        return QSize(super().sizeHint().width(), height + ROOM)

    def place(self) -> None:
        """Every chooser over its column; also after scrolling."""
        for column, field in enumerate(self.fields):
            left = self.sectionViewportPosition(column + 1)
            field.setGeometry(left + 2, ROOM // 2, max(24, self.sectionSize(column + 1) - 4), self.height() - ROOM)
            field.setVisible(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Only the first column has a word of its own; the others are covered."""
        painter.fillRect(rect, self.palette().base())
        if section == 0:
            painter.setPen(self.palette().placeholderText().color())
            text = str(self.model().headerData(0, Qt.Orientation.Horizontal) or "")
            painter.drawText(rect.adjusted(6, 0, -4, 0), int(self.defaultAlignment()), text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A chooser that gets the focus is brought into view."""
        if event.type() == QEvent.Type.FocusIn and watched in self.fields:
            table = self.parentWidget()
            column = self.fields.index(watched) + 1
            if isinstance(table, QTableView):
                table.scrollTo(table.model().index(max(0, table.rowAt(0)), column))
                self.place()
        return super().eventFilter(watched, event)


class Preview(QTableView):
    """The table with its choosers."""

    def __init__(self, say: Words, muted: str) -> None:
        super().__init__()
        self.rows = Rows(say, muted)
        self.choosers = Choosers(say, self)
        self.setHorizontalHeader(self.choosers)
        self.setModel(self.rows)
        self.rows.setParent(self)
        self.setAccessibleName(say("Rows of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.choosers.place())

    def show_grid(self, grid: Grid, mapping: Mapping) -> None:
        """Another table, its columns as wide as what is in them."""
        self.rows.show(grid, mapping)
        self.choosers.offer(mapping)
        metrics = self.fontMetrics()
        self.setColumnWidth(0, metrics.horizontalAdvance("n" * 14))
        for column in range(grid.width):
            longest = max((len(row.at(column)) for row in grid.rows[:SAMPLE]), default=0)
            width = metrics.horizontalAdvance("n" * min(longest, 60)) + 24
            self.setColumnWidth(column + 1, max(NARROWEST, min(WIDEST, width)))
        self.verticalHeader().setDefaultSectionSize(max(26, metrics.height() + 10))
        first = next((at for at, row in enumerate(grid.rows) if row.number > (mapping.heading or 0)), 0)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(first, 1))
            self.scrollToTop()
        self.choosers.place()

    def go_to_row(self, number: int, grid: Grid) -> None:
        """Bring a row into view by its number."""
        at = next((index for index, row in enumerate(grid.rows) if row.number == number), None)
        if at is not None:
            self.setCurrentIndex(self.rows.index(at, max(1, self.currentIndex().column())))
