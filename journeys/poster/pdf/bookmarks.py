"""Bookmarks: one for each sheet, under it one for each phase, which shows that part of the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Rect, Text
from journeys.layout.text import unbroken
from journeys.poster.pdf.tags import in_points
from journeys.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Layer
    from journeys.poster.sheet import Place, Sheet

_PRINTED: Final = 4
"""On paper too, as every link of a document that lasts has to be."""


def add(canvas: Canvas, sheet: Sheet) -> None:
    """Bookmarks to the page that is being made and to its phases, unfolded."""
    canvas.bookmarkPage(sheet.key)
    if sheet.places is not None:
        _add_places(canvas, sheet)
        return
    canvas.addOutlineEntry(_one_line(sheet.title), sheet.key)
    for number, (name, box) in enumerate(phases(sheet)):
        key = f"{sheet.key}/{number}"
        left, bottom, right, top = (round(side, 2) for side in in_points(canvas, box))
        canvas.bookmarkPage(key, fit="FitR", left=left, bottom=bottom, right=right, top=top)
        canvas.addOutlineEntry(_one_line(name), key, level=1)


def complete(made: Sequence[Sheet]) -> list[Sheet]:
    """The sheets as a document of their own, also where they are only some pages of a report: without jumps to pages
    that are not there, and no chapter deeper than one under the last.
    """
    known = {sheet.key for sheet in made} | {place.key for sheet in made for place in sheet.places or ()}
    deepest, found = 0, []
    for sheet in made:
        places, deepest = _without_gaps(sheet, deepest)
        found.append(replace(sheet, places=places, jumps=tuple(jump for jump in sheet.jumps if jump.key in known)))
    return found


def _without_gaps(sheet: Sheet, deepest: int) -> tuple[tuple[Place, ...] | None, int]:
    """Its places with levels no deeper than `deepest` allows, and what the next may be."""
    if sheet.places is None:
        return None, 1
    found: list[Place] = []
    for place in sheet.places:
        found.append(place._replace(level=min(place.level, deepest)))
        deepest = found[-1].level + 1 if place.title else deepest
    return tuple(found), deepest


def _add_places(canvas: Canvas, sheet: Sheet) -> None:
    """What begins on a page, and what leads elsewhere."""
    for place in sheet.places or ():
        left, _, _, top = (round(side, 2) for side in in_points(canvas, place.rect))
        canvas.bookmarkPage(place.key, fit="XYZ", left=left, top=top)
        if place.title:
            canvas.addOutlineEntry(_one_line(place.title), place.key, level=place.level)
    for name, jump in zip(links(sheet), sheet.jumps, strict=True):
        area = tuple(round(side, 2) for side in in_points(canvas, jump.rect))
        canvas.linkRect(_one_line(jump.title), jump.key, area, name=name, Border="[0 0 0]", F=_PRINTED)


def links(sheet: Sheet) -> list[str]:
    """What the links on a page are called in the file, in the order of its jumps."""
    return [f"{sheet.key}/{number}" for number in range(len(sheet.jumps))]


def _one_line(title: str) -> str:
    """Without what no list of bookmarks can show."""
    return clean(title, multiline=False).text


def phases(sheet: Sheet) -> list[tuple[str, Rect]]:
    """The phases as they stand from left to right, each with its room on the sheet; of one that goes on in another
    band under the first, only where it begins.
    """
    heads: dict[str, Layer] = {}
    for layer in sheet.drawing.layers:
        if layer.lane == "phases" and layer.phase is not None:
            heads.setdefault(layer.phase, layer)
    found = ((_name(head), _room(sheet, head)) for head in heads.values())
    return [(name, room) for name, room in found if name]


def _name(head: Layer) -> str:
    return next((unbroken(one.lines) for one in head.elements if isinstance(one, Text) and one.role == "heading"), "")


def _room(sheet: Sheet, head: Layer) -> Rect:
    """From the head down to the last of its phase, until the next head of the same width of the sheet."""
    below = [
        layer for layer in sheet.drawing.layers if layer.lane == "phases" and layer.rect.y > head.rect.y + head.rect.h
    ]
    end = min((layer.rect.y for layer in below), default=sheet.drawing.height)
    own = [
        layer.rect for layer in sheet.drawing.layers if layer.phase == head.phase and head.rect.y <= layer.rect.y < end
    ]
    bottom = max(rect.y + rect.h for rect in own)
    return Rect(head.rect.x, head.rect.y, head.rect.w, min(bottom, end) - head.rect.y)
