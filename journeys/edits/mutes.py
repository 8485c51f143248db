"""Verbs on mutes: do not tell this finding again, with a reason; or tell it again."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Mute


def mute(document: Document, code: str, subjects: Iterable[str], reason: str, *, create_id: NewId = new_id) -> Edit:
    """Do not tell the finding of this code about these subjects again; an earlier reason is replaced.

    Raises EditError `edit.no_reason` without a reason.
    """
    about = tuple(dict.fromkeys(subjects))
    draft = Draft(document)
    old = find(document, code, about)
    made = cleaned(Mute(old.id if old else create_id(), code, about, reason.strip()))
    if not made.reason:
        raise EditError("edit.no_reason")
    draft.put(made)
    return draft.edit("mute.add", subjects=about[:1], title=made.reason)


def unmute(document: Document, mute: str) -> Edit:
    """Tell the finding again."""
    draft = Draft(document)
    old: Mute = draft.get("mute", mute)
    draft.drop("mute", mute)
    return draft.edit("mute.delete", subjects=old.subjects[:1], title=old.reason)


def find(document: Document, code: str, subjects: Iterable[str]) -> Mute | None:
    """The mute of this finding, or None."""
    about = frozenset(subjects)
    return next((m for m in document.mutes.values() if m.code == code and frozenset(m.subjects) == about), None)
