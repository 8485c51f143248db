"""Finds in a study what a fragment refers to: by id, else by name; and brings in what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from journeys import text
from journeys.edits.edit import Draft, NewId
from journeys.edits.fragment import SHARED, Fragment
from journeys.errors import EditError
from journeys.model.document import Document, Place
from journeys.model.entities import Image, Lane, Phase, Source
from journeys.model.fields import Kind
from journeys.model.references import renamed
from journeys.model.time import phase_on, phases_in_order

LISTED: Final = ("channel", "lane")
"""Kinds in an order of their own: what is made comes last."""


def matched(document: Document, fragment: Fragment) -> dict[str, str]:
    """Id there → id here, of the shared things that are here by id or by name."""
    here = {_label(kind, entity): entity.id for kind in SHARED for entity in document.tables[kind].values()}
    found: dict[str, str] = {}
    for kind, entity in fragment:
        if kind in SHARED and kind != "phase":
            known = kind != "image" and entity.id in document.tables[kind]
            match = entity.id if known else here.get(_label(kind, entity))
            if match is not None:
                found[entity.id] = match
    return found


def _label(kind: Kind, entity: Any) -> tuple[object, ...]:
    """By what it is recognised where its id is not known."""
    match entity:
        case Image():
            return (kind, entity.sha256)
        case Source() | Lane():
            return (kind, entity.kind, text.folded(entity.title))
        case _:
            return (kind, text.folded(entity.name))


def make_missing(draft: Draft, fragment: Fragment, ids: dict[str, str], create_id: NewId) -> None:
    """Bring in what is not here yet; `ids` learns its new ids."""
    missing = [(kind, entity) for kind, entity in fragment if kind in SHARED and entity.id not in ids]
    ids |= {entity.id: create_id() for _, entity in missing}
    for kind, entity in missing:
        made = renamed(entity, ids)
        if kind in LISTED:
            made = replace(made, order=max((other.order for other in draft.all(kind)), default=-1) + 1)
        draft.put(made)


def phases(document: Document, fragment: Fragment, at: Place | None) -> dict[str, str]:
    """Phase there → phase here."""
    ordered = phases_in_order(document)
    if not ordered and fragment.steps:
        raise EditError("edit.no_phase")
    names: dict[str, str] = {text.folded(phase.name): phase.id for phase in reversed(ordered)}
    return {phase.id: _phase(document, ordered, names, phase, at) for phase in fragment.phases if ordered}


def _phase(
    document: Document, ordered: Sequence[Phase], names: dict[str, str], phase: Phase, at: Place | None
) -> str:  # fmt: skip
    if phase.id in document.phases:
        return phase.id
    known = names.get(text.folded(phase.name)) or (at[1] if at is not None else None)
    if known is not None:
        return known
    same_day = phase_on(document, phase.start_day)
    if same_day is not None:
        return same_day.id
    return (ordered[0] if phase.start_day < ordered[0].start_day else ordered[-1]).id
