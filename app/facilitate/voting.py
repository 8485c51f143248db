"""Dot voting: set up a round, give dots on the map or in the ranking, and see who is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.facilitate import large, room
from app.facilitate.vote_list import VoteList
from app.facilitate.vote_setup import Setup
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put, tip
from journeys.analysis.votes import Round, given, ranking, taking_part, winners
from journeys.edits import notes

if TYPE_CHECKING:
    from app.study_view import StudyView
    from journeys.model.entities import Note

PLACES: Final = 3
"""Winners are who stands on the first so many places."""


def show(view: StudyView) -> None:
    """The panel of the votes in front, the keyboard where one goes on."""
    view.tabs.show_panel("vote")
    if view.map.presenting:
        large.let_read(view)
    panel = view.tabs.panel("vote")
    if isinstance(panel, VotesPanel):
        panel.display()
        panel.begin_at()


class VotesPanel(QWidget):
    """Three pages: what to vote for, voting, the result. The votes stand on the notes, the round in the room."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("side")
        self._view = view
        self._room = room.of(view)
        self._say = view.context.say
        self.setup = Setup(view, self._room.round or Round())
        self.list = VoteList(view.context)
        self.left = PlainLabel("", name="display")
        self.of = PlainLabel("", wrap=True, name="muted")
        self.hint = PlainLabel("", wrap=True, name="muted")
        self.give, self.take = QPushButton(self._say("+ dot")), QPushButton(self._say("− dot"))
        self.end = named(QPushButton(self._say("Finish")), "primary")
        self.choose = named(QPushButton(self._say("Select the winners")), "primary")
        self.plan = QPushButton(self._say("Mark the winners as planned"))
        self.back = QPushButton(self._say("Go on voting"))
        self.again = QPushButton(self._say("New round…"))
        self._voting = [self.give, self.take, self.end]
        self._result = [self.choose, self.plan, self.back, self.again]
        self.pages = QStackedWidget()
        self.pages.addWidget(self.setup)
        self.pages.addWidget(self._ranking_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()
        self.display()

    def _ranking_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.left)
        column.addWidget(self.of)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        dots = QHBoxLayout()
        for button in (self.take, self.give):
            button.setMinimumHeight(36)
            dots.addWidget(button, 1)
        column.addLayout(dots)
        for button in (self.end, *self._result):
            column.addWidget(button)
        return page

    def _connect(self) -> None:
        view = self._view
        self.setup.start_wanted.connect(self._start)
        self.list.dot_wanted.connect(self.dot)
        self.give.clicked.connect(lambda: self._dot_on_current(back=False))
        self.take.clicked.connect(lambda: self._dot_on_current(back=True))
        self.end.clicked.connect(self._finish)
        self.choose.clicked.connect(self._select_winners)
        self.plan.clicked.connect(self._plan_winners)
        self.back.clicked.connect(self._go_on)
        self.again.clicked.connect(self._new_round)
        view.history.changed.connect(self._edited)
        view.changed.connect(self._follow_journey)
        tip(self.give, self._say("A dot for the chosen note (+ or Enter)"))
        tip(self.take, self._say("Take a dot back from the chosen note (− or Shift+Enter)"))

    # Showing

    def begin_at(self) -> None:
        """The keyboard where one goes on."""
        if self._room.round is None:
            self.setup.start.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def display(self) -> None:
        """The round as it stands now; while votes are cast, the map takes them too."""
        asked = self._room.round
        voting = asked is not None and not self._room.ended
        self._view.map.tap = self._tap if voting else None
        self.pages.setCurrentIndex(0 if asked is None else 1)
        if asked is None:
            self.setup.display()
            return
        found = self._notes()
        placed = ranking(found)
        if self._room.ended:
            placed = [one for one in placed if one.rank]
        self.list.show_ranking(placed)
        for button in self._voting:
            button.setVisible(voting)
        for button in self._result:
            button.setVisible(not voting)
        self._tell(asked, found, voting=voting)

    def _tell(self, asked: Round, found: list[Note], *, voting: bool) -> None:
        say, cast_now = self._say, given(found)
        left = asked.total - cast_now
        if voting:
            put(self.left, str(max(0, left)))
            put(self.of, say.many("dot left of {total}", "dots left of {total}", max(0, left), total=asked.total))
            hint = say("Press a note on the map to give it a dot; with Shift you take one back.")
            put(self.hint, hint if found else say("There are no notes of these kinds here."))
        else:
            put(self.left, say("Result"))
            put(self.of, say.many("{n} dot given", "{n} dots given", cast_now))
            put(self.hint, self._ties(found))
        self.hint.setVisible(bool(self.hint.text()))
        self.take.setEnabled(cast_now > 0)
        self.choose.setEnabled(cast_now > 0)
        self.plan.setEnabled(cast_now > 0)

    def _ties(self, found: list[Note]) -> str:
        shared = {one.rank for one in ranking(found) if one.shared and one.rank <= PLACES}
        places = ", ".join(str(rank) for rank in sorted(shared))
        return self._say("Shared: place {places}. The sign = stands beside it.", places=places) if shared else ""

    def flush(self) -> None:
        """Nothing is typed here that is not kept."""

    def _edited(self) -> None:
        if self._room.round is not None or self.isVisible():
            self.display()

    def _follow_journey(self) -> None:
        if self.isVisible() and self._room.round is not None:
            self.display()

    def _notes(self) -> list[Note]:
        asked = self._room.round
        if asked is None:
            return []
        return taking_part(self._view.session.document, asked, self._view.context.journey)

    # Voting

    def _tap(self, id_: str, back: bool) -> bool:
        """A note on the map was pressed; False when it does not take part."""
        if all(note.id != id_ for note in self._notes()):
            return False
        self.dot(id_, back)
        return True

    def _dot_on_current(self, *, back: bool) -> None:
        note = self.list.current()
        if note is not None:
            self.dot(note, back)

    def dot(self, id_: str, back: bool) -> None:
        """One dot for this note, or one less; a sentence says how many it has now."""
        say, document, asked = self._say, self._view.session.document, self._room.round
        if asked is None or id_ not in document.notes:
            return
        left = asked.total - given(self._notes())
        if not back and left <= 0:
            text = say("All dots have been given. Take one back first, or finish.")
            self._view.bar.tell(text)
            return
        if back and not document.notes[id_].votes:
            return
        if self._view.context.do(lambda: notes.vote_more(document, id_, -1 if back else 1)):
            held = self._view.session.document.notes[id_]
            votes = say.many("{n} dot", "{n} dots", held.votes)
            rest = say.many("{n} dot left", "{n} dots left", left + (1 if back else -1))
            announce(self._view, f"{votes}: {held.text}. {rest}.")

    # Rounds

    def _start(self, asked: Round, clear: bool) -> None:
        document = self._view.session.document
        voted = [one.id for one in taking_part(document, asked, self._view.context.journey) if one.votes]
        if clear and voted and not self._view.context.do(lambda: notes.clear_votes(document, voted)):
            return
        self._room.round, self._room.ended = asked, False
        if self._view.views.code != "map":
            self._view.show_view("map")
        self.display()
        self.list.setFocus()
        announce(self._view, self._say.many("Voting: {n} dot", "Voting: {n} dots", asked.total))
        self._view.changed.emit()

    def _finish(self) -> None:
        self._room.ended = True
        self._view.bar.hide()
        self.display()
        self.choose.setFocus()
        self._view.changed.emit()
        placed = ranking(self._notes())
        first = ", ".join(one.note.text for one in placed if one.rank == 1)
        announce(self._view, self._say("Voting finished. In front: {title}", title=first))

    def _go_on(self) -> None:
        self._room.ended = False
        self.display()
        self.list.setFocus()
        self._view.changed.emit()

    def _new_round(self) -> None:
        if self._room.round is not None:
            self.setup.put(self._room.round)
        self._room.round = None
        self.display()
        self.setup.start.setFocus()

    def _winners(self) -> list[str]:
        return winners(ranking(self._notes()), PLACES)

    def _select_winners(self) -> None:
        chosen = self._winners()
        self._view.outline(chosen)
        shown = len(self._view.map.selected())
        announce(self._view, self._say.many("{n} winner selected", "{n} winners selected", shown))

    def _plan_winners(self) -> None:
        chosen = self._winners()
        self._view.context.do(lambda: notes.set_status(self._view.session.document, chosen, "planned"))
