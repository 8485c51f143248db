"""The verb that takes a table or pasted lines in: steps in their phases and order, chained, with all they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from journeys.edits import study as studies
from journeys.edits.arrivals import Arrivals, lane_of
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.hanging import Hanging
from journeys.edits.incoming import MOST_LINKS, MOST_PHASES, Goal, Incoming, IncomingStep, Remark
from journeys.edits.naming import Names
from journeys.edits.phasing import Phasing
from journeys.edits.placing import Placing
from journeys.edits.repeats import Repeats
from journeys.edits.telling import Telling
from journeys.edits.texts import Texts
from journeys.edits.wiring import wire
from journeys.errors import EditError
from journeys.i18n import LANGUAGES, Language
from journeys.model.document import Document
from journeys.model.entities import Note, Step
from journeys.model.integrity import MAX_STEPS
from journeys.model.rules import Problem

MOST_SUBJECTS: Final = 400
"""So many steps are selected afterwards; more would only slow the window down."""
MADE: Final = ("step", "note", "phase", "party", "channel", "persona", "journey", "source")
ABOUT_ROWS: Final = ("intake.id_twice", "intake.unknown_id", "intake.other_journey", "intake.here_already")
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
    """One intake at work."""

    def __init__(self, draft: Draft, goal: Goal, create_id: NewId) -> None:
        self._draft, self._goal, self._create_id = draft, goal, create_id
        self._texts = Texts()
        self._names = Names(draft, goal, create_id)
        self._phasing = Phasing(draft, create_id, fresh=goal.fresh)
        self._arrivals = Arrivals(draft, create_id)
        self._placing = Placing(draft, goal, self._names, self._phasing, self._arrivals)
        self._telling = Telling(self._names, self._texts)
        self._repeats = Repeats(draft, () if goal.again else draft.document.steps.values(), self._telling, self._texts)
        self._hanging = Hanging(draft, self._names, self._phasing, self._texts, create_id)
        self._seen: set[str] = set()
        self._rows: dict[str, list[int]] = {}
        self._wired: list[Remark] = []
        self.changed = 0

    def take(self, incoming: Incoming) -> list[Step]:
        """The steps that came in or changed, in the order of the rows."""
        if not (incoming.steps or incoming.phases or incoming.notes or incoming.journeys):
            return []
        if self._goal.study:
            study = self._draft.document.study
            self._draft.put(replace(study, title=self._texts.line(self._goal.study) or study.title))
        self._names.learn(incoming)
        self._phasing.bring(incoming.phases)
        steps = self._placing.in_their_places(incoming.steps)
        ids = [self._step(each) for each in steps]
        self._arrivals.settle()
        if incoming.links is None:
            self._arrivals.tie(self._goal.after)
        else:
            keys = {each.key: id_ for each, id_ in zip(steps, ids, strict=True) if each.key}
            self._wired = wire(self._draft, incoming.links, keys, self._texts.line, self._create_id)
        self._hanging.loose(incoming.notes)
        return [self._draft.get("step", id_) for id_ in ids]

    def remarks(self) -> tuple[Remark, ...]:
        """What was understood or changed on the way."""
        rows = [Remark(code, rows=tuple(self._rows[code])) for code in ABOUT_ROWS if code in self._rows]
        return (*self._phasing.remarks, *self._names.found, *self._wired, *rows, *self._texts.remarks())

    def _note(self, code: str, each: IncomingStep) -> None:
        self._rows.setdefault(code, []).append(each.row)

    def _step(self, each: IncomingStep) -> str:
        known = self._known(each)
        step = self._updated(each, known) if known is not None else self._new(each)
        self._placing.stand_at(step)
        return step.id

    def _known(self, each: IncomingStep) -> Step | None:
        """The step of the study that the row names; a row that names it again is a step of its own."""
        known = self._draft.document.steps.get(each.id) if each.id else None
        if each.id in self._seen:
            self._note("intake.id_twice", each)
            return None
        if each.id and known is None and not self._goal.fresh:
            self._note("intake.unknown_id", each)
        if each.id:
            self._seen.add(each.id)
        return known

    def _new(self, each: IncomingStep) -> Step:
        journey = self._placing.journey(each)
        phase = self._placing.phase(each, journey)
        same = self._repeats.found(each, journey, phase)
        if same is not None:
            self._note("intake.here_already", each)
            return same
        step = self._telling.told(each, Step(self._create_id(), journey, phase, each.stage or "front"))
        if each.column is not None:
            self._arrivals.stands(replace(step, column=each.column, track=each.track or 0))
        else:
            self._placing.place(step)
        self._hanging.on_step(each.notes, step.id, new=True)
        return step

    def _updated(self, each: IncomingStep, known: Step) -> Step:
        """What the row says replaces what the step holds; what it leaves empty stays."""
        new = self._telling.told(each, known)
        phase = self._placing.named(each)
        new = replace(new, phase=phase or new.phase, stage=each.stage or new.stage)
        if (each.journey or each.persona) and self._placing.journey(each) != known.journey:
            self._note("intake.other_journey", each)
        if lane_of(new) != lane_of(known):
            self._arrivals.move(known, new)
        elif new != known:
            self._draft.put(new)
        self.changed += new != known
        self._hanging.on_step(each.notes, new.id, new=False)
        return new


def is_blank(document: Document) -> bool:
    """Whether the study is as `study.blank` makes it, so that its phases may give way to those that come in."""
    if document.steps or document.notes or document.cells or document.facts or len(document.journeys) > 1:
        return False
    held = {(phase.name, phase.start_day) for phase in document.phases.values()}
    return any(held == _blank_phases(language) for language in LANGUAGES)


@cache
def _blank_phases(language: Language) -> set[tuple[str, int]]:
    return {(phase.name, phase.start_day) for phase in studies.blank("-", language).phases.values()}
