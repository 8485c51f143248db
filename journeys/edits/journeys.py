"""Verbs on journeys: add, duplicate for another persona or as the desired one, delete."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Journey, Step, Variant
from journeys.model.processes import behind
from journeys.model.references import references


def add(document: Document, persona: str, title: str, question: str = "", *, create_id: NewId = new_id) -> Edit:
    """A new, empty current journey of a persona."""
    return entities.add(document, Journey(create_id(), persona, title, question, order=_next_order(document)))


def delete(document: Document, journey: str) -> Edit:
    """Delete a journey with its steps, links and notes."""
    return entities.delete(document, "journey", journey)


def duplicate(
    document: Document, journey: str, *, persona: str | None = None, variant: Variant | None = None,
    title: str | None = None, create_id: NewId = new_id,
) -> Edit:  # fmt: skip
    """A copy with all steps, links, notes, cells, stances and the processes behind its steps; as desired journey it
    is `based_on` the original.

    In a desired journey made from a current one every step knows the step it is based on, and is a proposal.
    """
    draft = Draft(document)
    old: Journey = draft.get("journey", journey)
    as_desired = variant == "desired" and old.variant == "current"
    copy = replace(
        old, id=create_id(), persona=persona or old.persona, variant=variant or old.variant,
        title=title or old.title, based_on=old.id if as_desired else None, order=_next_order(document),
    )  # fmt: skip
    ids = {old.id: copy.id}
    originals = list(_content(document, journey))
    for entity in originals:
        ids[entity.id] = create_id()
    draft.put(copy)
    for entity in originals:
        copied = _copied(entity, ids, as_desired=as_desired)
        if isinstance(copied, Journey):
            copied = replace(copied, persona=copy.persona, variant=copy.variant)
        draft.put(copied)
    code = "journey.desired" if as_desired else "journey.duplicate"
    return draft.edit(code, subjects=(copy.id,), title=old.title, persona=draft.get("persona", copy.persona).name)


def copy_processes(draft: Draft, copies: dict[str, str], create_id: NewId) -> None:
    """Behind each copy of a step (old id → new id) a copy of what is behind the original."""
    document = draft.document
    order = _next_order(document)
    for step in copies:
        for process in behind(document, step):
            originals = [process, *_content(document, process.id)]
            ids = copies | {entity.id: create_id() for entity in originals}
            for entity in originals:
                draft.put(_copied(entity, ids, as_desired=False))
            draft.put(replace(draft.get("journey", ids[process.id]), order=order))
            order += 1


def _next_order(document: Document) -> int:
    return max((journey.order for journey in document.journeys.values()), default=-1) + 1


def _content(document: Document, journey: str) -> Iterator[Any]:
    """Everything that belongs to the journey alone, each entity once; processes behind its steps with theirs."""
    seen, waiting = {journey}, [journey]
    while waiting:
        home = waiting.pop()
        steps = [step for step in document.referring(home, "step") if step.journey == home]
        for owner in (home, *(step.id for step in steps)):
            for kind in ("step", "link", "note", "cell", "stance", "journey"):
                for entity in document.referring(owner, kind):
                    if entity.id not in seen and _belongs(entity, owner):
                        seen.add(entity.id)
                        waiting += [entity.id] if kind == "journey" else []
                        yield entity


def _belongs(entity: Any, owner: str) -> bool:
    return any(ref.id == owner and ref.direct and ref.ref.on_delete == "drop" for ref in references(entity))


def _copied(entity: Any, ids: dict[str, str], *, as_desired: bool) -> Any:
    """The entity under its new id, its references within the journey turned to the copies."""
    turned: dict[str, Any] = {
        reference.field: ids[reference.id]
        for reference in references(entity)
        if reference.direct and reference.id in ids
    }
    if hasattr(entity, "addresses"):
        turned["addresses"] = tuple(ids.get(note, note) for note in entity.addresses)
    if isinstance(entity, Step) and as_desired:
        turned |= {"based_on": entity.id, "evidence": replace(entity.evidence, status="proposed")}
    return replace(entity, id=ids[entity.id], **turned)
