"""Which things of another study are here already: by name, by day, or in everything but their id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from journeys import text
from journeys.edits import entities
from journeys.model.entities import Lane, Moment, Phase, Source
from journeys.model.references import renamed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.model.document import Document
    from journeys.model.entities import Entity
    from journeys.model.fields import Kind

SHARED: Final[tuple[Kind, ...]] = ("party", "channel", "moment", "phase", "source", "lane")
"""Kinds of which an equal name means the same thing; a phase may also match by the day on which it starts."""
WHOLE: Final[tuple[Kind, ...]] = ("image", "fact")
"""Kinds of which a second one that says the very same would only be in the way."""


def alike(document: Document, other: Document) -> dict[str, str]:
    """Id there → id here, of the shared things that are the same."""
    here = {
        label: entity.id
        for kind in SHARED
        for entity in document.tables[kind].values()
        for label in labels(kind, entity)
    }
    found: dict[str, str] = {}
    for kind in SHARED:
        for entity in other.tables[kind].values():
            own, known = labels(kind, entity), document.get((kind, entity.id))
            match = next((here[label] for label in own if label in here), None)
            if known is not None and not set(own).isdisjoint(labels(kind, known)):
                match = entity.id  # itself, also where another bears that name
            if match is not None:
                found[entity.id] = match
    return found


def labels(kind: Kind, entity: Entity) -> list[tuple[object, ...]]:
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


def twins(document: Document, other: Document, ids: Mapping[str, str]) -> dict[str, str]:
    """Id there → id here, of facts and pictures that differ in nothing but their id, once `ids` are the same."""
    found: dict[str, str] = {}
    for kind in WHOLE:
        if other.tables[kind]:
            here = {_nameless(entity): entity.id for entity in document.tables[kind].values()}
            for entity in other.tables[kind].values():
                match = here.get(_nameless(renamed(entity, ids)))
                if match is not None:
                    found[entity.id] = match
    return found


def _nameless(entity: Any) -> Any:
    return replace(entity, id="")
