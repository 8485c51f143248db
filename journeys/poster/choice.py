"""Which journeys, and which personas, a poster is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.model.document import Document


def chosen(document: Document, journeys: Sequence[str] | None) -> list[str]:
    """These journeys, or all; raises UsageError for one that does not exist, and when there is none."""
    found = in_order(document) if journeys is None else list(journeys)
    for journey in found:
        if journey not in document.journeys:
            known = ", ".join(document.journeys[id_].title for id_ in in_order(document))
            raise UsageError("journey.unknown", journey=journey, known=known)
    if not found:
        raise UsageError("poster.no_journey")
    return found


def personas(document: Document, journeys: Sequence[str] | None) -> list[str]:
    """The personas of these journeys, each once, in their order; all of the study for None."""
    if journeys is None:
        return [persona.id for persona in sorted(document.personas.values(), key=by_order)]
    return list(dict.fromkeys(document.journeys[journey].persona for journey in chosen(document, journeys)))


def in_order(document: Document) -> list[str]:
    """All journeys: by persona, then by their own order, the processes behind steps last."""

    def place(id_: str) -> tuple[bool, int, str, int, str, str]:
        journey = document.journeys[id_]
        persona = document.personas[journey.persona]
        behind = journey.parent_step is not None
        return behind, persona.order, persona.id, journey.order, journey.variant, id_

    return sorted(document.journeys, key=place)
