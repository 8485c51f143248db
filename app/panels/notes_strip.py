"""The fields of the notes that are selected in the list: how far, who, by when; quick to fill in one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QGridLayout, QPushButton

from app.attempts import attempt
from app.panels.anchors import anchor_text, subject_of
from app.panels.fields import ChoiceField
from app.panels.labels import options
from app.panels.references import Link
from app.panels.slot import Slot
from app.panels.text_fields import TitleField
from app.panels.written import DateField
from app.plain import named
from journeys.analysis.notelist import owners
from journeys.edits import notes
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.context import Context
    from app.panels.fields import Field
    from journeys.edits.edit import Edit


class NotesStrip(QFrame):
    """Enter goes from owner to date, and from date to the owner of the next note."""

    next_wanted = Signal()  #: the note below, its owner first
    place_wanted = Signal()  #: where the note hangs
    inspect_wanted = Signal(str)  #: everything about this note

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("side")
        self.context = context
        self._ids: tuple[str, ...] = ()
        say = context.say
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.place = Link()
        self.place.clicked.connect(self.place_wanted)
        self.more = named(QPushButton(say("Everything…")), "link")
        self.more.clicked.connect(self._inspect)
        self.status = ChoiceField(say("Status"), options(NOTE_STATUSES, say))
        self.status.setPlaceholderText(say("(different)"))
        self.owner = TitleField(say("Owner"))
        self.owner.setPlaceholderText(say("Who takes it on?"))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self.owner)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.owner.setCompleter(completer)
        self.due = DateField(context, say("Ready by"))
        self.slots = {
            "status": Slot(say("Status"), self.status),
            "owner": Slot(say("Owner"), self.owner),
            "due": Slot(say("Ready by"), cast("Field", self.due)),
        }
        grid.addWidget(self.place, 0, 0)
        grid.addWidget(self.more, 0, 1, Qt.AlignmentFlag.AlignRight)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.slots["owner"], 1, 0, top)
        grid.addWidget(self.slots["due"], 1, 1, top)
        grid.addWidget(self.slots["status"], 2, 0, 1, 2)
        self._connect()

    def _connect(self) -> None:
        document = self.context.document
        self._commits("status", lambda value: notes.set_status(document, self._ids, value))
        self._commits("owner", lambda value: notes.assign(document, self._ids, value))
        self._commits("due", lambda value: notes.set_due(document, self._ids, value))
        self.due.refused.connect(self.slots["due"].tell)
        self.owner.returnPressed.connect(self._to_due)
        self.due.returnPressed.connect(self._to_next)

    def _commits(self, name: str, verb: Callable[[Any], Edit]) -> None:
        def commit(value: object, burst: str) -> None:
            key = f"{burst} {self._ids[0]} {name}" if burst and self._ids else None
            self.slots[name].tell(attempt(self.context, lambda: verb(value), key), self._common(name))

        self.slots[name].field.committed.connect(commit)

    def display(self, ids: Sequence[str]) -> None:
        """Show what these notes have in common; without notes the strip goes away."""
        if tuple(ids) != self._ids:
            self.flush()
            for slot in self.slots.values():
                slot.reset()
        self._ids = tuple(ids)
        self.setVisible(bool(ids))
        if not ids:
            return
        self._known.setStringList(owners(self.context.document))
        for name, slot in self.slots.items():
            slot.display(self._common(name))
        say, first = self.context.say, self.context.document.notes[self._ids[0]]
        text = anchor_text(first, self.context) if len(ids) == 1 else say.many("{n} note", "{n} notes", len(ids))
        self.place.say(text, say("Show {title}", title=text))
        self.place.setEnabled(len(ids) == 1 and subject_of(first) is not None)
        self.more.setEnabled(len(ids) == 1)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self._ids and all(id_ in self.context.document.notes for id_ in self._ids):
            self.owner.flush()
            self.due.flush()

    def focus_owner(self) -> None:
        """The cursor where somebody's name is to be written."""
        self.owner.setFocus()
        self.owner.selectAll()

    def _inspect(self) -> None:
        if self._ids:
            self.inspect_wanted.emit(self._ids[0])

    def _common(self, name: str) -> Any:
        known = self.context.document.notes
        held = {getattr(known[id_], name) for id_ in self._ids if id_ in known}
        return held.pop() if len(held) == 1 else None

    def _to_due(self) -> None:
        self.due.setFocus()
        self.due.selectAll()

    def _to_next(self) -> None:
        if not self.slots["due"].reason:
            self.next_wanted.emit()
