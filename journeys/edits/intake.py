"""The verb that takes a table or pasted lines in: steps in their phases and order, chained, with all they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from journeys import text
from journeys.edits import study as studies
from journeys.edits.arrivals import Arrivals, lane_of
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.hanging import Hanging
from journeys.edits.incoming import MOST_LINKS, MOST_PHASES, Goal, Incoming, IncomingStep, Remark
from journeys.edits.naming import Names, key
from journeys.edits.phasing import Phasing
from journeys.edits.wiring import wire
from journeys.errors import EditError
from journeys.i18n import LANGUAGES, Language
from journeys.model.document import Document, Place
from journeys.model.entities import Note, Phase, Step
from journeys.model.integrity import MAX_STEPS
from journeys.model.rules import Problem
from journeys.model.values import Contact, Evidence

MOST_SUBJECTS: Final = 400
"""So many steps are selected afterwards; more would only slow the window down."""
MADE: Final = ("step", "note", "phase", "party", "channel", "persona", "journey", "source")
ALTERED: Final = ("note", "phase", "party", "channel", "persona", "journey", "source")


@dataclass(frozen=True, slots=True)
class Taken:
    """The edit, what was understood or changed on the way, and how much of each kind is new or changed."""

    edit: Edit
    remarks: tuple[Remark, ...]
    made: dict[str, int]
    changed: int
    altered: dict[str, int]
    """How much of each other kind than steps is in the study already and changes."""
    same: frozenset[str]
    """Ids of steps that came in and stay as they are, with their notes."""


def take_in(
    document: Document, incoming: Incoming, goal: Goal, *, code: str = "step.intake", title: str = "",
    create_id: NewId = new_id,
) -> Edit:  # fmt: skip
    """Everything that comes in, as one edit; falsy when nothing does. Raises EditError as `taken` does."""
    return taken(document, incoming, goal, code=code, title=title, create_id=create_id).edit


def taken(
    document: Document, incoming: Incoming, goal: Goal, *, code: str = "step.intake", title: str = "",
    create_id: NewId = new_id,
) -> Taken:  # fmt: skip
    """As `take_in`, with what the preview tells.

    Raises EditError `edit.no_room`; for too many `edit.refused`, `edit.many_phases` or `edit.many_links`.
    """
    _check_size(incoming)
    draft = Draft(document)
    work = _Intake(draft, goal, create_id)
    steps = work.take(incoming)
    edit = draft.edit(code)
    same = _same(edit, document, steps)
    told = [step for step in steps if step.id not in same]
    name = title or next((step.title for step in told or steps), "")
    subjects = tuple(step.id for step in told[:MOST_SUBJECTS])
    edit = replace(edit, words={"title": name, "n": len(told) or len(steps)}, subjects=subjects)
    if edit and len(document.steps) + sum(1 for step in steps if step.id not in document.steps) > MAX_STEPS:
        raise _too_many()
    made = Counter(kind for (kind, _), (before, after) in edit.changes.items() if before is None and after is not None)
    altered = Counter(kind for (kind, _), (before, after) in edit.changes.items() if before and after)
    return Taken(
        edit, work.remarks(), {kind: made[kind] for kind in MADE if made[kind]}, work.changed,
        {kind: altered[kind] for kind in ALTERED if altered[kind]}, same,
    )  # fmt: skip


def _check_size(incoming: Incoming) -> None:
    """Before any of it takes time."""
    if len(incoming.steps) > MAX_STEPS:
        raise _too_many()
    if len(incoming.phases) > MOST_PHASES:
        raise EditError("edit.many_phases", found=len(incoming.phases), most=MOST_PHASES)
    if len(incoming.links or ()) > MOST_LINKS:
        raise EditError("edit.many_links", found=len(incoming.links or ()), most=MOST_LINKS)


def _too_many() -> EditError:
    return EditError("edit.refused", problem=Problem("rule.too_many", "step", "", "", {"most": MAX_STEPS}))


def _same(edit: Edit, document: Document, steps: Iterable[Step]) -> frozenset[str]:
    """Of these steps those that the study has and that say nothing else than they did; making room is no change."""
    touched = {one.step for change in edit.changes.values() for one in change if isinstance(one, Note)}
    held = {step.id: step for step in steps if step.id in document.steps and step.id not in touched}
    return frozenset(
        id_ for id_, step in held.items()
        if replace(document.steps[id_], column=step.column, track=step.track) == step
    )  # fmt: skip


class _Intake:
    """One intake at work: knows which step came before, for each journey."""

    def __init__(self, draft: Draft, goal: Goal, create_id: NewId) -> None:
        self._draft, self._goal, self._create_id = draft, goal, create_id
        self._names = Names(draft, goal, create_id)
        self._phasing = Phasing(draft, create_id, fresh=goal.fresh)
        self._hanging = Hanging(draft, self._names, self._phasing, self._line, self._body, create_id)
        self._arrivals = Arrivals(draft, create_id)
        self._before: dict[str, Step] = {}
        self._front: dict[str, str] = {}
        self._changes: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._twice: list[int] = []
        self._unknown: list[int] = []
        self._elsewhere: list[int] = []
        self._here: list[int] = []
        self._found: list[Remark] = []
        self._alike = _alike(draft.document.steps.values()) if not goal.again else {}
        self.changed = 0

    def take(self, incoming: Incoming) -> list[Step]:
        """The steps that came in or changed, in the order of the rows."""
        if not (incoming.steps or incoming.phases or incoming.notes or incoming.journeys):
            return []
        if self._goal.study:
            study = self._draft.document.study
            self._draft.put(replace(study, title=self._line(self._goal.study) or study.title))
        self._names.learn(incoming)
        self._phasing.bring(incoming.phases)
        steps = self._with_places(incoming.steps)
        ids = [self._step(each) for each in steps]
        self._arrivals.settle()
        if incoming.links is None:
            self._arrivals.tie(self._goal.after)
        else:
            keys = {each.key: id_ for each, id_ in zip(steps, ids, strict=True) if each.key}
            self._found += wire(self._draft, incoming.links, keys, self._line, self._create_id)
        self._hanging.loose(incoming.notes)
        return [self._draft.get("step", id_) for id_ in ids]

    def remarks(self) -> tuple[Remark, ...]:
        """What was understood or changed on the way."""
        found = [*self._phasing.remarks, *self._names.found, *self._found]
        for code, rows in (
            ("intake.id_twice", self._twice),
            ("intake.unknown_id", self._unknown),
            ("intake.other_journey", self._elsewhere),
            ("intake.here_already", self._here),
        ):
            if rows:
                found.append(Remark(code, rows=tuple(rows)))
        found += [Remark(f"notice.text_{code}", {"n": n}) for code, n in sorted(self._changes.items())]
        return tuple(found)

    def _step(self, each: IncomingStep) -> str:
        known = self._draft.document.steps.get(each.id) if each.id else None
        if each.id in self._seen:
            known = None
            self._twice.append(each.row)
        elif each.id and known is None and not self._goal.fresh:
            self._unknown.append(each.row)
        if each.id:
            self._seen.add(each.id)
        if known is None and (same := self._said_by(each)) is not None:
            self._here.append(each.row)
            self._stand_at(same)
            return same.id
        step = self._added(each) if known is None else self._updated(each, known)
        self._stand_at(step)
        self._hanging.on_step(each.notes, step.id, new=known is None)
        return step.id

    def _stand_at(self, step: Step) -> None:
        """What comes next comes behind this one."""
        self._before[step.journey] = step
        if step.stage == "front":
            self._front[step.journey] = step.id

    # A step that is here already

    def _said_by(self, each: IncomingStep) -> Step | None:
        """The step that says all that this row says; each is found once, so a row that stands there twice comes in."""
        if not self._alike:
            return None
        journey = self._journey(each)
        found = self._alike.get((journey, self._phase(each, journey), key(each.title)), [])
        counted = self._changes.copy()
        same = next((step for step in found if self._says(step, each)), None)
        self._changes = counted
        if same is not None:
            found.remove(same)
        return same

    def _says(self, step: Step, each: IncomingStep) -> bool:
        held = {(note.kind, key(note.text)) for note in self._draft.document.referring(step.id, "note")}
        said = {(note.kind, key(clean)) for note in each.notes if (clean := self._body(note.text))}
        return said <= held and each.stage in (None, step.stage) and self._told(each, step) == step

    # A new step

    def _added(self, each: IncomingStep) -> Step:
        journey = self._journey(each)
        phase = self._phase(each, journey)
        step = self._told(each, Step(self._create_id(), journey, phase, each.stage or "front"))
        if each.column is not None:
            self._arrivals.stands(replace(step, column=each.column, track=each.track or 0))
            return step
        self._place(step)
        return step

    def _journey(self, each: IncomingStep) -> str:
        return self._names.journey(each.persona, each.journey, each.variant)

    def _with_places(self, steps: Sequence[IncomingStep]) -> list[IncomingStep]:
        """The steps with the places that they get: those they came with hold where a journey is empty until now.

        In such a journey a step that says nothing stands behind those before it.
        """
        told = {self._journey(each) for each in steps if each.column is not None or each.track is not None}
        told = {journey for journey in told if not self._draft.document.referring(journey, "step")}
        taken: Counter[Place] = Counter()
        before: Counter[tuple[str, ...]] = Counter()
        found: list[IncomingStep] = []
        for each in steps:
            journey = self._journey(each)
            if journey not in told:
                found.append(replace(each, column=None))
                continue
            lane = (journey, self._phase(each, journey), each.stage or "front")
            column = each.column if each.column is not None else before[lane]
            before[lane] += 1
            taken[*lane, column, each.track or 0] += 1
            found.append(replace(each, column=column))
        twice = {place[0] for place, n in taken.items() if n > 1}
        return (
            [replace(each, column=None) if self._journey(each) in twice else each for each in found] if twice else found
        )

    def _phase(self, each: IncomingStep, journey: str) -> str:
        """What the row says; else that of the row above, of the selection, or where the journey now ends."""
        named = self._phasing.ids.get(key(text.title(each.phase))) if each.phase else None
        if named is not None:
            return named
        before = self._before.get(journey)
        if before is not None:
            return before.phase
        if journey == self._goal.journey:
            chosen = self._draft.find("step", self._goal.after) if self._goal.after else None
            phase = chosen.phase if chosen is not None else self._goal.phase
            if phase and self._draft.find("phase", phase) is not None:
                return str(phase)
        return self._end_of(journey)

    def _end_of(self, journey: str) -> str:
        """The last phase in which the journey has a step, or the first there is."""
        held = {step.phase for step in self._draft.document.referring(journey, "step")}
        ordered: list[Phase] = sorted(self._draft.all("phase"), key=lambda phase: phase.start_day)
        return next((phase.id for phase in reversed(ordered) if phase.id in held), ordered[0].id)

    def _place(self, step: Step) -> None:
        before, goal = self._before.get(step.journey), self._goal
        chosen: Step | None = self._draft.find("step", goal.after) if goal.after else None
        if step.stage == "back":
            self._arrivals.under(step, self._front.get(step.journey) if self._beside(step) else None)
        elif before is not None and lane_of(before) == lane_of(step):
            self._arrivals.after(step, before.id)
        elif before is None and chosen is not None and lane_of(chosen) == lane_of(step):
            self._arrivals.after(step, chosen.id)
        elif before is None and goal.column is not None and (goal.journey, goal.phase) == (step.journey, step.phase):
            self._arrivals.at(step, goal.column)
        else:
            self._arrivals.last(step)

    def _beside(self, step: Step) -> bool:
        front = self._front.get(step.journey)
        return front is not None and self._draft.get("step", front).phase == step.phase

    # A step of the study

    def _updated(self, each: IncomingStep, known: Step) -> Step:
        """What the row says replaces what the step holds; what it leaves empty stays."""
        new = self._told(each, known)
        phase = self._phasing.ids.get(key(text.title(each.phase))) if each.phase else None
        new = replace(new, phase=phase or new.phase, stage=each.stage or new.stage)
        if (each.journey or each.persona) and self._journey(each) != known.journey:
            self._elsewhere.append(each.row)
        if lane_of(new) != lane_of(known):
            self._arrivals.move(known, new)
        elif new != known:
            self._draft.put(new)
        self.changed += new != known
        return new

    def _told(self, each: IncomingStep, step: Step) -> Step:
        given: dict[str, Any] = {
            "title": self._line(each.title), "body": self._body(each.body), "place": self._line(each.place),
            "contacts": self._contacts(each), "day": each.day, "lasts": each.lasts, "emotion": each.emotion,
            "moment_of_truth": each.moment_of_truth,
        }  # fmt: skip
        given = {field: value for field, value in given.items() if value not in (None, "", ())}
        if each.nobody:
            given |= {"nobody": True, "contacts": ()}
        elif given.get("contacts"):
            given["nobody"] = False
        return replace(step, evidence=self._evidence(each, step.evidence), **given)

    def _contacts(self, each: IncomingStep) -> tuple[Contact, ...]:
        found = (
            Contact(
                self._names.party(self._line(said.party)) if said.party else None,
                self._names.channel(self._line(said.channel)) if said.channel else None,
                self._names.party(self._line(said.passes_on_for)) if said.passes_on_for else None,
            )
            for said in each.contacts
        )
        return tuple(dict.fromkeys(contact for contact in found if contact != Contact()))

    def _evidence(self, each: IncomingStep, held: Evidence) -> Evidence:
        sources = [id_ for said in each.sources if (id_ := self._names.source(self._line(said))) is not None]
        return Evidence(
            each.status or held.status, tuple(dict.fromkeys((*held.sources, *sources))),
            self._body(each.evidence) or held.note,
        )  # fmt: skip

    # Text

    def _line(self, raw: str) -> str:
        return self._clean(raw, text.TITLE_MAX, multiline=False)

    def _body(self, raw: str) -> str:
        return self._clean(raw, text.BODY_MAX, multiline=True)

    def _clean(self, raw: str, most: int, *, multiline: bool) -> str:
        if len(raw) <= most and raw.isascii() and raw.isprintable() and raw == raw.strip() and "  " not in raw:
            return raw  # as nearly all text is
        found = text.clean(raw, most, multiline=multiline)
        self._changes.update(found.changes)
        return found.text


def _alike(steps: Iterable[Step]) -> dict[tuple[str, str, str], list[Step]]:
    found: dict[tuple[str, str, str], list[Step]] = {}
    for step in steps:
        found.setdefault((step.journey, step.phase, key(step.title)), []).append(step)
    return found


def is_blank(document: Document) -> bool:
    """Whether the study is as `study.blank` makes it, so that its phases may give way to those that come in."""
    if document.steps or document.notes or document.cells or document.facts or len(document.journeys) > 1:
        return False
    held = {(phase.name, phase.start_day) for phase in document.phases.values()}
    return any(held == _blank_phases(language) for language in LANGUAGES)


@cache
def _blank_phases(language: Language) -> set[tuple[str, int]]:
    return {(phase.name, phase.start_day) for phase in studies.blank("-", language).phases.values()}
