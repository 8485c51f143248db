"""What a round of votes is about: which notes, how many people, how many dots each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.panels.fields import CheckField, ChoiceField, DayField
from app.panels.labels import NOTE_KINDS
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put
from journeys.analysis.votes import MOST_DOTS, MOST_PEOPLE, Round, given, taking_part
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.study_view import StudyView


class Setup(QScrollArea):
    """Which notes, and how many dots."""

    start_wanted = Signal(object, bool)  #: a Round, and whether the votes there are go to zero

    def __init__(self, view: StudyView, asked: Round) -> None:
        super().__init__()
        self._view = view
        say = view.context.say
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds = {kind: CheckField(say(name)) for kind, name in NOTE_KINDS.items()}
        self.whole = ChoiceField(
            say("Which notes"), [(say("Of this journey"), False), (say("Of the whole study"), True)]
        )
        self.dots = DayField(say("Dots per person"), 1, MOST_DOTS)
        self.people = DayField(say("People"), 1, MOST_PEOPLE)
        self.total = PlainLabel("", wrap=True, name="strong")
        self.there = PlainLabel("", wrap=True, name="muted")
        self.snapshot = named(QPushButton(say("Keep a snapshot first…")), "link")
        self.start = named(QPushButton(say("Start the round")), "primary")
        self.go_on = QPushButton(say("Go on with these votes"))
        self._lay_out()
        self._connect()
        self.put(asked)

    def _lay_out(self) -> None:
        say = self._view.context.say
        page = named(QWidget(), "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say("Dot voting"), name="title"))
        column.addWidget(
            PlainLabel(say("Everybody sticks dots on the notes that matter most."), wrap=True, name="muted")
        )
        column.addWidget(PlainLabel(say("Vote for"), name="heading"))
        column.addWidget(Wrapped(*self.kinds.values(), gap=14))
        column.addWidget(self.whole)
        self._number(column, say("Dots per person"), self.dots)
        self._number(column, say("People"), self.people)
        for widget in (self.total, self.there, self.snapshot, self.start, self.go_on):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)

    def _number(self, column: QVBoxLayout, name: str, field: DayField) -> None:
        row = QHBoxLayout()
        label = PlainLabel(name, name="field")
        label.setBuddy(field)
        column.addWidget(label)
        less, more = QPushButton("−"), QPushButton("+")
        for button, by, verb in ((less, -1, N_("{name}: one less")), (more, 1, N_("{name}: one more"))):
            button.setAccessibleName(self._view.context.say(verb, name=name))
            button.setFixedWidth(44)
            button.clicked.connect(lambda _=False, by=by: field.setValue(field.value() + by))
        field.setMaximumWidth(90)
        for widget in (less, field, more):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        for box in self.kinds.values():
            box.toggled.connect(lambda _: self.display())
        self.whole.currentIndexChanged.connect(lambda _: self.display())
        for field in (self.dots, self.people):
            field.valueChanged.connect(lambda _: self.display())
        self.snapshot.clicked.connect(lambda: self._view.command_wanted.emit("snapshot"))
        self.start.clicked.connect(lambda: self.start_wanted.emit(self.asked(), True))
        self.go_on.clicked.connect(lambda: self.start_wanted.emit(self.asked(), False))

    def put(self, asked: Round) -> None:
        """Show a round as it was set up."""
        for kind, box in self.kinds.items():
            box.setChecked(kind in asked.kinds)
        self.whole.display(asked.whole)
        self.dots.setValue(asked.dots)
        self.people.setValue(asked.people)
        self.display()

    def asked(self) -> Round:
        """The round that is set up."""
        kinds = tuple(kind for kind, box in self.kinds.items() if box.isChecked())
        return Round(kinds, bool(self.whole.currentData()), self.dots.value(), self.people.value())

    def display(self) -> None:
        """What this comes to."""
        say, asked = self._view.context.say, self.asked()
        found = taking_part(self._view.session.document, asked, self._view.context.journey)
        put(self.total, say("{dots} for {notes}", dots=say.many("{n} dot", "{n} dots", asked.total),
                            notes=say.many("{n} note", "{n} notes", len(found))))  # fmt: skip
        votes = given(found)
        there = say.many(
            "There is {n} vote on them from before. A new round sets it to zero; you can undo that.",
            "There are {n} votes on them from before. A new round sets them to zero; you can undo that.", votes,
        )  # fmt: skip
        put(self.there, there if found else say("There are no notes of these kinds here."))
        self.there.setVisible(bool(votes) or not found)
        self.snapshot.setVisible(bool(votes))
        self.go_on.setVisible(bool(votes))
        self.start.setEnabled(bool(found))
