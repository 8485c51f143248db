"""Verbs on personas."""

from __future__ import annotations

from journeys.edits import entities
from journeys.edits.edit import Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Persona


def add(document: Document, name: str, tagline: str = "", *, create_id: NewId = new_id) -> Edit:
    """A new persona, last in the list, with the next colour."""
    order = max((persona.order for persona in document.personas.values()), default=-1) + 1
    return entities.add(document, Persona(create_id(), name, tagline, colour=order % 12, order=order))


def delete(document: Document, persona: str) -> Edit:
    """Delete a persona with its journeys."""
    return entities.delete(document, "persona", persona)
