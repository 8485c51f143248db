"""Typing on the map: which words the field starts with, where it lies, and the edit that they become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.canvas import wishes
from journeys.edits import entities, notes, phases, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.edits.edit import Edit
    from journeys.layout.drawing import Target
    from journeys.model.document import Document, Place
    from journeys.model.entities import NoteKind

LANE_NOTES: Final[dict[str, NoteKind]] = {"needs": "need", "opportunities": "opportunity"}
"""What is written in an empty place of these lanes."""


@dataclass(frozen=True, slots=True)
class Rename:
    """New words for a step, phase or note that is there."""

    id: str


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that is made when the words are there: at `place`, or after or beside another step."""

    place: Place
    source: str | None = None
    after: str | None = None
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note that is made when the words are there."""

    kind: NoteKind
    place: Place


Purpose = Rename | NewStep | NewNote


def words_of(document: Document, purpose: Purpose) -> str:
    """What the field starts with."""
    if not isinstance(purpose, Rename):
        return ""
    if purpose.id in document.steps:
        return document.steps[purpose.id].title
    if purpose.id in document.phases:
        return document.phases[purpose.id].name
    return document.notes[purpose.id].text if purpose.id in document.notes else ""


def wanted(document: Document, purpose: Purpose, text: str) -> Callable[[], Edit] | None:
    """The verb that the words become; None where there are no words for what cannot be without."""
    nameless = isinstance(purpose, Rename) and purpose.id in document.steps
    if not text.strip() and not nameless:
        return None
    return lambda: _edit(document, purpose, text)


def _edit(document: Document, purpose: Purpose, text: str) -> Edit:
    if isinstance(purpose, Rename):
        return _renamed(document, purpose.id, text)
    if isinstance(purpose, NewNote):
        return notes.add(document, purpose.kind, text, _anchor(document, purpose.place))
    title, body = split(text)
    return _with_body(document, _added(document, purpose, title), body)


def _added(document: Document, new: NewStep, title: str) -> Edit:
    if new.after is not None:
        return steps.add_after(document, new.after, title)
    if new.beside is not None:
        return steps.add_parallel(document, new.beside, title)
    if new.source is not None:
        return wishes.add_connected(document, new.source, new.place, title)
    return steps.add(document, new.place, title)


def split(text: str) -> tuple[str, str]:
    """A step's title is its first line; what stands below it is its body."""
    title, _, body = text.strip().partition("\n")
    return title.strip(), body.strip()


def _with_body(document: Document, added: Edit, body: str) -> Edit:
    if not body:
        return added
    new = added.subjects[0]
    return wishes.in_turn(document, lambda _: added, lambda ahead: entities.change(ahead, "step", new, body=body))


def _renamed(document: Document, id_: str, text: str) -> Edit:
    if id_ in document.phases:
        return phases.rename(document, id_, text)
    if id_ in document.notes:
        return entities.change(document, "note", id_, text=text)
    title, more = split(text)
    renamed = steps.rename(document, id_, title)
    if not more:
        return renamed
    body = "\n".join(filter(None, [more, document.steps[id_].body]))
    return wishes.in_turn(document, lambda _: renamed, lambda now: entities.change(now, "step", id_, body=body))


def _anchor(document: Document, place: Place) -> notes.Anchor:
    """The step above the empty place, or else the phase of this journey."""
    journey, phase, _, column, _ = place
    above = document.step_at((journey, phase, "front", column, 0))
    return notes.Anchor(step=above.id) if above is not None else notes.Anchor(journey=journey, phase=phase)


def lanes(document: Document) -> frozenset[str]:
    """The lanes in whose empty places something can be written."""
    return frozenset(lane.id for lane in document.lanes.values() if lane.kind in LANE_NOTES)


def new_at(document: Document, target: Target, source: str | None = None) -> Purpose | None:
    """What typing in this empty place makes; None where nothing can be written."""
    if target.part != "cell" or target.place is None:
        return None
    if target.kind == "step":
        return NewStep(target.place, source)
    lane = document.lanes.get(target.id)
    kind = LANE_NOTES.get(lane.kind) if lane is not None else None
    return None if kind is None else NewNote(kind, target.place)
