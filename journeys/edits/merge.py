"""Merges another study into this one: its personas and journeys come in, shared things are matched by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, NamedTuple

from journeys import text
from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.places import Room
from journeys.model.document import Document
from journeys.model.entities import Entity, Journey, Lane, Link, Moment, Mute, Persona, Phase, Source, Step
from journeys.model.fields import Kind
from journeys.model.references import renamed
from journeys.model.schema import KINDS

SHARED: Final[tuple[Kind, ...]] = ("party", "channel", "moment", "phase", "source", "lane")
"""Kinds of which an equal name means the same thing; a phase may also match by the day on which it starts."""


def merge(document: Document, other: Document, *, create_id: NewId = new_id) -> Edit:
    """Everything of `other` but its study, as one edit.

    Parties, channels, moments, phases, sources and lanes that have their like here become those. What is here
    already, the same under the same id, stays; what has the same id but differs comes in under a new id. Days
    are taken as they are: both studies count from their own day 0. A muted finding that is only about what is shared
    was muted over there, not here.
    """
    draft = Draft(document)
    alike = _alike(document, other)
    ids = {**alike, **_fresh_ids(document, other, alike, create_id)}
    room = Room(draft)
    same = {**alike, other.study.id: document.study.id}
    for key, entity in other:
        if key[0] not in ("study", "mute") and entity.id not in alike and entity != document.get(key):
            _bring_in(draft, room, renamed(entity, ids))
    for mute in other.mutes.values():
        if not all(same.get(subject, subject) != subject for subject in mute.subjects):
            _bring_mute(draft, renamed(mute, {**ids, **same}))
    _keep_end_behind_phases(draft, other)
    personas = sum(1 for persona in other.personas.values() if document.get(("persona", persona.id)) != persona)
    return draft.edit("study.merge", title=entities.name_of(other.study), n=personas)


class Preview(NamedTuple):
    """What a merge would bring in, and what of the other study is here already."""

    personas: tuple[Persona, ...]
    journeys: tuple[Journey, ...]
    """Those of the other study that come in; their personas are in it too, or here already."""
    matched: dict[Kind, list[Any]]
    """The shared things of the other study that have their like here."""
    made: dict[Kind, list[Any]]
    """Those that come in with it."""

    def __bool__(self) -> bool:
        return bool(self.personas or self.journeys or any(self.made.values()))


def preview(document: Document, other: Document) -> Preview:
    """What `merge` would do with the other study."""
    alike = _alike(document, other)
    matched: dict[Kind, list[Any]] = {kind: [] for kind in SHARED}
    made: dict[Kind, list[Any]] = {kind: [] for kind in SHARED}
    for kind in SHARED:
        for entity in sorted(other.tables[kind].values(), key=_listed):
            here = entity.id in alike or document.get((kind, entity.id)) == entity
            (matched if here else made)[kind].append(entity)
    new = {key for key, entity in other if entity != document.get(key)}
    return Preview(
        tuple(each for each in other.personas.values() if ("persona", each.id) in new),
        tuple(each for each in sorted(other.journeys.values(), key=_listed) if ("journey", each.id) in new),
        matched, made,
    )  # fmt: skip


def _listed(entity: Any) -> tuple[int, str]:
    """In time, in their own order, else by name."""
    order = next((getattr(entity, field) for field in ("start_day", "day", "order") if hasattr(entity, field)), 0)
    return order, text.folded(entities.name_of(entity))


def _alike(document: Document, other: Document) -> dict[str, str]:
    """Id there → id here, of the shared things that are the same."""
    here = {
        label: entity.id
        for kind in SHARED
        for entity in document.tables[kind].values()
        for label in _labels(kind, entity)
    }
    found: dict[str, str] = {}
    for kind in SHARED:
        for entity in other.tables[kind].values():
            match = next((here[label] for label in _labels(kind, entity) if label in here), None)
            if match is not None:
                found[entity.id] = match
    return found


def _labels(kind: Kind, entity: Entity) -> list[tuple[object, ...]]:
    """By what an entity is recognised, the strongest first."""
    name = text.folded(entities.name_of(entity))
    match entity:
        case Moment(is_day0=True):
            return [(kind, "day 0")]
        case Phase():
            return [(kind, "start", entity.start_day), (kind, name)]
        case Lane() | Source():
            return [(kind, entity.kind, name)]
        case _:
            return [(kind, name)]


def _fresh_ids(document: Document, other: Document, alike: dict[str, str], create_id: NewId) -> dict[str, str]:
    """New ids for what would otherwise take the place of something else here."""
    taken = {id_ for table in document.tables.values() for id_ in table}
    differs = (e for key, e in other if e.id in taken and e.id not in alike and document.get(key) != e)
    return {entity.id: create_id() for entity in differs if entity.id != other.study.id}


def _bring_in(draft: Draft, room: Room, entity: Any) -> None:
    if isinstance(entity, Step):
        room.put(entity)
    elif isinstance(entity, Moment):
        draft.put(replace(entity, is_day0=False))
    elif not (isinstance(entity, Link) and _is_connected(draft, entity)):
        draft.put(entity)


def _bring_mute(draft: Draft, mute: Mute) -> None:
    """Unless this finding is muted here already, or is about something that did not come along."""
    about = mute.code, frozenset(mute.subjects)
    heard = any((held.code, frozenset(held.subjects)) == about for held in draft.all("mute"))
    if not heard and all(any(draft.find(kind, id_) for kind in KINDS) for id_ in mute.subjects):
        draft.put(mute)


def _is_connected(draft: Draft, link: Link) -> bool:
    return link.source == link.target or any(
        other.target == link.target and other.source == link.source and other.id != link.id
        for other in draft.document.referring(link.source, "link")
    )


def _keep_end_behind_phases(draft: Draft, other: Document) -> None:
    study = draft.document.study
    if any(phase.start_day >= study.end_day for phase in draft.all("phase")):
        draft.put(replace(study, end_day=max(study.end_day, other.study.end_day)))
