"""Makes a valid document of sound entities: the same one whatever their order, with a list of what that cost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from journeys.model.document import Document, place_of
from journeys.model.entities import Entity, Moment, Party, Phase, Step, Study
from journeys.model.fields import MAX_DAYS, MAX_PLACES
from journeys.model.integrity import MAX_STEPS, check_document
from journeys.model.references import cleared, references
from journeys.model.schema import KIND_OF, KINDS
from journeys.store.losses import Loss, title_of

_ROUNDS: Final = 50
KEPT: Final = ("due", "parent_step")
"""Fields of which only the reference is lost: a process whose step is gone is still worth having."""


class Healed(NamedTuple):
    """A valid document, None when nothing is left; and what is not in it as it was."""

    document: Document | None
    losses: tuple[Loss, ...]


def healed(entities: Iterable[Entity], title: str) -> Document | None:
    """The document of `heal`."""
    return heal(entities, title).document


def heal(entities: Iterable[Entity], title: str, titles: Mapping[str, str] | None = None) -> Healed:
    """A valid document of sound entities. References to what is lost are cleared, or their holder is dropped.

    A lost study or day 0 is made anew. `title`: for a study without one; `titles`: of what is lost already, by id.
    """
    given = sorted(entities, key=lambda entity: (KINDS.index(KIND_OF[type(entity)]), entity.id, repr(entity)))
    if not given:
        return Healed(None, ())
    patient = _Patient(given, titles or {})
    patient.complete(title)
    for _ in range(_ROUNDS):
        patient.without_dangling()
        for mend in (_phases_apart, _places_apart, _links_once, _parties_without_circles):
            mend(patient)
        problems = check_document(patient.document())
        if not problems:
            return Healed(patient.document(), tuple(patient.losses))
        for problem in problems:
            patient.drop(problem.kind, problem.id, "loss.invalid")
        patient.complete(title)
    return Healed(None, tuple(patient.losses))


class _Patient:
    """The tables while they are being healed, and what that costs."""

    def __init__(self, entities: Sequence[Entity], titles: Mapping[str, str]) -> None:
        self.tables: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self.losses: list[Loss] = []
        self.titles = {entity.id: title_of(entity, {}) for entity in entities} | dict(titles)
        known: set[str] = set()
        for entity in entities:
            kind = KIND_OF[type(entity)]
            full = len(self.tables[kind]) >= (MAX_STEPS if kind == "step" else 1 if kind == "study" else len(entities))
            if entity.id in known or full:
                self._lose(entity, "loss.double" if not full or kind == "study" else "loss.invalid")
                continue
            known.add(entity.id)
            self.tables[kind][entity.id] = entity

    def document(self) -> Document:
        return Document(self.tables)  # type: ignore[arg-type]  # the names are kinds

    def all(self, kind: str) -> list[Any]:
        return list(self.tables[kind].values())

    def drop(self, kind: str, id_: str, code: str) -> None:
        entity = self.tables[kind].pop(id_, None)
        if entity is not None:
            self._lose(entity, code)

    def change(self, entity: Any, code: str = "loss.mended", **fields: object) -> None:
        kind = KIND_OF[type(entity)]
        self.tables[kind][entity.id] = replace(entity, **fields)
        self._tell(code, kind, entity, field=next(iter(fields)))

    def _lose(self, entity: Entity, code: str) -> None:
        self._tell(code, KIND_OF[type(entity)], entity)

    def _tell(self, code: str, kind: str, entity: Any, **values: object) -> None:
        self.losses.append(Loss(code, kind, entity.id, title_of(entity, self.titles), values))

    def made(self, entity: Any) -> None:
        kind = KIND_OF[type(entity)]
        self.tables[kind][entity.id] = entity
        self._tell("loss.made", kind, entity)

    def new_id(self, what: str) -> str:
        """The same for the same contents, so that what is saved twice is the same study."""
        known = "\n".join(sorted(id_ for table in self.tables.values() for id_ in table))
        return hashlib.sha256(f"{what}\n{known}".encode()).hexdigest()[:32]

    def complete(self, title: str) -> None:
        """There is one study, and one day 0."""
        if not self.tables["study"]:
            self.made(Study(self.new_id("study"), title[:200].strip() or "?"))
        moments: list[Moment] = sorted(self.all("moment"), key=lambda one: (not one.is_day0, one.day != 0, one.id))
        if not moments or not (moments[0].is_day0 or moments[0].day == 0):
            self.made(Moment(self.new_id("moment"), "0", 0, is_day0=True))
            return
        zero, *others = moments
        if not zero.is_day0 or zero.day:
            self.change(zero, is_day0=True, day=0)
        for other in others:
            if other.is_day0:
                self.change(other, is_day0=False)

    def without_dangling(self) -> None:
        """Clears or drops until no reference leads to nothing; every round changes something, or ends."""
        changed = True
        while changed:
            changed = False
            for kind in KINDS:
                for entity in self.all(kind):
                    changed = self._clear(kind, entity) or changed

    def _clear(self, kind: str, entity: Any) -> bool:
        now, fields = entity, []
        for reference in tuple(references(entity)):
            if reference.id in self.tables[reference.ref.kind]:
                continue
            if reference.ref.on_delete == "drop" and reference.field not in KEPT:
                self.drop(kind, entity.id, "loss.dependent")
                return True
            now = cleared(now, reference.ref.kind, reference.id)
            fields.append(reference.field)
        if fields:
            self.tables[kind][entity.id] = now
            for name in dict.fromkeys(fields):
                self._tell("loss.reference", kind, entity, field=name)
        return bool(fields)


def _phases_apart(patient: _Patient) -> None:
    """No two phases begin on one day: the later one moves on, and the study ends after the last."""
    phases: list[Phase] = sorted(patient.all("phase"), key=lambda phase: (phase.start_day, phase.id))
    starts: list[int] = []
    for phase in phases:
        starts.append(max(phase.start_day, starts[-1] + 1) if starts else phase.start_day)
    most = MAX_DAYS - 1
    for number in range(len(starts) - 1, -1, -1):
        starts[number] = min(starts[number], most)
        most = starts[number] - 1
    for phase, start in zip(phases, starts, strict=True):
        if phase.start_day != start:
            patient.change(phase, start_day=start)
    for study in patient.all("study"):
        if starts and study.end_day <= starts[-1]:
            patient.change(study, end_day=starts[-1] + 1)


def _places_apart(patient: _Patient) -> None:
    """Of steps on one place, all but the first move to the end of their row."""
    steps: list[Step] = sorted(patient.all("step"), key=lambda step: step.id)
    taken, last = set(map(place_of, steps)), dict[tuple[str, str, str, int], int]()
    if len(taken) == len(steps):
        return
    for step in steps:
        row = (step.journey, step.phase, step.stage, step.track)
        last[row] = max(last.get(row, 0), step.column)
    stood: set[Any] = set()
    for step in steps:
        if place_of(step) not in stood:
            stood.add(place_of(step))
            continue
        row = (step.journey, step.phase, step.stage, step.track)
        column = last[row] + 1
        if column > MAX_PLACES:  # there are fewer steps than places
            column = next(n for n in range(MAX_PLACES + 1) if place_of(replace(step, column=n)) not in taken)
        else:
            last[row] = column
        moved = replace(step, column=column)
        taken.add(place_of(moved))
        stood.add(place_of(moved))
        patient.change(step, column=column)


def _links_once(patient: _Patient) -> None:
    """One link for each pair of steps, and both of the same journey."""
    steps, pairs = patient.tables["step"], set()
    for link in sorted(patient.all("link"), key=lambda link: link.id):
        if steps[link.source].journey != steps[link.target].journey:
            patient.drop("link", link.id, "loss.invalid")
        elif (link.source, link.target) in pairs:
            patient.drop("link", link.id, "loss.double")
        pairs.add((link.source, link.target))


def _parties_without_circles(patient: _Patient) -> None:
    """A party that is part of itself is cut loose, at the first of the circle by its id."""
    seen: set[str] = set()
    for party in sorted(patient.all("party"), key=lambda party: party.id):
        path: dict[str, None] = {}
        at: str | None = party.id
        while at is not None and at not in seen and at not in path:
            path[at] = None
            above: Party = patient.tables["party"][at]
            at = above.parent
        if at is not None and at in path:
            circle = list(path)[list(path).index(at) :]
            patient.change(patient.tables["party"][min(circle)], parent=None)
        seen.update(path)
