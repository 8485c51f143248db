"""What the legend explains: the levels, notes and signs that are on the map of this journey, each drawn as there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.analysis.presence import LEVELS
from journeys.layout.drawing import Box, Mark, Rect, Text
from journeys.layout.heads import own_colour
from journeys.layout.levels import LevelLook, level_look
from journeys.layout.notes import KINDS
from journeys.layout.prospect import UNSEEN, Seen
from journeys.model.processes import stepped_into
from journeys.phrases import terms
from journeys.phrases.lenses import signs
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.layout.drawing import Dash
    from journeys.model.document import Document
    from journeys.model.entities import Note, Step

LABEL: Final = Style(6.3, role="item")
TITLE: Final = Style(6.3, "semibold", role="item")
SWATCH_MM: Final = (6.0, 2.9)
_NOTES: Final = ("need", "question", "pain", "opportunity", "idea", "remark")


class Shown(NamedTuple):
    """What of a journey is on the map: these lanes, and notes of these kinds, None = all; seen through this lens."""

    lanes: Collection[str] | None = None
    notes: Collection[str] | None = None
    seen: Seen = UNSEEN


class ChipLook(NamedTuple):
    """A mark of a lens: its letters on its ink."""

    sign: str
    ink: str


Look = LevelLook | ChipLook | None
"""What stands before the words; None for the name of what comes after it."""
ALL: Final = Shown()


def legend(
    document: Document, journey: str, findings: JourneyFindings | None, width: float, scale: float, say: Words,
    shown: Shown = ALL,
) -> Block:  # fmt: skip
    """The levels, notes and signs of this journey that are shown; above them what its colours mean."""
    plain = key([*_entries(document, journey, findings, shown, say)], width, scale, say)
    lens = lens_key(shown.seen, width, scale, say)
    return _above(lens, plain, scale) if lens.elements else plain


def lens_key(seen: Seen, width: float, scale: float, say: Words) -> Block:
    """The marks that are on cards, each as it stands there, with its words in full and the number of steps."""
    counts = Counter(mark for held in seen.marks.values() for mark in held)
    order = {code: place for place, code in enumerate(signs.codes(seen.lens))} if counts else {}
    sorted_marks = sorted(counts, key=lambda mark: order.get(mark.code, len(order)))
    entries: list[tuple[str, Look]] = [
        (
            f"{signs.words(seen.lens, mark.code, say)} ({counts[mark]})",
            ChipLook(signs.sign(seen.lens, mark.code, say), mark.ink),
        )
        for mark in sorted_marks
    ]
    if not entries:
        return Block(0.0)
    name = say("Lens: {name}", name=signs.lens_name(seen.lens, say))
    return key([(name, None), *entries], width, scale, say)


def _above(upper: Block, lower: Block, scale: float) -> Block:
    """The one above the other, as wide as the widest."""
    return stacked(max(upper.width, lower.width), 1.5 * scale, upper, lower)


def key(entries: Sequence[tuple[str, Look]], width: float, scale: float, say: Words) -> Block:
    """Swatches with their words, in as many rows as they need, about equally long; as wide as the widest row."""
    best = _rows(entries, width, scale, say)
    for part in range(19, 9, -1):
        tried = _rows(entries, width * part / 20, scale, say)
        if tried.height > best.height:
            break
        best = tried
    return best


def level_entries(document: Document, levels: Collection[Level], say: Words) -> Iterator[tuple[str, LevelLook]]:
    """These levels, from present to absent, each with its look."""
    own = own_colour(document)
    for level in LEVELS:
        if level in levels:
            yield phrases.level_word(level, say), level_look(level, own)


def _rows(entries: Sequence[tuple[str, Look]], width: float, scale: float, say: Words) -> Block:
    drawn = Rect(0.0, 0.0, SWATCH_MM[0] * scale, SWATCH_MM[1] * scale)
    apart = 3.4 * scale
    block = Block(0.0)
    x = y = 0.0
    for word, look in entries:
        style = TITLE if look is None else LABEL
        swatch, space = (drawn._replace(w=0.0), 0.0) if look is None else (drawn, 1.2 * scale)
        wide = fonts.width(word, style.font, style.size * scale) * MM + 0.1
        if x and x + swatch.w + space + wide > width:
            x, y = 0.0, y + swatch.h + 1.5 * scale
        label = paragraph(word, style, min(wide, width - swatch.w - space), scale, say.language)
        if look is not None:
            block.put(_swatch(look, swatch, scale), x, y)
        block.put(label, x + swatch.w + space, y + (swatch.h - label.height) / 2)
        x += swatch.w + space + wide
        block.width = max(block.width, x)
        x += apart
    return block


def _entries(
    document: Document, journey: str, findings: JourneyFindings | None, shown: Shown, say: Words
) -> Iterator[tuple[str, LevelLook]]:
    """Levels from present to absent, then the kinds of notes with their badges, then the signs on cards."""
    yield from level_entries(document, set(findings.levels.values()) if findings else set(), say)
    kinds = {lane.kind for id_, lane in document.lanes.items() if shown.lanes is None or id_ in shown.lanes}
    steps = {step.id: step for step in document.steps.values() if step.journey == journey}
    hung = {kind for lane in kinds for kind in KINDS.get(lane, ())}
    notes = [
        note
        for note in document.notes.values()
        if note.kind in hung
        and (note.step in steps or note.journey == journey)
        and (shown.notes is None or note.kind in shown.notes)
    ]
    yield from _of_notes(notes, say)
    cards = [step for step in steps.values() if ("backstage" if step.stage == "back" else "steps") in kinds]
    yield from _of_cards(cards, say)
    behind = stepped_into(document)
    if any(step.id in behind for step in cards):
        yield say("process behind it"), LevelLook("process", "card.fill", "card.text", "card.text")


def _of_notes(notes: Sequence[Note], say: Words) -> Iterator[tuple[str, LevelLook]]:
    there = {note.kind for note in notes}
    for kind in _NOTES:
        if kind in there:
            dash: Dash = "dashed" if kind == "idea" else "solid"
            edge = f"{kind}.mark" if kind == "idea" else None
            yield say(terms.NOTES[kind]).lower(), LevelLook(f"note.{kind}", kind, f"{kind}.mark", edge, dash=dash)
    ink = "opportunity.mark"
    if any(note.small_gesture for note in notes):
        yield say("small gesture"), LevelLook("small-gesture", "lane.fill", ink, ink)
    if any(note.proactive for note in notes):
        yield say("proactive message"), LevelLook("proactive", "lane.fill", ink, ink)


def _of_cards(steps: Sequence[Step], say: Words) -> Iterator[tuple[str, LevelLook]]:
    if any(step.moment_of_truth for step in steps):
        yield say("moment of truth"), LevelLook("star", "moment.fill", "moment", "moment")
    if any(step.evidence.status == "assumed" for step in steps):
        yield say("assumed"), LevelLook("assumed", "card.fill", "assumed", "card.stroke")
    if any(step.evidence.status == "proposed" for step in steps):
        yield say("proposed"), LevelLook("proposed", "card.fill", "assumed", "card.stroke")


def _swatch(look: LevelLook | ChipLook, place: Rect, scale: float) -> Block:
    block = Block(place.w, place.h)
    if isinstance(look, ChipLook):
        size = place.h * 0.68 / MM
        baseline = place.h / 2 + fonts.CAP_HEIGHT * size * MM / 2
        block.add(
            Box(place, look.ink, None, f"{look.ink}.edge", 0.3 * scale, "solid", 0.7 * scale),
            Text(place.w / 2, baseline, (look.sign,), size, size * MM, "bold", f"{look.ink}.on", "middle",
                 role="artifact"),
        )  # fmt: skip
        return block
    size = place.h * 0.66
    block.add(
        Box(place, look.fill, look.hatch, look.stroke, 0.3 * scale, look.dash, 0.6 * scale),
        Mark(look.mark, (place.w - size) / 2, (place.h - size) / 2, size, look.words),
    )
    return block
