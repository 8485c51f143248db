"""Verbs on notes: needs, pain points, opportunities, ideas, questions, quotes and remarks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from journeys.edits import entities
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Note, NoteKind
from journeys.model.order import by_order

NoteStatus = Literal["open", "planned", "done", "dropped"]
Sort = Literal["small_gesture", "proactive"]
"""What an opportunity or idea can be besides: something small, or a message before anybody asks."""
MADE: Final[dict[tuple[Sort, bool], str]] = {
    ("small_gesture", True): "note.small_gesture", ("small_gesture", False): "note.no_small_gesture",
    ("proactive", True): "note.proactive", ("proactive", False): "note.no_proactive",
}  # fmt: skip
ANSWERED: Final = ("need", "question")
"""Kinds that a party can answer."""
ADDRESSING: Final = ("opportunity", "idea")
"""Kinds that address needs."""


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


def move(
    document: Document, notes: str | Sequence[str], anchor: Anchor, *, kind: NoteKind | None = None,
    before: str | None = None,
) -> Edit:  # fmt: skip
    """Hang notes on something else, or park them; with `kind` they become of that kind.

    They come before the note `before` that hangs there, or behind all that do; those that hung there already
    and are not told before which one stay where they are.
    """
    draft = Draft(document)
    every = (notes,) if isinstance(notes, str) else tuple(notes)
    for order, id_ in enumerate(every, _next_order(document, anchor)):
        old: Note = draft.get("note", id_)
        moved = replace(
            old, kind=kind or old.kind, step=anchor.step, journey=anchor.journey, phase=anchor.phase,
            persona=anchor.persona, order=old.order if anchor_of(old) == anchor else order,
            **_let_go(kind or old.kind),
        )  # fmt: skip
        draft.put(cleaned(moved))
    if before is not None:
        _put_before(draft, every, anchor, before)
    title = entities.name_of(draft.get("note", every[0])) if every else ""
    return draft.edit("note.move", subjects=every, title=title, n=len(every))


def _put_before(draft: Draft, notes: Sequence[str], anchor: Anchor, before: str) -> None:
    """Number all that hang there anew, with these just before that one."""
    owner = anchor.step or anchor.journey or anchor.persona
    beside = draft.document.referring(owner, "note") if owner else draft.document.notes.values()
    held = [note for note in beside if anchor_of(note) == anchor and note.id not in notes]
    ordered = [note.id for note in sorted(held, key=by_order)]
    at = ordered.index(before) if before in ordered else len(ordered)
    for order, id_ in enumerate([*ordered[:at], *notes, *ordered[at:]]):
        draft.put(replace(draft.get("note", id_), order=order))


def answer(document: Document, note: str, party: str | None) -> Edit:
    """Say which party answers a need or question; None opens it again."""
    held: Note = Draft(document).get("note", note)
    if held.kind not in ANSWERED:
        raise EditError("edit.no_answer", title=entities.name_of(held))
    return _named(entities.change(document, "note", note, answered_by=party), "note.answer")


def set_kind(document: Document, notes: Sequence[str], kind: NoteKind) -> Edit:
    """Make these notes of another kind; an answer or addressed needs that the new kind cannot have are let go."""
    return _changed(document, notes, "note.kind", kind=kind, **_let_go(kind))


def make(document: Document, notes: Sequence[str], sort: Sort, *, on: bool) -> Edit:
    """Make opportunities and ideas among these notes a small gesture or a proactive message, or no longer one."""
    draft = Draft(document)
    held: list[Note] = [draft.get("note", note) for note in notes]
    changed = [note for note in held if note.kind in ADDRESSING]
    for note in changed:
        draft.put(replace(note, **{sort: on}))  # type: ignore[arg-type]  # both are flags
    title = entities.name_of(changed[0]) if changed else ""
    ids = tuple(note.id for note in changed)
    return draft.edit(MADE[sort, on], subjects=ids, title=title, n=len(ids))


def set_status(document: Document, notes: Sequence[str], status: NoteStatus) -> Edit:
    """Say how far these notes are: open, planned, done or dropped."""
    return _changed(document, notes, "note.status", status=status)


def assign(document: Document, notes: Sequence[str], owner: str) -> Edit:
    """Say who takes these on; an empty name means nobody yet."""
    return _changed(document, notes, "note.owner", owner=owner)


def set_due(document: Document, notes: Sequence[str], due: dt.date | None) -> Edit:
    """Say by which date these are to be done; None takes the date away."""
    return _changed(document, notes, "note.due", due=due)


def address(document: Document, note: str, needs: Sequence[str]) -> Edit:
    """Say which needs and questions an opportunity or idea addresses.

    Raises EditError `edit.no_address` for a note of another kind, or for an addressed note that is no need,
    question or pain point.
    """
    draft = Draft(document)
    held: Note = draft.get("note", note)
    wanted: list[Note] = [draft.get("note", need) for need in dict.fromkeys(needs)]
    if needs and (held.kind not in ADDRESSING or any(one.kind not in (*ANSWERED, "pain") for one in wanted)):
        raise EditError("edit.no_address", title=entities.name_of(held))
    return _changed(document, [note], "note.address", addresses=tuple(one.id for one in wanted))


def reach_through(document: Document, note: str, parties: Sequence[str]) -> Edit:
    """Say through which parties an opportunity reaches people."""
    return _changed(document, [note], "note.via", via=tuple(dict.fromkeys(parties)))


def vote(document: Document, note: str, votes: int) -> Edit:
    """Set how many votes a note got."""
    return _changed(document, [note], "note.votes", votes=max(0, votes))


def vote_more(document: Document, note: str, change: int) -> Edit:
    """Give a note so many votes more, or fewer: never below none."""
    held: Note = Draft(document).get("note", note)
    votes = max(0, held.votes + change)
    return _changed(document, [note], "note.vote_given" if change > 0 else "note.vote_taken", votes=votes)


def clear_votes(document: Document, notes: Sequence[str]) -> Edit:
    """Begin a round of votes: none on any of these."""
    return _changed(document, notes, "note.votes_cleared", votes=0)


def anchor_of(note: Note) -> Anchor:
    """What the note hangs on."""
    return Anchor(note.step, note.journey, note.phase, note.persona)


def delete(document: Document, notes: Sequence[str]) -> Edit:
    """Delete notes."""
    return entities.delete(document, "note", notes)


def _next_order(document: Document, anchor: Anchor) -> int:
    owner = anchor.step or anchor.journey or anchor.persona
    beside = document.referring(owner, "note") if owner else document.notes.values()
    return max((note.order for note in beside), default=-1) + 1


def _let_go(kind: NoteKind) -> dict[str, Any]:
    """Fields that a note of this kind cannot have, emptied."""
    gone: dict[str, Any] = {} if kind in ANSWERED else {"answered_by": None}
    return gone if kind in ADDRESSING else {**gone, "addresses": ()}


def _named(edit: Edit, code: str) -> Edit:
    return Edit(code, edit.changes, edit.words, edit.subjects)


def _changed(document: Document, notes: Sequence[str], code: str, **fields: Any) -> Edit:
    """These fields of every note, text cleaned; the sentence may name the new values."""
    draft = Draft(document)
    for note in notes:
        draft.put(cleaned(replace(draft.get("note", note), **fields)))
    title = entities.name_of(draft.get("note", notes[0])) if notes else ""
    said = {name: value for name, value in fields.items() if isinstance(value, str)}
    return draft.edit(code, subjects=tuple(notes), title=title, n=len(notes), **said)
