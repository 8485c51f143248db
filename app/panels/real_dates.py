"""The date of day 0, or of any other moment: set, shifted and taken away while the map shows what comes of it."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from app.focus import discard
from app.icons import icon
from app.panels.fields import ChoiceField
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

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from app.study_view import StudyView
    from journeys.edits.edit import Edit

WIDE: Final = 340
MOST: Final = 8
"""So many deadlines are listed."""
_runs = count(1)


class DatesPanel(QFrame):
    """Lies over the view until one goes on elsewhere; a run of shifts is one edit."""

    left = Signal()  #: it closed, and the keyboard must go somewhere

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.context = context
        self._closed = False
        self._burst = f"dates {next(_runs)}"
        say = context.say
        self.setAccessibleName(say("Real dates"))
        self.weekday = PlainLabel("", wrap=True, name="strong")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say("Real dates"), name="strong"), 1)
        head.addWidget(self._close_button())
        column.addLayout(head)
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
        self._stop = context.session.listen(self._edited)
        self.display()

    def _close_button(self) -> QToolButton:
        button = named(QToolButton(), "small")
        button.setIcon(icon("close", self.context.colours.text, self.context.colours.idle))
        button.setAccessibleName(self.context.say("Close"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tip(button, self.context.say("Close"))
        button.clicked.connect(self.close_panel)
        return button

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
        for button in (*self.shifts.values(), self.none):
            button.setEnabled(date is not None)
        self._list()
        self._take_room()

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

    def _take_room(self) -> None:
        self.ensurePolished()
        wide = max(WIDE, self.minimumSizeHint().width())
        self.resize(wide, max(self._column.totalHeightForWidth(wide), self._column.minimumSize().height()))

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

    def _edited(self, edit: Edit) -> None:
        if any(kind in ("study", "moment", "fact") for kind, _ in edit.changes):
            self.display()

    # Coming and going

    def open_at(self, corner: QPoint) -> None:
        """Lie there, within the window, the keyboard in the date; below the axis, where one sees what comes of it."""
        around = cast("QWidget", self.parentWidget())
        left = max(6, min(corner.x(), around.width() - self.width() - 6))
        self.move(left, max(6, min(corner.y(), around.height() - self.height() - 6)))
        self.show()
        self._take_room()  # now that its parts are dressed
        self.raise_()
        self.date.setFocus(Qt.FocusReason.PopupFocusReason)
        _app().focusChanged.connect(self._focus_moved)

    def close_panel(self) -> None:
        """Go, and let go of the study."""
        if self._closed:
            return
        self.date.flush()
        self._closed = True
        _app().focusChanged.disconnect(self._focus_moved)
        self._stop()
        if discard([self]):
            self.left.emit()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on elsewhere is done here."""
        if now is not None and now is not self and not self.isAncestorOf(now) and now.window() is self.window():
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def show(view: StudyView) -> None:
    """Open the dates, or close them."""
    known = next((each for each in view.findChildren(DatesPanel) if not each.isHidden()), None)
    if known is not None:
        known.close_panel()
        return
    panel = DatesPanel(view.context, view)
    panel.left.connect(view.views.widget_shown.setFocus)
    panel.open_at(view.views.mapTo(view, QPoint(12, view.views.height() - panel.height() - 12)))


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
