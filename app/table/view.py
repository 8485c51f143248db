"""The table view: the same study as the map, as lists and as one overview, wholly in reach of the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.panels.fields import ChoiceField
from app.plain import PlainLabel, literal, named, put, tip
from app.table import lists, ranges
from app.table.entries import phase_of
from app.table.look import sheet_style
from app.table.page import Page
from journeys.i18n import N_
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.context import Context
    from journeys.edits.edit import Edit

FILTER_MS: Final = 150
LETTERS: Final = 100
"""So many must fit beside each other for the verbs to stand beside the filter."""
OVERVIEW: Final = "overview"
NAMES: Final = {OVERVIEW: N_("Overview"), "steps": N_("Steps")}


class TableView(QWidget):
    """Tabs with sheets, made when they are first shown; above them what is looked for, below them what is said."""

    selection_changed = Signal()  #: the user selected something else

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        steps = lists.steps_listing()
        self._listings = {OVERVIEW: steps, "steps": steps} | {listing.code: listing for listing in lists.LISTS}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._whole = False
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self.filter = QLineEdit()
        self.count = PlainLabel("", name="muted")
        self.scope = ChoiceField(context.say("Rows of"))
        self.told = QPushButton(context.say("Order of the story"))
        self.add = QToolButton()
        self.message = PlainLabel("", name="muted", wrap=True)
        self._later = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._later.timeout.connect(self._look)
        self.setStyleSheet(sheet_style(context.colours))
        self._lay_out()
        self.tabs.setCurrentIndex(1)
        self.tabs.currentChanged.connect(lambda _: self._turn())

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tab_row())
        column.addLayout(self._tools())
        column.addWidget(self.stack, 1)
        self.message.setContentsMargins(12, 4, 12, 4)
        column.addWidget(self.message)

    def _tab_row(self) -> QHBoxLayout:
        say = self.context.say
        self.tabs.setAccessibleName(say("Lists"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for code, listing in self._listings.items():
            number = self.tabs.addTab(say(NAMES.get(code) or listing.title))
            self.tabs.setTabData(number, code)
            self.tabs.setTabVisible(number, listing.usual)
        for scroller in self.tabs.findChildren(QAbstractButton):  # Qt's own are named in English
            scroller.setAccessibleName(say("More tabs"))
        more = named(QToolButton(), "drop")
        more.setText(say("More lists"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for code, listing in self._listings.items():
            if not listing.usual:
                action = QAction(literal(say(listing.title)), menu)
                action.triggered.connect(lambda _=False, code=code: self.show_list(code))
                menu.addAction(action)
        more.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 10, 0)
        row.addWidget(self.tabs, 1)
        row.addWidget(more)
        return row

    def _tools(self) -> QVBoxLayout:
        say = self.context.say
        self.filter.setMaxLength(TITLE_MAX)
        self.filter.setPlaceholderText(say("Show only rows with…"))
        self.filter.setAccessibleName(say("Filter the rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _: self._later.start())
        self.filter.returnPressed.connect(self._into_sheet)
        tip(self.filter, say("Filter the rows (Ctrl+Shift+F)"))
        self.scope.offer([(say("This journey"), False), (say("The whole study"), True)])
        self.scope.display(False)
        self.scope.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.scope.committed.connect(lambda whole, _: self._show_whole(bool(whole)))
        self.told.clicked.connect(self._as_told)
        self.told.hide()
        columns = QToolButton()
        columns.setText(say("Columns"))
        columns.clicked.connect(
            lambda: self.page.columns_menu().popup(columns.mapToGlobal(columns.rect().bottomLeft()))
        )
        tall = QToolButton()
        tall.setText(say("Tall rows"))
        tall.setCheckable(True)
        tall.toggled.connect(self._set_tall)
        named(self.add, "primary")
        self.add.clicked.connect(lambda: self.page.act("new"))
        self.columns, self.tall = columns, tall
        self._first, self._second, self._both = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._first.addWidget(self.filter, 2)
        self._first.addWidget(self.count)
        self._first.addStretch(1)
        for widget in (self.told, self.scope, tall, columns, self.add):
            self._second.addWidget(widget)
        for line in (self._first, self._second):
            line.setSpacing(8)
        self._first.addLayout(self._second)
        self._both.setContentsMargins(12, 6, 12, 6)
        self._both.addLayout(self._first)
        return self._both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, the verbs stand under the filter."""
        super().resizeEvent(event)
        below = self._both.indexOf(self._second) >= 0
        if (event.size().width() < LETTERS * self.fontMetrics().averageCharWidth()) != below:
            (self._both if below else self._first).removeItem(self._second)
            (self._first if below else self._both).addLayout(self._second)

    def _as_told(self) -> None:
        self.page.as_told()

    def _set_tall(self, tall: bool) -> None:
        for page in self._pages.values():
            page.set_tall(tall)

    # Pages

    @property
    def code(self) -> str:
        """The list that is shown."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    @property
    def page(self) -> Page:
        """The tab that is shown; made when it is first needed."""
        code = self.code
        if code not in self._pages:
            made = Page(self.context, self._listings[code], across=code == OVERVIEW)
            made.hinted.connect(self._hint)
            made.chosen.connect(self.selection_changed)
            made.filter_wanted.connect(self.filter.setFocus)
            made.arranged.connect(self._arranged)
            made.set_tall(self.tall.isChecked())
            self._pages[code] = made
            self._stale.add(code)
            self.stack.addWidget(made)
        return self._pages[code]

    def show_list(self, code: str) -> None:
        """Turn to a list, one of the unusual ones too."""
        number = next(i for i in range(self.tabs.count()) if self.tabs.tabData(i) == code)
        self.tabs.setTabVisible(number, True)
        self.tabs.setCurrentIndex(number)

    def _turn(self) -> None:
        kept = self.selected() if self._pages else ()
        for page in self._pages.values():
            page.sheet.flush()
        page = self.page
        self.stack.setCurrentWidget(page)
        if page.code in self._stale:
            self._stale.discard(page.code)
            page.model.choice.journey = self._journey(page.code)
            page.display()
            page.tell_whose(self._whole)
        self._look()
        self._arranged()
        page.sheet.choose(kept)
        self.setFocusProxy(page.sheet)

    def _journey(self, code: str) -> str | None:
        """Of which journey a list shows the rows; None for all."""
        listing = self._listings[code]
        if listing.of_journey is None or (self._whole and code != OVERVIEW):
            return None
        return self.context.journey

    def _show_whole(self, whole: bool) -> None:
        self._whole = whole
        self.show_journey(self.context.journey)
        self.page.tell_whose(whole)

    def _look(self) -> None:
        self._later.stop()
        page = self.page
        page.look_for(self.filter.text().strip() if not page.model.across else "")
        self._arranged()

    def _into_sheet(self) -> None:
        self._look()
        self.page.sheet.setFocus()

    def _arranged(self) -> None:
        """What stands above the sheet follows what it shows."""
        page, say = self.page, self.context.say
        listing, across = page.model.listing, page.model.across
        from journeys.phrases.terms import count_of

        shown = page.model.count()
        text = count_of(listing.kind, shown, say)
        if page.model.choice.words:
            total = len(self.context.document.tables[listing.kind])
            text = say("{n} of {things}", n=shown, things=count_of(listing.kind, total, say))
        put(self.count, text)
        self.told.setVisible(not page.model.choice.as_told)
        self.scope.setVisible(listing.of_journey is not None and not across)
        for widget in (self.columns, self.tall, self.filter):
            widget.setVisible(not across)
        can_add = listing.kind == "step" or listing.add is not None
        self.add.setVisible(can_add)
        put(self.add, "+ " + say(ADD.get(listing.kind, "Row")))
        if page.code == self.code and not page.model.entries and page.model.choice.words:
            self._hint(say("Nothing holds these words. Empty the filter to see everything."), False)

    def _hint(self, text: str, wrong: bool) -> None:
        self.message.setObjectName("danger" if wrong else "muted")
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)
        put(self.message, text or self._usual_hint())

    def _usual_hint(self) -> str:
        return self.context.say(
            "Type to change a cell · Enter down, Tab right · Ctrl+Enter new row · F6 leaves the table"
        )

    # What every view can

    def display(self) -> None:
        """Show the study as it is now."""
        page = self.page
        page.model.choice.journey = self._journey(self.code)
        page.display()
        self._stale = set(self._pages) - {self.code}
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page.sheet)
        self._hint("", False)

    def edited(self, edit: Edit) -> None:
        """Show what an edit changed; lists that are hidden catch up when they are shown."""
        self._stale |= set(self._pages) - {self.code}
        self.page.edited(edit)

    def show_journey(self, journey: str | None) -> None:
        """Another journey is the one that is worked on."""
        del journey  # the context knows
        page = self.page
        page.show_journey(self._journey(self.code))
        self._stale = set(self._pages) - {self.code}

    def select(self, ids: Iterable[str]) -> None:
        """Select these, as far as the shown list has them. Emits nothing."""
        wanted = tuple(ids)
        if wanted != self.selected():
            self.page.sheet.choose(self._entries(wanted))

    def _entries(self, ids: Iterable[str]) -> list[str]:
        """A selected phase is its heading; a selected note its step, where notes are cells."""
        document, model = self.context.document, self.page.model
        found = []
        for id_ in ids:
            note = document.notes.get(id_)
            if model.listing.kind == "step" and id_ in document.phases:
                found.append(f"{self.context.journey} {id_}")
            elif model.listing.kind == "step" and note is not None and note.step:
                found.append(note.step)
            else:
                found.append(id_)
        return list(dict.fromkeys(found))

    def selected(self) -> tuple[str, ...]:
        """The ids of what is selected; a heading is its phase."""
        found = (phase_of(entry) or (None, entry) for entry in self.page.sheet.chosen_entries())
        return tuple(dict.fromkeys(id_ for _, id_ in found))

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        for page in self._pages.values():
            page.sheet.flush()

    def act(self, code: str) -> bool:
        """A command of the window's menus on the cells; False when it is not for the table."""
        typing = QApplication.focusWidget()
        if isinstance(typing, QLineEdit | QPlainTextEdit | QComboBox):
            return False
        page = self.page
        verbs: dict[str, Callable[[], object]] = {
            "edit": page.sheet.edit_current, "select_all": page.sheet.selectAll,
            "delete": partial(ranges.clear, page.sheet), "cut": partial(ranges.cut, page.sheet),
            "copy": partial(ranges.copy, page.sheet), "paste": partial(ranges.paste, page.sheet),
            "duplicate": partial(page.act, "duplicate"), "step": self._new_step,
        }  # fmt: skip
        if code in verbs:
            verbs[code]()
        return code in verbs

    def _new_step(self) -> None:
        if self.page.model.listing.kind != "step":
            self.show_list("steps")
        self.page.act("new")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the filter leads back to the rows."""
        if event.key() == Qt.Key.Key_Escape and self.filter.hasFocus():
            self.filter.clear()
            self._into_sheet()
            return
        super().keyPressEvent(event)


ADD: Final = {
    "step": N_("Step"), "phase": N_("Phase"), "note": N_("Note"), "persona": N_("Persona"), "journey": N_("Journey"),
    "party": N_("Party"), "channel": N_("Channel"), "moment": N_("Moment"), "fact": N_("Fact"),
    "source": N_("Source"),
}  # fmt: skip
