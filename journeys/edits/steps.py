"""Verbs on steps: add, rename, move, duplicate, delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from journeys.edits import entities, flow, journeys
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.places import Room
from journeys.errors import EditError
from journeys.model.document import Document, Place, place_of
from journeys.model.entities import Link, Note, Stage, Step
from journeys.model.time import phases_in_order

Heading = Literal["left", "right", "up", "down"]


def add(document: Document, place: Place, title: str = "", *, create_id: NewId = new_id, **fields: object) -> Edit:
    """A new step at a place (journey, phase, stage, column, track); whoever stands there moves on."""
    draft = Draft(document)
    journey, phase, stage, column, track = _checked(draft, place)
    step = cleaned(replace(Step(create_id(), journey, phase, stage, column, track, title), **fields))  # type: ignore[arg-type]  # fields by name; the rules check their types
    Room(draft).put(step)
    return draft.edit("step.add", subjects=(step.id,), title=step.title, phase=draft.get("phase", phase).name)


def add_after(document: Document, step: str, title: str = "", *, create_id: NewId = new_id) -> Edit:
    """The next step: one column on, connected; what followed the old step now follows the new one."""
    draft = Draft(document)
    old: Step = draft.get("step", step)
    new = cleaned(Step(create_id(), old.journey, old.phase, old.stage, old.column + 1, old.track, title))
    Room(draft).put(new)
    for link in flow.outgoing(draft, old.id):
        draft.put(replace(link, source=new.id))
    draft.put(Link(create_id(), old.id, new.id))
    return draft.edit("step.add", subjects=(new.id,), title=new.title, phase=draft.get("phase", old.phase).name)


def add_parallel(document: Document, step: str, title: str = "", *, create_id: NewId = new_id) -> Edit:
    """A branch: a step on the first free track of the same column, with the same steps before and after it."""
    draft = Draft(document)
    old: Step = draft.get("step", step)
    room = Room(draft)
    new = cleaned(replace(Step(create_id(), old.journey, old.phase, old.stage, old.column, old.track + 1), title=title))
    while room.at(place_of(new)) is not None:
        new = replace(new, track=new.track + 1)
    room.put(new)
    for link in flow.incoming(draft, old.id):
        draft.put(Link(create_id(), link.source, new.id))
    for link in flow.outgoing(draft, old.id):
        draft.put(Link(create_id(), new.id, link.target))
    return draft.edit("step.add_parallel", subjects=(new.id,), title=new.title, beside=old.title)


def rename(document: Document, step: str, title: str) -> Edit:
    """Give a step another title."""
    edit = entities.change(document, "step", step, title=title)
    return Edit("step.rename", edit.changes, edit.words, edit.subjects)


def set_emotion(document: Document, steps: Sequence[str], emotion: int | None) -> Edit:
    """Set how the person feels in these steps, −2…+2, or None for not known."""
    edit = entities.change(document, "step", steps, emotion=emotion)
    return Edit("step.emotion", edit.changes, {**edit.words, "emotion": emotion}, edit.subjects)


def move(document: Document, steps: Sequence[str], place: Place) -> Edit:
    """Move steps so that the first stands at `place`; the others keep their distance to it, neighbours make room.

    Steps that came from different phases land behind one another; columns that they leave empty close up.
    The journey of `place` must be theirs.
    """
    draft = Draft(document)
    moving = _in_order(document, [draft.get("step", step) for step in steps])
    if not moving:
        return draft.edit("step.move")
    checked = _checked(draft, place)
    if any(step.journey != checked[0] for step in moving):
        raise EditError("edit.other_journey")
    room = Room(draft)
    for step in moving:
        room.lift(step)
    for step in _landing(moving, checked):
        room.put(step)
    for phase, column in sorted({(step.phase, step.column) for step in moving}, reverse=True):
        room.close_up(checked[0], phase, column)
    first, name = moving[0], draft.get("phase", checked[1]).name
    return draft.edit("step.move", subjects=tuple(s.id for s in moving), title=first.title, phase=name, n=len(moving))


def move_to_phase(document: Document, steps: Sequence[str], phase: str) -> Edit:
    """Move steps to the end of a phase, behind what stands there."""
    draft = Draft(document)
    moving = _in_order(document, [draft.get("step", step) for step in steps])
    if not moving:
        return draft.edit("step.move")
    first, gone = moving[0], {step.id for step in moving}
    staying = (step for step in document.referring(draft.get("phase", phase).id, "step") if step.id not in gone)
    column = max((step.column + 1 for step in staying if step.journey == first.journey), default=0)
    return move(document, steps, (first.journey, phase, first.stage, column, 0))


def set_stage(document: Document, steps: Sequence[str], stage: Stage) -> Edit:
    """Put steps on the stage or behind the scenes, in the same columns, where a track is free."""
    draft = Draft(document)
    room = Room(draft)
    moving = [s for s in _in_order(document, [draft.get("step", step) for step in steps]) if s.stage != stage]
    for step in moving:
        room.lift(step)
    for step in moving:
        new = replace(step, stage=stage, track=0)
        while room.at(place_of(new)) is not None:
            new = replace(new, track=new.track + 1)
        room.put(new)
    title = moving[0].title if moving else ""
    code = "step.back" if stage == "back" else "step.front"
    return draft.edit(code, subjects=tuple(s.id for s in moving), title=title, n=len(moving))


def _landing(moving: Sequence[Step], place: tuple[str, str, Stage, int, int]) -> Iterator[Step]:
    """The steps as they would stand with the first one at `place`."""
    _, phase, stage, column, track = place
    first, shift, last_phase, width = moving[0], column - moving[0].column, moving[0].phase, 0
    for step in moving:
        if step.phase != last_phase:
            shift, last_phase = width - step.column, step.phase
        new_column = max(0, step.column + shift)
        width = max(width, new_column + 1)
        new_track = max(0, track + step.track - first.track)
        yield replace(step, phase=phase, stage=stage, column=new_column, track=new_track)


def nudge(document: Document, step: str, heading: Heading) -> Edit:
    """Move a step one place: it changes places with its neighbour, or goes over the border of its phase.

    Over a border it becomes the first or last of the other phase, and the column it leaves empty closes.
    """
    draft = Draft(document)
    old: Step = draft.get("step", step)
    new = _neighbour(document, old, heading)
    standing = document.step_at(place_of(new))
    if new.phase != old.phase:
        room = Room(draft)
        room.lift(old)
        room.put(new)
        room.close_up(old.journey, old.phase, old.column)
    elif standing is not None and standing.id != old.id:
        draft.put(replace(standing, column=old.column, track=old.track))
    draft.put(new)
    name = draft.get("phase", new.phase).name
    return draft.edit("step.move", subjects=(step,), title=old.title, phase=name, n=1)


def duplicate(
    document: Document, steps: Sequence[str], *, place: Place | None = None, create_id: NewId = new_id
) -> Edit:
    """Copies of the steps with their notes, processes and the links among them, beside the originals.

    With `place` the first copy stands there and the others keep their distance to it, as in `move`.
    """
    draft = Draft(document)
    room = Room(draft)
    originals = _in_order(document, [draft.get("step", step) for step in steps])
    copies = {step.id: create_id() for step in originals}
    if place is None or not originals:
        for step in originals:
            column = room.free_column(step.journey, step.phase, step.stage)
            room.put(replace(step, id=copies[step.id], column=column))
    else:
        checked = _checked(draft, place)
        if any(step.journey != checked[0] for step in originals):
            raise EditError("edit.other_journey")
        for step in _landing(originals, checked):
            room.put(replace(step, id=copies[step.id]))
    for original in originals:
        for note in document.referring(original.id, "note"):
            if isinstance(note, Note) and note.step == original.id:
                draft.put(replace(note, id=create_id(), step=copies[original.id]))
    for link in _links_among(document, copies):
        draft.put(replace(link, id=create_id(), source=copies[link.source], target=copies[link.target]))
    journeys.copy_processes(draft, copies, create_id)
    title = document.steps[steps[0]].title if steps else ""
    return draft.edit("step.duplicate", subjects=tuple(copies.values()), title=title, n=len(copies))


def delete(document: Document, steps: Sequence[str], *, create_id: NewId = new_id) -> Edit:
    """Delete steps with their notes, and heal the flow."""
    draft = Draft(document)
    for step in steps:
        draft.get("step", step)
    healed = flow.heal(draft, steps, create_id)
    for step in steps:
        entities.drop_with_referrers(draft, ("step", step))
    flow.drop_loose(draft, healed)  # a journey about a step goes along with it, and with that its steps
    title = entities.name_of(document.steps[steps[0]]) if steps else ""
    return draft.edit("step.delete", title=title, n=len(steps))


def _checked(draft: Draft, place: Place) -> tuple[str, str, Stage, int, int]:
    journey, phase, stage, column, track = place
    draft.get("journey", journey)
    draft.get("phase", phase)
    return journey, phase, "back" if stage == "back" else "front", max(0, column), max(0, track)


def _in_order(document: Document, steps: list[Step]) -> list[Step]:
    """Without doubles, in reading order."""
    order = {phase.id: index for index, phase in enumerate(phases_in_order(document))}
    unique = {step.id: step for step in steps}.values()
    return sorted(unique, key=lambda step: (order[step.phase], step.column, step.track, step.stage))


def _links_among(document: Document, steps: dict[str, str]) -> list[Link]:
    found = (link for step in steps for link in document.referring(step, "link") if link.source == step)
    return [link for link in found if link.target in steps]


def _neighbour(document: Document, step: Step, heading: Heading) -> Step:
    """The step as it would stand one place on, or as it stands when there is nothing beyond."""
    if heading in ("up", "down"):
        return replace(step, track=max(0, step.track + (1 if heading == "down" else -1)))
    ordered = phases_in_order(document)
    index = next(number for number, phase in enumerate(ordered) if phase.id == step.phase)
    if heading == "right":
        if step.column <= _last_column(document, step, step.phase):
            return replace(step, column=step.column + 1)
        return replace(step, phase=ordered[index + 1].id, column=0) if index + 1 < len(ordered) else step
    if step.column > 0:
        return replace(step, column=step.column - 1)
    if index == 0:
        return step
    previous = ordered[index - 1].id
    return replace(step, phase=previous, column=_last_column(document, step, previous) + 1)


def _last_column(document: Document, step: Step, phase: str) -> int:
    """The last column of the phase that another step of this journey stands in, or −1."""
    others = (other for other in document.referring(phase, "step") if other.journey == step.journey)
    return max((other.column for other in others if other.id != step.id), default=-1)
