"""The phases over the field to draw in: their names and times, or numbers with a list where those do not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Rect, Text
from journeys.poster.kinds.heartbeat.head import APART_MM
from journeys.poster.parts import writing
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.timeline import Stretch

PHASE: Final = Style(9.6, "bold", leading=1.1, role="subheading")
KEY: Final = Style(7.8, leading=1.15)
HEADS: Final = 0.2
"""The part of its height that the phases' names take at most; else they are numbered and named below."""
SMALLER: Final = 0.72
BROKEN_MM: Final = 13.0
"""Columns narrower than this, at A4, have numbers."""
PERIOD: Final = Style(7.4, colour="muted", leading=1.1)


def heads(
    document: Document, columns: Sequence[Stretch], width: float, room: Rect, scale: float, say: Words
) -> tuple[Block, Block]:  # fmt: skip
    """The names and times above the columns; where those are too narrow, numbers, and the names in a list."""
    narrowest = min(stretch.share for stretch in columns) * width
    if narrowest >= BROKEN_MM * scale or len(columns) < 2:
        named = _named(document, columns, width, scale, say)
        if named.height <= HEADS * room.h:
            return named, Block(room.w)
    widest = fonts.width(str(len(columns)), PHASE.font, 1.0) * MM
    numbered, size = Block(width), min(PHASE.size * scale, 0.9 * narrowest / widest)
    for index, stretch in enumerate(columns, 1):
        x = (stretch.start + stretch.share / 2) * width
        number = Text(
            x, fonts.ASCENT * size * MM, (str(index),), size, size * MM, "bold", anchor="middle", role="artifact"
        )
        numbered.add(number)
    numbered.height = size * MM
    return numbered, _list(document, columns, room.w, scale, say)


def _named(document: Document, columns: Sequence[Stretch], width: float, scale: float, say: Words) -> Block:
    style = _unbroken(
        [s.phase.name for s in columns if s.phase], min(s.share for s in columns) * width - 2 * scale, scale
    )
    made = [
        _column_head(document, stretch, stretch.share * width - 2.0 * scale, style, scale, say) for stretch in columns
    ]
    tallest = max(block.height for block in made)
    whole = Block(width, tallest)
    for stretch, block in zip(columns, made, strict=True):
        whole.put(block, stretch.start * width + 1.0 * scale, 0.0)
    return whole


def _unbroken(names: Sequence[str], width: float, scale: float) -> Style:
    """Somewhat smaller where that spares the longest word a hyphen."""
    widest = max((fonts.width(word, PHASE.font, PHASE.size) for name in names for word in name.split()), default=0.0)
    times = width / (widest * scale * MM) if widest else 1.0
    return replace(PHASE, size=PHASE.size * times * 0.995) if SMALLER <= times < 1 else PHASE


def _column_head(
    document: Document, stretch: Stretch, width: float, style: Style, scale: float, say: Words
) -> Block:  # fmt: skip
    if stretch.phase is None:
        return writing.ruled("", width, scale, say, apart=APART_MM * scale)
    about = stretch.phase.id
    return stacked(
        width,
        0.2 * scale,
        paragraph(stretch.phase.name, style, width, scale, document.study.language, about=about),
        paragraph(stretch.times(say), PERIOD, width, scale, say.language, about=about),
    )


def _list(document: Document, columns: Sequence[Stretch], width: float, scale: float, say: Words) -> Block:
    """The numbered phases in columns, down and then to the right."""
    count = max(1, int(width / (42.0 * scale)))
    rows = -(-len(columns) // count)
    count = -(-len(columns) // rows)
    gap = 4.0 * scale
    wide, block = (width - gap * (count - 1)) / count, Block(width)
    for column in range(count):
        here = list(enumerate(columns, 1))[column * rows : (column + 1) * rows]
        lines = [
            paragraph(
                f"{number} · {stretch.phase.name if stretch.phase else ''} {stretch.times(say)}".strip(), KEY, wide,
                scale, document.study.language, about=stretch.phase.id if stretch.phase else None,
            )
            for number, stretch in here
        ]  # fmt: skip
        block.put(stacked(wide, 0.5 * scale, *lines), column * (wide + gap), 0.0)
    return block
