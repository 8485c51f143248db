"""Verbs on the facts of the life event: add one in a phase, write one on the map as a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.edits import entities, notes
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.entities import Fact
from journeys.model.time import periods

if TYPE_CHECKING:
    from journeys.edits.notes import Anchor
    from journeys.model.document import Document
    from journeys.model.entities import NoteKind


def add(document: Document, text: str, phase: str | None = None, *, create_id: NewId = new_id) -> Edit:
    """A new fact; in a phase it holds on the days of that phase."""
    first = last = None
    if phase is not None:
        Draft(document).get("phase", phase)
        start, end = periods(document)[phase]
        first, last = start, max(start, end - 1)
    return entities.add(document, Fact(create_id(), text, "local", from_day=first, to_day=last))


def to_note(document: Document, fact: str, kind: NoteKind, anchor: Anchor, *, create_id: NewId = new_id) -> Edit:
    """Write a fact on the map, as a note of this kind."""
    held: Fact = Draft(document).get("fact", fact)
    return notes.add(document, kind, held.text, anchor, create_id=create_id)


def delete(document: Document, fact: str) -> Edit:
    """Delete a fact."""
    return entities.delete(document, "fact", fact)
