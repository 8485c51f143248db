"""The verbs every kind of entity has: add it, change its fields, delete it, put it in another order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit
from journeys.errors import EditError
from journeys.model.changes import Key
from journeys.model.document import Document
from journeys.model.entities import Entity
from journeys.model.fields import Kind
from journeys.model.references import cleared, references
from journeys.model.schema import KIND_OF, fields_of


def add(document: Document, entity: Entity) -> Edit:
    """Add an entity of any kind, its text cleaned."""
    kind = KIND_OF[type(entity)]
    if document.get((kind, entity.id)) is not None:
        raise EditError("edit.exists", kind=kind, id=entity.id)
    draft = Draft(document)
    draft.put(cleaned(entity))
    return draft.edit(f"{kind}.add", subjects=(entity.id,), title=name_of(entity))


def change(document: Document, kind: Kind, ids: str | Sequence[str], /, **fields: object) -> Edit:
    """Set fields of one or several entities of a kind, text cleaned.

    Raises EditError `edit.gone` for an unknown id and `edit.no_field` for a field that the kind does not have.
    """
    draft = Draft(document)
    every = (ids,) if isinstance(ids, str) else tuple(ids)
    for id_ in every:
        entity = draft.get(kind, id_)
        unknown = set(fields) - {spec.name for spec in fields_of(type(entity))} | ({"id"} & set(fields))
        if unknown:
            raise EditError("edit.no_field", kind=kind, field=min(unknown))
        draft.put(cleaned(replace(entity, **fields)))
    title = name_of(draft.get(kind, every[0])) if every else ""
    return draft.edit(f"{kind}.change", subjects=every, title=title, n=len(every), field=", ".join(sorted(fields)))


def delete(document: Document, kind: Kind, ids: str | Sequence[str]) -> Edit:
    """Delete entities with everything that cannot be without them; other references to them are cleared."""
    every = (ids,) if isinstance(ids, str) else tuple(ids)
    draft = Draft(document)
    title = name_of(draft.get(kind, every[0])) if every else ""
    for id_ in every:
        draft.get(kind, id_)
        drop_with_referrers(draft, (kind, id_))
    return draft.edit(f"{kind}.delete", title=title, n=len(every))


def reorder(document: Document, kind: Kind, ids: Sequence[str]) -> Edit:
    """Give these entities the order in which they are listed, from 0."""
    draft = Draft(document)
    for order, id_ in enumerate(ids):
        draft.put(replace(draft.get(kind, id_), order=order))
    return draft.edit(f"{kind}.reorder", subjects=tuple(ids))


def drop_with_referrers(draft: Draft, key: Key) -> None:
    """Take an entity out of the draft, and follow the references to it; a picture that nobody shows goes along."""
    waiting, pictures = [key], set()
    while waiting:
        kind, gone = waiting.pop()
        pictures |= pictures_of(draft.find(kind, gone))
        draft.drop(kind, gone)
        for referrer in draft.document.referrers(gone):
            entity = draft.find(*referrer)
            if entity is None:
                continue
            if _goes_along(entity, gone):
                waiting.append(referrer)
            else:
                draft.put(cleared(entity, kind, gone))
    drop_unused_images(draft, pictures)


def drop_unused_images(draft: Draft, images: Iterable[str | None]) -> None:
    """Take those of these pictures out that nobody shows any more: who is deleted leaves no portrait behind."""
    for image in filter(None, images):
        shown = (draft.find(*referrer) for referrer in draft.document.referrers(image))
        if draft.find("image", image) is not None and not any(image in pictures_of(entity) for entity in shown):
            draft.drop("image", image)


def pictures_of(entity: Entity | None) -> set[str]:
    """What the entity shows: a step its picture, a persona its portrait."""
    found = getattr(entity, "image", None) or getattr(entity, "portrait", None)
    return {found} if found else set()


def _goes_along(entity: Entity, gone: str) -> bool:
    return any(
        reference.id == gone and reference.direct and reference.ref.on_delete == "drop"
        for reference in references(entity)
    )


def name_of(entity: Any) -> str:
    """What people call it: its title, name or first words."""
    for field in ("title", "name", "text", "code", "label", "reason", "alt"):
        value = getattr(entity, field, "")
        if value:
            first = str(value).split("\n", 1)[0]
            return first if len(first) <= 40 else first[:39].rstrip() + "…"
    return ""
