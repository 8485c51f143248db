"""Verbs on evidence: how we know something, which sources say so, and the sources themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from journeys.edits import entities
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Source
from journeys.model.values import Evidence, Status

Witness = Literal["step", "note", "persona"]
"""The kinds that carry evidence."""


def set_status(document: Document, kind: Witness, ids: Sequence[str], status: Status) -> Edit:
    """Say that these were observed, are assumed, or are a proposal."""
    return _change(document, kind, ids, status=status)


def set_note(document: Document, kind: Witness, ids: Sequence[str], note: str) -> Edit:
    """Say in words how we know."""
    return _change(document, kind, ids, note=note)


def cite(document: Document, kind: Witness, ids: Sequence[str], source: str) -> Edit:
    """Let a source stand behind these."""
    draft = Draft(document)
    draft.get("source", source)
    held: list[Evidence] = [draft.get(kind, id_).evidence for id_ in ids]
    each = [evidence.sources if source in evidence.sources else (*evidence.sources, source) for evidence in held]
    return _put(draft, kind, ids, [replace(old, sources=new) for old, new in zip(held, each, strict=True)])


def uncite(document: Document, kind: Witness, ids: Sequence[str], source: str) -> Edit:
    """Let a source no longer stand behind these; it stays in the study."""
    draft = Draft(document)
    held: list[Evidence] = [draft.get(kind, id_).evidence for id_ in ids]
    without = [replace(old, sources=tuple(one for one in old.sources if one != source)) for old in held]
    return _put(draft, kind, ids, without)


def cite_new(
    document: Document, kind: Witness, ids: Sequence[str], title: str, /, *, create_id: NewId = new_id, **fields: object
) -> Edit:
    """A new source that stands behind these at once; `fields` are those of a source, by name."""
    made = cleaned(replace(Source(create_id(), title=title), **fields))  # type: ignore[arg-type]  # fields by name; the rules check their types
    draft = Draft(document)
    draft.put(made)
    held: list[Evidence] = [draft.get(kind, id_).evidence for id_ in ids]
    _put(draft, kind, ids, [replace(old, sources=(*old.sources, made.id)) for old in held])
    return draft.edit("source.add", subjects=tuple(ids), title=made.title)


def delete_source(document: Document, source: str) -> Edit:
    """Delete a source; what it stood behind no longer names it."""
    return entities.delete(document, "source", source)


def cited_by(document: Document, source: str) -> int:
    """How many steps, notes and personas name this source."""
    return len(tuple(document.referrers(source)))


def _change(document: Document, kind: Witness, ids: Sequence[str], **fields: Any) -> Edit:
    draft = Draft(document)
    return _put(draft, kind, ids, [replace(draft.get(kind, id_).evidence, **fields) for id_ in ids])


def _put(draft: Draft, kind: Witness, ids: Sequence[str], evidence: Sequence[Evidence]) -> Edit:
    for id_, new in zip(ids, evidence, strict=True):
        draft.put(cleaned(replace(draft.get(kind, id_), evidence=new)))
    title = entities.name_of(draft.get(kind, ids[0])) if ids else ""
    return draft.edit(f"{kind}.evidence", subjects=tuple(ids), title=title, n=len(ids))
