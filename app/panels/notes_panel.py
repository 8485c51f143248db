"""All notes: of this journey, of the whole study or parked, by kind, to read and to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.panels.fields import ChoiceField
from app.panels.labels import NOTE_GROUPS
from app.panels.notes_list import NotesList, adder
from app.plain import PlainLabel, named, put
from journeys.edits.notes import PARKED
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.entities import Note

AT_ONCE: Final = 60
"""Rows made at once; a button shows more, so that a thousand notes do not hold up the window."""
_WHICH: Final = {
    "journey": N_("Of this journey"), "study": N_("Of the whole study"), "parked": N_("Parked"),
}  # fmt: skip


class NotesPanel(QScrollArea):
    """Groups of notes, and a line to park a new one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._most = AT_ONCE
        say = context.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = named(QWidget(), "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        self.setWidget(page)
        self.which = ChoiceField(say("Which notes"), [(say(label), code) for code, label in _WHICH.items()])
        self.which.display("journey")
        self.which.committed.connect(lambda *_: self.display())
        column.addWidget(self.which)
        self.adder = adder(context, lambda: PARKED, "idea")
        column.addWidget(PlainLabel(say("Park a new note: it can find its place later"), wrap=True, name="field"))
        column.addWidget(self.adder)
        self._groups: dict[str, tuple[PlainLabel, NotesList]] = {}
        for kind in NOTE_GROUPS:
            heading, rows = PlainLabel("", name="heading"), NotesList(context)
            heading.setContentsMargins(0, 10, 0, 0)
            column.addWidget(heading)
            column.addWidget(rows)
            self._groups[kind] = heading, rows
        self._empty = PlainLabel(say("No notes here yet."), wrap=True, name="muted")
        column.addWidget(self._empty)
        self._more = QPushButton(say("Show more"))
        self._more.clicked.connect(self._show_more)
        column.addWidget(self._more)
        column.addStretch(1)

    def display(self) -> None:
        """Show the notes as they are now."""
        found = sorted(self._notes(), key=lambda note: (note.status != "open", note.order, note.id))
        shown = found[: self._most]
        for kind, (heading, rows) in self._groups.items():
            mine = [note for note in shown if note.kind == kind]
            total = sum(note.kind == kind for note in found)
            put(heading, f"{self.context.say(NOTE_GROUPS[kind]).upper()} ({total})")
            heading.setVisible(bool(mine))
            rows.setVisible(bool(mine))
            rows.display(mine)
        self._empty.setVisible(not found)
        self._more.setVisible(len(found) > len(shown))

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        for _, rows in self._groups.values():
            rows.flush()
        self.adder.flush()

    def focus_new(self, which: str = "parked") -> None:
        """Put the cursor in the line for a new note."""
        self.which.display(which)
        self.display()
        self.adder.focus()

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self.display()

    def _notes(self) -> list[Note]:
        document, which = self.context.document, self.which.currentData()
        if which == "study":
            return list(document.notes.values())
        if which == "parked":
            return [n for n in document.notes.values() if not (n.step or n.journey or n.persona)]
        journey = self.context.journey
        return [
            note
            for note in document.notes.values()
            if note.journey == journey or (note.step and document.steps[note.step].journey == journey)
        ]
