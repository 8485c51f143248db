"""Verbs of a table's rows and cells: rows change places, a cell of several lines is written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from itertools import groupby
from typing import Any, Literal

from journeys.edits import entities, steps
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.notes import Anchor
from journeys.edits.places import Room
from journeys.errors import EditError
from journeys.model.changes import Change, Key
from journeys.model.document import Document, place_of
from journeys.model.entities import Channel, Note, NoteKind, Party, Step
from journeys.model.fields import Kind
from journeys.model.order import by_order
from journeys.model.time import phases_in_order
from journeys.model.values import Contact
from journeys.text import folded

Verb = Callable[[Document], Edit]
Part = Literal["party", "channel", "passes_on_for"]


def together(document: Document, code: str, verbs: Iterable[Verb], **words: object) -> Edit:
    """Many verbs as one edit in linear time: each sees what the ones before it would have done."""
    ahead = document.snapshot()
    changes: dict[Key, Change] = {}
    subjects: dict[str, None] = {}
    for verb in verbs:
        edit = verb(ahead)
        ahead.write(edit.changes)
        subjects.update(dict.fromkeys(edit.subjects))
        for key, (before, after) in edit.changes.items():
            changes[key] = (changes[key][0] if key in changes else before, after)
    kept = {key: change for key, change in changes.items() if change[0] != change[1]}
    return Edit(code, kept, words, tuple(subjects))


def reading_order(document: Document, journey: str) -> list[Step]:
    """The journey's steps as they are read: phase by phase, front stage first, column by column."""
    start = {phase.id: phase.start_day for phase in document.phases.values()}
    mine = (step for step in document.referring(journey, "step") if step.journey == journey)
    return sorted(mine, key=lambda s: (start[s.phase], s.stage == "back", s.column, s.track, s.id))


def set_part(document: Document, kind: Kind, ids: Sequence[str], path: str, value: object) -> Edit:
    """Set one field, or one field of a value such as "evidence.note", of several entities."""
    draft = Draft(document)
    for id_ in ids:
        draft.put(cleaned(_with(draft.get(kind, id_), path.split("."), value)))
    title = entities.name_of(draft.get(kind, ids[0])) if ids else ""
    return draft.edit(f"{kind}.change", subjects=tuple(ids), title=title, n=len(ids), field=path)


def _with(held: Any, path: list[str], value: object) -> Any:
    name, *deeper = path
    return replace(held, **{name: _with(getattr(held, name), deeper, value) if deeper else value})


def shift(document: Document, ids: Sequence[str], heading: Literal["up", "down"]) -> Edit:
    """Move steps past the next one in reading order; over the border of a phase when there is none."""
    chosen = [Draft(document).get("step", id_) for id_ in ids]
    if len({step.journey for step in chosen}) > 1:
        raise EditError("edit.other_journey")
    ordered = reading_order(document, chosen[0].journey) if chosen else []
    runs = _runs(ordered, set(ids))
    verbs = [partial(_shift_run, run=run, heading=heading) for run in (runs if heading == "up" else reversed(runs))]
    title = chosen[0].title if chosen else ""
    edit = together(document, "step.move", verbs, title=title, n=len(chosen))
    after = next((new for _, new in edit.changes.values() if isinstance(new, Step) and new.id == ids[0]), None)
    phase = document.phases[after.phase if after else chosen[0].phase].name if chosen else ""
    return Edit(edit.code, edit.changes, {**edit.words, "phase": phase}, tuple(ids))


def _runs(ordered: Sequence[Step], ids: set[str]) -> list[list[str]]:
    """Chosen steps that stand next to each other in one phase and stage."""
    keyed = groupby(ordered, key=lambda step: (step.phase, step.stage, step.id in ids))
    return [[step.id for step in run] for (_, _, chosen), run in keyed if chosen]


def _shift_run(document: Document, run: list[str], heading: Literal["up", "down"]) -> Edit:
    first = document.steps[run[0]]
    ordered = reading_order(document, first.journey)
    index = next(number for number, step in enumerate(ordered) if step.id == run[0])
    at = index - 1 if heading == "up" else index + len(run)
    beside = ordered[at] if 0 <= at < len(ordered) else None
    if beside is not None and (beside.phase, beside.stage) == (first.phase, first.stage):
        return _rotate(document, [document.steps[id_] for id_ in run], beside, heading)
    phases = phases_in_order(document)
    number = next(i for i, phase in enumerate(phases) if phase.id == first.phase) + (1 if heading == "down" else -1)
    if not 0 <= number < len(phases):
        return Draft(document).edit("step.move")
    target = phases[number].id
    column = 0 if heading == "down" else Room(Draft(document)).free_column(first.journey, target, first.stage)
    return _over(document, run, (first.journey, target, first.stage, column, 0))


def _rotate(document: Document, run: list[Step], beside: Step, heading: Literal["up", "down"]) -> Edit:
    """The neighbour takes the far end of the run; everybody stays in the same set of places."""
    draft = Draft(document)
    before = [*run, beside] if heading == "down" else [beside, *run]
    after = [beside, *run] if heading == "down" else [*run, beside]
    for place, step in zip([place_of(step) for step in before], after, strict=True):
        draft.put(replace(step, column=place[3], track=place[4]))
    return draft.edit("step.move", subjects=tuple(step.id for step in run))


def _over(document: Document, run: list[str], place: tuple[str, str, str, int, int]) -> Edit:
    """To another phase; the columns that were left empty close."""
    left = sorted({(document.steps[id_].phase, document.steps[id_].column) for id_ in run}, reverse=True)
    journey = place[0]
    return together(
        document, "step.move",
        [lambda now: steps.move(now, run, place), *(partial(_close, journey=journey, left=each) for each in left)],
    )  # fmt: skip


def _close(document: Document, journey: str, left: tuple[str, int]) -> Edit:
    draft = Draft(document)
    Room(draft).close_up(journey, *left)
    return draft.edit("step.move")


def put_beside(document: Document, ids: Sequence[str], target: str, *, after: bool) -> Edit:
    """Move steps of one journey right before or after another one in reading order."""
    goal: Step = Draft(document).get("step", target)
    run = [step.id for step in reading_order(document, goal.journey) if step.id in set(ids) and step.id != target]
    if len(run) < len(set(ids) - {target}):
        raise EditError("edit.other_journey")
    same = all((document.steps[i].phase, document.steps[i].stage) == (goal.phase, goal.stage) for i in run)
    edit = _resettle(document, run, goal, after=after) if same else _bring(document, run, goal, after=after)
    words = {"title": document.steps[run[0]].title if run else "", "phase": document.phases[goal.phase].name}
    return Edit("step.move", edit.changes, {**words, "n": len(run)}, tuple(run))


def _resettle(document: Document, run: list[str], goal: Step, *, after: bool) -> Edit:
    """The steps of one phase and stage share out the same places in another order."""
    draft = Draft(document)
    group = [s for s in reading_order(document, goal.journey) if (s.phase, s.stage) == (goal.phase, goal.stage)]
    rest = [step for step in group if step.id not in run]
    at = next(number for number, step in enumerate(rest) if step.id == goal.id) + after
    wanted = [*rest[:at], *(document.steps[id_] for id_ in run), *rest[at:]]
    for place, step in zip([place_of(step) for step in group], wanted, strict=True):
        draft.put(replace(step, column=place[3], track=place[4]))
    return draft.edit("step.move")


def _bring(document: Document, run: list[str], goal: Step, *, after: bool) -> Edit:
    journey, phase, stage, column, _ = place_of(goal)
    place = (journey, phase, stage, column + after, 0)
    return _over(document, run, place) if run else Draft(document).edit("step.move")


def write_contacts(
    document: Document, ids: Sequence[str], part: Part, names: Sequence[str], *, create_id: NewId = new_id
) -> Edit:
    """One part of the contacts of steps, one name per contact; a party of a new name is made."""
    draft = Draft(document)
    found = [_referred(draft, part, name, create_id) for name in names]
    for id_ in ids:
        step: Step = draft.get("step", id_)
        most = max(len(found), len(step.contacts))
        held = [*step.contacts, *[Contact()] * (most - len(step.contacts))]
        new = [replace(old, **{part: found[i] if i < len(found) else None}) for i, old in enumerate(held)]
        contacts = tuple(dict.fromkeys(contact for contact in new if contact != Contact()))
        draft.put(replace(step, contacts=contacts, nobody=step.nobody and not contacts))
    return _changed(draft, ids)


def _changed(draft: Draft, ids: Sequence[str]) -> Edit:
    title = entities.name_of(draft.get("step", ids[0])) if ids else ""
    return draft.edit("step.contacts", subjects=tuple(ids), title=title, n=len(ids))


def _referred(draft: Draft, part: Part, name: str, create_id: NewId) -> str | None:
    """The id under this name, case and accents ignored; a new party or channel when there is none."""
    if not name:
        return None
    kind: Kind = "channel" if part == "channel" else "party"
    for entity in draft.all(kind):
        if folded(entity.name) == folded(name):
            return str(entity.id)
    if part == "channel":
        order = max((channel.order for channel in draft.all("channel")), default=-1) + 1
        return draft.put(cleaned(Channel(create_id(), name, order=order))).id
    return draft.put(cleaned(Party(create_id(), name, colour=len(draft.all("party")) % 12))).id


def noted(document: Document, anchor: Anchor, kind: NoteKind) -> list[Note]:
    """The notes of one kind that hang there, in their order."""
    owner = anchor.step or anchor.journey or anchor.persona
    beside = document.referring(owner, "note") if owner else []
    mine = [note for note in beside if note.kind == kind and _hangs(note, anchor)]
    return sorted(mine, key=by_order)


def _hangs(note: Note, anchor: Anchor) -> bool:
    return (note.step, note.journey, note.phase, note.persona) == (
        anchor.step, anchor.journey, anchor.phase, anchor.persona,
    )  # fmt: skip


def write_notes(
    document: Document, anchor: Anchor, kind: NoteKind, texts: Sequence[str], *, create_id: NewId = new_id
) -> Edit:
    """Let exactly these notes of a kind hang there: known texts keep their note, others change, come or go."""
    draft = Draft(document)
    held = noted(document, anchor, kind)
    kept: list[Note] = []
    for old, text in paired([note.text for note in held], texts):
        if text is None:
            entities.drop_with_referrers(draft, ("note", held[old or 0].id))
        elif old is None:
            kept.append(Note(create_id(), kind, text, anchor.step, anchor.journey, anchor.phase, anchor.persona))
        else:
            kept.append(held[old] if held[old].text == text else replace(held[old], text=text))
    _in_line(draft, kept)
    return _notes_edit(draft, kind, anchor)


def _in_line(draft: Draft, notes: Sequence[Note]) -> None:
    """Each note behind the one before it."""
    last = -1
    for note in notes:
        last = note.order if note.order > last else last + 1
        placed = replace(note, order=last)
        if placed != draft.document.notes.get(note.id):
            draft.put(cleaned(placed))


def _notes_edit(draft: Draft, kind: NoteKind, anchor: Anchor) -> Edit:
    edit = draft.edit("note.lines")
    subject = draft.find("step", anchor.step) if anchor.step else draft.find("phase", anchor.phase or "")
    words: dict[str, object] = {"title": entities.name_of(subject) if subject else ""}
    code = "note.lines"
    if len(edit.changes) == 1:
        (before, after) = next(iter(edit.changes.values()))
        words = {"title": entities.name_of(after or before), "n": 1}
        code = f"note.add.{kind}" if before is None else "note.delete" if after is None else "note.change"
    about = anchor.step or anchor.phase or anchor.persona
    return Edit(code, edit.changes, words, (about,) if about else ())


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, str | None]]:
    """Which old line each new one comes from: (number, text), (None, text) for a new one, (number, None) for one gone.

    In the order of the new lines.
    """
    found: list[tuple[int | None, str | None]] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or j - i == m - k:
            found += [(i + n, new[k + n]) for n in range(j - i)]
            continue
        shared = min(j - i, m - k)
        found += [(i + n, new[k + n]) for n in range(shared)]
        found += [(n, None) for n in range(i + shared, j)]
        found += [(None, new[n]) for n in range(k + shared, m)]
    return found


def write_backstage(document: Document, front: str, titles: Sequence[str], *, create_id: NewId = new_id) -> Edit:
    """Let exactly these steps stand behind the scenes of a step: known titles stay, others change, come or go."""
    step: Step = Draft(document).get("step", front)
    held = behind(document, step)
    verbs: list[Verb] = []
    for old, title in paired([each.title for each in held], titles):
        if title is None:
            verbs.append(partial(steps.delete, steps=[held[old or 0].id], create_id=create_id))
        elif old is None:
            verbs.append(partial(_add_behind, step=step, title=title, create_id=create_id))
        elif held[old].title != title:
            verbs.append(partial(steps.rename, step=held[old].id, title=title))
    return together(document, "step.backstage", verbs, title=step.title)


def behind(document: Document, step: Step) -> list[Step]:
    """The steps behind the scenes in the column of this one."""
    beside = document.referring(step.phase, "step")
    mine = [s for s in beside if (s.journey, s.stage, s.column) == (step.journey, "back", step.column)]
    return sorted(mine, key=lambda each: (each.track, each.id))


def _add_behind(document: Document, step: Step, title: str, create_id: NewId) -> Edit:
    """A step in the column of this one, which may be gone itself by now: it can be one of those behind the scenes."""
    track = max((each.track for each in behind(document, step)), default=-1) + 1
    place = (step.journey, step.phase, "back", step.column, track)
    return steps.add(document, place, title, create_id=create_id)
