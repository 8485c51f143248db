"""The thread of a journey: where steps simply follow one another, a moved step takes its new turn in the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.entities import Link
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Step


def along(document: Document, moved: Edit, *, create_id: NewId = new_id) -> Edit:
    """The edit that moved one step, with the flow led along: past its old place, and through its new one.

    Only where that is plain: the step had at most one connection in and one out, and stands between two steps
    that were connected to each other, or at an end; none of these connections says anything of its own.
    """
    if not moved or len(moved.subjects) != 1:
        return moved
    ahead = document.snapshot()
    ahead.write(moved.changes)
    draft = Draft(ahead)
    if not _rethread(draft, moved.subjects[0], create_id):
        return moved
    joined = moved.then(draft.edit(moved.code))
    return Edit(moved.code, joined.changes, moved.words, moved.subjects)


def _rethread(draft: Draft, step: str, create_id: NewId) -> bool:
    document = draft.document
    into, out = _plain(document, step, incoming=True), _plain(document, step, incoming=False)
    around = _neighbours(document, document.steps[step])
    if into is None or out is None or around is None or not (into or out):
        return False
    left, right = around
    before, after = (into[0].source if into else None), (out[0].target if out else None)
    if (before, after) == (left, right):
        return False
    there = _between(document, left, right, step)
    if there is None:
        return False
    for link in (*into, *out, *there):
        draft.drop("link", link.id)
    pairs = [(before, after), (left, step), (step, right)]
    for source, target in pairs:
        if source is not None and target is not None and not _connected(draft, source, target):
            draft.put(Link(create_id(), source, target))
    return True


def _links(document: Document, step: str) -> list[Link]:
    return [link for link in document.referring(step, "link") if isinstance(link, Link)]


def _plain(document: Document, step: str, *, incoming: bool) -> list[Link] | None:
    """The one connection on this side, or none; None (the value) when it is not as simple as that."""
    found = [link for link in _links(document, step) if (link.target if incoming else link.source) == step]
    simple = len(found) < 2 and all(link.kind == "next" and not link.label for link in found)
    return found if simple else None


def _neighbours(document: Document, step: Step) -> tuple[str | None, str | None] | None:
    """The steps in the columns before and after this one; None where several stand in one of these columns."""
    if step.stage != "front":
        return None
    order = {phase.id: number for number, phase in enumerate(phases_in_order(document))}
    columns: dict[tuple[int, int], list[str]] = {}
    for other in document.referring(step.journey, "step"):
        if other.journey == step.journey and other.stage == "front":
            columns.setdefault((order[other.phase], other.column), []).append(other.id)
    places = sorted(columns)
    at = places.index((order[step.phase], step.column))
    around = [columns[places[i]] if 0 <= i < len(places) else [] for i in (at - 1, at, at + 1)]
    if any(len(held) > 1 for held in around):
        return None
    return next(iter(around[0]), None), next(iter(around[2]), None)


def _between(document: Document, left: str | None, right: str | None, step: str) -> list[Link] | None:
    """The connection between the new neighbours that the step comes into; at an end of the flow there is none."""
    if left is not None and right is not None:
        found = [link for link in _links(document, left) if (link.source, link.target) == (left, right)]
        if found:
            return found if found[0].kind == "next" and not found[0].label else None
        return [] if step in _ends(document, left, right) else None
    end = left if left is not None else right
    if end is None:
        return None
    onward = [link for link in _links(document, end) if (link.source if left is not None else link.target) == end]
    return [] if all(step in (link.source, link.target) for link in onward) else None


def _ends(document: Document, left: str, right: str) -> set[str]:
    """Steps that stood between these two already: moving there mends nothing else."""
    out = {link.target for link in _links(document, left) if link.source == left}
    into = {link.source for link in _links(document, right) if link.target == right}
    return out & into


def _connected(draft: Draft, source: str, target: str) -> bool:
    links = (draft.find("link", link.id) for link in _links(draft.document, source))
    return any(link is not None and (link.source, link.target) == (source, target) for link in links)
