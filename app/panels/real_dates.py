"""The date of day 0, or of any other moment: set, shifted and taken away while the map shows what comes of it."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton

from app.focus import discard
from app.panels.fields import ChoiceField
from app.panels.laid_over import LaidOver
from app.panels.written import DateField
from app.plain import PlainLabel, named, put, tip
from journeys.analysis.deadlines import date_of, due_day
from journeys.edits import study
from journeys.model.time import day0
from journeys.phrases import capital, shortened
from journeys.phrases.dates import WHOLE_WEEKDAYS, date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from app.study_view import StudyView
    from journeys.edits.edit import Edit

WIDE: Final = 340
MOST: Final = 8
"""So many deadlines are listed."""
_runs = count(1)


class DatesPanel(LaidOver):
    """Lies over the view until one goes on elsewhere; a run of shifts is one edit."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.say
        super().__init__(context, parent, say("Real dates"), WIDE)
        self._burst = f"dates {next(_runs)}"
        self.weekday = PlainLabel("", wrap=True, name="strong")
        column = self.column
        column.addWidget(
            PlainLabel(say("With one date known, the map says dates everywhere."), wrap=True, name="field")
        )
        self.moment = ChoiceField(say("Which moment"))
        self.moment.committed.connect(lambda *_: self.display())
        self.date = DateField(context, say("Date of that moment"), optional=say("no date"))
        self.date.committed.connect(lambda date, _: self._set(date))
        self.date.refused.connect(lambda why: put(self.weekday, why))
        for part in (self.moment, self.date, self.weekday):
            column.addWidget(part)
        column.addLayout(self._shifts())
        self.deadlines = QFrame()
        self._rows = QGridLayout(self.deadlines)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setColumnStretch(0, 1)
        self._shown: list[QWidget] = []
        column.addWidget(self.deadlines)
        self.none = named(QPushButton(say("Without dates")), "link")
        self.none.clicked.connect(lambda: self._set(None))
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self.display()

    def _shifts(self) -> QHBoxLayout:
        say, row = self.context.say, QHBoxLayout()
        row.setSpacing(4)
        self.shifts: dict[int, QPushButton] = {}
        for days, words, spoken in (
            (-7, say("−1 week"), say("A week earlier")), (-1, say("−1 day"), say("A day earlier")),
            (1, say("+1 day"), say("A day later")), (7, say("+1 week"), say("A week later")),
        ):  # fmt: skip
            button = self.shifts[days] = QPushButton(words)
            button.setAccessibleName(spoken)
            tip(button, spoken)
            button.clicked.connect(partial(self.shift, days))
            row.addWidget(button)
        return row

    # Showing

    def display(self) -> None:
        """Show the date of the chosen moment, and what deadlines come of it."""
        document, say = self.context.document, self.context.say
        held = sorted(document.moments.values(), key=lambda moment: (moment.day, moment.name))
        self.moment.offer([(moment.name, moment.id) for moment in held])
        if self.moment.currentData() not in document.moments:
            self.moment.display(day0(document).id)
        date = date_of(document, self._day)
        self.date.display(date)
        put(self.weekday, capital(say(WHOLE_WEEKDAYS[date.weekday()])) if date else say("No dates: days are counted."))
        for button in self.shifts.values():
            button.setEnabled(date is not None)
        self.none.setVisible(date is not None)
        self._list()
        self.take_room()

    @property
    def _day(self) -> int:
        return self.context.document.moments[self.moment.currentData()].day

    def _list(self) -> None:
        """The first deadlines by date."""
        document, say = self.context.document, self.context.say
        discard(self._shown)
        self._shown = []
        due = [(due_day(document, fact.due), fact) for fact in document.facts.values() if fact.due is not None]
        if document.study.day0_date is not None:
            for row, (day, fact) in enumerate(sorted(due, key=lambda one: (one[0], one[1].text))[:MOST]):
                date = date_of(document, day)
                words = PlainLabel(shortened(fact.text, 60), wrap=True), PlainLabel(
                    date_words(date, say) if date else "", name="strong"
                )  # fmt: skip
                for place, label in enumerate(words):
                    self._rows.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
                    self._shown.append(label)
        self.deadlines.setVisible(bool(self._shown))

    # Doing

    def shift(self, days: int) -> None:
        """So many days later, or earlier."""
        document = self.context.document
        self.date.flush()
        if document.study.day0_date is not None:
            self._do(lambda: study.shift_dates(document, days))

    def _set(self, date: dt.date | None) -> None:
        document, day = self.context.document, self._day
        self._do(lambda: study.set_date(document, date, day))

    def _do(self, verb: Callable[[], Edit]) -> None:
        if not self.context.do(verb, self._burst):
            self.display()

    def edited(self, edit: Edit) -> None:
        if any(kind in ("study", "moment", "fact") for kind, _ in edit.changes):
            self.display()

    def let_go(self) -> None:
        """What was typed is a date like any other."""
        self.date.flush()


def show(view: StudyView) -> None:
    """Open the dates, or close them; they lie below the axis, where one sees what comes of a change."""
    known = next((each for each in view.findChildren(DatesPanel) if not each.isHidden()), None)
    if known is not None:
        known.close_panel()
        return
    panel = DatesPanel(view.context, view)
    panel.left.connect(view.views.widget_shown.setFocus)
    panel.open_at(view.views.mapTo(view, QPoint(12, view.views.height() - panel.height() - 12)), panel.date)
