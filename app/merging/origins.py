"""Journeys that began as copies of one here: the same one by its id, or the same person's journey of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import text
from journeys.edits.merge import HERE, Ref
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.model.document import Document
    from journeys.model.entities import Journey


def origins(here: Document, others: Sequence[Document]) -> dict[Ref, Ref]:
    """Journey in a file → the journey here that it began from; a current one never begins from a desired one."""
    named: dict[tuple[str, ...], Journey] = {}
    for journey in sorted(here.journeys.values(), key=by_order):
        if journey.parent_step is None:
            named.setdefault(_named(here, journey), journey)
    return {
        Ref(file, journey.id): Ref(HERE, origin.id)
        for file, document in enumerate(others)
        for journey in document.journeys.values()
        if (origin := _origin(here, document, journey, named)) is not None
    }


def _origin(
    here: Document, document: Document, journey: Journey, named: Mapping[tuple[str, ...], Journey]
) -> Journey | None:  # fmt: skip
    if journey.parent_step is not None:
        return None
    same = here.journeys.get(journey.id)
    if same is not None and same.variant == journey.variant and same.parent_step is None:
        return same
    return named.get(_named(document, journey))


def _named(document: Document, journey: Journey) -> tuple[str, ...]:
    """By what somebody would call it the same journey."""
    persona = document.personas[journey.persona].name
    return text.folded(persona), journey.variant, text.folded(journey.title)
