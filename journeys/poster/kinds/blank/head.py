"""The head of an empty canvas: what it is about, whose journey it is, the question, and who was there when."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Rect
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.pills import TAG, pill
from journeys.poster.parts.writing import disc, ruled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document

    Maker = Callable[[Document, float, float, Words], Block]

TITLE: Final = Style(19.0, "bold", leading=1.08, role="title")
KIND: Final = replace(TAG, role="cell")
LABEL: Final = Style(7.6, "semibold", "text")
DISC_MM: Final = 17.0
APART_MM: Final = 7.5
GAP_MM: Final = 5.0
INSET_MM: Final = 3.0
FACTS: Final = 0.24
PERSONA: Final = 0.42


def apart(scale: float) -> float:
    """From one line to write on to the next: a hand does not grow as paper does, but a marker is thicker."""
    return APART_MM * math.pow(max(scale, 0.8), 0.6)


def head(document: Document, width: float, scale: float, say: Words, part: str, *, narrow: bool) -> Block:
    """Title over three boxes beside each other; on narrow paper the persona stands over the others."""
    title, gap = _title(document, width, scale, say, part), GAP_MM * scale
    if narrow:
        half = (width - gap) / 2
        boxes: list[list[tuple[Maker, float]]] = [[(_persona, width)], [(_question, half), (_facts, half)]]
    else:
        who, facts = width * PERSONA, width * FACTS
        boxes = [[(_persona, who), (_question, width - who - facts - 2 * gap), (_facts, facts)]]
    return stacked(width, gap * 0.5, title, *(_in_row(document, row, scale, say) for row in boxes))


def _in_row(document: Document, row: Sequence[tuple[Maker, float]], scale: float, say: Words) -> Block:
    """Boxes beside each other, all as high as the highest."""
    inset, gap = INSET_MM * scale, GAP_MM * scale
    made = [make(document, width - 2 * inset, scale, say) for make, width in row]
    high = max(block.height for block in made) + 2 * inset
    whole, x = Block(0.0, high), 0.0
    for block, (_, width) in zip(made, row, strict=True):
        whole.add(Box(Rect(x, 0.0, width, high), stroke="line", width=0.25 * scale, radius=1.5 * scale))
        whole.put(block, x + inset, inset)
        x += width + gap
    return whole


def _title(document: Document, width: float, scale: float, say: Words, part: str) -> Block:
    """The study; its pill, with which sheet this is of several, on the same line where there is room."""
    tag = pill(say("Journey to draw"), scale, KIND)
    if part:
        words = paragraph(part, LABEL, width - tag.width - 3.0 * scale, scale, say.language)
        tag.put(words, tag.width + 3.0 * scale, max(0.0, (tag.height - words.height) / 2))
    title = paragraph(document.study.title, TITLE, width, scale, document.study.language, about=document.study.id)
    wide = fonts.width(document.study.title, TITLE.font, TITLE.size * scale) * MM
    used = sum(element.rect.w for element in tag.elements if isinstance(element, Box))
    used += max((fonts.width(part, LABEL.font, LABEL.size * scale) * MM + 3.0 * scale) if part else 0.0, 0.0)
    if wide + GAP_MM * scale + used > width:
        return stacked(width, 1.4 * scale, tag, title)
    title.put(tag, width - used, (title.height - tag.height) / 2)
    return title


def _persona(_: Document, width: float, scale: float, say: Words) -> Block:
    """An empty disc, and lines for the name, who it is and what they say."""
    side = DISC_MM * scale
    left = side + 3.5 * scale
    labels = (say("Persona"), say("Who is this?"), say("Says"))
    block = Block(width)
    block.put(disc(side, scale), 0.0, 0.0)
    lines = [ruled(label, width - left, scale, say, apart=apart(scale), style=LABEL) for label in labels]
    block.put(stacked(width - left, apart(scale) * 0.2, *lines), left, 0.0)
    return block


def _question(_: Document, width: float, scale: float, say: Words) -> Block:
    return ruled(say("The question"), width, scale, say, lines=3, apart=apart(scale), style=LABEL)


def _facts(document: Document, width: float, scale: float, say: Words) -> Block:
    """The organisation, printed where it is known, and lines for when and who."""
    known = document.study.organisation
    organisation = (
        paragraph(known, LABEL, width, scale, document.study.language, about=document.study.id)
        if known
        else ruled(say("Organisation"), width, scale, say, apart=apart(scale), style=LABEL)
    )
    lines = (
        ruled(label, width, scale, say, apart=apart(scale), style=LABEL) for label in (say("Date"), say("Participants"))
    )
    return stacked(width, apart(scale) * 0.2, organisation, *lines)
