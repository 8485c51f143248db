"""Which notes the list shows, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.panels.fields import ChoiceField
from app.panels.labels import NOTE_GROUPS
from app.panels.sign_button import sign_button
from journeys.analysis.notelist import NOBODY, Wish, owners
from journeys.i18n import N_
from journeys.phrases.terms import NOTE_STATUSES
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from app.context import Context

WITHIN: Final = {
    "journey": N_("This journey"), "persona": N_("This persona"), "study": N_("Whole study"),
    "parked": N_("Parked"),
}  # fmt: skip
ORDERS: Final = {
    "kind": N_("Order: kind"), "place": N_("Order: as on the map"), "due": N_("Order: date"),
    "status": N_("Order: status"), "votes": N_("Order: votes"),
}  # fmt: skip
SEARCH_MS: Final = 120


class NotesFilter(QWidget):
    """The first line is always there; the others fold away."""

    changed = Signal()  #: other notes are wanted, or in another order

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(5)
        self.within = ChoiceField(say("Which notes"), [(say(label), code) for code, label in WITHIN.items()])
        self.kind = ChoiceField(say("Kind of note"), [
            (say("All kinds"), ""), (say("Action list"), "actions"),
            *((say(label), code) for code, label in NOTE_GROUPS.items()),
        ])  # fmt: skip
        self.opener = sign_button("filter", say("Search, filter and order"), context.colours.muted)
        self.opener.setCheckable(True)
        first = QHBoxLayout()
        first.setSpacing(5)
        first.addWidget(self.within, 5)
        first.addWidget(self.kind, 6)
        first.addWidget(self.opener)
        column.addLayout(first)
        column.addWidget(self._folded())
        self._later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._later.timeout.connect(self.changed)
        self.words.textEdited.connect(lambda _: self._later.start())
        for field in (self.within, self.kind, self.status, self.owner, self.order):
            field.setCurrentIndex(0)
            field.committed.connect(lambda *_: self.changed.emit())
        self.opener.toggled.connect(self._fold)
        self._fold(opened=False)

    def _folded(self) -> QWidget:
        say = self.context.say
        self._rest = QWidget()
        grid = QGridLayout(self._rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(5)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(say("Search in the notes"))
        self.words.setMaxLength(TITLE_MAX)
        self.words.setPlaceholderText(say("Search in the notes"))
        self.words.textChanged.connect(self._cleared)
        self.status = ChoiceField(say("Status of the notes"), [
            (say("All statuses"), ""), (say("Not ready yet"), "unfinished"), (say("Overdue"), "overdue"),
            *((say(label), code) for code, label in NOTE_STATUSES.items()),
        ])  # fmt: skip
        self.owner = ChoiceField(say("Owner of the notes"), [(say("Everybody"), "")])
        self.order = ChoiceField(say("Order of the notes"), [(say(label), code) for code, label in ORDERS.items()])
        grid.addWidget(self.words, 0, 0, 1, 2)
        grid.addWidget(self.status, 1, 0)
        grid.addWidget(self.owner, 1, 1)
        grid.addWidget(self.order, 2, 0, 1, 2)
        return self._rest

    def wish(self) -> Wish:
        """What is asked for now."""
        return Wish(
            cast("Any", self.within.currentData()), str(self.kind.currentData() or ""),
            str(self.status.currentData() or ""), str(self.owner.currentData() or ""), self.words.text(),
            cast("Any", self.order.currentData() or "kind"),
        )  # fmt: skip

    def refresh(self) -> None:
        """Offer the owners that there are now."""
        say = self.context.say
        known = [(name, name) for name in owners(self.context.document)]
        self.owner.offer([(say("Everybody"), ""), (say("Nobody yet"), NOBODY), *known])
        if self.owner.currentIndex() < 0:
            self.owner.setCurrentIndex(0)

    def narrowed(self) -> bool:
        """Whether notes are left out by more than where they hang."""
        wish = self.wish()
        return bool(wish.kind or wish.status or wish.owner or wish.words)

    def clear(self) -> None:
        """Everything that hangs there, in the usual order."""
        for field in (self.kind, self.status, self.owner, self.order):
            field.setCurrentIndex(0)
        self.words.clear()
        self.changed.emit()

    def _cleared(self, text: str) -> None:
        if not text:
            self._later.start()

    def _fold(self, opened: bool) -> None:
        self._rest.setVisible(opened)
        self.opener.setAccessibleDescription(self.context.say("Unfolded") if opened else self.context.say("Folded"))
        if opened:
            self.words.setFocus()
