"""The top of an empty canvas: the phases with their times, and boxes to tick whether the municipality is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.layout.drawing import Box, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.layout.text import Hyphenated
from journeys.poster.kinds.blank.head import apart
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.writing import ruled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.timeline import Stretch

PHASE: Final = Style(9.4, "bold", "phase.text", leading=1.1, role="heading")
PERIOD: Final = Style(7.2, colour="phase.muted", leading=1.1)
TICK: Final = Style(7.2, leading=1.05)
WRITE: Final = Style(6.8, "semibold", "muted")
LEVELS: Final[tuple[Level, ...]] = ("direct", "via_partner", "deliberate", "absent")
BOX_MM: Final = 3.6
PAD_MM: Final = 1.8
GAP_MM: Final = 1.0
SMALLER: Final = (1.0, 0.94, 0.88, 0.82)
"""Words may become so much smaller to stand beside each other."""


def heads(document: Document, columns: Sequence[Stretch], width: float, scale: float, say: Words) -> list[Block]:
    """A box per phase, all as high as the highest; without a phase there are lines to write its name and times on."""
    pad = PAD_MM * scale
    made = [_words(document, stretch, width - 2 * pad, scale, say) for stretch in columns]
    high = max(block.height for block in made) + 2 * pad
    return [_box(stretch, block, width, high, scale, say) for stretch, block in zip(columns, made, strict=True)]


def _words(document: Document, stretch: Stretch, width: float, scale: float, say: Words) -> Block:
    phase = stretch.phase
    if phase is None:
        lines = (
            ruled(label, width, scale, say, apart=apart(scale), style=WRITE) for label in (say("Phase"), say("When"))
        )
        return stacked(width, 0.0, *lines)
    room = width - (4.0 * scale if stretch.desk else 0.0)
    return stacked(
        width,
        0.3 * scale,
        paragraph(phase.name, PHASE, room, scale, document.study.language, about=phase.id),
        paragraph(stretch.times(say), PERIOD, room, scale, say.language, about=phase.id),
    )


def _box(stretch: Stretch, words: Block, width: float, high: float, scale: float, say: Words) -> Block:
    """Only an outline, to save ink; thick and with a diamond where day 0 is."""
    block, inset = Block(width, high), GAP_MM * scale / 2
    about = stretch.phase.id if stretch.phase else None
    thick = 0.8 * scale if stretch.desk else 0.3 * scale
    colour = "sheet.accent" if stretch.desk else "line"
    block.add(
        Box(Rect(inset, 0.0, width - 2 * inset, high), stroke=colour, width=thick, radius=1.2 * scale, about=about)
    )  # fmt: skip
    pad = PAD_MM * scale
    block.put(words, pad, pad)
    if stretch.desk:
        side = 3.4 * scale
        block.add(Mark("diamond", width - pad - side, pad, side, colour, say("day 0"), about))
    return block


def ticks(document: Document, width: float, scale: float, say: Words) -> Block:
    """A box to tick per level with its sign and word, in as few rows as they fit in."""
    colour, pad = own_colour(document), PAD_MM * scale
    sizes = [(count, scale * size) for count in (4, 2, 1) for size in SMALLER]
    tried = (_rows(count, width - 2 * pad, colour, size, say) for count, size in sizes)
    found = next((block for block in tried if block is not None), None)
    inside = found or _rows(1, width - 2 * pad, colour, sizes[-1][1], say, broken=True) or Block(width)
    block = Block(width, inside.height + 2 * pad)
    inset = GAP_MM * scale / 2
    block.add(
        Box(Rect(inset, 0.0, width - 2 * inset, block.height), stroke="line", width=0.2 * scale, radius=1.2 * scale)
    )  # fmt: skip
    block.put(inside, pad, pad)
    return block


def _rows(count: int, width: float, colour: str, scale: float, say: Words, *, broken: bool = False) -> Block | None:
    """So many beside each other; None where words would be broken for that, or take several lines beside others."""
    gap = 1.5 * scale
    column = (width - gap * (count - 1)) / count
    block, y = Block(width), 0.0
    for start in range(0, len(LEVELS), count):
        made = [_tick(level, column, colour, scale, say) for level in LEVELS[start : start + count]]
        if not broken and not all(_whole(one, several=count == 1) for one in made):
            return None
        for index, one in enumerate(made):
            block.put(one, index * (column + gap), y)
        y = block.height + 1.2 * scale
    return block


def _whole(tick: Block, *, several: bool) -> bool:
    """Whether no word is broken, and its words stand on one line unless `several` are fine."""
    lines = [line for element in tick.elements if isinstance(element, Text) for line in element.lines]
    return (several or len(lines) < 2) and not any(isinstance(line, Hyphenated) for line in lines)


def _tick(level: Level, width: float, colour: str, scale: float, say: Words) -> Block:
    """An empty box, the level's sign and its word."""
    side, look = BOX_MM * scale, level_look(level, colour)
    sign, ink = side * 0.72, f"{colour}.fill" if level == "direct" else look.words
    left = side + sign + 1.8 * scale
    word = phrases.level_word(level, say)
    words = paragraph(word, TICK, max(width - left, 1.0), scale, say.language)
    block = Block(width, max(side, words.height))
    block.add(
        Box(Rect(0.0, 0.0, side, side), stroke="text", width=0.3 * scale, radius=0.4 * scale),
        Mark(look.mark, side + 0.8 * scale, (side - sign) / 2, sign, ink),
    )
    block.put(words, left, max(0.0, (side - TICK.size * scale * 0.3528 * 0.95) / 2))
    return block
