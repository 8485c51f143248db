"""The first sheet of a tiled poster: a map with the sheets on it, how to put them together, and a line to measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.layout.drawing import Box, Drawing, Layer, Line, Rect, Text
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.sheet import Sheet
from journeys.poster.tiles import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.layout.drawing import Element
    from journeys.poster.tiles.plan import Plan, Tile
    from journeys.poster.tiles.words import Step

MARGIN_MM: Final = 12.0
GAP_MM: Final = 6.0
SIDE_MM: Final = 64.0
"""The column of steps beside the map, at A4, at least."""
WIDEST_MM: Final = 96.0
"""On longer lines one loses one's way back."""
LARGER: Final = 0.75
"""On larger paper words grow less than the paper does."""
TITLE: Final = Style(19, "bold", leading=1.1, role="title")
POSTER: Final = Style(11, "semibold", leading=1.2)
FACTS: Final = Style(9.5, colour="muted")
HEADING: Final = Style(10.5, "bold", leading=1.2, role="heading")
BODY: Final = Style(9.5, leading=1.3)
NOTE: Final = Style(8.5, colour="muted", leading=1.3)
RULER_MM: Final = 100
RULER_PT: Final = 7.5
NUMBER_PT: Final = 9.0
MOST_PT: Final = 11.0
"""The names of the sheets on the map are no larger."""


class Laid(NamedTuple):
    """Where the map and the steps go."""

    map_: Rect
    steps: Block
    at: tuple[float, float]


def assembly(sheet: Sheet, plan: Plan, say: Words) -> tuple[Sheet, Rect]:
    """The sheet, and where on it the poster itself is to be drawn small, beneath the sheet's own drawing."""
    paper, scale = plan.paper, 1.0 + LARGER * (plan.paper.scale - 1.0)
    area = Rect(MARGIN_MM, MARGIN_MM, paper.width - 2 * MARGIN_MM, paper.height - 2 * MARGIN_MM)
    gap = GAP_MM * scale
    head = _head(sheet, plan, area.w, scale, say)
    check = _check(area.w, scale, say)
    foot = stacked(
        area.w, 0.0, *(paragraph(note, NOTE, area.w, scale, say.language) for note in words.notes(plan, say))
    )
    top = area.y + head.height + gap + check.height + gap
    laid = _laid(plan, Rect(area.x, top, area.w, area.y + area.h - foot.height - gap - top), scale, say)
    layers = (
        head.layer("head", area.x, area.y, 0),
        check.layer("check", area.x, area.y + head.height + gap, 1),
        _map(plan, laid.map_),
        laid.steps.layer("steps", *laid.at, 3),
        foot.layer("notes", area.x, max(laid.map_.y + laid.map_.h, laid.at[1] + laid.steps.height) + gap, 4),
    )
    title = say("{title}: how to put it together", title=sheet.title)
    drawing = Drawing(paper.width, paper.height, layers, sheet.drawing.journey)
    alts = {"map": words.told(sheet, plan, say)}
    return Sheet(f"{sheet.key}-assembly", title, drawing, journey=sheet.journey, alts=alts), laid.map_


def _head(sheet: Sheet, plan: Plan, width: float, scale: float, say: Words) -> Block:
    language = say.language
    return stacked(
        width,
        1.2 * scale,
        paragraph(say("How to put this poster together"), TITLE, width, scale, language),
        paragraph(sheet.title, POSTER, width, scale, language),
        paragraph(words.facts(plan, say), FACTS, width, scale, language),
    )


def _check(width: float, scale: float, say: Words) -> Block:
    """The warning about scaling in a frame, with a line of exactly 100 mm: beside it, or under it on narrow paper."""
    inset, language = 4.0 * scale, say.language
    ruler = _ruler()
    beside = width - 3 * inset - ruler.width
    narrow = beside < 60 * scale
    room = width - 2 * inset if narrow else beside
    said = stacked(
        room,
        0.8 * scale,
        paragraph(say("Print at 100 %"), HEADING, room, scale, language),
        paragraph(
            say("Choose “Actual size”, not “Fit to page”, and print on one side. Then measure: this line is 100 mm."),
            BODY, room, scale, language,
        ),
    )  # fmt: skip
    high = said.height + ruler.height + 1.5 * inset if narrow else max(said.height, ruler.height)
    frame = Block(width, high + 2 * inset)
    frame.add(Box(Rect(0.0, 0.0, width, frame.height), "phase.fill", None, "sheet.accent", 0.4, radius=2.0 * scale))
    frame.put(said, inset, inset if narrow else inset + (high - said.height) / 2)
    down = frame.height - inset - ruler.height if narrow else inset + (high - ruler.height) / 2
    frame.put(ruler, inset if narrow else width - inset - ruler.width, down)
    frame.height = high + 2 * inset
    return frame


def _ruler() -> Block:
    """A line of exactly 100 mm, with centimetres; its ends are the outsides of its end strokes' middles."""
    block = Block(RULER_MM + 6.0)
    left, base = 3.0, 4.0
    block.add(Line(((left, base), (left + RULER_MM, base)), "text", 0.3))
    for at in range(0, RULER_MM + 1, 5):
        long = 4.0 if at % 50 == 0 else 2.6 if at % 10 == 0 else 1.5
        block.add(Line(((left + at, base), (left + at, base - long)), "text", 0.3 if at % 10 == 0 else 0.18))
    size = RULER_PT * MM
    for at, word in ((0, "0"), (50, "50"), (RULER_MM, "100 mm")):
        block.add(
            Text(left + at, base + size * 1.15, (word,), RULER_PT, size, "semibold", "text", "middle", role="artifact")
        )
    block.height = base + size * 1.4
    return block


def _laid(plan: Plan, room: Rect, scale: float, say: Words) -> Laid:
    """The steps beside the map or under it, whichever leaves the larger map."""
    gap = GAP_MM * scale
    beside = _fitted(plan, room._replace(w=room.w - SIDE_MM * scale - gap))
    column = _steps(plan, min(room.w - beside.w - gap, WIDEST_MM * scale), 1, scale, say)
    pairs = _steps(plan, room.w, 2, scale, say)
    over = _fitted(plan, room._replace(h=room.h - pairs.height - gap))
    if column.height <= room.h and beside.w >= over.w:
        return Laid(beside, column, (beside.x + beside.w + gap, room.y))
    return Laid(over._replace(x=room.x + (room.w - over.w) / 2), pairs, (room.x, room.y + over.h + gap))


def _fitted(plan: Plan, room: Rect) -> Rect:
    """As large as the poster's shape allows."""
    scale = min(room.w / plan.poster.width, max(room.h, 1.0) / plan.poster.height)
    return Rect(room.x, room.y, plan.poster.width * scale, plan.poster.height * scale)


def _steps(plan: Plan, width: float, columns: int, scale: float, say: Words) -> Block:
    """All of them, row by row."""
    gap = GAP_MM * scale
    wide = (width - gap * (columns - 1)) / columns
    made = [_step(number, one, wide, scale, say) for number, one in enumerate(words.steps(plan, say), 1)]
    block, y = Block(width), 0.0
    for start in range(0, len(made), columns):
        for place, one in enumerate(made[start : start + columns]):
            block.put(one, place * (wide + gap), y)
        y = block.height + 3.5 * scale
    return block


def _step(number: int, step: Step, width: float, scale: float, say: Words) -> Block:
    """Its number in a disc, what to do in bold, how underneath."""
    disc, language = 6.0 * scale, say.language
    left = disc + 2.5 * scale
    said = stacked(
        width - left,
        0.6 * scale,
        paragraph(step.title, HEADING, width - left, scale, language),
        paragraph(step.words, BODY, width - left, scale, language),
    )
    block = Block(width)
    size = NUMBER_PT * scale
    baseline = disc / 2 + fonts.CAP_HEIGHT * size * MM / 2
    block.add(Box(Rect(0.0, 0.0, disc, disc), "sheet.accent", radius=disc / 2))
    block.add(
        Text(
            disc / 2,
            baseline,
            (str(number),),
            size,
            size * MM,
            "bold",
            "sheet.tag.text",
            "middle",
            alt=phrases.capital(say("step {n}", n=number)),
        )
    )
    block.put(said, left, (disc - HEADING.size * scale * MM) / 2)
    block.height = max(block.height, disc)
    return block


def _map(plan: Plan, at: Rect) -> Layer:
    """Over the poster drawn small: where it is cut, and the name of every sheet."""
    scale = at.w / plan.poster.width
    elements: list[Element] = [Box(_small(tile, scale), "lane.fill", "sheet.rule") for tile in plan.tiles if tile.empty]
    elements += _cuts(plan, at, scale)
    elements.append(Box(Rect(0.0, 0.0, at.w, at.h), None, None, "text", 0.35))
    for tile in plan.tiles:
        elements += _name(tile, _small(tile, scale))
    return Layer("map", at, tuple(elements), origin=(at.x, at.y), lane="map", order=2)


def _small(tile: Tile, scale: float) -> Rect:
    return Rect(*(side * scale for side in tile.seen))


def _cuts(plan: Plan, at: Rect, scale: float) -> Iterator[Line]:
    """Dark on a light ground, to be seen on any colour."""
    xs = [tile.seen.x * scale for tile in plan.tiles[1 : plan.columns]]
    ys = [tile.seen.y * scale for tile in plan.tiles[plan.columns :: plan.columns]]
    lines = [((x, 0.0), (x, at.h)) for x in xs] + [((0.0, y), (at.w, y)) for y in ys]
    yield from (Line(line, "card.fill", 1.1) for line in lines)
    yield from (Line(line, "text", 0.4) for line in lines)


def _name(tile: Tile, place: Rect) -> Iterator[Element]:
    """In a pill in the middle of its sheet; lighter where nothing is printed."""
    size = min(MOST_PT, place.w / (3.2 * MM), place.h / (2.4 * MM))
    wide, high = fonts.width(tile.label, "bold", size * MM) + size * MM * 0.8, size * MM * 1.35
    x, y = place.x + place.w / 2, place.y + place.h / 2
    fill, ink, edge = ("card.fill", "muted", "muted") if tile.empty else ("sheet.tag", "sheet.tag.text", "card.fill")
    yield Box(Rect(x - wide / 2, y - high / 2, wide, high), fill, None, edge, 0.3, radius=high / 2)
    baseline = y + fonts.CAP_HEIGHT * size * MM / 2
    yield Text(x, baseline, (tile.label,), size, size * MM, "bold", ink, "middle", role="artifact")
