"""Bookmarks: one for each sheet, under it one for each phase, which shows that part of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.layout.drawing import Rect, Text
from journeys.layout.text import unbroken
from journeys.poster.pdf.tags import in_points
from journeys.text import clean

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Layer
    from journeys.poster.sheet import Sheet


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


def _add_places(canvas: Canvas, sheet: Sheet) -> None:
    """What begins on a page, and what leads elsewhere."""
    for place in sheet.places or ():
        left, _, _, top = (round(side, 2) for side in in_points(canvas, place.rect))
        canvas.bookmarkPage(place.key, fit="XYZ", left=left, top=top)
        if place.title:
            canvas.addOutlineEntry(_one_line(place.title), place.key, level=place.level)
    for jump in sheet.jumps:
        area = tuple(round(side, 2) for side in in_points(canvas, jump.rect))
        canvas.linkRect(_one_line(jump.title), jump.key, area, Border="[0 0 0]")


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
