"""What people fill in with a pen: lines with a word before them, boxes to tick, and empty discs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import marks
from journeys.layout.drawing import Box, Line, Mark, Rect, Text
from journeys.layout.heartbeat import face_role
from journeys.phrases.terms import signed
from journeys.poster.parts.blocks import MM, Block, Style, paragraph

if TYPE_CHECKING:
    from journeys.i18n import Words

LABEL: Final = Style(7.0, "semibold", "muted")
RULE_MM: Final = 0.2
LONGEST: Final = 0.6
"""A word before a line takes at most this part of it; else it stands above."""
EMOTIONS: Final = (2, 1, 0, -1, -2)


def ruled(
    label: str, width: float, scale: float, say: Words, *, lines: int = 1, apart: float = 7.0, style: Style = LABEL
) -> Block:
    """A word and so many lines to write on, `apart` mm from each other; the first begins behind the word."""
    block = Block(width)
    words = paragraph(label, style, width, scale, say.language)
    wide = fonts.width(label, style.font, style.size * scale) * MM + 1.5 * scale
    beside = bool(label) and wide <= LONGEST * width
    first = max(apart * 0.8, words.height) if beside or not label else words.height + apart * 0.8
    if label:
        block.put(words, 0.0, first - words.height if beside else 0.0)
    for index in range(lines):
        y = first + index * apart
        left = wide if beside and index == 0 else 0.0
        block.add(Line(((left, y), (width, y)), "line", RULE_MM * scale))
    block.height = first + (lines - 1) * apart + RULE_MM * scale
    return block


def disc(side: float, scale: float) -> Block:
    """An empty dashed disc to draw a face in."""
    block = Block(side, side)
    block.add(Box(Rect(0, 0, side, side), stroke="line", width=0.3 * scale, dash="dashed", radius=side / 2))
    return block


def feelings(high: float, face: float, scale: float, size: float) -> Block:
    """The faces from very pleasant at the top to very unpleasant, each with its number; as wide as they are."""
    size = min(size, 0.9 * (high - face) / (len(EMOTIONS) - 1) / (fonts.CAP_HEIGHT * MM))
    numbers = fonts.width("+2", "semibold", size) * MM
    block = Block(numbers + 1.0 * scale + face, high)
    for index, emotion in enumerate(EMOTIONS):
        y = feeling_at(index, high, face)
        baseline = y + fonts.CAP_HEIGHT * size * MM / 2
        number = signed(emotion)
        block.add(
            Text(numbers, baseline, (number,), size, size * MM, "semibold", "muted", "end", role="artifact"),
            Mark(marks.face(emotion), block.width - face, y - face / 2, face, face_role(emotion)),
        )
    return block


def feeling_at(index: int, high: float, face: float) -> float:
    """The height of the middle of a face, of five, in so much room."""
    return face / 2 + index * (high - face) / (len(EMOTIONS) - 1)


def grid_lines(block: Block, room: Rect, face: float, scale: float) -> None:
    """A thin line per feeling, and a thicker one in the middle that is neither."""
    for index, emotion in enumerate(EMOTIONS):
        y = room.y + feeling_at(index, room.h, face)
        middle = emotion == 0
        block.add(
            Line(
                ((room.x, y), (room.x + room.w, y)),
                "axis" if middle else "line",
                (0.35 if middle else 0.18) * scale,
                "solid" if middle else "dotted",
            )
        )
