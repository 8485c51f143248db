"""What circles and lines of the network mean, at the foot of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Line, Rect, Text
from journeys.layout.ecosystem.legend import entries
from journeys.poster.parts.blocks import MM, Block, paragraph
from journeys.poster.parts.legend import LABEL

if TYPE_CHECKING:
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.i18n import Words
    from journeys.layout.ecosystem.legend import Entry
    from journeys.model.document import Document

SIDE_MM: Final = 3.2
LINE_MM: Final = 6.0
APART_MM: Final = 3.4
NUMBER: Final = 5.6


def legend(document: Document, network: Ecosystem, width: float, scale: float, say: Words) -> Block:
    """Each with its words, in as many rows as they need."""
    block = Block(0.0)
    x = y = 0.0
    count = "personas" if len(network.personas) > 1 else "steps"
    for entry in entries(document, network, count, say):  # type: ignore[arg-type]  # one of the two
        swatch = _swatch(entry, scale)
        wide = fonts.width(entry.words, LABEL.font, LABEL.size * scale) * MM + 0.1
        space = 1.2 * scale
        if x and x + swatch.width + space + wide > width:
            x, y = 0.0, block.height + 1.2 * scale
        words = paragraph(entry.words, LABEL, min(wide, width - swatch.width - space), scale, say.language)
        high = max(swatch.height, words.height)
        block.put(swatch, x, y + (high - swatch.height) / 2)
        block.put(words, x + swatch.width + space, y + (high - words.height) / 2)
        x += swatch.width + space + wide
        block.width = max(block.width, min(x, width))
        x += APART_MM * scale
    return block


def _swatch(entry: Entry, scale: float) -> Block:
    side = SIDE_MM * scale
    if entry.look is None:
        block = Block(LINE_MM * scale, side)
        block.add(Line(((0.0, side / 2), (block.width, side / 2)), entry.ink, 0.5 * scale, entry.dash))
        return block
    block, look = Block(side, side), entry.look
    block.add(Box(Rect(0, 0, side, side), look.fill, look.hatch, look.stroke, 0.3 * scale, radius=side / 2))
    if entry.number:
        size = NUMBER * scale
        down = side / 2 + fonts.CAP_HEIGHT * size * MM / 2
        block.add(Text(side / 2, down, (entry.number,), size, size * MM, "bold", look.words, "middle", role="artifact"))
    return block
