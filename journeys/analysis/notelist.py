"""Which notes are wanted, and in which order: by place, kind, status, owner, date and words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys import text as texts
from journeys.edits.notes import ADDRESSING
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.model.document import Document
    from journeys.model.entities import Note

Within = Literal["journey", "persona", "study", "parked"]
Order = Literal["kind", "place", "due", "status", "votes"]

ACTIONS: Final = ADDRESSING
"""What somebody can take on."""
KIND_ORDER: Final = ("need", "question", "pain", "opportunity", "idea", "quote", "remark")
STATUS_ORDER: Final = ("open", "planned", "done", "dropped")
UNFINISHED: Final = ("open", "planned")
NOBODY: Final = "\0nobody"
"""In place of an owner: notes that nobody has taken on."""
_NEVER: Final = dt.date.max
_LAST: Final = (10**6, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for; an empty text means everything."""

    within: Within = "journey"
    kind: str = ""
    """One kind, or "actions": opportunities and ideas."""
    status: str = ""
    """One status, "unfinished" (open or planned) or "overdue"."""
    owner: str = ""
    words: str = ""
    order: Order = "kind"


def is_overdue(note: Note, today: dt.date) -> bool:
    """Whether the date has passed and the note is neither done nor dropped."""
    return note.due is not None and note.due < today and note.status in UNFINISHED


def journey_of(document: Document, note: Note) -> str | None:
    """The journey in which the note hangs, if any."""
    return document.steps[note.step].journey if note.step is not None else note.journey


def wanted(document: Document, wish: Wish, journey: str | None, today: dt.date) -> list[Note]:
    """The notes that are asked for, seen from a journey, in the order that is asked for."""
    inside = _inside(document, wish.within, journey)
    folded = [texts.folded(word) for word in wish.words.split()]
    found = [note for note in document.notes.values() if inside(note) and _fits(note, wish, today)]
    if folded:
        found = [note for note in found if _holds(document, note, folded)]
    return sorted(found, key=_key(document, wish.order))


def owners(document: Document) -> list[str]:
    """Everybody who has taken something on, in the order of the alphabet."""
    return sorted({note.owner for note in document.notes.values() if note.owner}, key=str.casefold)


def _inside(document: Document, within: Within, journey: str | None) -> Callable[[Note], bool]:
    if within == "parked":
        return lambda note: not (note.step or note.journey or note.persona)
    if within == "study":
        return lambda _: True
    if within == "journey":
        return lambda note: journey is not None and journey_of(document, note) == journey
    held = document.journeys.get(journey or "")
    persona = held.persona if held is not None else None
    theirs = {one.id for one in document.journeys.values() if one.persona == persona}
    return lambda note: persona is not None and (note.persona == persona or journey_of(document, note) in theirs)


def _fits(note: Note, wish: Wish, today: dt.date) -> bool:
    kinds = ACTIONS if wish.kind == "actions" else (wish.kind,)
    if wish.kind and note.kind not in kinds:
        return False
    if wish.owner and (note.owner if wish.owner != NOBODY else not note.owner and NOBODY) != wish.owner:
        return False
    if wish.status == "overdue":
        return is_overdue(note, today)
    return not wish.status or note.status in (UNFINISHED if wish.status == "unfinished" else (wish.status,))


def _holds(document: Document, note: Note, words: list[str]) -> bool:
    step = document.steps.get(note.step or "")
    phase = document.phases.get(note.phase or "")
    held = texts.folded(" ".join((note.text, note.owner, step.title if step else "", phase.name if phase else "")))
    return all(word in held for word in words)


def _key(document: Document, order: Order) -> Callable[[Note], tuple[object, ...]]:
    kinds = {kind: number for number, kind in enumerate(KIND_ORDER)}
    statuses = {status: number for number, status in enumerate(STATUS_ORDER)}
    if order == "due":
        return lambda note: (note.due or _NEVER, statuses[note.status], note.order, note.id)
    if order == "status":
        return lambda note: (statuses[note.status], note.due or _NEVER, kinds[note.kind], note.order, note.id)
    if order == "votes":
        return lambda note: (-note.votes, kinds[note.kind], note.order, note.id)
    if order == "place":
        places = _places(document)
        return lambda note: (places(note), kinds[note.kind], note.order, note.id)
    return lambda note: (kinds[note.kind], note.status not in UNFINISHED, note.order, note.id)


def _places(document: Document) -> Callable[[Note], tuple[int, ...]]:
    """Where a note stands when the map is read from left to right; what hangs nowhere comes last."""
    phases = {phase.id: number for number, phase in enumerate(phases_in_order(document))}

    def place(note: Note) -> tuple[int, ...]:
        if note.step is not None:
            step = document.steps[note.step]
            return (phases[step.phase], 1, step.column, step.track)
        return (phases[note.phase], 0, 0, 0) if note.phase is not None else _LAST

    return place
