"""The foot of an empty canvas: what the signs mean, which colour of note is for what, and how large they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.layout.drawing import Box, Line, Mark, Rect
from journeys.layout.heads import own_colour
from journeys.layout.levels import LevelLook, level_look
from journeys.phrases import terms
from journeys.poster.kinds.blank.strip import LEVELS
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.kinds.blank.plan import Sticky

LABEL: Final = Style(6.8, role="item")
ADVICE: Final = Style(7.4, "semibold")
ORIGIN: Final = Style(6.5, colour="muted")
SWATCH_MM: Final = (5.0, 3.4)
NOTES: Final = ("need", "pain", "question", "opportunity", "idea")


def foot(document: Document, sticky: Sticky | None, width: float, scale: float, say: Words, part: str) -> Block:
    """A rule, the advice about notes, the legend, and where it belongs."""
    facts = " · ".join(fact for fact in (document.study.organisation, document.study.title, part) if fact)
    block = Block(width)
    block.add(Line(((0.0, 0.0), (width, 0.0)), "sheet.rule", 0.25 * scale))
    advice, language = _advice(sticky, say), document.study.language
    left = fonts.width(advice, ADVICE.font, ADVICE.size * scale) * MM + 6.0 * scale
    legend = _legend(document, width, scale, say)
    first = paragraph(advice, ADVICE, width, scale, say.language)
    if left + fonts.width(facts, ORIGIN.font, ORIGIN.size * scale) * MM < width:
        origin = paragraph(facts, ORIGIN, width - left, scale, language, anchor="end")
        first.put(origin, left, first.height - origin.height)
        inside = stacked(width, 1.3 * scale, first, legend)
    else:
        inside = stacked(width, 1.3 * scale, first, legend, paragraph(facts, ORIGIN, width, scale, language))
    block.put(inside, 0.0, 2.0 * scale)
    return block


def _advice(sticky: Sticky | None, say: Words) -> str:
    if sticky is None:
        return say("Sticky notes do not fit here: write on the sheet, or print it on larger paper.")
    size = f"{sticky.width:.0f} × {sticky.height:.0f} mm"
    return say("Made for sticky notes of {size}. Write with a thick pen, one thing on each note.", size=size)


def _entries(document: Document, say: Words) -> Iterator[tuple[str, LevelLook]]:
    own, scope = own_colour(document), phrases.scope_word(document, None, say)
    for level in LEVELS:
        yield terms.level_label(level, scope, say), level_look(level, own)
    for kind in NOTES:
        yield say(terms.NOTES[kind]).lower(), LevelLook(f"note.{kind}", kind, f"{kind}.mark", f"{kind}.mark")


def _legend(document: Document, width: float, scale: float, say: Words) -> Block:
    """Swatches with their words, in as many rows as they need."""
    wide, high = SWATCH_MM[0] * scale, SWATCH_MM[1] * scale
    space, block, x, y = 1.2 * scale, Block(width), 0.0, 0.0
    for word, look in _entries(document, say):
        across = min(fonts.width(word, LABEL.font, LABEL.size * scale) * MM + 0.1, width - wide - space)
        label = paragraph(word, LABEL, across, scale, say.language)
        if x and x + wide + space + across > width:
            x, y = 0.0, block.height + 1.2 * scale
        sign = high * 0.68
        place = Rect(x, y, wide, high)
        left, top = x + (wide - sign) / 2, y + (high - sign) / 2
        block.add(Box(place, look.fill, look.hatch, look.stroke, 0.25 * scale, look.dash, 0.5 * scale))
        if look.hatch:
            block.add(Box(Rect(left - 0.4 * scale, y + 0.4 * scale, sign + 0.8 * scale, high - 0.8 * scale), look.fill))
        block.add(Mark(look.mark, left, top, sign, look.words))
        block.put(label, x + wide + space, y + max(0.0, (high - label.height) / 2))
        block.height = max(block.height, y + high)
        x += wide + space + across + 3.6 * scale
    return block
