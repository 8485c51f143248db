"""The dialog that shows what comes in before it does: which column is what, what is made of it, what was guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.dialogs.intake_remarks import Remarks
from app.dialogs.intake_summary import summary
from app.dialogs.intake_table import Preview
from app.dialogs.intake_work import IntakeWork
from app.help.question import on_f1
from app.panels.fields import CheckField, ChoiceField
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.edits import intake
from journeys.errors import LevensreisError
from journeys.exchange import columns, tables
from journeys.exchange.fates import LEFT_OUT, fates
from journeys.exchange.grid import Grid, turned
from journeys.help.told import page_of_word
from journeys.i18n import N_
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from app.dialogs.intake_work import Asked
    from journeys.edits.incoming import Goal, Incoming
    from journeys.edits.intake import Taken
    from journeys.exchange.columns import Mapping
    from journeys.i18n import Words
    from journeys.model.document import Document

    Again = Callable[[str], list[Grid]]
    Worked = tuple[Incoming, Taken, dict[int, str]]
    Blank = tuple[Document, Goal]

SEVERAL: Final = "*"
"""Instead of a journey: one for every sheet."""
HERE: Final = "intake.here_already"
SEPARATORS: Final = ((";", N_("Semicolon ;")), (",", N_("Comma ,")), ("\t", N_("Tab")))


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
        column.addLayout(self._choices())
        column.addWidget(PlainLabel(say("Choose above each column what it is."), name="muted"))
        self.preview = Preview(say, self.palette().placeholderText().color().name())
        self.preview.choosers.chosen.connect(self._choose_column)
        column.addWidget(self.preview, 1)
        self.summary = PlainLabel("", wrap=True, name="strong")
        column.addWidget(self.summary)
        self.remarks = Remarks(say)
        self.remarks.row_wanted.connect(lambda row: self.preview.go_to_row(row, self.grid))
        column.addWidget(self.remarks)
        column.addLayout(self._buttons())
        self.resize(1000, 640)

    def _choices(self) -> QVBoxLayout:
        """Which table and where to, and below that how it is to be read."""
        say = self._say
        self.sheet = ChoiceField(say("Sheet"))
        self.within = CheckField(say("Take this sheet in"))
        self.separator = ChoiceField(
            say("Between the cells"), [(say(text), separator) for separator, text in SEPARATORS]
        )
        self.place = ChoiceField(say("Where to"), [(say("Into this study"), 0), (say("As a new study"), 1)])
        self.journey = ChoiceField(say("Into journey"))
        self.heading = CheckField("")
        self.sideways = CheckField(say("Steps stand side by side"))
        self.twice = CheckField(say("Take in again what is here already"))
        self.twice.hide()
        self.sheet.committed.connect(lambda index, _: self._show_sheet(index))
        self.within.committed.connect(lambda value, _: self._take_sheet(value))
        self.separator.committed.connect(lambda value, _: self._read_again(value))
        self.place.committed.connect(lambda value, _: self._choose_place(value))
        self.journey.committed.connect(lambda value, _: self._choose_journey(value))
        self.heading.committed.connect(lambda value, _: self._set_heading(value))
        self.sideways.committed.connect(lambda *_: self._turn())
        self.twice.committed.connect(lambda value, _: self._take_twice(value))
        self._captions: dict[QWidget, PlainLabel] = {}
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._row(self.place, self.journey, self.sheet, self.within))
        column.addLayout(self._row(self.separator, self.heading, self.sideways, self.twice))
        return column

    def _row(self, *fields: QWidget) -> QHBoxLayout:
        """Fields beside one another, choosers behind their captions."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            if isinstance(field, ChoiceField):
                caption = self._captions[field] = PlainLabel(field.accessibleName(), name="field")
                caption.setBuddy(field)
                row.addWidget(caption)
                field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
                field.setMaximumWidth(420)
            row.addWidget(field)
        row.addStretch(1)
        return row

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
        self._grids, self._turned = grids, dict[int, Grid]()
        self._mappings = [columns.guess(grid) for grid in grids]
        chosen = {id(sheet.grid) for sheet in tables.guessed(grids)}
        self._within = [id(grid) in chosen for grid in grids]
        self.sheet.offer([(grid.name, index) for index, grid in enumerate(grids) if self._is_offered(index)])
        self.separator.display(grids[0].separator)
        self._see(len(grids) > 1, self.sheet, self.within)
        self._see(bool(grids[0].separator) and self._again is not None, self.separator)
        self.place.display(self._places.index((self._document, self._goal)))
        self._see(len(self._places) > 1, self.place)
        self._see(not self._goal.fresh, self.journey)
        self._show_sheet(self._within.index(True))

    def _is_offered(self, index: int) -> bool:
        """Sheets that tell of something else than steps come in by themselves."""
        return self._within[index] or not tables.is_beside(self._grids[index])

    def _see(self, seen: bool, *fields: QWidget) -> None:
        for field in fields:
            field.setVisible(seen)
            if field in self._captions:
                self._captions[field].setVisible(seen)

    # Choices

    @property
    def mapping(self) -> Mapping:
        """What the columns of the shown sheet are."""
        return self._mappings[self._shown]

    @property
    def grid(self) -> Grid:
        """The shown sheet."""
        return self._grids[self._shown]

    def _show_sheet(self, index: int) -> None:
        self._shown = index
        self.sheet.display(index)
        self.within.display(self._within[index])
        first, heading = self.grid.rows[0].number, self._heading_row()
        say = self._say
        put(
            self.heading,
            say("The first row is headings") if heading == first else say("Row {row} is headings", row=heading),
        )
        self.heading.display(self.mapping.heading is not None)
        self.heading.setVisible(not self.grid.plain or self.mapping.heading is not None)
        self.sideways.display(self.grid.sideways)
        self.sideways.setVisible(not self.grid.plain)
        self._offer_journeys()
        self.preview.show_grid(self.grid, self.mapping)
        self.work.soon()

    def _heading_row(self) -> int:
        """The row that is or could be the headings."""
        found = columns.find_heading(self.grid)
        return self.grid.rows[0].number if found is None else found.number

    def _offer_journeys(self) -> None:
        say, document = self._say, self._document
        options: list[tuple[str, object]] = []
        if sum(self._within) > 1:
            options.append((say("A journey for every sheet"), SEVERAL))
            self._journey = SEVERAL if self._journey == self._goal.journey else self._journey
        elif self._journey == SEVERAL:
            self._journey = self._goal.journey
        for journey in sorted(document.journeys.values(), key=lambda each: each.order):
            persona = document.personas[journey.persona].name
            variant = f" ({say('desired')})" if journey.variant == "desired" else ""
            options.append((f"{persona}: {journey.title}{variant}", journey.id))
        options.append((say("A new journey"), ""))
        self.journey.offer(options)
        self.journey.display(self._journey)

    def _take_sheet(self, value: object) -> None:
        self._within[self._shown] = bool(value)
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
        at, before = self._shown, self.grid
        try:
            self._grids[at] = self._turned.get(at) or turned(before)
        except LevensreisError as error:
            self.sideways.display(before.sideways)
            self._failed(error)
            return
        self._grids[at] = replace(self._grids[at], sideways=not before.sideways)
        self._turned[at] = before
        self._mappings[at] = columns.guess(self.grid)
        self._show_sheet(at)

    @property
    def is_new(self) -> bool:
        """Whether it becomes a study of its own, beside the one that is open."""
        return self.place.currentIndex() == 1

    def _choose_place(self, place: object) -> None:
        """Into the open study, or an empty one."""
        self._document, self._goal = self._places[int(str(place))]
        self._journey = self._goal.journey
        self._see(not self._goal.fresh, self.journey)
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
        self._mappings[self._shown] = self.mapping.set(column, code)
        self.preview.choosers.display(self.mapping)
        self.work.soon()

    def _set_heading(self, value: object) -> None:
        number = self._heading_row()
        row = next(row for row in self.grid.rows if row.number == number)
        codes = columns.by_heading(self.grid, row) if value else columns.by_order(self.grid)
        self._mappings[self._shown] = columns.Mapping(codes, number if value else None)
        self.preview.choosers.display(self.mapping)
        self.work.soon()

    # Working out

    def _sheets(self) -> list[tables.Sheet]:
        each = self._journey == SEVERAL
        return [
            tables.Sheet(grid, mapping, grid.name if each else "")
            for grid, mapping, within in zip(self._grids, self._mappings, self._within, strict=True)
            if within
        ]

    def _goal_now(self) -> Goal:
        goal = replace(self._goal, again=self._twice)
        if goal.fresh or self._journey in (SEVERAL, goal.journey):
            return goal
        title = self.grid.name or goal.title
        return replace(goal, journey=self._journey, title=title, after="", phase="", column=None)

    def _asked(self) -> Asked:
        sheets, grids, goal = self._sheets(), list(self._grids), self._goal_now()
        document, name = self._document.snapshot(), self._name
        grid, mapping, within = self.grid, self.mapping, self._within[self._shown]
        code = "study.import" if name else "step.intake"

        def work() -> Worked:
            coming = tables.incoming(sheets, document.study.day0_date, grids)
            taken = intake.taken(document, coming, goal, code=code, title=name)
            alone = coming if len(sheets) == 1 else None
            found = fates(grid, mapping, document, alone, taken.same) if within else {}
            if alone is not None:
                here = next((remark.rows for remark in taken.remarks if remark.code == HERE), ())
                found |= dict.fromkeys(set(here) & set(found), LEFT_OUT)
            return coming, taken, found

        self._worked = None
        return sum(len(sheet.grid.rows) for sheet in sheets), work

    def _wait(self) -> None:
        self.accept_button.setEnabled(False)
        put(self.summary, self._say("Looking at the rows…"))

    def _show_worked(self, worked: Worked) -> None:
        self._worked = worked
        coming, taken, found = worked
        here = any(remark.code == HERE for remark in taken.remarks)
        self.twice.display(self._twice)
        self.twice.setVisible(bool(self._name) and (here or self._twice))
        self._tell(summary(taken, self._say))
        self.accept_button.setEnabled(bool(taken.edit))
        self.preview.rows.follow(self.mapping, {row: self._say(fate) for row, fate in found.items()})
        self.remarks.display((*coming.remarks, *taken.remarks))

    def _failed(self, error: LevensreisError) -> None:
        self._worked = None
        self.accept_button.setEnabled(False)
        self._tell(error_text(error, self._say))
        self.preview.rows.follow(self.mapping, {})
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
        coming, taken, _ = self._worked
        self.accept()
        if self.is_new:
            self.made.emit(coming)
        else:
            self.taken.emit(coming, taken)

    def done(self, code: int) -> None:
        self.work.stop()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)
