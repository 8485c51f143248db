"""A persona's band: who it is, presence per phase, the heartbeat with what was said, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.compare import Beat, Row
from journeys.layout.drawing import Box, Layer, Rect, Text
from journeys.phrases.terms import as_said
from journeys.poster.kinds.compare import heart
from journeys.poster.kinds.compare.who import Names, totals
from journeys.poster.parts import grid
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.grid import Column

WORDS: Final = Style(6.6, "italic", "sheet.quote")
LOWEST: Final = Style(6.2, "semibold", "finding.number")
CURVE_MM: Final = 12.5
"""The least height of a curve, at A4."""
BETWEEN_MM: Final = 0.9
ABOVE_MM: Final = 1.9
INSET_MM: Final = 1.4
TRIES: Final = 4
NEAR: Final = 0.25
"""Words stand nearer to the curve than to the edge of the field."""


class Frame(NamedTuple):
    """Where all bands stand: the phases, how wide names and totals beside them are (0: they stand above).

    `quotes`: whether is told what was said at the lowest steps.
    """

    columns: tuple[Column, ...]
    names: float
    totals: float
    width: float
    strip: float
    scale: float
    own: str
    quotes: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A band whose words are broken; only the height of its curve is open. `disc`: in its own mm, from its top."""

    row: Row
    frame: Frame
    above: Block
    left: Block
    right: Block
    disc: Rect
    words: Mapping[str, Block]

    @property
    def journey(self) -> str:
        return str(self.row.journey)


def planned(document: Document, row: Row, frame: Frame, say: Words, *, mixed: bool, titled: bool) -> Band:
    """`mixed`: current and desired journeys stand beside each other; `titled`: the persona has several."""
    scale = frame.scale
    journey = document.journeys[str(row.journey)]
    names = Names(document, row, scale, say, journey.title if titled else "", mixed=mixed)
    if frame.names:
        left, disc = names.stack(frame.names - 4.0 * scale)
        right = totals(row, frame.totals, scale, say)
        return Band(row, frame, Block(0.0), left, right, disc, dict(_words(document, row, frame, say)))
    above, disc = names.line(frame.width)
    return Band(row, frame, above, Block(0.0), Block(0.0), disc, dict(_words(document, row, frame, say)))


def _words(document: Document, row: Row, frame: Frame, say: Words) -> Iterator[tuple[str, Block]]:
    """Phase → what is said of it: the lowest point of the journey, and the quote at its lowest step."""
    scale, language = frame.scale, document.study.language
    lowest = _lowest(row)
    for cell, column in zip(row.cells, frame.columns, strict=True):
        room = column.w - 2 * min(INSET_MM * scale, column.w * 0.08)
        note = document.notes.get(cell.words or "") if frame.quotes else None
        parts = []
        if lowest is not None and lowest.phase == cell.phase:
            title = document.steps[lowest.step].title or say("Without a title")
            words = say("Lowest point: {step}", step=title)
            parts.append(paragraph(words, LOWEST, room, scale, language, about=lowest.step, even=True))
        if note is not None:
            parts.append(paragraph(as_said(note.text, say), WORDS, room, scale, language, about=note.id, even=True))
        made = stacked(room, 0.8 * scale, *parts)
        if made.elements:
            yield cell.phase, made


def _lowest(row: Row) -> Beat | None:
    """The first of the steps that feel worst; none where nothing feels bad."""
    lowest = min(row.beats, key=lambda beat: beat.emotion, default=None)
    return lowest if lowest is not None and lowest.emotion < 0 else None


# Height and drawing


def height(document: Document, band: Band, curve: float) -> float:
    """How high the band is with a curve of this height."""
    top = band.above.height + (ABOVE_MM * band.frame.scale if band.above.elements else 0.0)
    body = band.frame.strip + BETWEEN_MM * band.frame.scale + curve + _under(document, band, curve)
    return max(top + body, band.left.height, band.right.height)


def _shaped(document: Document, band: Band, curve: float) -> heart.Heart:
    by_phase = {column.phase: column for column in band.frame.columns}
    return heart.shaped(document, band.row, by_phase, curve, band.frame.scale)


def _under(document: Document, band: Band, curve: float) -> float:
    """The room under the curve for the words that find none beside it."""
    shape = _shaped(document, band, curve)
    left = [band.words[c.phase].height for c in band.frame.columns if _place(band, shape, c) is None]
    return max(left) + 2 * BETWEEN_MM * band.frame.scale if left else 0.0


def _place(band: Band, shape: heart.Heart, column: Column) -> float | None:
    """From the top of the curve's field to the words of this column; None where they do not fit in it.

    What is said of the lowest point stands under it: above, it would seem to be said of another face.
    """
    words = band.words.get(column.phase)
    if words is None:
        return 0.0
    scale = band.frame.scale
    above, below = heart.free(shape, column.x + (column.w - words.width) / 2, words.width, scale)
    edge = heart.CLEAR_MM * scale
    lowest = _lowest(band.row)
    over, under = above - edge, shape.high - below - edge
    if lowest is not None and lowest.phase == column.phase:
        over = 0.0
    if max(over, under) < words.height:
        return None
    return edge + (over - words.height) * (1 - NEAR) if over >= under else below + (under - words.height) * NEAR


def layers(
    document: Document, band: Band, at: tuple[float, float], high: float, numbers: Mapping[str, int], say: Words,
    order: int,
) -> Iterator[Layer]:  # fmt: skip
    """The band in `high` mm: first what is painted beneath, then names, presence and words by phase."""
    frame, scale = band.frame, band.frame.scale
    above = band.above.height + (ABOVE_MM * scale if band.above.elements else 0.0)
    rest = high - above - frame.strip - BETWEEN_MM * scale
    curve = _curve_in(document, band, rest)
    shape = _shaped(document, band, curve)
    x, y = at
    down = y + above + frame.strip + BETWEEN_MM * scale
    picture = heart.drawn(shape, frame.columns, band.journey, scale, say)
    _say_under(shape, rest, picture)
    name = f"heartbeat/{band.journey}"
    yield picture.layer(name, x, down, order + 1)._replace(lane="heartbeat")
    yield _name(band).layer(f"name/{band.journey}", x, y, order)._replace(lane="titles")
    for index, (cell, column) in enumerate(zip(band.row.cells, frame.columns, strict=True)):
        place = Rect(0.0, 0.0, column.w, frame.strip)
        number = numbers.get(cell.phase) if cell.level == "absent" else None
        block = grid.presence(cell.level, place, scale, say, frame.own, number, column.phase)
        words = band.words.get(column.phase)
        if words is not None:
            stands = _place(band, shape, column)
            inset = (column.w - words.width) / 2
            top = frame.strip + BETWEEN_MM * scale + (curve + BETWEEN_MM * scale if stands is None else stands)
            if stands is not None:
                fill = "lane.tint" if column.desk else "lane.fill"
                block.add(Box(Rect(inset, top, words.width, words.height), fill=fill))
            block.put(words, inset, top)
        cells = block.layer(f"cell/{band.journey}/{column.phase}", x + column.x, y + above, order + 2 + index)
        yield cells._replace(lane=f"journey/{band.journey}", phase=column.phase)


def _name(band: Band) -> Block:
    """Who it is and what it comes to: together they head the row, under the journey's id."""
    left = band.left if band.frame.names else band.above
    whole = Block(band.frame.width)
    whole.put(left, 0.0, 0.0)
    whole.put(band.right, band.frame.width - band.frame.totals, 0.0)
    whole.elements = [
        element._replace(about=band.journey) if isinstance(element, Text) else element for element in whole.elements
    ]
    return whole


def _curve_in(document: Document, band: Band, room: float) -> float:
    """The largest curve that leaves room for the words under it."""
    most = max((words.height for words in band.words.values()), default=0.0) + 2 * BETWEEN_MM * band.frame.scale
    high = room
    for _ in range(TRIES):
        under = _under(document, band, high)
        if high + under <= room + 0.001:
            return high
        high = room - under
    return room - most


def _say_under(shape: heart.Heart, rest: float, picture: Block) -> None:
    """The fields reach down to the words that stand under the curve."""
    if rest - shape.high < 0.01:
        return
    picture.elements[:] = [
        element._replace(rect=element.rect._replace(h=rest)) if isinstance(element, Box) else element
        for element in picture.elements
    ]
    picture.height = rest
