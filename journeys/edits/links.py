"""Verbs on links: connect steps and take connections away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Link, Step
from journeys.model.time import phases_in_order

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


def connect_in_order(document: Document, steps: Sequence[str], *, create_id: NewId = new_id) -> Edit:
    """Let each step lead to the next one in reading order; connections that are there stay."""
    draft = Draft(document)
    order = {phase.id: index for index, phase in enumerate(phases_in_order(document))}
    held: list[Step] = [draft.get("step", step) for step in dict.fromkeys(steps)]
    if len({step.journey for step in held}) > 1:
        raise EditError("edit.other_journey")
    chain = sorted(held, key=lambda step: (order[step.phase], step.column, step.track, step.stage))
    for before, after in pairwise(chain):
        known = document.referring(before.id, "link")
        if not any((link.source, link.target) == (before.id, after.id) for link in known):
            draft.put(Link(create_id(), before.id, after.id))
    title = chain[0].title if chain else ""
    return draft.edit("step.connect", subjects=tuple(step.id for step in chain), title=title, n=len(chain))


def disconnect(document: Document, links: Sequence[str]) -> Edit:
    """Take connections away."""
    return entities.delete(document, "link", links)


def label(document: Document, link: str, text: str) -> Edit:
    """What stands at the connection, such as "yes" or "married"; empty takes it away."""
    edit = entities.change(document, "link", link, label=text)
    return Edit("link.label", edit.changes, edit.words, edit.subjects)


def set_kind(document: Document, links: Sequence[str], kind: LinkKind) -> Edit:
    """Say whether the connections go on, are one of several ways, or lead back."""
    return entities.change(document, "link", tuple(links), kind=kind)


def reroute(document: Document, link: str, *, source: str | None = None, target: str | None = None) -> Edit:
    """Let a connection begin or end at another step, with its label; one that was there already makes way."""
    draft = Draft(document)
    old: Link = draft.get("link", link)
    new = replace(old, source=source or old.source, target=target or old.target)
    from_step, to_step = draft.get("step", new.source), draft.get("step", new.target)
    if new.source == new.target:
        raise EditError("edit.self_link", title=from_step.title)
    if from_step.journey != to_step.journey:
        raise EditError("edit.other_journey")
    for other in document.referring(new.source, "link"):
        if other.id != link and (other.source, other.target) == (new.source, new.target):
            draft.drop("link", other.id)
    draft.put(new)
    return draft.edit("link.reroute", subjects=(link,), source=from_step.title, target=to_step.title)
