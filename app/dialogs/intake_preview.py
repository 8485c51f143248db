"""The dialog that shows what comes in before it does: which column is what, what is made of it, what was guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.dialogs.intake_fields import SEVERAL, IntakeFields
from app.dialogs.intake_remarks import Remarks
from app.dialogs.intake_sheets import Sheets
from app.dialogs.intake_summary import summary
from app.dialogs.intake_table import Preview
from app.dialogs.intake_work import IntakeWork
from app.dialogs.intake_worked import working
from app.help.question import on_f1
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.errors import LevensreisError
from journeys.help.told import page_of_word
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from app.dialogs.intake_work import Asked
    from app.dialogs.intake_worked import Worked
    from journeys.edits.incoming import Goal
    from journeys.exchange.grid import Grid
    from journeys.i18n import Words
    from journeys.model.document import Document

    Again = Callable[[str], list[Grid]]
    Blank = tuple[Document, Goal]


class IntakeDialog(QDialog):
    """Keeps the meaning of the columns of each sheet; everything else is worked out anew at every choice."""

    taken = Signal(object, object)  #: what comes in (Incoming) and its edit (Taken); the dialog has closed
    made = Signal(object)  #: what comes in (Incoming) is to be a study of its own; the dialog has closed

    def __init__(
        self, parent: QWidget, say: Words, document: Document, grids: list[Grid], goal: Goal, *,
        name: str = "", again: Again | None = None, blank: Blank | None = None,
    ) -> None:  # fmt: skip
        """`again` reads it with another separator; `blank` is the study that it could go into instead."""
        super().__init__(parent)
        self._places = [(document, goal), *([blank] if blank is not None else [])]
        self._say, self._document, self._goal, self._name, self._again = say, document, goal, name, again
        self._journey = goal.journey
        self._twice = not name
        self._worked: Worked | None = None
        self.work = IntakeWork(self._asked, self)
        self.work.begun.connect(self._wait)
        self.work.worked.connect(self._show_worked)
        self.work.failed.connect(self._failed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("intake")
        self.setWindowTitle(say("Import {name}", name=name) if name else say("Paste as steps"))
        self._build()
        self._hold(grids)
        self.accept_button.setFocus()

    # Building

    def _build(self) -> None:
        say = self._say
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._choices())
        column.addWidget(PlainLabel(say("Choose above each column what it is."), name="muted"))
        self.preview = Preview(say, self.palette().placeholderText().color().name())
        self.preview.choosers.chosen.connect(self._choose_column)
        column.addWidget(self.preview, 1)
        self.summary = PlainLabel("", wrap=True, name="strong")
        column.addWidget(self.summary)
        self.remarks = Remarks(say)
        self.remarks.row_wanted.connect(lambda row: self.preview.go_to_row(row, self.sheets.grid))
        column.addWidget(self.remarks)
        column.addLayout(self._buttons())
        self.resize(1000, 640)

    def _choices(self) -> IntakeFields:
        fields = self.fields = IntakeFields(self._say)
        fields.sheet.committed.connect(lambda index, _: self._show_sheet(index))
        fields.within.committed.connect(lambda value, _: self._take_sheet(value))
        fields.separator.committed.connect(lambda value, _: self._read_again(value))
        fields.place.committed.connect(lambda value, _: self._choose_place(value))
        fields.journey.committed.connect(lambda value, _: self._choose_journey(value))
        fields.heading.committed.connect(lambda value, _: self._set_heading(value))
        fields.sideways.committed.connect(lambda *_: self._turn())
        fields.twice.committed.connect(lambda value, _: self._take_twice(value))
        return fields

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        on_f1(self, self._page())
        row.addStretch(1)
        cancel = QPushButton(self._say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.accept_button = named(QPushButton(self._say("Put on the map")), "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._take)
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        return row

    def _page(self) -> str:
        """Of the help: about the format of the file; what was pasted has none."""
        return (page_of_word(PurePath(self._name).suffix) or "exchange") if self._name else "clipboard"

    def _hold(self, grids: list[Grid]) -> None:
        """Begin with these tables, as they are most likely meant."""
        self.sheets, fields = Sheets(grids), self.fields
        fields.sheet.offer(self.sheets.offered())
        fields.separator.display(grids[0].separator)
        fields.see(len(grids) > 1, fields.sheet, fields.within)
        fields.see(bool(grids[0].separator) and self._again is not None, fields.separator)
        fields.place.display(self._places.index((self._document, self._goal)))
        fields.see(len(self._places) > 1, fields.place)
        fields.see(not self._goal.fresh, fields.journey)
        self._show_sheet(self.sheets.shown)

    # Choices

    def _show_sheet(self, index: int) -> None:
        self.sheets.shown = index
        self.fields.show_sheet(self.sheets)
        self._offer_journeys()
        self.preview.show_grid(self.sheets.grid, self.sheets.mapping)
        self.work.soon()

    def _offer_journeys(self) -> None:
        several = self.sheets.several
        if several and self._journey == self._goal.journey:
            self._journey = SEVERAL
        elif not several and self._journey == SEVERAL:
            self._journey = self._goal.journey
        self.fields.offer_journeys(self._document, self._journey, several=several)

    def _take_sheet(self, value: object) -> None:
        self.sheets.within = bool(value)
        self._offer_journeys()
        self.work.soon()

    def _read_again(self, separator: object) -> None:
        """Another separator: the columns are others."""
        if self._again is None:
            return
        try:
            self._hold(self._again(str(separator)))
        except LevensreisError as error:
            self._failed(error)

    def _turn(self) -> None:
        """Rows become columns, and back."""
        try:
            self.sheets.turn()
        except LevensreisError as error:
            self.fields.sideways.display(self.sheets.grid.sideways)
            self._failed(error)
            return
        self._show_sheet(self.sheets.shown)

    @property
    def is_new(self) -> bool:
        """Whether it becomes a study of its own, beside the one that is open."""
        return self.fields.place.currentIndex() == 1

    def _choose_place(self, place: object) -> None:
        """Into the open study, or an empty one."""
        self._document, self._goal = self._places[int(str(place))]
        self._journey = self._goal.journey
        self.fields.see(not self._goal.fresh, self.fields.journey)
        put(self.accept_button, self._say("Make a new study") if self.is_new else self._say("Put on the map"))
        self._offer_journeys()
        self.work.soon()

    def _choose_journey(self, journey: object) -> None:
        self._journey = str(journey)
        self.work.soon()

    def _take_twice(self, value: object) -> None:
        self._twice = bool(value)
        self.work.soon()

    def _choose_column(self, column: int, code: str) -> None:
        self.sheets.mapping = self.sheets.mapping.set(column, code)
        self.preview.choosers.display(self.sheets.mapping)
        self.work.soon()

    def _set_heading(self, value: object) -> None:
        self.sheets.set_heading(is_heading=bool(value))
        self.preview.choosers.display(self.sheets.mapping)
        self.work.soon()

    # Working out

    def _asked(self) -> Asked:
        self._worked = None
        work = working(self.sheets, self._document, self._goal_now(), self._name, each=self._journey == SEVERAL)
        return sum(len(sheet.grid.rows) for sheet in self.sheets.coming(each=False)), work

    def _goal_now(self) -> Goal:
        goal = replace(self._goal, again=self._twice)
        if goal.fresh or self._journey in (SEVERAL, goal.journey):
            return goal
        title = self.sheets.grid.name or goal.title
        return replace(goal, journey=self._journey, title=title, after="", phase="", column=None)

    def _wait(self) -> None:
        self.accept_button.setEnabled(False)
        put(self.summary, self._say("Looking at the rows…"))

    def _show_worked(self, worked: Worked) -> None:
        self._worked = worked
        fields = self.fields
        fields.twice.display(self._twice)
        fields.twice.setVisible(bool(self._name) and (worked.here or self._twice))
        self._tell(summary(worked.taken, self._say))
        self.accept_button.setEnabled(bool(worked.taken.edit))
        self.preview.rows.follow(self.sheets.mapping, {row: self._say(fate) for row, fate in worked.fates.items()})
        self.remarks.display((*worked.coming.remarks, *worked.taken.remarks))

    def _failed(self, error: LevensreisError) -> None:
        self._worked = None
        self.accept_button.setEnabled(False)
        self._tell(error_text(error, self._say))
        self.preview.rows.follow(self.sheets.mapping, {})
        self.remarks.display(())

    def _tell(self, text: str) -> None:
        if self.summary.text() != text:
            put(self.summary, text)
            self.accept_button.setAccessibleDescription(text)
            announce(self.summary, text)

    # Ending

    def _take(self) -> None:
        if self.work.busy:
            self.work.now()
        if self._worked is None:
            return
        worked = self._worked
        self.accept()
        if self.is_new:
            self.made.emit(worked.coming)
        else:
            self.taken.emit(worked.coming, worked.taken)

    def done(self, code: int) -> None:
        self.work.stop()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)
