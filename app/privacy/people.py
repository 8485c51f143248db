"""Who is in the study: personas and their consent, owners and interviews, and until when the study may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put
from app.privacy.rows import Group, Row, Rows
from journeys.model.search import Found
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from app.context import Context
    from journeys.analysis.privacy import Look, Named


class PeoplePage(QWidget):
    """Informs; nothing here is an alarm but a consent or a date that has passed."""

    place_wanted = Signal(object)  #: show this place (a Found)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.counts = PlainLabel("", wrap=True, name="strong")
        self.expired = PlainLabel("", wrap=True, name="danger")
        self.dates = PlainLabel("", wrap=True)
        self.rows = Rows(say("People in this study"), (say("Who"), say("What is known")))
        self.show_it = QPushButton(say("Show it"))
        self.change = named(QPushButton(say("Change the dates of the study")), "link")
        about = PlainLabel(
            say("Personas that are fictional need no consent. Names of owners and interviews are information: they "
                "may stay in your own file. An anonymous copy leaves them out."), wrap=True, name="muted",
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 12, 2, 4)
        column.setSpacing(8)
        for part in (self.counts, self.expired, self.dates):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        column.addWidget(Wrapped(self.show_it, self.change, gap=8))
        column.addWidget(about)
        for button in (self.show_it, self.change):
            button.setAutoDefault(False)
        self.rows.wanted.connect(self.place_wanted)
        self.rows.itemSelectionChanged.connect(self._follow)
        self.show_it.clicked.connect(self._show)
        self.change.clicked.connect(self._to_dates)

    def display(self, look: Look) -> None:
        """Show who this look found."""
        say, document = self._context.say, self._context.document
        counts = [say.many(*phrases.COUNTS[code], n) + "." for code, n in look.personas.items() if n]
        put(self.counts, " ".join(counts) or say("There are no personas yet."))
        put(self.expired, phrases.expired_text(look.expired_on, say))
        self.expired.setVisible(look.expired_on is not None)
        put(self.dates, "" if look.expired_on is not None else phrases.kept_until(document.study.expires_on, say))
        self.dates.setVisible(look.expired_on is None)
        real = [
            Row(one.id, one.name, phrases.consent_state(state, one.consent_until, say),
                Found("persona", one.id, "consent_until", 0, 0, ""))
            for one, state in look.real
        ]  # fmt: skip
        people = [self._row(one) for one in look.named]
        groups = [
            Group("real", say("Real people ({n})", n=len(real)), real),
            Group("named", say("Owners, decisions and interviews ({n})", n=len(people)), people),
        ]
        self.rows.display(groups)
        self._follow()

    def _row(self, one: Named) -> Row:
        found = Found(one.kind, one.id, one.field, 0, 0, one.name)
        where = phrases.place(found, self._context.document, self._context.say)
        return Row(f"{one.kind} {one.id}", one.name, where, found)

    def _follow(self) -> None:
        self.show_it.setEnabled(bool(self.rows.chosen()))

    def _show(self) -> None:
        for place in self.rows.chosen()[:1]:
            self.place_wanted.emit(place)

    def _to_dates(self) -> None:
        study = self._context.document.study
        self.place_wanted.emit(Found("study", study.id, "expires_on", 0, 0, ""))
