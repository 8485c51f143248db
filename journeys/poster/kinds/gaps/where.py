"""Where people are while the scope is away: whom they meet, who of them, how, and in what places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.layout import marks
from journeys.layout.drawing import Box, Mark, Rect
from journeys.poster.parts import discs
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.shared import Meeting, SharedGap
    from journeys.i18n import Language, Words
    from journeys.model.document import Document

HEADING: Final = Style(8.6, "bold", "sheet.accent", role="subheading")
PARTY: Final = Style(9.4, "bold", leading=1.15)
COUNT: Final = Style(9.4, "bold", "sheet.accent", leading=1.15)
SMALL: Final = Style(6.8, colour="muted")
PLACE: Final = Style(7.6, "semibold")
NOBODY: Final = Style(7.6, "semibold", "nobody")
PAD_MM: Final = 2.6
DISC_MM: Final = 5.6
MOST_DISCS: Final = 8
"""With more personas a bar says how many of them."""


def where(document: Document, gap: SharedGap, width: float, scale: float, say: Words) -> Block:
    """A tinted field with a row per party, the most met first; then places, and those who are on their own."""
    pad = PAD_MM * scale
    room = width - 2 * pad
    people = phrases.person_word(document, say)
    inside = stacked(
        room,
        1.9 * scale,
        paragraph(say("Where {people} are", people=people), HEADING, room, scale, say.language),
        *_rows(document, gap, room, scale, say),
    )
    whole = Block(width, inside.height + 2 * pad)
    whole.add(
        Box(Rect(0.0, 0.0, width, whole.height), fill="lane.tint", stroke="sheet.accent", width=0.3 * scale,
            radius=1.4 * scale)
    )  # fmt: skip
    whole.put(inside, pad, pad)
    return whole


def _rows(document: Document, gap: SharedGap, room: float, scale: float, say: Words) -> Iterator[Block]:
    everybody = list(dict.fromkeys(document.journeys[journey].persona for journey in gap.journeys))
    for one in gap.met:
        yield _met(document, one, everybody, room, scale, say)
    if not gap.met:
        text = say("Nobody outside {scope} was named.", scope=phrases.the_scope(document, None, say))
        yield paragraph(text, SMALL, room, scale, say.language)
    for place in gap.places:
        words = say("{n} of {total}", n=len(place.personas), total=len(everybody))
        yield _signed("pin", "muted", place.name, words, PLACE, room, scale, document.study.language)
    if gap.alone:
        words = say("{n} of {total}", n=len(gap.alone), total=len(everybody))
        yield _signed("question-mark", "nobody", say("With nobody"), words, NOBODY, room, scale, say.language)


def _met(document: Document, one: Meeting, everybody: Sequence[str], room: float, scale: float, say: Words) -> Block:
    """Name and count on a line, under it the channels and who of the personas come here."""
    party = document.parties[one.party]
    count = say("{n} of {total}", n=len(one.personas), total=len(everybody))
    language = document.study.language
    dot = 2.4 * scale
    wide = fonts.width(count, COUNT.font, COUNT.size * scale) * MM + 0.1
    left = dot + 1.4 * scale
    block = Block(room)
    name = paragraph(party.name, PARTY, room - left - wide - 2.0 * scale, scale, language, about=one.party)
    block.put(name, left, 0.0)
    block.put(paragraph(count, COUNT, wide, scale, say.language), room - wide, 0.0)
    line = fonts.ASCENT * PARTY.size * scale * MM
    block.add(Mark("dot", 0.0, line - 0.33 * PARTY.size * scale * MM - dot / 2, dot, f"party.{party.colour}"))
    who = _who(document, one.personas, everybody, room * 0.5, scale)
    how = _channels(document, one.channels, room - left - who.width - 2.0 * scale, scale)
    top = block.height + 0.8 * scale
    under = max(how.height, who.height)
    if how.elements:
        block.put(how, left, top + (under - how.height) / 2)
    if who.elements:
        block.put(who, room - who.width, top + (under - who.height) / 2)
    return block


def _who(document: Document, here: Sequence[str], everybody: Sequence[str], most: float, scale: float) -> Block:
    """A disc for each persona, filled for those who come here; many of them as a bar."""
    side, apart = DISC_MM * scale, 0.6 * scale
    total = len(everybody)
    if total > MOST_DISCS or total * (side + apart) > most:
        return _bar(len(here), total, most, scale)
    block = Block(total * (side + apart) - apart, side)
    for index, id_ in enumerate(everybody):
        x = index * (side + apart)
        if id_ in here:
            block.put(discs.of_persona(document.personas[id_], side, role="artifact"), x, 0.0)
        else:
            inset = 0.2 * scale
            ring = Rect(x + inset, inset, side - 2 * inset, side - 2 * inset)
            block.add(Box(ring, stroke="line", width=0.3 * scale, dash="dotted", radius=ring.w / 2))
    return block


def _bar(count: int, total: int, width: float, scale: float) -> Block:
    high = 1.6 * scale
    block = Block(width, high)
    block.add(
        Box(Rect(0.0, 0.0, width, high), fill="lane.fill", stroke="line", width=0.2 * scale, radius=high / 2),
        Box(Rect(0.0, 0.0, max(width * count / total, high), high), fill="sheet.accent", radius=high / 2),
    )
    return block


def _channels(document: Document, channels: Sequence[str], width: float, scale: float) -> Block:
    """Signs with their words, on as many lines as they need."""
    side, x, y = 2.8 * scale, 0.0, 0.0
    block = Block(width)
    for id_ in channels:
        channel = document.channels[id_]
        wide = fonts.width(channel.name, SMALL.font, SMALL.size * scale) * MM + 0.1
        if x and x + side + 0.9 * scale + wide > width:
            x, y = 0.0, block.height + 0.5 * scale
        words = paragraph(
            channel.name, SMALL, max(min(wide, width - side - 0.9 * scale), side), scale, document.study.language
        )
        block.add(Mark(marks.channel(channel.icon), x, y, side, "muted"))
        block.put(words, x + side + 0.9 * scale, y + max(0.0, (side - words.height) / 2))
        block.height = max(block.height, y + side)
        x += side + 0.9 * scale + wide + 2.2 * scale
    return block


def _signed(
    mark: str, ink: str, words: str, count: str, style: Style, room: float, scale: float, language: Language
) -> Block:
    """A sign, words and a count at the end of the line."""
    side = 2.8 * scale
    left = side + 1.2 * scale
    wide = fonts.width(count, style.font, style.size * scale) * MM + 0.1
    block = Block(room)
    block.put(paragraph(words, style, room - left - wide - 2.0 * scale, scale, language), left, 0.0)
    block.put(paragraph(count, style, wide, scale, language), room - wide, 0.0)
    line = fonts.ASCENT * style.size * scale * MM
    block.add(Mark(mark, 0.0, line - 0.33 * style.size * scale * MM - side / 2, side, ink))
    return block
