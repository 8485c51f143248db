"""Verbs on notes: needs, pains, opportunities, ideas, questions, quotes and remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Note, NoteKind


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a note is about: a step, a phase of a journey, a persona, or nothing (parked)."""

    step: str | None = None
    journey: str | None = None
    phase: str | None = None
    persona: str | None = None


PARKED = Anchor()


def add(document: Document, kind: NoteKind, text: str, anchor: Anchor = PARKED, *, create_id: NewId = new_id) -> Edit:
    """A new note, last of those with the same anchor."""
    note = Note(
        create_id(), kind, text, anchor.step, anchor.journey, anchor.phase, anchor.persona,
        order=_next_order(document, anchor),
    )  # fmt: skip
    return _named(entities.add(document, note), f"note.add.{kind}")


def opportunity(
    document: Document, text: str, journey: str, phase: str, *, via: Sequence[str] = (),
    addresses: Sequence[str] = (), create_id: NewId = new_id,
) -> Edit:  # fmt: skip
    """Turn a suggestion into an opportunity in a phase: through which parties, for which needs and questions."""
    anchor = Anchor(journey=journey, phase=phase)
    note = Note(
        create_id(), "opportunity", text, journey=journey, phase=phase, via=tuple(via), addresses=tuple(addresses),
        order=_next_order(document, anchor),
    )  # fmt: skip
    return _named(entities.add(document, note), "note.opportunity")


def move(document: Document, note: str, anchor: Anchor) -> Edit:
    """Hang a note on something else, or park it."""
    edit = entities.change(
        document, "note", note, step=anchor.step, journey=anchor.journey, phase=anchor.phase, persona=anchor.persona,
        order=_next_order(document, anchor),
    )  # fmt: skip
    return _named(edit, "note.move")


def answer(document: Document, note: str, party: str | None) -> Edit:
    """Say which party answers a need or question; None opens it again."""
    held: Note = Draft(document).get("note", note)
    if held.kind not in ("need", "question"):
        raise EditError("edit.no_answer", title=entities.name_of(held))
    return _named(entities.change(document, "note", note, answered_by=party), "note.answer")


def delete(document: Document, notes: Sequence[str]) -> Edit:
    """Delete notes."""
    return entities.delete(document, "note", notes)


def _next_order(document: Document, anchor: Anchor) -> int:
    owner = anchor.step or anchor.journey or anchor.persona
    beside = document.referring(owner, "note") if owner else document.notes.values()
    return max((note.order for note in beside), default=-1) + 1


def _named(edit: Edit, code: str) -> Edit:
    return Edit(code, edit.changes, edit.words, edit.subjects)
