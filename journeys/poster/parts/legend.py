"""What the legend explains: the levels and notes that this journey has, each drawn as on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.analysis.presence import LEVELS, scope_of
from journeys.layout.drawing import Box, Mark, Rect
from journeys.layout.heads import LevelLook as Look
from journeys.layout.heads import style as level_look
from journeys.phrases import terms
from journeys.poster.parts.blocks import MM, Block, Style, paragraph

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.model.document import Document

LABEL: Final = Style(6.3, role="item")
SWATCH_MM: Final = (6.0, 2.9)
_NOTES: Final = ("need", "question", "pain", "opportunity", "idea", "remark")


def legend(
    document: Document, journey: str, findings: JourneyFindings | None, width: float, scale: float, say: Words
) -> Block:
    """The levels, notes and signs of this journey."""
    return key(list(_entries(document, journey, findings, say)), width, scale, say)


def key(entries: Sequence[tuple[str, Look]], width: float, scale: float, say: Words) -> Block:
    """Swatches with their words, in as many rows as they need, about equally long; as wide as the widest row."""
    best = _rows(entries, width, scale, say)
    for part in range(19, 9, -1):
        tried = _rows(entries, width * part / 20, scale, say)
        if tried.height > best.height:
            break
        best = tried
    return best


def level_entries(document: Document, levels: Collection[Level], say: Words) -> Iterator[tuple[str, Look]]:
    """These levels, from present to absent, each with its look."""
    scope = document.parties.get(scope_of(document).party or "")
    own = f"party.{scope.colour if scope else 0}"
    for level in LEVELS:
        if level in levels:
            yield phrases.level_word(level, say), level_look(level, own)


def _rows(entries: Sequence[tuple[str, Look]], width: float, scale: float, say: Words) -> Block:
    swatch = Rect(0.0, 0.0, SWATCH_MM[0] * scale, SWATCH_MM[1] * scale)
    space, apart = 1.2 * scale, 3.4 * scale
    block = Block(0.0)
    x = y = 0.0
    for word, look in entries:
        wide = fonts.width(word, LABEL.font, LABEL.size * scale) * MM + 0.1
        if x and x + swatch.w + space + wide > width:
            x, y = 0.0, y + swatch.h + 1.5 * scale
        label = paragraph(word, LABEL, min(wide, width - swatch.w - space), scale, say.language)
        block.put(_swatch(look, swatch, scale), x, y)
        block.put(label, x + swatch.w + space, y + (swatch.h - label.height) / 2)
        x += swatch.w + space + wide
        block.width = max(block.width, x)
        x += apart
    return block


def _entries(
    document: Document, journey: str, findings: JourneyFindings | None, say: Words
) -> Iterator[tuple[str, Look]]:
    """Levels from present to absent, then the kinds of notes, then the signs on cards."""
    yield from level_entries(document, set(findings.levels.values()) if findings else set(), say)
    steps = {step.id: step for step in document.steps.values() if step.journey == journey}
    kinds = {note.kind for note in document.notes.values() if note.step in steps or note.journey == journey}
    for kind in _NOTES:
        if kind in kinds:
            yield say(terms.NOTES[kind]).lower(), Look(f"note.{kind}", kind, f"{kind}.mark")
    if any(step.moment_of_truth for step in steps.values()):
        yield say("moment of truth"), Look("star", "moment.fill", "moment", "moment")
    if any(step.evidence.status == "assumed" for step in steps.values()):
        yield say("assumed"), Look("assumed", "card.fill", "assumed", "card.stroke")
    if any(step.evidence.status == "proposed" for step in steps.values()):
        yield say("proposed"), Look("proposed", "card.fill", "assumed", "card.stroke")


def _swatch(look: Look, place: Rect, scale: float) -> Block:
    block = Block(place.w, place.h)
    size = place.h * 0.66
    block.add(
        Box(place, look.fill, look.hatch, look.stroke, 0.3 * scale, look.dash, 0.6 * scale),  # type: ignore[arg-type]  # one of the three dashes
        Mark(look.mark, (place.w - size) / 2, (place.h - size) / 2, size, look.words),
    )
    return block
