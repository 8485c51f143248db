"""Notes that come in: on their steps, on phases of journeys and on personas, or parked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journeys.edits.edit import Draft, NewId
from journeys.edits.incoming import IncomingNote
from journeys.edits.naming import Names, key
from journeys.edits.phasing import Phasing
from journeys.edits.texts import Texts
from journeys.model.entities import Note

Anchor = tuple[str | None, str | None, str | None, str | None]
"""(step, journey, phase, persona)."""
PARKED: Anchor = (None, None, None, None)


class Hanging:
    """New notes; on what the study has, what hangs there stays, and one that reads otherwise changes."""

    def __init__(self, draft: Draft, names: Names, phasing: Phasing, texts: Texts, create_id: NewId) -> None:
        self._draft, self._names, self._phasing = draft, names, phasing
        self._line, self._body, self._create_id = texts.line, texts.body, create_id

    def on_step(self, notes: Iterable[IncomingNote], step: str, *, new: bool) -> None:
        """On a step; `new`: nothing can hang there yet."""
        held = [] if new else [n for n in self._draft.document.referring(step, "note") if n.step == step]
        self._hang(notes, (step, None, None, None), held)

    def loose(self, notes: Iterable[IncomingNote]) -> None:
        """Each where it says; parked where it says nothing."""
        by_place: dict[Anchor, list[IncomingNote]] = {}
        for note in notes:
            by_place.setdefault(self._anchor(note), []).append(note)
        held: dict[Anchor, list[Note]] = {}
        for hung in self._draft.document.notes.values():
            held.setdefault(_place(hung), []).append(hung)
        for anchor, some in by_place.items():
            self._hang(some, anchor, held.get(anchor, []))

    def _anchor(self, note: IncomingNote) -> Anchor:
        phase = self._phasing.ids.get(key(note.phase)) if note.phase else None
        if phase is not None and (note.journey or note.persona):
            return (None, self._names.journey(note.persona, note.journey, note.variant), phase, None)
        if note.persona and not note.journey:
            return (None, None, None, self._names.persona(note.persona))
        return PARKED

    def _hang(self, notes: Iterable[IncomingNote], anchor: Anchor, held: list[Note]) -> None:
        """By id, else by kind and words; else the next of its kind that nobody named changes its words."""
        order = max((note.order for note in held), default=-1) + 1
        said = [(note, clean) for note in notes if (clean := self._body(note.text))]
        wanted = {(note.kind, key(clean)) for note, clean in said}
        ids = {note.id for note, _ in said if note.id}
        free = [n for n in sorted(held, key=lambda n: n.order) if (n.kind, key(n.text)) not in wanted]
        free = [note for note in free if note.id not in ids]
        known = {note.id: note for note in held}
        there = {(note.kind, key(note.text)): note for note in reversed(held)}
        for note, clean in said:
            old = known.pop(note.id, None) or there.get((note.kind, key(clean)))
            if old is None and not note.id:
                old = next((other for other in free if other.kind == note.kind), None)
                if old is not None:
                    free.remove(old)
            if old is None:
                old = Note(self._create_id(), note.kind, clean, *anchor, order=order)
                order += 1
            there[note.kind, key(clean)] = self._draft.put(self._told(note, clean, old))

    def _told(self, note: IncomingNote, clean: str, old: Note) -> Note:
        """Words that differ in case or accents alone stay as they are, unless the note was named by its id."""
        given: dict[str, Any] = {"status": note.status, "owner": self._line(note.owner), "due": note.due}
        given = {field: value for field, value in given.items() if value}
        if key(clean) != key(old.text) or note.id == old.id:
            given["text"] = clean
        return replace(old, kind=note.kind, **given)


def _place(note: Note) -> Anchor:
    return (note.step, note.journey, note.phase, note.persona)
