"""The head of the sheet: who this is about, what the question is, and what the journey shows at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Rect, Text
from journeys.poster.parts import discs
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.glance import glance
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
TITLE: Final = Style(23, "bold", leading=1.08, role="title")
TITLE_SIZES: Final = (23.0, 20.0, 17.5, 15.5)
NAME: Final = Style(9.5, "semibold", role="heading")
TAGLINE: Final = Style(9.5, colour="muted")
QUOTE: Final = Style(9.5, "italic", "sheet.quote")
LABEL: Final = Style(7.0, "bold", "muted", role="heading")
QUESTION: Final = Style(8.8, "semibold", leading=1.3)


def header(
    document: Document,
    journey: Journey,
    findings: JourneyFindings | None,
    width: float,
    scale: float,
    say: Words,
    *,
    narrow: bool,
) -> tuple[Block, Rect]:
    """The head, and where the persona's disc is in it. On a narrow sheet the panels stand underneath."""
    panels = _panels(document, journey, findings, say)
    share = 1.0 if narrow or not panels else (0.5 if len(panels) == 2 else 0.74)
    gap = GAP_MM * scale
    whole, disc = _who(document, journey, width * share, scale, say)
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
        paragraph(journey.question, QUESTION, width, scale, language, about=journey.id, even=True),
    )


def _who(document: Document, journey: Journey, width: float, scale: float, say: Words) -> tuple[Block, Rect]:
    """Disc, tag, title, persona and quote."""
    persona = document.personas[journey.persona]
    disc = Rect(0.0, 0.0, DISC_MM * scale, DISC_MM * scale)
    left = disc.w + GAP_MM * scale
    language = document.study.language
    words_width = width - left
    words = stacked(
        words_width,
        1.3 * scale,
        variant_pill(journey.variant, scale, say),
        _title(journey, words_width, scale, language),
        _persona(persona, words_width, scale, language),
        _quote(persona, words_width, scale, say, language),
    )
    whole = Block(width)
    whole.put(discs.of_persona(persona, disc.w, role="artifact"), 0.0, 0.0)
    whole.put(words, left, 0.0)
    return whole, disc


def _title(journey: Journey, width: float, scale: float, language: Language) -> Block:
    """As large as it can be on two lines, down to a size; so that a long one does not make all else small."""
    made = Block(width)
    for size in TITLE_SIZES:
        made = paragraph(
            journey.title, replace(TITLE, size=size), width, scale, language, about=journey.id, even=True
        )  # fmt: skip
        if all(len(text.lines) <= 2 for text in made.elements if isinstance(text, Text)):
            break
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
    has_its_own = persona.quote[0] in "“”„\"‘'«"
    quote = persona.quote if has_its_own else say("“{text}”", text=persona.quote)
    return paragraph(quote, QUOTE, width, scale, language, about=persona.id, even=True)
