"""Under the bands: in how many of the journeys the scope is absent, phase by phase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.layout.drawing import Box, Layer, Mark, Rect
from journeys.layout.levels import level_look
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.compare import Row
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Variant
    from journeys.poster.kinds.compare.band import Frame

NAME: Final = Style(8.0, "bold", role="heading")
CAPTION: Final = Style(6.6, colour="muted")
FIGURE: Final = Style(11.0, "bold", leading=1.1)
NOW: Final = Style(6.2, colour="muted")
PAD_MM: Final = 1.8
SQUARE_MM: Final = 3.0
VARIANTS: Final[tuple[Variant, ...]] = ("current", "desired")


def names(document: Document, frame: Frame, say: Words) -> Block:
    """What the row says."""
    width = frame.names - 4.0 * frame.scale if frame.names else frame.width
    scope = phrases.the_scope(document, None, say)
    return stacked(
        width,
        0.4 * frame.scale,
        paragraph(phrases.capital(say("without {scope}", scope=scope)), NAME, width, frame.scale, say.language),
        paragraph(say("in how many journeys"), CAPTION, width, frame.scale, say.language),
    )


def fields(document: Document, rows: Sequence[Row], frame: Frame, say: Words) -> list[Block]:
    """A field per phase, all equally high: the figures, and each journey as a square in the pattern of its level."""
    made = [_field(document, rows, frame, index, say) for index in range(len(frame.columns))]
    high = max((block.height for block in made), default=0.0) + 2 * PAD_MM * frame.scale
    found = []
    for column, inside in zip(frame.columns, made, strict=True):
        whole = Block(column.w, high)
        whole.add(Box(Rect(0.0, 0.0, column.w, high), fill="phase.fill", radius=1.0 * frame.scale))
        whole.put(inside, (column.w - inside.width) / 2, PAD_MM * frame.scale)
        found.append(whole)
    return found


def _field(document: Document, rows: Sequence[Row], frame: Frame, index: int, say: Words) -> Block:
    scale, column = frame.scale, frame.columns[index]
    room = column.w - 2 * min(PAD_MM * scale, column.w * 0.08)
    per = {variant: [row for row in rows if _variant(document, row) == variant] for variant in VARIANTS}
    mixed = all(per.values())
    lines = []
    for variant, own in per.items():
        if own:
            word = "" if not mixed else say("now") if variant == "current" else say("desired")
            lines.append(_line(own, frame, index, room, word, say))
    return stacked(room, 1.0 * scale, *lines)


def _line(rows: Sequence[Row], frame: Frame, index: int, room: float, word: str, say: Words) -> Block:
    """Figures with the squares beside them where there is room, else under them."""
    scale = frame.scale
    gaps = sum(row.cells[index].level == "absent" for row in rows)
    figure = replace(FIGURE, colour="finding.number" if gaps else "text")
    words = say("{n} of {total}", n=gaps, total=len(rows)) if _known(rows, index) else "–"
    wide = fonts.width(words, FIGURE.font, FIGURE.size * scale) * MM + 2.0 * scale
    label = paragraph(word, NOW, room, scale, say.language)
    line = paragraph(words, figure, room, scale, say.language)
    needed = len(rows) * (SQUARE_MM + 0.5) * scale
    if wide + needed > room:
        return stacked(room, 0.7 * scale, label, line, _squares(rows, frame, index, room))
    line.put(_squares(rows, frame, index, needed), room - needed, line.height - (SQUARE_MM + 1.0) * scale)
    return stacked(room, 0.1 * scale, label, line)


def _known(rows: Sequence[Row], index: int) -> bool:
    return any(row.cells[index].level != "unmapped" for row in rows)


def _variant(document: Document, row: Row) -> Variant:
    return document.journeys[str(row.journey)].variant


def _squares(rows: Sequence[Row], frame: Frame, index: int, room: float) -> Block:
    """In the order of the bands."""
    scale = frame.scale
    apart = 0.5 * scale
    side = min(SQUARE_MM * scale, (room - apart * (len(rows) - 1)) / len(rows))
    block = Block(room, side)
    for number, row in enumerate(rows if side > 0 else ()):
        look = level_look(row.cells[index].level, frame.own)
        place, mark = Rect(number * (side + apart), 0.0, side, side), side * 0.62
        block.add(
            Box(place, look.fill, stroke=look.stroke or look.fill, width=0.2 * scale, radius=0.4 * scale),
            Mark(look.mark, place.x + (side - mark) / 2, (side - mark) / 2, mark, look.words),
        )
    return block


def layers(
    document: Document, rows: Sequence[Row], frame: Frame, at: tuple[float, float], say: Words, order: int
) -> Iterator[Layer]:
    """The row, with its name beside it, or above it on a narrow sheet."""
    x, y = at
    name, made = names(document, frame, say), fields(document, rows, frame, say)
    down = y if frame.names else y + name.height + 0.9 * frame.scale
    yield name.layer("totals/name", x, y, order)._replace(lane="titles")
    for index, (column, block) in enumerate(zip(frame.columns, made, strict=True)):
        cell = block.layer(f"totals/{column.phase}", x + column.x, down, order + 1 + index)
        yield cell._replace(lane="totals", phase=column.phase)


def height(document: Document, rows: Sequence[Row], frame: Frame, say: Words) -> float:
    """How high the row is."""
    made = max((block.height for block in fields(document, rows, frame, say)), default=0.0)
    name = names(document, frame, say).height
    return max(made, name) if frame.names else made + name + 0.9 * frame.scale
