"""What is printed beside the picture of a tile: where to cut and to glue, and which sheet it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Drawing, Layer, Line, Rect, Text
from journeys.layout.text import broken
from journeys.poster.parts.blocks import MM
from journeys.poster.tiles.plan import EDGE_MM, SIDE_MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.layout.drawing import Element, Font
    from journeys.poster.tiles.plan import Plan, Tile

MARK = (0.6, 2.8)
"""Marks begin and end this far from the picture, in mm."""
RING_MM: Final = 0.9
THIN_MM: Final = 0.12
EDGE_LINE_MM: Final = 0.18
"""How thick the line is where the next sheet's edge comes, and how far under that edge it lies."""
STRIPES_MM: Final = 4.0
OFF_MM: Final = 0.6
"""The stripes keep this far from where the next sheet's edge comes, so that none of them shows beside it."""
LABEL_PT, TITLE_PT, WORDS_PT, NEXT_PT = 15.0, 8.0, 7.5, 9.0


def picture(tile: Tile) -> Rect:
    """Where on its sheet the tile's part of the poster is."""
    return Rect(SIDE_MM, SIDE_MM, tile.shown.w, tile.shown.h)


def beside(plan: Plan, tile: Tile, title: str, say: Words) -> Drawing:
    """Marks, glue strips and label of one sheet, in mm of its paper; nothing of it lies on what stays in sight."""
    elements: list[Element] = []
    for strip, other in _strips(plan, tile):
        elements += _strip(strip, other)
    elements += _marks(plan, tile)
    elements += _label(plan, tile, title, say)
    whole = Rect(0.0, 0.0, plan.paper.width, plan.paper.height)
    return Drawing(plan.paper.width, plan.paper.height, (Layer("tile", whole, tuple(elements)),))


def _strips(plan: Plan, tile: Tile) -> Iterator[tuple[Rect, Tile]]:
    """What of the picture the next sheets are glued over."""
    at, right, below = picture(tile), plan.beside(tile, 0, 1), plan.beside(tile, 1, 0)
    if plan.overlap and right:
        yield Rect(at.x + tile.seen.w, at.y, plan.overlap, at.h), right
    if plan.overlap and below:
        wide = tile.seen.w if right else at.w
        yield Rect(at.x, at.y + tile.seen.h, wide, plan.overlap), below


def _strip(strip: Rect, other: Tile) -> Iterator[Element]:
    """Thin stripes, a dashed line where the edge of the other sheet comes, and its name."""
    upright = strip.h > strip.w
    side = min(strip.w, strip.h) - OFF_MM
    if side <= 0:
        return
    x, y = strip.x + (OFF_MM if upright else 0.0), strip.y + (0.0 if upright else OFF_MM)
    along = max(strip.w, strip.h) - side
    for index in range(int(along / STRIPES_MM) + 1):
        left, top = (x, y + index * STRIPES_MM) if upright else (x + index * STRIPES_MM, y)
        yield Line(((left, top + side), (left + side, top)), "muted", THIN_MM)
    yield _edge(strip, upright=upright)
    if side > NEXT_PT * MM * 1.3:
        yield from _name(other.label, x + (side if upright else along) / 2, y + (along if upright else side) / 2)


def _edge(strip: Rect, *, upright: bool) -> Line:
    x, y = (strip.x + EDGE_LINE_MM, strip.y) if upright else (strip.x, strip.y + EDGE_LINE_MM)
    end = (x, y + strip.h) if upright else (x + strip.w, y)
    return Line(((x, y), end), "muted", EDGE_LINE_MM, "dashed")


def _name(label: str, x: float, y: float) -> Iterator[Element]:
    size = NEXT_PT * MM
    wide, high = fonts.width(label, "bold", size) + size * 0.7, size * 1.25
    yield Box(Rect(x - wide / 2, y - high / 2, wide, high), "card.fill", None, "muted", THIN_MM, radius=0.8)
    baseline = y + fonts.CAP_HEIGHT * size / 2
    yield Text(x, baseline, (label,), NEXT_PT, size, "bold", "text", "middle", role="artifact")


def _marks(plan: Plan, tile: Tile) -> Iterator[Element]:
    """Lines beside the picture to cut along; with a ring where the edge of the next sheet comes."""
    at = picture(tile)
    right, below = plan.beside(tile, 0, 1), plan.beside(tile, 1, 0)
    joins_right, joins_below = bool(right and plan.overlap), bool(below and plan.overlap)
    near, far = MARK
    for x, ring in ((at.x, False), (at.x + (tile.seen.w if joins_right else at.w), joins_right)):
        yield from _mark((x, at.y - near), (x, at.y - far), ring=ring)
        yield from _mark((x, at.y + at.h + near), (x, at.y + at.h + far), ring=ring)
    for y, ring in ((at.y, False), (at.y + (tile.seen.h if joins_below else at.h), joins_below)):
        yield from _mark((at.x - near, y), (at.x - far, y), ring=ring)
        yield from _mark((at.x + at.w + near, y), (at.x + at.w + far, y), ring=ring)


def _mark(start: tuple[float, float], end: tuple[float, float], *, ring: bool) -> Iterator[Element]:
    yield Line((start, end), "text", THIN_MM)
    if ring:
        x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        around = Rect(x - RING_MM, y - RING_MM, 2 * RING_MM, 2 * RING_MM)
        across = (RING_MM, 0.0) if start[0] == end[0] else (0.0, RING_MM)
        yield Box(around, stroke="text", width=THIN_MM, radius=RING_MM)
        yield Line(((x - across[0], y - across[1]), (x + across[0], y + across[1])), "text", THIN_MM)


def _label(plan: Plan, tile: Tile, title: str, say: Words) -> Iterator[Element]:
    """Its name, of which poster, which row and column, and what to do with it."""
    base, left = plan.paper.height - EDGE_MM - 1.0, SIDE_MM + 4.0
    yield _words(left, base, tile.label, LABEL_PT, "bold", "text")
    left += fonts.width(tile.label, "bold", LABEL_PT * MM) + 3.0
    room = plan.paper.width - SIDE_MM - left
    yield _words(left, base - 3.4, _short(title, "semibold", TITLE_PT, room, say), TITLE_PT, "semibold", "text")
    where = say("row {row}, column {column}", row=tile.row + 1, column=tile.column + 1)
    words = " · ".join(filter(None, (where, _what_to_do(plan, tile, say))))
    yield _words(left, base, _short(words, "regular", WORDS_PT, room, say), WORDS_PT, "regular", "text")


def _what_to_do(plan: Plan, tile: Tile, say: Words) -> str:
    right, below = plan.beside(tile, 0, 1), plan.beside(tile, 1, 0)
    if not plan.overlap or not (right or below):
        return say("on the right: {sheet}", sheet=right.label) if right else ""
    if right and below:
        return say(
            "glue {right} onto the striped strip on the right, {below} onto the one below",
            right=right.label,
            below=below.label,
        )
    if right:
        return say("glue {right} onto the striped strip on the right", right=right.label)
    return say("glue {below} onto the striped strip below", below=below.label if below else "")


def _short(words: str, font: Font, size: float, room: float, say: Words) -> str:
    return broken(words, font, room / (size * MM), say.language, most=1).lines[0] if words else ""


def _words(x: float, y: float, words: str, size: float, font: Font, colour: str) -> Text:
    return Text(x, y, (words,), size, size * MM, fonts.suited(words, font), colour, role="artifact")
