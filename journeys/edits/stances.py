"""Verbs on stances: the team says that absence is right here, or takes that back."""

from __future__ import annotations

import datetime as dt

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Stance


def mark_deliberate(
    document: Document, journey: str, phase: str, scope: str, reason: str, *, by: str = "",
    on: dt.date | None = None, create_id: NewId = new_id,
) -> Edit:  # fmt: skip
    """Record that absence in this phase is right, seen from one scope; an earlier reason is replaced.

    Raises EditError `edit.no_reason` without a reason.
    """
    draft = Draft(document)
    old = find(document, journey, phase, scope)
    stance = cleaned(Stance(old.id if old else create_id(), journey, phase, scope, reason, by, on))
    if not stance.reason:
        raise EditError("edit.no_reason")
    draft.put(stance)
    return draft.edit("stance.add", subjects=(phase,), title=draft.get("phase", phase).name)


def withdraw(document: Document, journey: str, phase: str, scope: str) -> Edit:
    """Take back that absence is right here."""
    draft = Draft(document)
    old = find(document, journey, phase, scope)
    if old is not None:
        draft.drop("stance", old.id)
    return draft.edit("stance.delete", subjects=(phase,), title=draft.get("phase", phase).name)


def find(document: Document, journey: str, phase: str, scope: str) -> Stance | None:
    """The stance for this phase and scope, or None."""
    held: list[Stance] = document.referring(journey, "stance")
    return next((stance for stance in held if stance.phase == phase and stance.scope == scope), None)
