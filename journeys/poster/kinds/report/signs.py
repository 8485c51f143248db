"""Small signs beside words: faces, kinds of notes, numbers of gaps, levels of presence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import marks
from journeys.layout.drawing import Box, Mark, Rect, Text
from journeys.layout.heartbeat import face_role
from journeys.layout.levels import level_look
from journeys.poster.kinds.report.table import Sign
from journeys.poster.parts.blocks import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Element

FACE_MM: Final = 3.5
MARK_MM: Final = 2.5
BADGE_MM: Final = 4.0
SWATCH_MM: Final = (7.0, 3.0)
BESIDE_MM: Final = 1.5


def face(emotion: int, scale: float) -> Sign:
    """The face of an emotion; its word stands beside it."""
    return _mark(marks.face(emotion), face_role(emotion), FACE_MM, scale)


def mark(name: str, colour: str, scale: float) -> Sign:
    """One of the drawn marks, whose word stands beside it."""
    return _mark(name, colour, MARK_MM, scale)


def _mark(name: str, colour: str, side: float, scale: float) -> Sign:
    size = side * scale

    def draw(top: float, leading: float) -> Sequence[Element]:
        return [Mark(name, 0.0, top + (leading - size) / 2, size, colour)]

    return Sign(side + BESIDE_MM, draw)


def level(code: str, own: str, scale: float) -> Sign:
    """A swatch with the pattern and the mark of a level."""
    wide, high = (side * scale for side in SWATCH_MM)

    def draw(top: float, leading: float) -> Sequence[Element]:
        return swatch(code, own, Rect(0.0, top + (leading - high) / 2, wide, high), scale)

    return Sign(SWATCH_MM[0] + BESIDE_MM, draw)


def swatch(code: str, own: str, place: Rect, scale: float) -> list[Element]:
    """A rectangle in the pattern of a level, with its mark in the middle where there is room."""
    look, size = level_look(code, own), min(place.h * 0.72, 2.6 * scale)
    made: list[Element] = [Box(place, look.fill, look.hatch, look.stroke, 0.25 * scale, look.dash, 0.5 * scale)]
    if place.w > size * 1.3:
        x, y = place.x + (place.w - size) / 2, place.y + (place.h - size) / 2
        made.append(Mark(look.mark, x, y, size, look.words))
    return made


def number(count: int, scale: float, alt: str) -> Sign:
    """The number of a gap, as on its flag; `alt` says so in words."""

    def draw(top: float, leading: float) -> Sequence[Element]:
        return badge(count, 0.0, top + (leading - BADGE_MM * scale) / 2, BADGE_MM * scale, alt)

    return Sign(wide_badge(count, BADGE_MM) + BESIDE_MM, draw)


def badge(count: int, x: float, y: float, side: float, alt: str = "") -> list[Element]:
    """A number in a disc; a long number in a longer one."""
    words = str(count)
    em = side * 0.66
    wide = max(side, fonts.width(words, "bold", em) + side * 0.4)
    down = y + side / 2 + fonts.CAP_HEIGHT * em / 2
    return [
        Box(Rect(x, y, wide, side), fill="badge.fill", radius=side / 2),
        Text(x + wide / 2, down, (words,), em / MM, em, "bold", "badge.text", "middle", alt=alt),
    ]


def wide_badge(count: int, side: float) -> float:
    """How wide that disc is."""
    return max(side, fonts.width(str(count), "bold", side * 0.66) + side * 0.4)
