"""Phases as columns that several journeys share: their places, their heads, and presence in a field of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout import text
from journeys.layout.drawing import Box, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.model.time import periods, phases_in_order, side
from journeys.phrases.dates import period_said
from journeys.phrases.terms import level_word
from journeys.poster.parts import discs
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.model.document import Document

NAME: Final = Style(8.6, "bold", "phase.text", role="heading")
PERIOD: Final = Style(6.6, colour="phase.muted")
LABEL: Final = Style(6.8, "semibold")
APART_MM: Final = 1.1
PAD_MM: Final = 1.5
STRIP_MM: Final = 5.0
BADGE_MM: Final = 4.4
MARK_MM: Final = 2.7
RADIUS_MM: Final = 1.0
OVER: Final = 0.3
"""The part of a number's disc that leans over the corner of its field."""
LEAST_MM: Final = 1.6
"""A field narrower than its mark has no words."""


class Column(NamedTuple):
    """Where a phase stands on the sheet, in mm, and when it is; `desk` where day 0 lies in it."""

    phase: str
    x: float
    w: float
    start: int
    end: int
    dated: bool
    desk: bool

    @property
    def right(self) -> float:
        return self.x + self.w


def columns(document: Document, left: float, right: float, scale: float) -> list[Column]:
    """The phases in order of time, equally wide."""
    phases, known = phases_in_order(document), periods(document)
    if not phases:
        return []
    apart = min(APART_MM * scale, (right - left) / len(phases) / 6)
    wide = (right - left - apart * (len(phases) - 1)) / len(phases)
    return [
        Column(
            phase.id, left + index * (wide + apart), wide, *known[phase.id], phase.dated,
            side(known[phase.id]) == "at",
        )
        for index, phase in enumerate(phases)
    ]  # fmt: skip


def heads(document: Document, found: Sequence[Column], scale: float, say: Words) -> list[Block]:
    """The phases' names and periods, all equally high; the one with day 0 in the organisation's colour."""
    own, pad = own_colour(document), PAD_MM * scale
    words = [_head(document, column, scale, say, own) for column in found]
    high = max((block.height for block in words), default=0.0) + 2 * pad
    made = []
    for column, block in zip(found, words, strict=True):
        fill = f"{own}.fill" if column.desk else "phase.fill"
        whole = Block(column.w, high)
        whole.add(Box(Rect(0.0, 0.0, column.w, high), fill=fill, radius=RADIUS_MM * scale, about=column.phase))
        whole.put(block, _pad(column.w, scale), pad)
        made.append(whole)
    return made


def _head(document: Document, column: Column, scale: float, say: Words, own: str) -> Block:
    room = column.w - 2 * _pad(column.w, scale)
    phase = document.phases[column.phase]
    name, period = (NAME, PERIOD)
    if column.desk:
        name, period = Style(NAME.size, NAME.font, f"{own}.on", role=NAME.role), Style(PERIOD.size, colour=f"{own}.on")
    return stacked(
        room,
        0.3 * scale,
        paragraph(phase.name, name, room, scale, document.study.language, about=phase.id),
        paragraph(_period(document, column, room, scale, say), period, room, scale, say.language, about=phase.id),
    )


def _period(document: Document, column: Column, room: float, scale: float, say: Words) -> str:
    """With short words where the usual ones take a line more."""
    if not column.dated:
        return ""
    zero, period = document.study.day0_date, (column.start, column.end)
    full, short = (period_said(period, zero, say, short=short) for short in (False, True))
    wide = room / (PERIOD.size * scale * MM)
    fewer = len(text.lines(short, "regular", wide, say.language)) < len(text.lines(full, "regular", wide, say.language))
    return short if fewer else full


def _pad(wide: float, scale: float) -> float:
    return min(PAD_MM * scale, wide * 0.08)


def presence_height(levels: Sequence[Level], wide: float, scale: float, say: Words, *, numbers: bool) -> float:
    """How high a field must be in which any of these levels can stand."""
    made = [_label(level, wide, scale, say, aside=numbers) for level in levels]
    return max([STRIP_MM * scale, *(block.height + 1.6 * scale for block in made)])


def presence(
    level: Level, place: Rect, scale: float, say: Words, own: str, number: int | None = None, about: str | None = None
) -> Block:
    """The pattern, mark and words of a level in this place; a gap's number in a disc over its corner."""
    look = level_look(level, own)
    block = Block(place.x + place.w, place.y + place.h)
    block.add(Box(place, look.fill, look.hatch, look.stroke, 0.33 * scale, look.dash, 0.9 * scale, about))
    words = _label(level, place.w, scale, say, aside=number is not None)
    mark = _mark(place.w, scale)
    wide = mark + (0.9 * scale + _widest(words) if words.elements else 0.0)
    aside = BADGE_MM * scale * 0.72 if number is not None else 0.0
    left = place.x + max((place.w - wide) / 2, min(aside + 0.4 * scale, place.w - wide - 0.3 * scale))
    high = max(words.height, mark)
    top = place.y + (place.h - high) / 2
    if look.hatch:
        edge = 0.5 * scale
        start, end = max(left - edge, place.x + edge / 2), min(left + wide + edge, place.x + place.w - edge / 2)
        under = Rect(start, top - 0.3 * scale, max(end - start, 0.0), high + 0.6 * scale)
        block.add(Box(under, fill=look.fill, radius=0.8 * scale))
    spoken = "" if words.elements else level_word(level, say)
    block.add(Mark(look.mark, left, place.y + (place.h - mark) / 2, mark, look.words, spoken))
    inked = [text._replace(colour=look.words) for text in _texts(words)]
    tinted = Block(words.width, words.height, [*inked])
    block.put(tinted, left + mark + 0.9 * scale, place.y + (place.h - words.height) / 2)
    if number is not None:
        badge = min(BADGE_MM * scale, place.w * 0.5)
        block.put(discs.numbered(number, badge, say), place.x - badge * OVER, place.y - badge * OVER)
    block.height = place.y + place.h
    return block


def _label(level: Level, wide: float, scale: float, say: Words, *, aside: bool) -> Block:
    room = wide - _mark(wide, scale) - 1.8 * scale - (BADGE_MM * 0.72 * scale if aside else 0.0)
    if room < LEAST_MM * scale:
        return Block(0.0)
    return paragraph(level_word(level, say), LABEL, room, scale, say.language, even=True)


def _mark(wide: float, scale: float) -> float:
    return min(MARK_MM * scale, wide * 0.6)


def _texts(words: Block) -> list[Text]:
    return [element for element in words.elements if isinstance(element, Text)]


def _widest(words: Block) -> float:
    """How wide the words really are."""
    lines = ((line, text) for text in _texts(words) for line in text.lines)
    return max((fonts.width(line, text.font, text.size) * MM for line, text in lines), default=0.0)
