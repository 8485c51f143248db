"""One fact of the life event as a card: what holds, since when we know, from where, and what to do with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from app import links
from app.actions import empty
from app.icons import dot, icon
from app.panels.labels import NOTE_KINDS
from app.panels.references import Link, link_button, remove_button
from app.panels.written import date_text
from app.plain import PlainLabel, named, tip
from journeys.edits import facts
from journeys.phrases import capital, shortened
from journeys.phrases.facts import due_text, status_word, weekday_rows, weekday_sentence, when_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.context import Context
    from journeys.edits.notes import Anchor
    from journeys.model.entities import Fact
    from journeys.model.values import Due

LONGEST: Final = 46
OLD_DAYS: Final = 365


class FactCard(QFrame):
    """Shows a fact; making a note of it, changing and deleting it are a button each."""

    change_wanted = Signal(str)  #: the fact to change

    def __init__(self, context: Context, fact: Fact, anchor: Callable[[], Anchor]) -> None:
        super().__init__()
        self.context = context
        self.id = fact.id
        self._anchor = anchor
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._top(fact))
        column.addWidget(
            PlainLabel(capital(when_text(fact, context.say, context.document.study.day0_date)), wrap=True, name="muted")
        )
        column.addWidget(PlainLabel(fact.text, wrap=True))
        if fact.due is not None:
            column.addWidget(PlainLabel(due_text(context.document, fact.due, context.say), wrap=True, name="strong"))
            rows = weekday_rows(context.document, fact.due, context.say)
            if rows:
                column.addWidget(self._weekdays(fact.due, rows))
        for part in (self._party(fact), self._source(fact)):
            if part is not None:
                column.addWidget(part)
        column.addWidget(self._note_button(fact), 0, Qt.AlignmentFlag.AlignLeft)

    def _top(self, fact: Fact) -> QHBoxLayout:
        say = self.context.say
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(PlainLabel(status_word(fact, say), name="chip"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        title = shortened(fact.text, LONGEST)
        change = remove_button(self.context, say("Change {title}", title=title), "edit")
        change.clicked.connect(lambda: self.change_wanted.emit(self.id))
        remove = remove_button(self.context, say("Delete {title}", title=title), "bin")
        remove.clicked.connect(lambda: self.context.do(lambda: facts.delete(self.context.document, self.id)))
        for button in (change, remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _weekdays(self, due: Due, rows: Sequence[tuple[str, str]]) -> QFrame:
        """Two lines of seven days: on which the moment falls, and by when it must be done."""
        say, document = self.context.say, self.context.document
        frame = named(QFrame(), "weekdays")
        moment = shortened(document.moments[due.moment].name, LONGEST)
        frame.setAccessibleName(say("The last day for each weekday of {moment}", moment=moment))
        frame.setAccessibleDescription(weekday_sentence(document, due, say))
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        for line, told in ((0, say("{moment} on", moment=moment)), (2, say("at the latest on"))):
            grid.addWidget(PlainLabel(told, name="muted"), line, 0, 1, len(rows))
        for place, (start, last) in enumerate(rows):
            for line, word, style in ((1, start, ""), (3, last, "strong")):
                grid.addWidget(PlainLabel(word, name=style), line, place)
        return frame

    def _party(self, fact: Fact) -> QWidget | None:
        party = self.context.document.parties.get(fact.party or "")
        if party is None:
            return None
        made = link_button(self.context, "party", party.id, party.name)
        made.setIcon(dot(self.context.party_ink(party.colour)))
        return made

    def _source(self, fact: Fact) -> QWidget | None:
        say = self.context.say
        checked = self._checked(fact)
        known = links.address(fact.source_url)
        if known is None:
            told = " · ".join(part for part in (fact.source_title or fact.source_url, checked) if part)
            return PlainLabel(capital(told), wrap=True, name="muted")
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = fact.source_title or known
        button = Link()
        button.say(title, say("Source: {title}, web page", title=title))
        tip(button, f"{fact.source_title}\n{known}".strip())
        button.clicked.connect(lambda: links.ask_open(self.window(), known, say))
        column.addWidget(button)
        column.addWidget(PlainLabel(capital(checked), name="muted"))
        return frame

    def _checked(self, fact: Fact) -> str:
        """When somebody looked last; rules change, so after a year it says so."""
        say = self.context.say
        if fact.checked_on is None:
            return say("not checked yet")
        date = date_text(fact.checked_on, say)
        if (dt.datetime.now().astimezone().date() - fact.checked_on).days > OLD_DAYS:
            return say("checked on {date}, more than a year ago", date=date)
        return say("checked on {date}", date=date)

    def _note_button(self, fact: Fact) -> QPushButton:
        say = self.context.say
        symbol = icon("note", self.context.colours.accent)
        made = named(QPushButton(symbol, say("Make a note of this…")), "link")
        made.setMinimumHeight(24)
        made.setAccessibleName(say("Make a note of: {title}", title=shortened(fact.text, LONGEST)))
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        return made

    def _fill(self, menu: QMenu) -> None:
        empty(menu)
        for kind, name in NOTE_KINDS.items():
            action = QAction(self.context.say(name), menu)
            action.triggered.connect(lambda _=False, kind=kind: self._write(kind))
            menu.addAction(action)

    def _write(self, kind: str) -> None:
        """On the phase where the fact stands, in the journey that is shown."""
        self.context.do(lambda: facts.to_note(self.context.document, self.id, kind, self._anchor()))  # type: ignore[arg-type]  # one of the model's kinds
