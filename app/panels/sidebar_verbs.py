"""Edits of the side bar that put two verbs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.edits import journeys, personas
from journeys.edits.edit import Edit

if TYPE_CHECKING:
    from journeys.model.document import Document


def persona_with_journey(document: Document, name: str, title: str) -> tuple[Edit, str, str]:
    """A new persona that has an empty journey at once; the edit and both ids."""
    persona = personas.add(document, name)
    journey = journeys.add(document, persona.subjects[0], title)
    joined = persona.then(journey)
    return Edit(persona.code, joined.changes, persona.words, persona.subjects), persona.subjects[0], journey.subjects[0]
