"""All notes as a list: of this journey, this persona, the whole study or parked; to read, to write and to plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.panels.notes_filter import NotesFilter
from app.panels.notes_list import NoteAdder
from app.panels.notes_strip import NotesStrip
from app.panels.notes_view import NotesView
from app.plain import PlainLabel, named, put
from journeys.analysis.notelist import wanted
from journeys.edits import notes
from journeys.edits.notes import PARKED, Anchor

if TYPE_CHECKING:
    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import NoteKind


class NotesPanel(QWidget):
    """Filters, the list, the fields of what is selected in it, and a line to add a note."""

    place_wanted = Signal(str, str)  #: show this (kind, id) on the map; the list stays

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("side")
        self.context = context
        self._made: set[str] = set()
        """Notes that were added here: they stay in sight until something else is asked for."""
        say = context.say
        self.filter = NotesFilter(context)
        self.list = NotesView(context)
        self.strip = NotesStrip(context)
        self.adder = NoteAdder(context, "idea")
        self._count = PlainLabel("", name="muted")
        self._empty = PlainLabel("", wrap=True, name="muted")
        self._clear = named(QPushButton(say("Show all notes")), "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.filter)
        for part in (self._count, self._empty):
            part.setContentsMargins(14, 0, 12, 2)
            column.addWidget(part)
        column.addWidget(self._clear)
        column.addWidget(self.list, 1)
        column.addWidget(self.strip)
        column.addWidget(self._new())
        self.strip.hide()
        self._connect()

    def _new(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 2, 12, 10)
        column.addWidget(self.adder)
        return box

    def _connect(self) -> None:
        self.filter.changed.connect(self._asked)
        self._clear.clicked.connect(self.filter.clear)
        self.list.chosen.connect(lambda: self.strip.display(self.list.selected()))
        self.list.details_wanted.connect(self.strip.focus_owner)
        self.strip.next_wanted.connect(self._next)
        self.list.place_wanted.connect(self.place_wanted)
        self.strip.place_wanted.connect(self.list.show_place)
        self.strip.inspect_wanted.connect(lambda id_: self.context.show("note", id_))
        self.adder.wanted.connect(self._add)
        self.list.itemDelegate().closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self.display))

    def display(self) -> None:
        """Show the notes as they are now."""
        if self.list.is_writing():
            return
        self.filter.refresh()
        wish, journey = self.filter.wish(), self.context.journey
        found = [note.id for note in wanted(self.context.document, wish, journey, dt.date.today())]  # noqa: DTZ011 - the user's own calendar
        held = set(found)
        found += [id_ for id_ in self._made if id_ not in held and id_ in self.context.document.notes]
        self.list.show_notes(found)
        self.strip.display(self.list.selected())
        self._tell(len(found))

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.list.flush()
        self.strip.flush()
        self.adder.flush()

    def focus_new(self, which: str = "parked") -> None:
        """Put the cursor in the line for a new note."""
        self.filter.within.display(which)
        self._made.clear()
        self.display()
        self.adder.focus()

    def _tell(self, shown: int) -> None:
        say, narrowed = self.context.say, self.filter.narrowed()
        total = len(self.context.document.notes)
        text = say.many("{n} note", "{n} notes", shown)
        put(self._count, say("{notes} of {total}", notes=text, total=total) if shown < total else text)
        self._count.setVisible(shown > 0)
        none = say("No notes here yet. Write the first one below.")
        put(self._empty, say("No note fits what you ask for.") if narrowed else none)
        self._empty.setVisible(shown == 0)
        self._clear.setVisible(narrowed and shown == 0)

    def _asked(self) -> None:
        self._made.clear()
        self.display()

    def _next(self) -> None:
        """To fill in an action list: on to the owner of the next note."""
        self.display()
        self.list.step(1)
        self.strip.focus_owner()

    def _add(self, kind: str, text: str) -> None:
        """A new note: about the persona when the list is about one, else parked until it finds its place."""
        made: list[str] = []

        def verb() -> Edit:
            edit = notes.add(self.context.document, cast("NoteKind", kind), text, self._anchor())
            made.extend(edit.subjects)
            return edit

        if self.context.do(verb):
            self._made.update(made)
            self.display()
            self.list.go_to(made[0])

    def _anchor(self) -> Anchor:
        held = self.context.document.journeys.get(self.context.journey or "")
        if held is not None and self.filter.within.currentData() == "persona":
            return Anchor(persona=held.persona)
        return PARKED
