"""Verbs on lanes and the text in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journeys import text as texts
from journeys.edits import entities
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.study import LANES
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Cell, Lane, LaneKind
from journeys.model.order import by_order


def in_order(document: Document) -> list[Lane]:
    """All lanes, hidden ones too, from top to bottom."""
    return sorted(document.lanes.values(), key=by_order)


def add(
    document: Document, title: str, kind: LaneKind = "text", *, after: str | None = None, create_id: NewId = new_id
) -> Edit:
    """A new lane below `after`, else below all others."""
    ordered = in_order(document)
    new = cleaned(Lane(create_id(), kind, title, max((lane.order for lane in ordered), default=-1) + 1))
    if after is None:
        return entities.add(document, new)
    draft = Draft(document)
    draft.get("lane", after)
    at = next(index for index, lane in enumerate(ordered) if lane.id == after) + 1
    _number(draft, [*ordered[:at], new, *ordered[at:]])
    return draft.edit("lane.add", subjects=(new.id,), title=new.title)


def show(document: Document, lane: str, *, shown: bool) -> Edit:
    """Show or hide a lane."""
    edit = entities.change(document, "lane", lane, shown=shown)
    return _about(document, lane, Edit("lane.show" if shown else "lane.hide", edit.changes, edit.words, edit.subjects))


def show_all(document: Document) -> Edit:
    """Show every lane there is."""
    hidden = [lane.id for lane in in_order(document) if not lane.shown]
    edit = entities.change(document, "lane", hidden, shown=True)
    return Edit("lane.show_all", edit.changes, edit.words, edit.subjects)


def move(document: Document, lane: str, by: int) -> Edit:
    """Move a lane so many places down, up when negative; at the edge it stays."""
    Draft(document).get("lane", lane)
    ids = [each.id for each in in_order(document)]
    at = ids.index(lane)
    ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
    return reorder(document, ids, lane)


def move_among(document: Document, lane: str, by: int) -> Edit:
    """As `move`, counting only shown lanes: what one sees on the map changes places."""
    shown = [each.id for each in in_order(document) if each.shown or each.id == lane]
    if lane not in shown:
        return move(document, lane, by)
    at = max(0, min(len(shown) - 1, shown.index(lane) + by))
    ids = [each.id for each in in_order(document)]
    return move(document, lane, ids.index(shown[at]) - ids.index(lane))


def reorder(document: Document, lanes: Sequence[str], moved: str | None = None) -> Edit:
    """Put the lanes in this order from top to bottom; `moved` is the one that was taken up, for the sentence."""
    draft = Draft(document)
    _number(draft, [draft.get("lane", lane) for lane in lanes])
    edit = draft.edit("lane.reorder", subjects=tuple(lanes))
    if moved is None:
        return edit
    return _about(document, moved, Edit("lane.move", edit.changes, {"title": draft.get("lane", moved).title}, (moved,)))


def rename(document: Document, lane: str, title: str) -> Edit:
    """Give a lane another title; without one, a lane of our own kinds is called as we call it."""
    edit = entities.change(document, "lane", lane, title=title)
    return _about(document, lane, Edit("lane.rename", edit.changes, edit.words, edit.subjects))


def delete(document: Document, lane: str) -> Edit:
    """Delete a text lane with what is written in it; the other kinds can be hidden, not deleted."""
    found: Lane = Draft(document).get("lane", lane)
    if found.kind != "text":
        raise EditError("edit.fixed_lane")
    return entities.delete(document, "lane", lane)


def reset(document: Document, *, create_id: NewId = new_id) -> Edit:
    """The usual lanes in their usual order under their usual names, all shown; text lanes stay, below them."""
    draft = Draft(document)
    ordered = in_order(document)
    usual: list[Lane] = []
    for kind in LANES:
        held = [lane for lane in ordered if lane.kind == kind] or [Lane(create_id(), kind)]
        usual += [replace(lane, title="", shown=True) for lane in held]
    _number(draft, [*usual, *(replace(lane, shown=True) for lane in ordered if lane.kind not in LANES)])
    return draft.edit("lane.reset")


def write_cell(
    document: Document,
    lane: str,
    journey: str,
    phase: str,
    text: str,
    *,
    step: str | None = None,
    create_id: NewId = new_id,
) -> Edit:
    """Write, rewrite or (with empty text) clear the cell of a text lane."""
    draft = Draft(document)
    written = texts.body(text)
    held = [
        cell
        for cell in document.referring(lane, "cell")
        if (cell.journey, cell.phase, cell.step) == (journey, phase, step)
    ]
    for old in held:
        draft.drop("cell", old.id)
    if written:
        draft.put(replace(held[0], text=written) if held else Cell(create_id(), lane, journey, phase, step, written))
    return draft.edit("cell.change", subjects=(phase,), title=draft.get("lane", lane).title)


def _number(draft: Draft, lanes: Sequence[Lane]) -> None:
    """Give these lanes the order in which they are listed, from 0."""
    for order, lane in enumerate(lanes):
        draft.put(replace(lane, order=order))


def _about(document: Document, lane: str, edit: Edit) -> Edit:
    """The sentence knows what kind of lane it is about: most have no title of their own."""
    kind = document.lanes[lane].kind
    return Edit(edit.code, edit.changes, {**edit.words, "lane": kind}, edit.subjects)
