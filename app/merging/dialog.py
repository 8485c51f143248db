"""What comes in and what may be the same, in one window, before anything happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import tasks
from app.help.question import on_f1, question
from app.merging import choose, performing, words
from app.merging.coming import FILE, PICTURE, REF, Coming
from app.merging.doubts import Doubts
from app.merging.every import EveryJourney, GroupName
from app.merging.reading import read
from app.merging.wish import Wish
from app.panels.fields import ChoiceField
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.errors import LevensreisError
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.merging.reading import Gathered
    from app.window import StudyWindow
    from journeys.edits.merge import Merged, Ref


class MergeDialog(QDialog):
    """Keeps the user's wish; nothing of the study changes before Merge."""

    def __init__(self, window: StudyWindow, found: Gathered) -> None:
        super().__init__(window)
        self._window = window
        self.say = say = window.dress.say
        self.wish = Wish(found)
        self.setObjectName("merge")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Merge studies"))
        self.summary = PlainLabel("", wrap=True, name="title")
        self.coming = Coming(self.wish, say, window.dress.inks)
        self.doubts = Doubts(self.wish, say)
        self.goal = ChoiceField(say("This journey"))
        self.every = EveryJourney(self.wish, say)
        self.group = GroupName(self.wish, say)
        self.after = PlainLabel(
            say("Days count from day 0 in every study. Nothing that is here goes away; one undo takes it all back."),
            wrap=True, name="muted",
        )  # fmt: skip
        self._lay_out()
        self.coming.ticked.connect(self._ticked)
        self.coming.pointed.connect(self._point)
        self.goal.committed.connect(lambda value, _: self._send(value))
        self.doubts.changed.connect(self._decided)
        self.every.chosen.connect(self._gather)
        self.group.called.connect(self._called)
        self.coming.currentItemChanged.connect(lambda *_: self._point_group())
        self._display()
        self.resize(min(1180, max(900, window.width() - 40)), min(760, max(560, window.height() - 40)))
        self.coming.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addWidget(self.every)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self.doubts)
        split.setSizes([540, 560])
        column.addWidget(split, 1)
        column.addWidget(self.after)
        column.addLayout(self._buttons())

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.say("What comes in"), name="heading"))
        column.addWidget(self.coming, 1)
        self._journey = QWidget()
        row = QHBoxLayout(self._journey)
        row.setContentsMargins(0, 0, 0, 0)
        caption = PlainLabel(self.say("This journey"), name="field")
        caption.setBuddy(self.goal)
        row.addWidget(caption)
        row.addWidget(self.goal, 1)
        self._below = QStackedWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._journey, self.group):
            self._below.addWidget(part)
        column.addWidget(self._below)
        return left

    def _buttons(self) -> QHBoxLayout:
        say = self.say
        row = QHBoxLayout()
        self.add_button = QPushButton(say("Add files…"))
        self.add_button.clicked.connect(lambda: choose(self._window, self, self.add))
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = named(QPushButton(say("Merge")), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.merge)
        for button in (self.add_button, cancel):
            button.setAutoDefault(False)
        row.addWidget(self.add_button)
        row.addWidget(question("merging", say("Merge studies"), say, self._window.dress.colours))
        on_f1(self, "merging")
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row

    # Files

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files as well; what was chosen stays."""
        found, say = self.wish.found, self.say
        tasks.start_shown(
            lambda work: read(paths, found.here, found.own, say.language, work, found.files), self,
            say("Reading studies…"), say, self._take, tasks.our_mistake,
        )  # fmt: skip

    def _take(self, found: Gathered) -> None:
        self.wish.take(found)
        self._display()
        announce(self, self.summary.text())

    # What was chosen

    def _display(self) -> None:
        self.coming.display()
        self.doubts.display()
        self._tell()

    def _ticked(self) -> None:
        self.doubts.display()
        self._point(self.pointed)
        self._tell()

    def _decided(self) -> None:
        self.coming.retell()
        self._tell()

    def _gather(self, on: bool) -> None:
        """All journeys at one go."""
        self.wish.gather(on=on)
        self._point(self.pointed)
        self._decided()
        self.doubts.display()
        announce(self, self.summary.text())

    def _point_group(self) -> None:
        """Below the list: what the group of the current row is called, or where its journey goes."""
        item = self.coming.currentItem()
        file: int | None = item.data(0, FILE) if item is not None else None
        if file is None or self.wish.found.files[file].document is None:
            self._below.setCurrentWidget(self._journey)
        else:
            self.group.display(file)
            self._below.setCurrentWidget(self.group)

    def _called(self) -> None:
        """A group has another name."""
        self.coming.retell()
        self.doubts.display()

    def _tell(self) -> None:
        self.every.display()
        put(self.summary, words.summary(self.wish, self.say))
        self.go.setEnabled(bool(self.wish.counts().files))

    @property
    def pointed(self) -> Ref | None:
        """The journey of the current row."""
        item = self.coming.currentItem()
        return item.data(0, REF) if item is not None and item.data(0, PICTURE) is not None else None

    def _point(self, journey: Ref | None) -> None:
        """Offer where the steps of this journey may go."""
        say, wish = self.say, self.wish
        goals = wish.goals(journey) if journey is not None and wish.comes(journey) else []
        own: list[tuple[str, object]] = [(say("Comes in as a journey of its own"), None)]
        names = ((words.goal_text(wish.found, goal, say), goal) for goal in goals)
        options = [*own, *((say("Add its steps to {journey}", journey=name), goal) for name, goal in names)]
        self.goal.offer(options)
        self.goal.display(wish.into.get(journey) if journey is not None else None)
        self.goal.setEnabled(bool(goals))

    def _send(self, goal: Ref | None) -> None:
        journey = self.pointed
        if journey is not None:
            self.wish.send(journey, goal)
            self.goal.display(goal)
            self.coming.retell()
            self.doubts.display()
            self._tell()

    # Doing it

    def merge(self) -> None:
        """Work out the edit in a worker, then perform it."""
        self.setEnabled(False)
        wish, say = self.wish, self.say
        task = tasks.start_shown(
            lambda _: wish.merged(), self, say("Merging studies…"), say, self._perform, self._refuse
        )
        task.ended.connect(lambda: self.setEnabled(True))

    def _perform(self, merged: Merged) -> None:
        view = self._window.view
        if view is not None and performing.perform(view, self.wish.found, merged):
            self.accept()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        put(self.after, error_text(error, self.say))
        announce(self, self.after.text())
