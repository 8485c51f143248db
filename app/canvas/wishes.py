"""What a gesture means as an edit, where that takes more than one verb."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.edits import entities, links, notes, phases, steps, thread
from journeys.edits.edit import Edit
from journeys.layout.notes import KINDS as LANE_KINDS
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.edits.steps import Heading
    from journeys.model.document import Document, Place
    from journeys.model.entities import Step
    from journeys.model.fields import Kind

KINDS: Final[tuple[Kind, ...]] = ("step", "phase", "link", "note")


def in_turn(document: Document, *verbs: Callable[[Document], Edit]) -> Edit:
    """Several verbs as one edit: each sees what the ones before it would have done; the first gives the sentence."""
    first, *rest = verbs
    done = first(document)
    ahead = document.snapshot()
    ahead.write(done.changes)
    for verb in rest:
        later = verb(ahead)
        ahead.write(later.changes)
        joined = done.then(later)
        done = Edit(done.code, joined.changes, done.words, done.subjects)
    return done


def add_connected(document: Document, source: str, place: Place, title: str) -> Edit:
    """A new step at a place, reached from `source`."""
    added = steps.add(document, place, title)
    new = added.subjects[0]
    return in_turn(document, lambda _: added, lambda ahead: links.connect(ahead, source, new))


def add_after_all(document: Document, step: str, others: Sequence[str], title: str) -> Edit:
    """A new step after this one, to which the others lead as well: where ways come together."""
    added = steps.add_after(document, step, title)
    new = added.subjects[0]
    joined = [partial(links.connect, source=other, target=new) for other in others]
    edit = in_turn(document, lambda _: added, *joined)
    return Edit(added.code, edit.changes, added.words, added.subjects)


def add_at_end(document: Document, place: Place, title: str) -> Edit:
    """A new step at a place; when it stands behind all others on the stage, the last of them leads to it."""
    added = steps.add(document, place, title)
    last = _end_before(document, place)
    if last is None:
        return added
    new = added.subjects[0]
    return in_turn(document, lambda _: added, lambda ahead: links.connect(ahead, last, new))


def _end_before(document: Document, place: Place) -> str | None:
    """The last step on the stage, if the place lies behind it and nothing follows it yet."""
    journey, phase, stage, column, track = place
    if stage != "front" or track:
        return None
    order = {one.id: number for number, one in enumerate(phases_in_order(document))}
    front = [s for s in document.referring(journey, "step") if s.journey == journey and s.stage == "front"]
    last = max(front, key=lambda s: (order[s.phase], s.column, -s.track), default=None)
    if last is None or (order[phase], column) <= (order[last.phase], last.column):
        return None
    onward = (link for link in document.referring(last.id, "link") if link.source == last.id)
    return last.id if next(onward, None) is None else None


def nudge(document: Document, chosen: Sequence[str], heading: Heading) -> Edit:
    """Several steps one place on; the foremost first, so that they do not push one another."""
    order = {one.id: number for number, one in enumerate(phases_in_order(document))}

    def ahead(id_: str) -> tuple[int, int, int]:
        step = document.steps[id_]
        along = (order[step.phase], step.column, step.track)
        return along if heading in ("left", "right") else (step.track, *along[:2])

    if len(chosen) == 1:
        return thread.along(document, steps.nudge(document, chosen[0], heading))
    moving = sorted(chosen, key=ahead, reverse=heading in ("right", "down"))
    edit = in_turn(document, *(partial(steps.nudge, step=id_, heading=heading) for id_ in moving))
    return Edit(edit.code, edit.changes, {**edit.words, "n": len(moving)}, tuple(chosen))


def shift_note(document: Document, note: str, heading: Heading) -> Edit:
    """A note one place up or down among those that hang on the same and stand in the same lane."""
    held = document.notes[note]
    anchor = notes.anchor_of(held)
    lane = next((kinds for kinds in LANE_KINDS.values() if held.kind in kinds), frozenset({held.kind}))
    beside = [n for n in document.notes.values() if notes.anchor_of(n) == anchor and n.kind in lane]
    ordered = [n.id for n in sorted(beside, key=by_order)]
    at = ordered.index(note)
    if heading == "up":
        return notes.move(document, note, anchor, before=ordered[at - 1] if at else next(iter(ordered[1:]), None))
    return notes.move(document, note, anchor, before=ordered[at + 2] if at + 2 < len(ordered) else "")


def neighbour(document: Document, ordered: Sequence[Step], gone: Sequence[str]) -> str | None:
    """Where one goes on when these are deleted: the step before them, else the one after; what notes hung on."""
    notes_on = [document.notes[id_].step for id_ in gone if id_ in document.notes]
    first = next((number for number, step in enumerate(ordered) if step.id in gone), None)
    if first is None:
        held = next((step for step in notes_on if step is not None and step not in gone), None)
        line = next((document.links[id_] for id_ in gone if id_ in document.links), None)
        return held or (line.source if line is not None else None)
    left = [step.id for step in ordered[:first] if step.id not in gone]
    right = [step.id for step in ordered[first:] if step.id not in gone]
    return left[-1] if left else next(iter(right), None)


def connect(document: Document, chosen: Sequence[str]) -> Edit:
    """Each of these steps leads to the next one."""
    return in_turn(document, *(partial(links.connect, source=a, target=b) for a, b in pairwise(chosen)))


def deletes(document: Document, ids: Sequence[str]) -> bool:
    """Whether any of these can be deleted."""
    return any(id_ in document.tables[kind] for id_ in ids for kind in KINDS)


def delete(document: Document, ids: Sequence[str]) -> Edit:
    """Delete everything that is selected, steps first (the flow heals)."""
    chosen = {kind: [id_ for id_ in ids if id_ in document.tables[kind]] for kind in KINDS}
    verbs: list[Callable[[Document], Edit]] = []
    if chosen["step"]:
        verbs.append(lambda now: steps.delete(now, chosen["step"]))
    verbs += [partial(phases.delete, phase=id_) for id_ in chosen["phase"]]
    if chosen["link"]:
        verbs.append(lambda now: links.disconnect(now, [id_ for id_ in chosen["link"] if id_ in now.links]))
    if chosen["note"]:
        verbs.append(lambda now: entities.delete(now, "note", [id_ for id_ in chosen["note"] if id_ in now.notes]))
    return in_turn(document, *verbs)


def change_emotion(document: Document, chosen: Sequence[str], change: int) -> Edit:
    """The emotion of these steps, so much up or down from the first one's, within −2 and +2."""
    now = document.steps[chosen[0]].emotion or 0
    return steps.set_emotion(document, chosen, max(-2, min(2, now + change)))
