"""The head of the sheet: who this is about, what the question is, and what the journey shows at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Rect
from journeys.phrases.terms import as_said
from journeys.poster.parts import discs, questions
from journeys.poster.parts.blocks import MM, Block, Style, on_two_lines, paragraph, stacked
from journeys.poster.parts.glance import LABEL, glance
from journeys.poster.parts.masthead import TITLE, TITLE_SIZES
from journeys.poster.parts.panels import GAP_MM, put_side_by_side
from journeys.poster.parts.pills import variant_pill

if TYPE_CHECKING:
    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Persona
    from journeys.poster.parts.panels import Panel

DISC_MM: Final = 18.5
FIRST: Final = 0.43
"""Beside the persona, the question needs less room than the figures."""
NAME: Final = Style(9.5, "semibold", role="heading")
TAGLINE: Final = Style(9.5, colour="muted")
QUOTE: Final = Style(9.5, "italic", "sheet.quote")
PART: Final = Style(9.5, "semibold")
AGAIN_MM: Final = 14.0
"""The persona's disc on the next sheets of a journey."""


def header(
    document: Document,
    journey: Journey,
    findings: JourneyFindings | None,
    width: float,
    scale: float,
    say: Words,
    *,
    narrow: bool,
    part: str = "",
) -> tuple[Block, Rect]:
    """The head, and where the persona's disc is in it. On a narrow sheet the panels stand underneath.

    `part`: which part of the journey this is, where it stands on several sheets.
    """
    panels = _panels(document, journey, findings, say)
    share = 1.0 if narrow or not panels else (0.5 if len(panels) == 2 else 0.74)
    gap = GAP_MM * scale
    whole, disc = _who(document, journey, width * share, scale, say, part)
    whole.width = width
    start, top = (0.0, whole.height + gap) if narrow else (width * share + gap, 0.0)
    put_side_by_side(whole, panels, Rect(start, top, width - start, 0), scale, 0.5 if narrow else FIRST)
    return whole, disc


def _panels(document: Document, journey: Journey, findings: JourneyFindings | None, say: Words) -> list[Panel]:
    panels: list[Panel] = []
    if journey.question:
        panels.append(lambda width, scale: _question(journey, width, scale, say, document.study.language))
    if findings is not None:
        panels.append(lambda width, scale: glance(document, findings, width, scale, say))
    return panels


def _question(journey: Journey, width: float, scale: float, say: Words, language: Language) -> Block:
    return stacked(
        width,
        1.2 * scale,
        paragraph(say("The question"), LABEL, width, scale, say.language),
        paragraph(journey.question, questions.ONE, width, scale, language, about=journey.id, even=True),
    )


def _who(
    document: Document, journey: Journey, width: float, scale: float, say: Words, part: str
) -> tuple[Block, Rect]:  # fmt: skip
    """Disc, tag, title, persona and quote."""
    persona = document.personas[journey.persona]
    disc = Rect(0.0, 0.0, DISC_MM * scale, DISC_MM * scale)
    left = disc.w + GAP_MM * scale
    language = document.study.language
    words_width = width - left
    words = stacked(
        words_width,
        1.3 * scale,
        _tag(journey, part, words_width, scale, say),
        on_two_lines(journey.title, TITLE, TITLE_SIZES, words_width, scale, language, journey.id),
        _persona(persona, words_width, scale, language),
        _quote(persona, words_width, scale, say, language),
    )
    whole = Block(width)
    whole.put(discs.of_persona(persona, disc.w, role="artifact"), 0.0, 0.0)
    whole.put(words, left, 0.0)
    return whole, disc


def header_again(
    document: Document, journey: Journey, width: float, scale: float, say: Words, part: str
) -> tuple[Block, Rect]:  # fmt: skip
    """The head of a journey's next sheets: what one needs to know where it belongs, and where the disc is in it."""
    persona, language = document.personas[journey.persona], document.study.language
    disc = Rect(0.0, 0.0, AGAIN_MM * scale, AGAIN_MM * scale)
    left = disc.w + GAP_MM * scale
    words = stacked(
        width - left,
        1.1 * scale,
        _tag(journey, part, width - left, scale, say),
        paragraph(journey.title, replace(TITLE, size=TITLE_SIZES[-1]), width - left, scale, language, about=journey.id),
        paragraph(persona.name, NAME, width - left, scale, language, about=persona.id),
    )
    whole = Block(width)
    whole.put(discs.of_persona(persona, disc.w, role="artifact"), 0.0, 0.0)
    whole.put(words, left, 0.0)
    return whole, disc


def _tag(journey: Journey, part: str, width: float, scale: float, say: Words) -> Block:
    """Which journey it is, and which part of it: beside that, or underneath where there is no room."""
    tag = variant_pill(journey.variant, scale, say)
    if tag.width > width:  # on a strip of paper that is read from far away
        tag = variant_pill(journey.variant, scale * width / tag.width, say)
    if not part:
        return tag
    room = width - tag.width - 2.2 * scale
    fits = fonts.width(part, PART.font, PART.size * scale) * MM <= room
    words = paragraph(part, PART, room if fits else width, scale, say.language)
    if not fits:
        return stacked(width, 1.1 * scale, tag, words)
    made = Block(width)
    middle = max(tag.height, words.height) / 2
    made.put(tag, 0.0, middle - tag.height / 2)
    made.put(words, tag.width + 2.2 * scale, middle - words.height / 2)
    return made


def _persona(persona: Persona, width: float, scale: float, language: Language) -> Block:
    """Name and tagline on one line where they fit, else under each other."""
    name = paragraph(persona.name, NAME, width, scale, language, about=persona.id)
    wide = fonts.width(persona.name, NAME.font, NAME.size * scale) * MM + 2.2 * scale
    rest = fonts.width(persona.tagline, TAGLINE.font, TAGLINE.size * scale) * MM
    if not persona.tagline or wide + rest > width:
        tagline = paragraph(persona.tagline, TAGLINE, width, scale, language, about=persona.id)
        return stacked(width, 0.4 * scale, name, tagline)
    name.put(paragraph(persona.tagline, TAGLINE, width - wide + 0.01, scale, language, about=persona.id), wide, 0.0)
    return name


def _quote(persona: Persona, width: float, scale: float, say: Words, language: Language) -> Block:
    if not persona.quote:
        return Block(width)
    return paragraph(as_said(persona.quote, say), QUOTE, width, scale, language, about=persona.id, even=True)
