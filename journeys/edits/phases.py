"""Verbs on phases: add, rename, change the period, delete without losing what is in them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from journeys.edits import entities
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Phase, Step
from journeys.model.fields import MAX_DAYS
from journeys.model.time import periods, phases_in_order

NEW_PHASE_DAYS: Final = 30


def add(document: Document, name: str, *, after: str | None = None, create_id: NewId = new_id) -> Edit:
    """A new phase: it takes the second half of `after`, or 30 days behind the last phase.

    Raises EditError `edit.no_room` when the phase to split lasts only one day.
    """
    draft = Draft(document)
    ordered = phases_in_order(document)
    if after is None or (ordered and after == ordered[-1].id):
        start = document.study.end_day
        draft.put(replace(document.study, end_day=min(start + NEW_PHASE_DAYS, MAX_DAYS)))
    else:
        first, end = periods(document)[draft.get("phase", after).id]
        start = (first + end) // 2
        if start == first:
            raise EditError("edit.no_room", title=draft.get("phase", after).name)
    phase = draft.put(cleaned(Phase(create_id(), name, start)))
    return draft.edit("phase.add", subjects=(phase.id,), title=phase.name)


def rename(document: Document, phase: str, name: str) -> Edit:
    """Give a phase another name."""
    edit = entities.change(document, "phase", phase, name=name)
    return Edit("phase.rename", edit.changes, edit.words, edit.subjects)


def start_range(document: Document, phase: str) -> tuple[int, int]:
    """The earliest and latest day on which this phase may begin, given its neighbours."""
    ordered = phases_in_order(document)
    index = next(number for number, other in enumerate(ordered) if other.id == phase)
    least = ordered[index - 1].start_day + 1 if index else -MAX_DAYS
    return least, periods(document)[phase][1] - 1


def set_start(document: Document, phase: str, start_day: int) -> Edit:
    """Let a phase begin (and the one before it end) on another day.

    Raises EditError `edit.out_of_range` with `least` and `most` when a neighbour is in the way.
    """
    draft = Draft(document)
    old: Phase = draft.get("phase", phase)
    least, most = start_range(document, phase)
    if not least <= start_day <= most:
        raise EditError("edit.out_of_range", title=old.name, least=least, most=most)
    draft.put(replace(old, start_day=start_day))
    return draft.edit("phase.period", subjects=(phase,), title=old.name)


def end_range(document: Document, phase: str) -> tuple[int, int]:
    """The earliest and latest day on which this phase may end: where the next one begins, or the study ends."""
    ordered = phases_in_order(document)
    index = next(number for number, other in enumerate(ordered) if other.id == phase)
    if index + 1 == len(ordered):
        return ordered[index].start_day + 1, MAX_DAYS
    return start_range(document, ordered[index + 1].id)


def set_end(document: Document, phase: str, end_day: int) -> Edit:
    """Let a phase end (and the next one begin) on another day; the last phase ends with the study.

    Raises EditError `edit.end_out_of_range` with `least` and `most` when a neighbour is in the way.
    """
    draft = Draft(document)
    old: Phase = draft.get("phase", phase)
    least, most = end_range(document, phase)
    if not least <= end_day <= most:
        raise EditError("edit.end_out_of_range", title=old.name, least=least, most=most)
    ordered = phases_in_order(document)
    if old == ordered[-1]:
        draft.put(replace(document.study, end_day=end_day))
    else:
        draft.put(replace(ordered[ordered.index(old) + 1], start_day=end_day))
    return draft.edit("phase.period", subjects=(phase,), title=old.name)


def delete(document: Document, phase: str) -> Edit:
    """Delete a phase; its steps, notes and cells go to the phase before it, or else to the one after it.

    Saved views that began there begin with that one too.

    The neighbour takes over the period too. Raises EditError `edit.last_phase` for the only phase there is.
    """
    draft = Draft(document)
    old: Phase = draft.get("phase", phase)
    ordered = phases_in_order(document)
    index = ordered.index(old)
    if len(ordered) == 1:
        raise EditError("edit.last_phase", title=old.name)
    heir = ordered[index - 1] if index else ordered[1]
    _hand_over(draft, old, heir, behind=index > 0)
    if index == 0:
        draft.put(replace(heir, start_day=old.start_day))
    moved = len(document.referring(phase, "step"))
    for stance in document.referring(phase, "stance"):
        draft.drop("stance", stance.id)
    draft.drop("phase", phase)
    return draft.edit("phase.delete", title=old.name, n=moved, phase=heir.name)


def _hand_over(draft: Draft, old: Phase, heir: Phase, *, behind: bool) -> None:
    document = draft.document
    left, right = (heir, old) if behind else (old, heir)
    widths: dict[tuple[str, str], int] = {}
    for step in document.referring(left.id, "step"):
        key = (step.journey, step.stage)
        widths[key] = max(widths.get(key, 0), step.column + 1)
    for step in document.referring(left.id, "step") if not behind else ():
        draft.put(replace(step, phase=heir.id))
    for step in document.referring(right.id, "step"):
        draft.put(_beside(step, heir, widths.get((step.journey, step.stage), 0)))
    for note in document.referring(old.id, "note"):
        draft.put(replace(note, phase=heir.id))
    for cell in document.referring(old.id, "cell"):
        draft.put(replace(cell, phase=heir.id))
    for view in document.referring(old.id, "view"):
        draft.put(replace(view, phase=heir.id))


def _beside(step: Step, heir: Phase, width: int) -> Step:
    return replace(step, phase=heir.id, column=step.column + width)
