"""Verbs on what looks like personal data: take it out of the texts, or remember that it is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from journeys.edits import mutes
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.replacing import replace_found
from journeys.model.document import Document
from journeys.model.entities import Mute
from journeys.model.search import Found

Mark = tuple[str, str, str]
"""The code of a remark, the id of what it is about, and what may be shown of it."""
TAKEN_OUT: Final = "[…]"
"""What stands where something was taken out."""


def take_out(document: Document, places: Sequence[Found], words: str = TAKEN_OUT) -> Edit:
    """Put a mark, or these words, in place of what stands in all of these places. Raises EditError as `replace_found`.

    The sentence of the edit does not say what was there: it stands in the history.
    """
    return replace(replace_found(document, places, words), code="study.take_out")


def not_personal(document: Document, code: str, subject: str, sample: str, *, create_id: NewId = new_id) -> Edit:
    """Remember that this, of which `sample` may be shown, is no personal data."""
    old = mutes.find(document, code, (subject,))
    samples = dict.fromkeys([*(old.reason.split("\n") if old is not None else ()), sample])
    draft = Draft(document)
    made = draft.put(cleaned(Mute(old.id if old else create_id(), code, (subject,), "\n".join(filter(None, samples)))))
    return draft.edit("study.not_personal", subjects=made.subjects, title=sample)


def after_all(document: Document, code: str, subject: str, sample: str) -> Edit:
    """Forget that somebody said so."""
    draft = Draft(document)
    old = mutes.find(document, code, (subject,))
    if old is not None:
        rest = "\n".join(line for line in old.reason.split("\n") if line != sample)
        if rest:
            draft.put(replace(old, reason=rest))
        else:
            draft.drop("mute", old.id)
    return draft.edit("study.personal_after_all", subjects=(subject,), title=sample)


def marked(document: Document, marks: Sequence[Mark], verb: Callable[..., Edit]) -> Edit:
    """Say the same of several (code, subject, sample) at once, as one edit: `not_personal` or `after_all`."""
    seen = document.snapshot()
    whole: Edit | None = None
    for code, subject, sample in marks:
        edit = verb(seen, code, subject, sample)
        seen.write(edit.changes)
        whole = edit if whole is None else whole.then(edit)
    assert whole is not None  # nobody calls it for nothing
    return whole
