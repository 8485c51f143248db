"""Verbs on parties: add, delete."""

from __future__ import annotations

from dataclasses import replace

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Party, PartyKind


def add(
    document: Document,
    name: str,
    kind: PartyKind = "business",
    *,
    parent: str | None = None,
    create_id: NewId = new_id,
) -> Edit:
    """A new party with the next colour."""
    return entities.add(document, Party(create_id(), name, kind, parent, colour=len(document.parties) % 12))


def delete(document: Document, party: str) -> Edit:
    """Delete a party: its parts move up to its parent, contacts with it are cleared."""
    draft = Draft(document)
    old: Party = draft.get("party", party)
    for part in document.referring(party, "party"):
        if part.parent == party:
            draft.put(replace(part, parent=old.parent))
    entities.drop_with_referrers(draft, ("party", party))
    return draft.edit("party.delete", title=old.name, n=1)
