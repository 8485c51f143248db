"""Brings one other study into this one, as one edit: what is here already stays, the rest comes beside it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.merge.alike import alike, twins
from journeys.edits.merge.joining import NoRoomError, joined, quote_beside
from journeys.edits.merge.putting import Putting
from journeys.edits.merge.units import owner_of, same_thing
from journeys.model.entities import Moment, Note, Persona
from journeys.model.references import renamed
from journeys.model.schema import KIND_OF, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.model.changes import Key
    from journeys.model.document import Document
    from journeys.model.entities import Entity, Mute


class Brought(NamedTuple):
    """The edit; where each id of the other study now is; and which of its things came in as something new."""

    edit: Edit
    ids: Mapping[str, str]
    came: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the user says is the same: id there → id here. `into`: journeys whose steps go to a journey here.

    `base`: the study before any file came in; a note that was in it already carries votes that are counted already.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    into: Mapping[str, str] = field(default_factory=dict)
    base: Document | None = None


def merge(document: Document, other: Document, *, create_id: NewId = new_id) -> Edit:
    """Everything of `other` but its study, as one edit.

    Parties, channels, moments, phases, sources and lanes that have their like here become those. What is here
    already, the same under the same id, stays; a journey of which anything differs comes in whole, under new ids
    where its own are taken. Days are taken as they are: both studies count from their own day 0. A muted finding
    that is only about what is shared was muted over there, not here.
    """
    return bring(document, other, create_id=create_id).edit


def bring(
    document: Document, other: Document, judged: Judged | None = None, *, create_id: NewId = new_id
) -> Brought:  # fmt: skip
    """As `merge`, with what the user judged the same."""
    judged = judged or Judged()
    work = _Bringing(document, other, judged, create_id)
    draft = work.draft
    work.put_all()
    work.join_all()
    work.mute_all()
    _keep_end_behind_phases(draft, other)
    personas = sum(key[0] == "persona" for key in work.came)
    edit = draft.edit("study.merge", title=entities.name_of(other.study), n=personas)
    return Brought(edit, work.ids, tuple(key for key in work.came if key in edit.changes))


class _Bringing:
    """One study on its way into another: which ids become which, and what of it comes."""

    def __init__(self, document: Document, other: Document, judged: Judged, create_id: NewId) -> None:
        self.document, self.other, self.judged = document, other, judged
        self.draft, self.create_id = Draft(document), create_id
        self.came: list[Key] = []
        self._found = alike(document, other)
        settled = self._found | dict(judged.same) | dict(judged.into)
        self.settled = settled | twins(document, other, settled)
        self._refuse_what_does_not_fit()
        self.units = dict(_units(other, judged.into))
        self.fresh: dict[str, str] = {}
        self.coming: set[str] = set()
        self._see_what_comes()
        self.ids = self.settled | self.fresh

    # What comes

    def _see_what_comes(self) -> None:
        """A unit comes when anything of it is not here; that may turn references of others, which come then too."""
        taken = {id_ for table in self.document.tables.values() for id_ in table}
        waiting = list(self.units)
        while waiting:
            turned = {old: new for old, new in (self.settled | self.fresh).items() if old != new}
            still: list[str] = []
            for unit in waiting:
                if all(self._is_here(entity, turned) for entity in self.units[unit]):
                    still.append(unit)
                    continue
                self.coming.add(unit)
                self.fresh |= {e.id: self.create_id() for e in self.units[unit] if self._needs_an_id(e, taken)}
            if len(still) == len(waiting):
                return
            waiting = still

    def _is_here(self, entity: Any, turned: Mapping[str, str]) -> bool:
        if entity.id in self.settled:
            return True
        held = self.document.get((KIND_OF[type(entity)], entity.id))
        return held is not None and same_thing(held, renamed(entity, turned))

    def _needs_an_id(self, entity: Entity, taken: set[str]) -> bool:
        return entity.id in taken and entity.id not in self.settled

    def _refuse_what_does_not_fit(self) -> None:
        """Two of which the texts do not fit in one stay two."""
        kept: dict[str, Any] = {}
        for there, here, entity in self._pairs():
            base = kept.get(here.id, here)
            try:
                kept[here.id] = joined(base, renamed(entity, self.settled), 0)
            except NoRoomError:
                if there in self.judged.same:
                    del self.settled[there]
                    self.settled |= {there: self._found[there]} if there in self._found else {}

    def _pairs(self) -> Iterator[tuple[str, Any, Any]]:
        """(id there, what is here, what is there) of what was judged the same, and of phases with their like here."""
        for kind in KINDS:
            for id_, entity in self.other.tables[kind].items():
                if id_ in self.settled and (id_ in self.judged.same or id_ in self.judged.into or kind == "phase"):
                    here = self.document.get((kind, self.settled[id_]))
                    if here is not None and here != entity:
                        yield id_, here, entity

    # Putting

    def put_all(self) -> None:
        putting = Putting(self.draft, self.other, self.ids, self.judged.into)
        for key, entity in self.other:
            if key[0] in ("study", "mute", "step") or entity.id in self.settled:
                continue
            if owner_of(self.other, entity, self.judged.into) in self.coming:
                self._put(putting, entity)
        steps = [step for step in self.other.steps.values() if step.id not in self.settled]
        for step in putting.in_places([s for s in steps if owner_of(self.other, s, self.judged.into) in self.coming]):
            self.came.append(("step", step.id))

    def _put(self, putting: Putting, entity: Any) -> None:
        made = renamed(entity, self.ids)
        if isinstance(made, Moment):
            made = replace(made, is_day0=False)
        put = putting.put(made)
        if put is not None:
            self.came.append((KIND_OF[type(put)], put.id))

    def join_all(self) -> None:
        """What was judged the same."""
        for _, here, entity in self._pairs():
            kind = KIND_OF[type(here)]
            now, coming = self.draft.get(kind, here.id), renamed(entity, self.ids)
            with suppress(NoRoomError):  # of a journey or phase that is the same all the same
                self.draft.put(joined(now, coming, self._votes(now, entity)))
            if isinstance(now, Persona) and not self._quoted(now, coming.quote):
                for note in quote_beside(now, coming, self.create_id):
                    self.draft.put(note)

    def _quoted(self, persona: Persona, quote: str) -> bool:
        return any(note.text == quote for note in self.document.referring(persona.id, "note"))

    def _votes(self, now: Any, there: Any) -> int:
        """What both groups gave; votes that stood there before the group began are not counted twice."""
        if not isinstance(now, Note):
            return 0
        if there.id != now.id:
            return now.votes + int(there.votes)
        base = self.judged.base.notes.get(there.id) if self.judged.base is not None else None
        votes: int = there.votes
        return max(now.votes, votes) if base is None else now.votes + max(0, votes - base.votes)

    def mute_all(self) -> None:
        same = {**self.settled, self.other.study.id: self.document.study.id}
        for mute in self.other.mutes.values():
            if mute != self.document.mutes.get(mute.id) and not all(same.get(id_, id_) != id_ for id_ in mute.subjects):
                taken = {mute.id: self.create_id()} if self.document.mutes.get(mute.id) is not None else {}
                _put_mute(self.draft, renamed(mute, {**self.ids, **same, **taken}))


def _units(other: Document, into: Mapping[str, str]) -> Iterator[tuple[str, list[Any]]]:
    """What comes together or not at all: a journey with everything in it, and anything else by itself."""
    found: dict[str, list[Any]] = {}
    for key, entity in other:
        if key[0] not in ("study", "mute"):
            found.setdefault(owner_of(other, entity, into), []).append(entity)
    yield from found.items()


def _put_mute(draft: Draft, mute: Mute) -> None:
    """Unless this finding is muted here already, or is about something that did not come along."""
    about = mute.code, frozenset(mute.subjects)
    heard = any((held.code, frozenset(held.subjects)) == about for held in draft.all("mute"))
    if not heard and all(any(draft.find(kind, id_) for kind in KINDS) for id_ in mute.subjects):
        draft.put(mute)


def _keep_end_behind_phases(draft: Draft, other: Document) -> None:
    study = draft.document.study
    if any(phase.start_day >= study.end_day for phase in draft.all("phase")):
        draft.put(replace(study, end_day=max(study.end_day, other.study.end_day)))
