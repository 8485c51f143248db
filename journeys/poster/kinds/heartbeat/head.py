"""The head of a form: what to do, and whose heartbeat it is, or room to write that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Rect, Text
from journeys.poster.parts import writing
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.text import initials

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Persona

STUDY: Final = Style(9.4, colour="muted")
NAME: Final = Style(14.0, "semibold", leading=1.1, role="heading")
TAGLINE: Final = Style(9.4, colour="muted", leading=1.2)
HOW: Final = Style(9.4, colour="hint", leading=1.25)
LINE: Final = Style(8.6, "semibold", "muted")
DISC_MM: Final = 15.0
APART_MM: Final = 8.5
"""From one line to write on to the next."""


def head(
    document: Document, persona: Persona | None, width: float, scale: float, say: Words, style: Style
) -> Block:  # fmt: skip
    """What this is and of which study; the persona, or a line for a name; how to go about it."""
    language = document.study.language
    title = stacked(
        width * 0.4,
        0.6 * scale,
        paragraph(say("My heartbeat"), style, width * 0.4, scale, say.language),
        paragraph(document.study.title, STUDY, width * 0.4, scale, language, about=document.study.id),
    )
    room = width * 0.56
    who = _persona(document, persona, room, scale, say) if persona else _nameless(room, scale, say)
    how = paragraph(
        say("Draw one line: how did you feel in each phase? Put a word at the peaks and the dips."), HOW, width, scale,
        say.language,
    )  # fmt: skip
    top = Block(width)
    top.put(title, 0.0, 0.0)
    top.put(who, width - room, max(0.0, (title.height - who.height) / 2))
    return stacked(width, 2.4 * scale, top, how)


def _persona(document: Document, persona: Persona, width: float, scale: float, say: Words) -> Block:
    """An open disc with the initials, so that it takes little ink, name and tagline; a line for who draws."""
    side, language = DISC_MM * scale, document.study.language
    left = side + 3.0 * scale
    size = 15.0 * scale
    words = stacked(
        width - left,
        0.4 * scale,
        paragraph(persona.name, NAME, width - left, scale, language, about=persona.id),
        paragraph(persona.tagline, TAGLINE, width - left, scale, language, about=persona.id),
        writing.ruled(say("Drawn by"), width - left, scale, say, apart=APART_MM * scale, style=LINE),
    )
    block = Block(width)
    baseline = side / 2 + fonts.CAP_HEIGHT * size * MM / 2
    block.add(
        Box(Rect(0, 0, side, side), stroke=f"party.{persona.colour}", width=0.7 * scale, radius=side / 2),
        Text(side / 2, baseline, (initials(persona.name),), size, size * MM, "bold", "text", "middle", role="artifact"),
    )
    block.put(words, left, 0.0)
    block.height = max(block.height, side)
    return block


def _nameless(width: float, scale: float, say: Words) -> Block:
    side = DISC_MM * scale
    left, apart = side + 3.0 * scale, APART_MM * scale
    lines = stacked(
        width - left,
        0.0,
        writing.ruled(say("Name or persona"), width - left, scale, say, apart=apart, style=LINE),
        writing.ruled(say("Date"), width - left, scale, say, apart=apart, style=LINE),
    )
    block = Block(width)
    block.put(writing.disc(side, scale), 0.0, 0.0)
    block.put(lines, left, max(0.0, (side - lines.height) / 2))
    block.height = max(block.height, side)
    return block
