"""Notes as rows to read and to edit in place, and a line to add one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.panels.fields import ChoiceField
from app.panels.labels import NOTE_KINDS, options
from app.panels.references import opens_menu
from app.panels.sign_button import sign_button
from app.panels.text_fields import BodyField
from app.plain import PlainLabel, literal, put
from journeys.edits import entities, notes
from journeys.phrases.judgements import SORTS
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from journeys.edits.notes import Anchor
    from journeys.model.entities import Note, NoteKind


class NoteRow(QFrame):
    """One note: its kind as a coloured tag, its text, and a menu for everything else."""

    def __init__(self, context: Context, note: Note) -> None:
        super().__init__()
        self.setObjectName("card")
        self.context = context
        self.id = note.id
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(6)
        self._tag = PlainLabel("")
        self._status = PlainLabel("", name="muted", wrap=True)  # what is told of a note must not widen the panel
        more = sign_button("more", say("More about this note"), context.colours.muted)
        opens_menu(more, self._fill)
        top.addWidget(self._tag)
        top.addWidget(self._status, 1)
        top.addWidget(more)
        column.addLayout(top)
        self.text = BodyField(say("Text of the note"), lines=1, single=True)
        self.text.committed.connect(self._commit)
        column.addWidget(self.text)
        self.display(note)

    def display(self, note: Note) -> None:
        """Show the note as it is now."""
        say = self.context.say
        inks = self.context.inks
        put(self._tag, say(NOTE_KINDS[note.kind]))
        self._tag.setStyleSheet(
            f"background: {inks.get(note.kind, '#eee')}; color: {inks.get(note.kind + '.text', '#000')};"
            "border-radius: 4px; padding: 1px 6px; font-weight: 600;"
        )
        party = self.context.document.parties.get(note.answered_by or "")
        if party is not None:
            put(self._status, say("answered by {party}", party=party.name))
        else:
            told = [say(word) for sort, word in SORTS.items() if getattr(note, sort)]
            status = [] if note.status == "open" else [say(NOTE_STATUSES[note.status])]
            put(self._status, " · ".join([*status, *told]))
        self.text.setAccessibleName(say("{kind}: text of the note", kind=say(NOTE_KINDS[note.kind])))
        self.text.display(note.text)

    def _commit(self, value: object, burst: str) -> None:
        document = self.context.document
        self.context.do(lambda: entities.change(document, "note", self.id, text=value), f"{burst} {self.id}")

    def _set_kind(self, kind: NoteKind) -> None:
        self.context.do(lambda: notes.set_kind(self.context.document, [self.id], kind))

    def _make(self, sort: notes.Sort, *, on: bool) -> None:
        self.context.do(lambda: notes.make(self.context.document, [self.id], sort, on=on))

    def _set_status(self, status: notes.NoteStatus) -> None:
        self.context.do(lambda: notes.set_status(self.context.document, [self.id], status))

    def _fill(self, menu: QMenu) -> None:
        """The menu as it is now: kind, status, who answers, delete."""
        say, note = self.context.say, self.context.document.notes[self.id]
        kinds = menu.addMenu(say("Kind"))
        for code, label in NOTE_KINDS.items():
            _choice(kinds, say(label), partial(self._set_kind, cast("NoteKind", code)), checked=code == note.kind)
        statuses = menu.addMenu(say("Status"))
        for code, label in NOTE_STATUSES.items():
            _choice(
                statuses,
                say(label),
                partial(self._set_status, cast("notes.NoteStatus", code)),
                checked=code == note.status,
            )
        for sort, word in SORTS.items() if note.kind in notes.ADDRESSING else ():
            on = bool(getattr(note, sort))
            _choice(menu, say(word), partial(self._make, cast("notes.Sort", sort), on=not on), checked=on)
        if note.kind in notes.ANSWERED:
            self._fill_answers(menu.addMenu(say("Answered by")), note)
        _choice(menu, say("Everything…"), lambda: self.context.show("note", self.id))
        menu.addSeparator()
        _choice(menu, say("Delete note"), self.delete)

    def _fill_answers(self, menu: QMenu, note: Note) -> None:
        def answer(party: str | None) -> None:
            self.context.do(lambda: notes.answer(self.context.document, self.id, party))

        _choice(menu, self.context.say("Nobody yet"), lambda: answer(None), checked=note.answered_by is None)
        for party in sorted(self.context.document.parties.values(), key=lambda party: party.name.casefold()):
            _choice(menu, literal(party.name), lambda id_=party.id: answer(id_), checked=note.answered_by == party.id)

    def delete(self) -> None:
        self.context.do(lambda: notes.delete(self.context.document, [self.id]))


def _choice(menu: QMenu, label: str, act: object, *, checked: bool | None = None) -> QAction:
    action = QAction(label, menu)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    action.triggered.connect(lambda _=False: act())  # type: ignore[operator]  # every caller hands in a function
    menu.addAction(action)
    return action


class NotesList(QWidget):
    """Rows for a sequence of notes; rows of notes that stay, stay (and keep the focus)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._rows: dict[str, NoteRow] = {}

    def display(self, shown: Sequence[Note]) -> None:
        """Show exactly these notes, in this order."""
        wanted = [note.id for note in shown]
        for id_ in [known for known in self._rows if known not in wanted]:
            row = self._rows.pop(id_)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for index, note in enumerate(shown):
            if note.id not in self._rows:
                self._rows[note.id] = NoteRow(self.context, note)
                self._column.insertWidget(index, self._rows[note.id])
            else:
                if self._column.indexOf(self._rows[note.id]) != index:
                    self._column.insertWidget(index, self._rows[note.id])
                self._rows[note.id].display(note)

    def flush(self) -> None:
        for id_, row in self._rows.items():
            if id_ in self.context.document.notes:
                row.text.flush()

    def focus(self, note: str) -> None:
        """Put the cursor in a note's text."""
        if note in self._rows:
            self._rows[note].text.setFocus()


class NoteAdder(QWidget):
    """A kind and a line of text: Enter adds the note."""

    wanted = Signal(str, str)  #: kind and text of the note to add

    def __init__(self, context: Context, kind: NoteKind = "need") -> None:
        super().__init__()
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self._kind = ChoiceField(say("Kind of the new note"), options(NOTE_KINDS, say))
        self._kind.display(kind)
        self._text = BodyField(say("Text of the new note"), lines=1, single=True)
        self._text.setPlaceholderText(say("New note, then Enter"))
        self._text.entered.connect(self._enter)
        column.addWidget(self._kind)
        column.addWidget(self._text)

    def _enter(self) -> None:
        text = self._text.toPlainText().strip()
        if text:
            self._text.clear()
            self._text.display("")
            self.wanted.emit(str(self._kind.currentData()), text)

    def focus(self, kind: str | None = None) -> None:
        """Put the cursor in the line, for a note of this kind."""
        if kind is not None:
            self._kind.display(kind)
        self._text.setFocus()

    def flush(self) -> None:
        """What stands in the line and was not entered becomes a note after all: nothing typed is lost."""
        self._enter()


def adder(context: Context, anchor: object, kind: NoteKind = "need") -> NoteAdder:
    """A line that adds notes to what `anchor()` says at that moment."""
    made = NoteAdder(context, kind)

    def add(kind: str, text: str) -> None:
        where = cast("Anchor", anchor())  # type: ignore[operator]  # every caller hands in a function
        context.do(lambda: notes.add(context.document, cast("NoteKind", kind), text, where))

    made.wanted.connect(add)
    return made
