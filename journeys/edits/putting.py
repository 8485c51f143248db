"""Puts a fragment into a journey: what it refers to is matched by id and name, everything else gets new ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, cast

from journeys.edits import entities, flow, matching
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.fragment import Fragment, take
from journeys.edits.notes import PARKED, Anchor, anchor_of
from journeys.edits.places import Room
from journeys.errors import EditError
from journeys.model.document import Document, Place
from journeys.model.entities import Journey, Note, Stage, Step
from journeys.model.fields import Kind
from journeys.model.references import cleared, references, renamed


class Codes(NamedTuple):
    """The code of the edit for steps in one phase, for steps in several, and for notes alone."""

    steps: str
    spread: str
    notes: str


PASTED: Final = Codes("step.paste", "step.paste_spread", "note.paste")
DUPLICATED: Final = Codes("step.duplicate", "step.duplicate", "note.duplicate")


class Landing(NamedTuple):
    """Where the first column of a group of steps comes down; None for a column: behind what is in the phase."""

    phase: str
    column: int | None = None
    track: int | None = None
    stage: Stage | None = None


def put(
    document: Document, fragment: Fragment, journey: str, at: Place | None = None, on: Anchor | None = None, *,
    create_id: NewId = new_id,
) -> Edit:  # fmt: skip
    """The fragment in this journey, as one edit that selects what came in.

    Steps of one phase come down at `at`, what stands there makes room. Without `at`, and steps of several phases,
    go to the end of their own phases: the one with the same id, else the same name, else the phase of `at`, else
    the one on that day. Parties, channels, sources and lanes that are not here by id or name are made.
    Notes without their step hang on `on`, else where they hung, if that is here. Raises EditError `edit.no_phase`.
    """
    Draft(document).get("journey", journey)
    phases = matching.phases(document, fragment, at)
    if at is not None and len({step.phase for step in fragment.steps}) == 1:
        stage = cast("Stage", at[2]) if len({step.stage for step in fragment.steps}) == 1 else None
        landings = {fragment.steps[0].phase: Landing(at[1], at[3], at[4], stage)}
    else:
        landings = {step.phase: Landing(phases[step.phase]) for step in fragment.steps}
    anchors = {note.id: on or _own_anchor(document, note, journey, phases) for note in fragment.notes}
    return _put(document, fragment, journey, landings, phases, anchors, PASTED, create_id)


def duplicate(document: Document, ids: Sequence[str], *, create_id: NewId = new_id) -> Edit:
    """Copies of these steps and notes, each group of steps right behind its originals."""
    fragment = take(document, ids)
    journeys = {step.journey for step in fragment.steps}
    if len(journeys) > 1:
        raise EditError("edit.other_journey")
    landings: dict[str, Landing] = {}
    for step in fragment.steps:
        group = [other for other in fragment.steps if other.phase == step.phase] if step.phase not in landings else []
        if group:
            landings[step.phase] = Landing(step.phase, max(each.column for each in group) + 1)
    phases = {phase.id: phase.id for phase in fragment.phases}
    anchors = {note.id: anchor_of(note) for note in fragment.notes}
    return _put(document, fragment, next(iter(journeys), ""), landings, phases, anchors, DUPLICATED, create_id)


def cut(document: Document, ids: Sequence[str], *, create_id: NewId = new_id) -> Edit:
    """Take steps and notes away, because they go elsewhere; the flow heals."""
    draft = Draft(document)
    steps = [id_ for id_ in dict.fromkeys(ids) if id_ in document.steps]
    notes = [id_ for id_ in dict.fromkeys(ids) if id_ in document.notes]
    healed = flow.heal(draft, steps, create_id)
    for id_ in steps:
        entities.drop_with_referrers(draft, ("step", id_))
    flow.drop_loose(draft, healed)
    for id_ in notes:
        if draft.find("note", id_) is not None:
            entities.drop_with_referrers(draft, ("note", id_))
    first = document.steps[steps[0]] if steps else document.notes[notes[0]] if notes else None
    code = "step.cut" if steps else "note.cut"
    return draft.edit(code, title=entities.name_of(first), n=len(steps or notes))


def _put(
    document: Document, fragment: Fragment, journey: str, landings: dict[str, Landing], phases: dict[str, str],
    anchors: dict[str, Anchor], codes: Codes, create_id: NewId,
) -> Edit:  # fmt: skip
    draft = Draft(document)
    ids = {entity.id: create_id() for kind, entity in fragment if kind in ("step", "link", "note", "cell", "journey")}
    ids |= phases | matching.matched(document, fragment)
    matching.make_missing(draft, fragment, ids, create_id)
    coming = set(ids.values())
    room = Room(draft)
    for phase, landing in landings.items():
        group = [step for step in fragment.steps if step.phase == phase]
        for step, (stage, column, track) in zip(group, _land(room, group, journey, landing), strict=True):
            based_on, proposed = _base(document, step, journey)
            fresh = {
                "journey": journey, "phase": landing.phase, "stage": stage, "column": column, "track": track,
                "based_on": based_on,
            }  # fmt: skip
            room.put(_fit(draft, proposed, ids, coming, fresh))
    _put_behind(draft, room, fragment, document.journeys.get(journey), ids, coming, phases, landings)
    for link in fragment.links:
        draft.put(renamed(link, ids))
    for cell in fragment.cells:
        step = draft.get("step", ids[str(cell.step)])
        draft.put(_fit(draft, cell, ids, coming, {"journey": step.journey, "phase": step.phase}))
    taken = {step.id for step in (*fragment.steps, *fragment.behind)} | {each.id for each in fragment.processes}
    for note in fragment.notes:
        hung = anchors[note.id]
        place: dict[str, Any] = {} if note.step in taken or note.journey in taken else {
            "step": hung.step, "journey": hung.journey, "phase": hung.phase, "persona": hung.persona,
        }  # fmt: skip
        draft.put(_fit(draft, note, ids, coming, place))
    phases_met = tuple(dict.fromkeys(landing.phase for landing in landings.values()))
    return _told(draft, fragment, ids, phases_met, codes)


def _put_behind(
    draft: Draft, room: Room, fragment: Fragment, home: Journey | None, ids: dict[str, str], coming: set[str],
    phases: dict[str, str], landings: dict[str, Landing],
) -> None:  # fmt: skip
    """The processes behind the steps, of the persona and variant that those are of now."""
    if home is None:
        return
    order = max((other.order for other in draft.document.journeys.values()), default=-1) + 1
    for number, process in enumerate(fragment.processes, order):
        own = {"persona": home.persona, "variant": home.variant, "based_on": None, "order": number}
        draft.put(_fit(draft, process, ids, coming, own))
    for step in fragment.behind:
        phase = landings[step.phase].phase if step.phase in landings else phases[step.phase]
        room.put(_fit(draft, step, ids, coming, {"phase": phase, "based_on": None}))


def _told(draft: Draft, fragment: Fragment, ids: dict[str, str], phases: Sequence[str], codes: Codes) -> Edit:
    """With the words of its sentence; several phases have no name together."""
    chief = fragment.steps or fragment.notes
    words: dict[str, object] = {"title": entities.name_of(chief[0]) if chief else "", "n": len(chief)}
    code = codes.notes
    if fragment.steps:
        code = codes.steps if len(phases) == 1 else codes.spread
        words["phase"] = ", ".join(draft.get("phase", phase).name for phase in phases)
    return draft.edit(code, subjects=tuple(ids[each.id] for each in chief), **words)


# Places


def _land(room: Room, group: Sequence[Step], journey: str, landing: Landing) -> list[tuple[Stage, int, int]]:
    """Stage, column and track of each; where columns are taken, everything from there on moves aside."""
    left, top = min(step.column for step in group), min(step.track for step in group)
    width = max(step.column for step in group) - left + 1
    standing = room.in_phase(journey, landing.phase)
    column = landing.column
    if column is None:
        column = max((other.column + 1 for other in standing), default=0)
    down = 0 if landing.track is None else landing.track - top
    places = [(landing.stage or step.stage, step.column - left + column, step.track + down) for step in group]
    wanted = set(places)
    if any((other.stage, other.column, other.track) in wanted for other in standing):
        _move_aside(room, [other for other in standing if other.column >= column], width)
    return places


def _move_aside(room: Room, standing: Iterable[Step], width: int) -> None:
    """All tracks and both stages together, so that what stood above one another still does."""
    for other in sorted(standing, key=lambda step: step.column, reverse=True):
        room.lift(other)
        room.put(replace(other, column=other.column + width))


# References


def _fit(draft: Draft, entity: Any, ids: dict[str, str], coming: set[str], changes: dict[str, Any]) -> Any:
    """Under its new id, and without references to what is not here."""
    fresh = replace(renamed(entity, ids), **changes)
    for reference in list(references(fresh)):
        kind, target = reference.ref.kind, reference.id
        if target not in coming and draft.find(kind, target) is None:
            fresh = cleared(fresh, kind, target)
    return fresh


def _base(document: Document, step: Step, journey: str) -> tuple[str | None, Step]:
    """Which step it is based on here; in a desired journey, a step of its current one becomes a proposal for it."""
    base = document.journeys[journey].based_on if journey in document.journeys else None
    original = document.steps.get(step.id)
    if base is not None and original is not None and original.journey == base:
        return step.id, replace(step, evidence=replace(step.evidence, status="proposed"))
    older = document.steps.get(step.based_on or "")
    kept = step.journey == journey or (older is not None and older.journey == base)
    return (step.based_on if kept else None), step


def _own_anchor(document: Document, note: Note, journey: str, phases: dict[str, str]) -> Anchor:
    """Where a note hung that comes without its step, if that is here; else the same phase, else it is parked."""
    held = anchor_of(note)
    wanted: tuple[tuple[Kind, str | None], ...] = (
        ("step", note.step), ("journey", note.journey), ("phase", note.phase), ("persona", note.persona),
    )  # fmt: skip
    if all(id_ is None or document.get((kind, id_)) is not None for kind, id_ in wanted):
        return held
    return Anchor(journey=journey, phase=phases[note.phase]) if note.phase in phases else PARKED
