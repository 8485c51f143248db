"""Which ids an entity refers to, and what happens to the referrer when one of those is deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from journeys.model.entities import Entity, Mute
from journeys.model.fields import Kind, Ref
from journeys.model.schema import FieldType, fields_of, per_class


class Reference(NamedTuple):
    """One id in one field of an entity."""

    field: str
    ref: Ref
    id: str
    direct: bool
    """The field itself holds the id, not a value or a tuple inside it."""


def references(entity: Entity) -> Iterator[Reference]:
    """Every id the entity refers to, with the field that holds it; values inside are looked into."""
    for name, field in _referring_fields(type(entity)):
        value = getattr(entity, name)
        if value:
            for ref, target in _ids(field, value):
                yield Reference(name, ref, target, field.ref is not None)


def targets(entities: Sequence[Entity]) -> Iterator[tuple[Kind, set[str]]]:
    """(kind, ids) of what these entities, all of one class and well-formed, refer to, field by field."""
    for name, field in _referring_fields(type(entities[0])) if entities else ():
        if field.ref is not None:
            yield field.ref.kind, {value for value in map(attrgetter(name), entities) if value}
            continue
        held = {id(value): value for value in map(attrgetter(name), entities)}
        found: dict[Kind, set[str]] = {}
        for value in held.values():
            for ref, target in _ids(field, value) if value else ():
                found.setdefault(ref.kind, set()).add(target)
        yield from found.items()


def cleared(entity: Any, kind: Kind, gone: str) -> Any:
    """The entity with every reference of this kind to `gone` taken out."""
    changes = {
        name: _without(field, getattr(entity, name), kind, gone) for name, field in _referring_fields(type(entity))
    }
    return replace(entity, **changes)


def renamed(entity: Any, ids: Mapping[str, str]) -> Any:
    """The entity with its own id and every id it refers to looked up in `ids`; unknown ids stay."""
    changes = {name: _renamed(field, getattr(entity, name), ids) for name, field in _referring_fields(type(entity))}
    if isinstance(entity, Mute):
        changes["subjects"] = tuple(dict.fromkeys(ids.get(subject, subject) for subject in entity.subjects))
    return replace(entity, id=ids.get(entity.id, entity.id), **changes)


def _renamed(field: FieldType, value: Any, ids: Mapping[str, str]) -> Any:
    if value is None:
        return None
    if field.shape == "many" and field.item:
        return tuple(dict.fromkeys(_renamed(field.item, entry, ids) for entry in value))
    if field.value is not None:
        inner = _referring_fields(field.value)
        return replace(value, **{name: _renamed(spec, getattr(value, name), ids) for name, spec in inner})
    return ids.get(value, value)


@per_class
def _referring_fields(cls: type[Any]) -> tuple[tuple[str, FieldType], ...]:
    return tuple((field.name, field) for field in fields_of(cls) if _refers(field))


def _refers(field: FieldType) -> bool:
    if field.shape == "value":
        return bool(_referring_fields(field.value)) if field.value else False
    if field.shape == "many" and field.item:
        return _refers(field.item)
    return field.ref is not None


def _ids(field: FieldType, value: Any) -> Iterator[tuple[Ref, str]]:
    if field.shape == "many" and field.item:
        for item in value:
            yield from _ids(field.item, item)
    elif field.value is not None:
        for name, inner in _referring_fields(field.value):
            held = getattr(value, name)
            if held:
                yield from _ids(inner, held)
    elif field.ref is not None:
        yield field.ref, value


def _without(field: FieldType, value: Any, kind: Kind, gone: str) -> Any:
    if value is None:
        return None
    if field.shape == "many" and field.item:
        item = field.item
        kept = (_without(item, entry, kind, gone) for entry in value)
        return tuple(dict.fromkeys(entry for entry in kept if entry is not None and not _blank(item, entry)))
    if field.value is not None:
        inner = {f.name: f for f in fields_of(field.value)}
        if any(ref.kind == kind and ref.on_delete == "drop" and target == gone for ref, target in _ids(field, value)):
            return None
        return replace(value, **{name: _without(inner[name], getattr(value, name), kind, gone)
                                 for name, _ in _referring_fields(field.value)})  # fmt: skip
    hit = field.ref is not None and field.ref.kind == kind and value == gone
    return None if hit else value


def _blank(field: FieldType, entry: Any) -> bool:
    """A value with nothing left in it, such as a contact whose party is gone."""
    return field.value is not None and entry == field.value()
