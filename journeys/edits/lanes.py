"""Verbs on lanes and the text in their cells."""

from __future__ import annotations

from dataclasses import replace

from journeys import text as texts
from journeys.edits import entities
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.model.document import Document
from journeys.model.entities import Cell, Lane, LaneKind


def add(document: Document, title: str, kind: LaneKind = "text", *, create_id: NewId = new_id) -> Edit:
    """A new lane below the others."""
    order = max((lane.order for lane in document.lanes.values()), default=-1) + 1
    return entities.add(document, Lane(create_id(), kind, title, order))


def show(document: Document, lane: str, *, shown: bool) -> Edit:
    """Show or hide a lane."""
    edit = entities.change(document, "lane", lane, shown=shown)
    return Edit("lane.show" if shown else "lane.hide", edit.changes, edit.words, edit.subjects)


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
