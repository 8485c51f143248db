"""Typing on the map: which words the field starts with, where it lies, and the edit that they become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.canvas import wishes
from journeys import text as texts
from journeys.edits import entities, links, notes, phases, steps
from journeys.edits import lanes as lane_verbs
from journeys.layout.drawing import WHOLE

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
    """New words for a step, phase, note or connection that is there."""

    id: str


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that is made when the words are there: at `place`, or after or beside another step."""

    place: Place
    source: str | None = None
    after: str | None = None
    beside: str | None = None
    others: tuple[str, ...] = ()
    """Steps that lead to it too."""


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note that is made when the words are there."""

    kind: NoteKind
    place: Place
    step: str | None = None
    """The step on which one stood, and stands again afterwards."""


@dataclass(frozen=True, slots=True)
class NewCell:
    """The words in a cell of a text lane, about a phase or about one step; none when they are cleared."""

    lane: str
    journey: str
    phase: str
    step: str | None = None


Purpose = Rename | NewStep | NewNote | NewCell


def words_of(document: Document, purpose: Purpose) -> str:
    """What the field starts with."""
    if isinstance(purpose, NewCell):
        return cell_text(document, purpose)
    if not isinstance(purpose, Rename):
        return ""
    if purpose.id in document.steps:
        return document.steps[purpose.id].title
    if purpose.id in document.phases:
        return document.phases[purpose.id].name
    if purpose.id in document.links:
        return document.links[purpose.id].label
    return document.notes[purpose.id].text if purpose.id in document.notes else ""


def most(document: Document, purpose: Purpose) -> int:
    """How many characters there is room for: what is too long for a step's title goes on in its body."""
    short = isinstance(purpose, Rename) and (purpose.id in document.phases or purpose.id in document.links)
    return texts.TITLE_MAX if short else texts.BODY_MAX


def wanted(document: Document, purpose: Purpose, text: str) -> Callable[[], Edit] | None:
    """The verb that the words become; None where there are no words for what cannot be without."""
    nameless = isinstance(purpose, NewCell) or (
        isinstance(purpose, Rename) and (purpose.id in document.steps or purpose.id in document.links)
    )
    if not text.strip() and not nameless:
        return None
    return lambda: _edit(document, purpose, text)


def _edit(document: Document, purpose: Purpose, text: str) -> Edit:
    if isinstance(purpose, Rename):
        return _renamed(document, purpose.id, text)
    if isinstance(purpose, NewCell):
        lane, journey, phase = purpose.lane, purpose.journey, purpose.phase
        return lane_verbs.write_cell(document, lane, journey, phase, text, step=purpose.step)
    if isinstance(purpose, NewNote):
        anchor = notes.Anchor(step=purpose.step) if purpose.step else _anchor(document, purpose.place)
        return notes.add(document, purpose.kind, text, anchor)
    title, body = split(text)
    return _with_body(document, _added(document, purpose, title), body)


def _added(document: Document, new: NewStep, title: str) -> Edit:
    if new.after is not None:
        return wishes.add_after_all(document, new.after, new.others, title)
    if new.beside is not None:
        return steps.add_parallel(document, new.beside, title)
    if new.source is not None:
        return wishes.add_connected(document, new.source, new.place, title)
    return wishes.add_at_end(document, new.place, title)


def split(text: str) -> tuple[str, str]:
    """A step's title is its first line, as far as it fits; what is left is its body."""
    return texts.title_and_rest(text)


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
    if id_ in document.links:
        return links.label(document, id_, " ".join(text.split()))
    title, more = split(text)
    renamed = steps.rename(document, id_, title)
    if not more:
        return renamed
    body = "\n".join(filter(None, [more, document.steps[id_].body]))
    return wishes.in_turn(document, lambda _: renamed, lambda now: entities.change(now, "step", id_, body=body))


def _anchor(document: Document, place: Place) -> notes.Anchor:
    """The step above the empty place, or else the phase of this journey."""
    journey, phase, stage, column, track = place
    above = document.step_at((journey, phase, stage, column, track))
    return notes.Anchor(step=above.id) if above is not None else notes.Anchor(journey=journey, phase=phase)


def lanes(document: Document) -> frozenset[str]:
    """The lanes in whose empty places something can be written."""
    return frozenset(lane.id for lane in document.lanes.values() if lane.kind in LANE_NOTES or lane.kind == "text")


def new_at(document: Document, target: Target, source: str | None = None) -> Purpose | None:
    """What typing in this empty place makes; None where nothing can be written."""
    if target.part != "cell" or target.place is None:
        return None
    if target.kind == "step":
        return NewStep(target.place, source)
    lane = document.lanes.get(target.id)
    if lane is not None and lane.kind == "text":
        return cell_at(document, target)
    kind = LANE_NOTES.get(lane.kind) if lane is not None else None
    return None if kind is None else NewNote(kind, target.place)


def cell_at(document: Document, target: Target) -> NewCell | None:
    """The cell of a text lane that lies there; None elsewhere."""
    lane = document.lanes.get(target.id)
    if lane is None or lane.kind != "text" or target.part != "cell" or target.place is None:
        return None
    journey, phase, stage, *_ = target.place
    step = None if stage == WHOLE else document.step_at(target.place)
    return NewCell(lane.id, journey, phase, step.id if step is not None else None)


def cell_text(document: Document, cell: NewCell) -> str:
    """What is written there."""
    held = document.referring(cell.lane, "cell")
    wanted = (cell.journey, cell.phase, cell.step)
    return next((other.text for other in held if (other.journey, other.phase, other.step) == wanted), "")
