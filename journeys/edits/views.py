"""Verbs on saved views: keep what is shown under a name, replace, rename, order, duplicate and delete it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from journeys import text as texts
from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import View
from journeys.model.order import by_order

Shown = Literal["map", "table", "compare", "ecosystem"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is on the screen, as far as a view remembers it; the fields mean what they do in View."""

    journeys: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    lens: str | None = None
    axis: Literal["equal", "true"] = "equal"
    shown: Shown = "map"
    zoom: int | None = None
    phase: str | None = None


def seen_in(view: View) -> Seen:
    """What a view remembers."""
    return Seen(view.journeys, view.lanes, view.lens, view.axis, view.shown, view.zoom, view.phase)


def in_order(document: Document) -> list[View]:
    """All views, in the order in which one steps through them."""
    return sorted(document.views.values(), key=by_order)


def _free_name(document: Document, name: str, *, but: str | None = None) -> str:
    """Who names a view means one."""
    return texts.free_name(texts.title(name), (view.name for view in document.views.values() if view.id != but))


def add(document: Document, name: str, seen: Seen, *, create_id: NewId = new_id) -> Edit:
    """Keep what is shown as the last view."""
    last = max((view.order for view in document.views.values()), default=-1)
    return entities.add(document, View(create_id(), _free_name(document, name), **asdict(seen), order=last + 1))


def update(document: Document, view: str, seen: Seen) -> Edit:
    """Let a view be what is shown now; its name and place stay."""
    return _called("view.update", entities.change(document, "view", view, **asdict(seen)))


def choose_journeys(document: Document, view: str, journeys: Sequence[str]) -> Edit:
    """Let a view be about these journeys; the first is the one on the map."""
    return _called("view.journeys", entities.change(document, "view", view, journeys=tuple(journeys)))


def rename(document: Document, view: str, name: str) -> Edit:
    """Give a view another name."""
    free = _free_name(document, name, but=view)
    return _called("view.rename", entities.change(document, "view", view, name=free))


def move(document: Document, view: str, by: int) -> Edit:
    """Move a view so many places down, up when negative; at the edge it stays."""
    Draft(document).get("view", view)
    ids = [each.id for each in in_order(document)]
    at = ids.index(view)
    ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
    return reorder(document, ids, view)


def reorder(document: Document, views: Sequence[str], moved: str | None = None) -> Edit:
    """Put the views in this order; `moved` is the one that was taken up, for the sentence."""
    edit = entities.reorder(document, "view", views)
    if moved is None:
        return edit
    return Edit("view.move", edit.changes, {"title": Draft(document).get("view", moved).name}, (moved,))


def duplicate(document: Document, view: str, *, create_id: NewId = new_id) -> Edit:
    """The same view again, right below itself, under a name of its own."""
    draft = Draft(document)
    held: View = draft.get("view", view)
    made = replace(held, id=create_id(), name=_free_name(document, held.name))
    ordered = in_order(document)
    at = ordered.index(held) + 1
    for order, each in enumerate([*ordered[:at], made, *ordered[at:]]):
        draft.put(replace(each, order=order))
    return draft.edit("view.duplicate", subjects=(made.id,), title=held.name)


def delete(document: Document, views: str | Sequence[str]) -> Edit:
    """Forget views; what they show stays as it is."""
    return entities.delete(document, "view", views)


def _called(code: str, edit: Edit) -> Edit:
    return Edit(code, edit.changes, {"title": edit.words.get("title", "")}, edit.subjects)
