"""What belongs together when a study comes in: a journey with all that is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from journeys.model.entities import Cell, Journey, Link, Note, Stance, Step
from journeys.model.schema import KIND_OF

if TYPE_CHECKING:
    from collections.abc import Collection

    from journeys.model.document import Document
    from journeys.model.fields import Kind

LISTED: Final[tuple[Kind, ...]] = ("persona", "journey", "channel", "lane", "view")
"""Kinds in an order of their own: what comes in stands behind what is here."""


def journey_of(document: Document, entity: Any) -> str | None:
    """The journey in which it stands; None of what stands in none."""
    match entity:
        case Step() | Cell() | Stance():
            return entity.journey
        case Link():
            return document.steps[entity.source].journey
        case Note(step=str(step)):
            return document.steps[step].journey
        case Note():
            return entity.journey
        case _:
            return None


def same_thing(held: Any, coming: Any) -> bool:
    """Whether they say the same; what came in before has been put behind others, and may bear its group's name."""
    if KIND_OF[type(held)] in LISTED:
        coming = replace(coming, order=held.order)
    if isinstance(held, Journey) and held.title.startswith(f"{coming.title} ("):
        coming = replace(coming, title=held.title)
    return bool(held == coming)


def owner_of(document: Document, entity: Any, apart: Collection[str] = ()) -> str:
    """The id of its journey, else its own; of what is in a journey that goes `apart` it is its own as well."""
    journey = journey_of(document, entity)
    return entity.id if journey is None or journey in apart else journey
