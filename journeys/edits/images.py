"""Verbs on pictures: a persona's portrait, the picture on a step. Their bytes are stored before, never in the edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.edits import entities
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.entities import Image

if TYPE_CHECKING:
    from journeys.model.document import Document

MOST: Final = 200
"""Pictures in one study: what the exchange formats hold too."""


class Stored(NamedTuple):
    """A picture whose bytes lie in the store already."""

    sha256: str
    media: Literal["png", "jpeg"]
    width_px: int
    height_px: int


def put_portrait(document: Document, persona: str, stored: Stored, *, create_id: NewId = new_id) -> Edit:
    """Give a persona this portrait, instead of the one it had."""
    draft = Draft(document)
    held = draft.get("persona", persona)
    made = Image(create_id(), *_told(stored), alt=held.name)
    draft.put(replace(held, portrait=made.id))
    _add(draft, made, instead_of=held.portrait)
    return draft.edit("image.portrait", subjects=(persona,), title=held.name)


def put_on_step(document: Document, step: str, stored: Stored, *, create_id: NewId = new_id) -> Edit:
    """Put a picture on a step, instead of the one it had; what stood under that stays, what described it does not."""
    draft = Draft(document)
    held = draft.get("step", step)
    before = draft.find("image", held.image) if held.image else None
    made = Image(create_id(), *_told(stored), caption=before.caption if before else "")
    draft.put(replace(held, image=made.id))
    _add(draft, made, instead_of=held.image)
    return draft.edit("image.step", subjects=(step,), title=held.title)


def remove_portrait(document: Document, persona: str) -> Edit:
    """Take a persona's portrait away."""
    draft = Draft(document)
    held = draft.get("persona", persona)
    draft.put(replace(held, portrait=None))
    entities.drop_unused_images(draft, [held.portrait])
    return draft.edit("image.portrait_removed", subjects=(persona,), title=held.name)


def remove_from_step(document: Document, step: str) -> Edit:
    """Take the picture off a step."""
    draft = Draft(document)
    held = draft.get("step", step)
    draft.put(replace(held, image=None))
    entities.drop_unused_images(draft, [held.image])
    return draft.edit("image.step_removed", subjects=(step,), title=held.title)


def describe(document: Document, image: str, **fields: str) -> Edit:
    """Say in words what a picture shows (`alt`), or what stands under it (`caption`)."""
    edit = entities.change(document, "image", image, **fields)
    return Edit("image.describe", edit.changes, {}, edit.subjects)


def _told(stored: Stored) -> tuple[Literal["png", "jpeg"], int, int, str]:
    return stored.media, stored.width_px, stored.height_px, stored.sha256


def _add(draft: Draft, image: Image, *, instead_of: str | None) -> None:
    """Raises EditError `edit.many_images` where the study is full; what takes another's place needs no room."""
    entities.drop_unused_images(draft, [instead_of])
    if len(draft.all("image")) >= MOST:
        raise EditError("edit.many_images", most=MOST)
    draft.put(cleaned(image))
