"""Who a band is about: name, tagline and quote, and what the journey comes to; beside the phases or above them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Rect
from journeys.phrases import compare as said
from journeys.phrases.terms import as_said, signed
from journeys.poster.parts import discs
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.pills import TAG, variant_pill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.compare import Row
    from journeys.i18n import Language, Words
    from journeys.model.document import Document

NAME: Final = Style(9.4, "bold", role="heading", leading=1.12)
TITLE: Final = Style(6.8, "semibold", "muted")
TAGLINE: Final = Style(6.8, colour="muted")
QUOTE: Final = Style(7.0, "italic", "sheet.quote")
BADGE: Final = replace(TAG, size=5.6, role="cell")
FIGURE: Final = Style(12.0, "bold", leading=1.1)
CAPTION: Final = Style(6.4, colour="muted")
GAPS: Final = Style(7.6, "bold")
FACT: Final = Style(6.6)
DISC_MM: Final = 10.5
SMALL_DISC_MM: Final = 8.0


@dataclass(frozen=True, slots=True)
class Names:
    """Who it is: beside the phases, or in a line above them."""

    document: Document
    row: Row
    scale: float
    say: Words
    title: str
    mixed: bool

    def stack(self, width: float) -> tuple[Block, Rect]:
        """The disc beside name and tagline, the quote under them."""
        scale, language = self.scale, self.document.study.language
        across = min(DISC_MM * scale, width * 0.3)
        room = width - across - 2.0 * scale
        persona = self.document.personas[self.row.persona]
        block = Block(width)
        block.put(discs.of_persona(persona, across, role="artifact"), 0.0, 0.0)
        words = stacked(room, 0.6 * scale, *self._pill(), *self._who(room, language))
        block.put(words, across + 2.0 * scale, max(0.0, (across - words.height) / 2))
        quote = paragraph(as_said(persona.quote, self.say), QUOTE, width, scale, language, about=persona.id, even=True)
        if quote.elements:
            block.put(quote, 0.0, block.height + 1.6 * scale)
        return block, Rect(0.0, 0.0, across, across)

    def line(self, width: float) -> tuple[Block, Rect]:
        """Disc, name and tagline at the left, what the journey comes to at the right; the quote underneath."""
        scale, language = self.scale, self.document.study.language
        across = SMALL_DISC_MM * scale
        persona = self.document.personas[self.row.persona]
        facts = _summed(self.row, width * 0.32, scale, self.say)
        left, room = across + 2.2 * scale, width * 0.66 - across - 2.2 * scale
        quote = paragraph(as_said(persona.quote, self.say), QUOTE, room, scale, language, about=persona.id)
        block = Block(width)
        block.put(discs.of_persona(persona, across, role="artifact"), 0.0, 0.0)
        words = stacked(room, 0.6 * scale, *self._pill(), *self._who(room, language), quote)
        top = max(0.0, (across - words.height) / 2)
        block.put(words, left, top)
        block.put(facts, width - facts.width, top)
        return block, Rect(0.0, 0.0, across, across)

    def _pill(self) -> list[Block]:
        variant = self.document.journeys[str(self.row.journey)].variant
        return [variant_pill(variant, self.scale, self.say, BADGE)] if self.mixed else []

    def _who(self, room: float, language: Language) -> Iterator[Block]:
        persona = self.document.personas[self.row.persona]
        yield paragraph(persona.name, NAME, room, self.scale, language, about=persona.id)
        yield paragraph(self.title, TITLE, room, self.scale, language, about=self.row.journey)
        yield paragraph(persona.tagline, TAGLINE, room, self.scale, language, about=persona.id)


def _summed(row: Row, width: float, scale: float, say: Words) -> Block:
    """What the journey comes to, at the end of the line."""
    gaps = f"{_figure(row, say)} {say('phases absent')}"
    style = replace(GAPS, colour="finding.number" if row.gaps else "text")
    return stacked(
        width,
        0.4 * scale,
        paragraph(gaps, style, width, scale, say.language, anchor="end"),
        paragraph(" · ".join(_facts(row, say)), FACT, width, scale, say.language, anchor="end"),
    )


def _figure(row: Row, say: Words) -> str:
    """In how many phases the scope is absent; a dash where nothing is filled in."""
    known = any(cell.level != "unmapped" for cell in row.cells)
    return say("{n} of {total}", n=row.gaps, total=len(row.cells)) if known else "–"


def _facts(row: Row, say: Words) -> list[str]:
    """Lowest and mean feeling, and open needs."""
    facts = []
    if row.lowest is not None:
        facts = [
            say("lowest {emotion}", emotion=signed(row.lowest)),
            say("mean {emotion}", emotion=said.mean_text(row.mean, say)),
        ]
    needs = sum(len(cell.needs) for cell in row.cells)
    return [*facts, *([say.many("{n} open need", "{n} open needs", needs)] if needs else [])]


def totals(row: Row, width: float, scale: float, say: Words) -> Block:
    """In how many phases the scope is absent, and how the whole journey feels."""
    room = width - 3.0 * scale
    style = replace(FIGURE, colour="finding.number" if row.gaps else "text")
    block = stacked(
        room,
        0.5 * scale,
        paragraph(_figure(row, say), style, room, scale, say.language),
        paragraph(say("phases absent"), CAPTION, room, scale, say.language),
        *(paragraph(fact, FACT, room, scale, say.language) for fact in _facts(row, say)),
    )
    whole = Block(width)
    whole.put(block, 3.0 * scale, 0.0)
    return whole
