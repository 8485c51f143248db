"""One tab of the table view: a sheet with its columns, its filter and its order."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from app.plain import literal
from app.table import remembered, row_verbs
from app.table.entries import phase_of
from app.table.model import TableModel
from app.table.row_header import RowHeader
from app.table.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.context import Context
    from app.table.lists import Listing
    from journeys.edits.edit import Edit

ENTRY_LETTERS: Final = 24
"""How wide a step is in the overview."""
PHASE_LETTERS: Final = 14
LARGE: Final = 5000
LOOKED_AT: Final = 300
"""So many steps decide how high the rows of the overview are."""


class Page(QWidget):
    """A list, or (`across`) the overview of a journey. Its columns are remembered under its code."""

    hinted = Signal(str, bool)  #: something the user should know now, and whether it went wrong
    chosen = Signal()  #: the user selected something else
    filter_wanted = Signal()  #: the cursor wants to go to the filter
    arranged = Signal()  #: rows, their order or their number may have changed

    def __init__(self, context: Context, listing: Listing, *, across: bool = False) -> None:
        super().__init__()
        self.context = context
        self.code = "overview" if across else listing.code
        self.model = TableModel(context, listing, across=across)
        self.sheet = Sheet(context, self.model)
        self.model.setParent(self)
        self.tall = False
        self._dressed = False
        self._later = QTimer(self, singleShot=True, interval=400)
        self._later.timeout.connect(self.keep_columns)
        self.sheet.setAccessibleName(context.say("Overview") if across else context.say(listing.title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self._prepare()
        self.sheet.hinted.connect(self.hinted)
        self.sheet.chosen.connect(self.chosen)
        self.sheet.row_wanted.connect(self.act)
        self.sheet.customContextMenuRequested.connect(self._menu_at)

    def _prepare(self) -> None:
        say, across = self.context.say, self.model.across
        top, side = self.sheet.horizontalHeader(), self.sheet.verticalHeader()
        fields, entries = (side, top) if across else (top, side)
        self._fields, self._entries = fields, entries
        top.setHighlightSections(True)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setAccessibleName(say("Headings"))
        side.setAccessibleName(say("Rows"))
        side.setDefaultAlignment(
            (Qt.AlignmentFlag.AlignLeft if across else Qt.AlignmentFlag.AlignCenter) | Qt.AlignmentFlag.AlignVCenter
        )
        side.setSectionResizeMode(QHeaderView.ResizeMode.Interactive if across else QHeaderView.ResizeMode.Fixed)
        top.setMinimumSectionSize(32)
        if isinstance(side, RowHeader):
            side.dropped.connect(self._dropped)
        if across:
            top.setDefaultSectionSize(self._unit * ENTRY_LETTERS)
            return
        top.setSectionsMovable(True)
        top.setSectionsClickable(True)
        top.setSortIndicatorShown(False)
        top.sectionClicked.connect(self.sort_by)
        top.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        top.customContextMenuRequested.connect(lambda at: self.columns_menu().popup(top.mapToGlobal(at)))
        top.sectionResized.connect(lambda *_: self._keep())
        top.sectionMoved.connect(lambda *_: self._keep())

    @property
    def _unit(self) -> int:
        return QFontMetrics(self.sheet.font()).averageCharWidth()

    # Showing

    def display(self) -> None:
        """Show the study as it is now; current cell and place stay where they can."""
        current = self.sheet.currentIndex()
        entry = self.model.entry(current) if current.isValid() else None
        field = self.sheet.field(current) if current.isValid() else 0
        across = self.sheet.horizontalScrollBar().value(), self.sheet.verticalScrollBar().value()
        with self._busy():
            self.model.show_all()
        self._dress()
        if entry is not None and self.model.place(entry) is not None:
            self.sheet.choose([entry], field)
            self.sheet.horizontalScrollBar().setValue(across[0])
            self.sheet.verticalScrollBar().setValue(across[1])
        self.sheet.stand()
        self.arranged.emit()

    @contextmanager
    def _busy(self) -> Iterator[None]:
        """A large study takes a moment to be sorted or searched, and the pointer says so."""
        large = len(self.context.document.tables[self.model.listing.kind]) > LARGE
        if large:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        finally:
            if large:
                QGuiApplication.restoreOverrideCursor()

    def _dress(self) -> None:
        line = QFontMetrics(self.sheet.font()).lineSpacing()
        if self.model.across:
            self._fit_overview(line)
            return
        self._entries.setDefaultSectionSize(max(26, line * (3 if self.tall else 1) + 10))
        self._level_headings()
        self._entries.setFixedWidth(self._unit * max(3, len(str(len(self.model.entries)))) + 14)
        if not self._dressed and self.model.columns:
            remembered.restore(self._fields, self.code, self.model.columns, self._unit)
            self._later.stop()
            self._dressed = True

    def _fit_overview(self, line: int) -> None:
        """Rows in which nothing stands yet take one line; phases of which nothing is said are narrow."""
        model = self.model
        seen = model.entries[:LOOKED_AT]
        for number, column in enumerate(model.columns):
            filled = any(model.text(model.at(entry, number)) for entry in seen) if column.tall > 1 else False
            self.sheet.setRowHeight(number, (column.tall if filled else 1) * line + 14)
        for place, entry in enumerate(seen):
            wide = phase_of(entry) is None or any(
                model.text(model.at(entry, number)) for number in range(1, len(model.columns))
            )
            self.sheet.setColumnWidth(place, self._unit * (ENTRY_LETTERS if wide else PHASE_LETTERS))

    def edited(self, edit: Edit) -> None:
        places = self.model.heads()
        self.model.edited(edit)
        if self.tall and places != self.model.heads():
            self._level_headings()
        self.arranged.emit()

    def _level_headings(self) -> None:
        """Among tall rows a heading stays one line high."""
        line = QFontMetrics(self.sheet.font()).lineSpacing()
        for place in self.model.heads():
            self.sheet.setRowHeight(place, line + 12 if self.tall else self._entries.defaultSectionSize())

    def show_journey(self, journey: str | None) -> None:
        """Only what belongs to this journey; None for the whole study."""
        if self.model.choice.journey != journey:
            self.model.choice.journey = journey
            self.display()

    def look_for(self, words: str) -> None:
        """Only rows that hold these words."""
        if self.model.choice.words != words:
            self.model.choice.words = words
            hidden = (n for n in range(self._fields.count()) if self._fields.isSectionHidden(n))
            self.model.hidden = frozenset(hidden)
            self.display()

    def set_tall(self, tall: bool) -> None:
        """Three lines in a row, or one."""
        self.tall = tall
        self._dress()

    # Order

    def sort_by(self, number: int) -> None:
        """Ascending, then descending, then the order of the story again."""
        choice, column = self.model.choice, self.model.columns[number]
        if self.model.across:
            return
        same = choice.sort is not None and choice.sort.code == column.code
        if same and choice.descending:
            self.as_told()
            return
        choice.sort, choice.descending = column, same
        self._sorted(number)

    def as_told(self) -> None:
        """Back to the order of the story."""
        self.model.choice.sort, self.model.choice.descending = None, False
        self._sorted(None)

    def _sorted(self, number: int | None) -> None:
        header = self._fields
        header.setSortIndicatorShown(number is not None)
        if number is not None:
            down = self.model.choice.descending
            header.setSortIndicator(number, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        self.display()

    # Columns

    def _keep(self) -> None:
        if not self.model.across and self._dressed and self.isVisible():
            self._later.start()

    def keep_columns(self) -> None:
        """Remember the columns as they are."""
        self._later.stop()
        remembered.keep(self._fields, self.code, self.model.columns, self._unit)

    def columns_menu(self) -> QMenu:
        """Which columns are shown; the column with the name always is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self.model.columns):
            action = QAction(literal(self.context.say(column.heading)), menu)
            action.setCheckable(True)
            action.setChecked(not self._fields.isSectionHidden(number))
            action.setEnabled(number != self.model.named)
            action.toggled.connect(lambda on, number=number: self.show_column(number, on))
            menu.addAction(action)
        return menu

    def show_column(self, number: int, shown: bool) -> None:
        """Show or hide a column, and remember it."""
        self._fields.setSectionHidden(number, not shown)
        if not self.model.across:
            self.keep_columns()

    def tell_whose(self, whole: bool) -> None:
        """With steps of all journeys the persona's name stands in every row; that is not remembered."""
        codes = [column.code for column in self.model.columns]
        if self.code != "steps" or "persona" not in codes:
            return
        number = codes.index("persona")
        chosen = dict(remembered.shown(self.code)).get("persona", False)
        self._fields.setSectionHidden(number, not (whole or chosen))

    # Rows

    def act(self, verb: str) -> None:
        """A verb on the selected rows, by key, button or menu."""
        verbs: dict[str, Callable[[], object]] = {
            "new": lambda: row_verbs.new(self.sheet),
            "delete": lambda: row_verbs.delete(self.sheet),
            "duplicate": lambda: row_verbs.duplicate(self.sheet),
            "up": lambda: row_verbs.move(self.sheet, down=False),
            "down": lambda: row_verbs.move(self.sheet, down=True),
            "filter": self.filter_wanted.emit,
            "sort": lambda: self.sort_by(self.sheet.currentIndex().column()),
        }
        verbs[verb]()

    def _dropped(self, target: str, after: bool) -> None:
        ids = [entry for entry in self.sheet.chosen_entries() if phase_of(entry) is None]
        if ids and target not in ids:
            row_verbs.put_beside(self.sheet, ids, target, after=after)

    def _menu_at(self, point: QPoint) -> None:
        from app.table.row_menu import row_menu

        row_menu(self).popup(self.sheet.viewport().mapToGlobal(point))
