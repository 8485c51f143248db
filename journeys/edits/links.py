"""Verbs on links: connect steps and take connections away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Link

LinkKind = Literal["next", "choice", "back"]


def connect(
    document: Document, source: str, target: str, kind: LinkKind = "next", *, create_id: NewId = new_id
) -> Edit:
    """Let one step lead to another; nothing changes when it already does."""
    draft = Draft(document)
    from_step, to_step = draft.get("step", source), draft.get("step", target)
    if source == target:
        raise EditError("edit.self_link", title=from_step.title)
    if from_step.journey != to_step.journey:
        raise EditError("edit.other_journey")
    if not any(link.source == source and link.target == target for link in document.referring(source, "link")):
        draft.put(Link(create_id(), source, target, kind=kind))
    return draft.edit("link.add", subjects=(source, target), source=from_step.title, target=to_step.title)


def disconnect(document: Document, links: Sequence[str]) -> Edit:
    """Take connections away."""
    return entities.delete(document, "link", links)
