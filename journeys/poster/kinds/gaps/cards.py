"""A card per gap: its number, how long and for whom, why it matters, where people are, and what could be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.analysis.severity import degree
from journeys.layout.drawing import Box, Mark, Rect, Text
from journeys.model.time import periods
from journeys.phrases import shared
from journeys.phrases.dates import period_said
from journeys.phrases.terms import NOTES
from journeys.poster.kinds.gaps.where import where
from journeys.poster.parts import dates, discs
from journeys.poster.parts.blocks import MM, Block, Style, moved, paragraph, stacked
from journeys.poster.parts.findings import INKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.severity import Reason
    from journeys.analysis.shared import SharedGap
    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.model.entities import Note

PHASE: Final = Style(12.0, "bold", role="heading", leading=1.12)
WHEN: Final = Style(7.2, "semibold")
WHO: Final = Style(7.2, colour="muted")
LABEL: Final = Style(7.4, "bold", "lane.title", role="subheading")
REASON: Final = Style(7.0)
POINTS: Final = Style(7.0, "semibold", "muted")
NOTE: Final = Style(7.2, leading=1.25)
DETAIL: Final = Style(6.6, "italic", "muted")
FAINT: Final = Style(6.6, colour="muted")
BADGE_MM: Final = 8.0
PAD_MM: Final = 3.4
BAR_MM: Final = 1.3
PANEL_MM: Final = 60.0
"""The least width of a panel on a card, at A4; wide cards have two or three beside each other."""
PANELS: Final = 3
APART_MM: Final = 2.6
LOOSER: Final = 1.2
"""The room between the parts of a card becomes at most so much larger, in times what it is."""

Way = tuple[tuple[int, ...], ...]
WAYS: Final[dict[int, tuple[Way, ...]]] = {
    1: (((0, 2, 1, 3),),),
    2: (((0, 1), (2, 3)), ((0, 1, 3), (2,)), ((0, 2), (1, 3))),
    3: (((0, 1), (2,), (3,)), ((0, 3), (1,), (2,)), ((0,), (1,), (2, 3))),
}
"""In which panels head, reasons, places and ideas can stand, the usual way first; all cards of a sheet do it alike."""


class Card(NamedTuple):
    """What stands on a card, in panels beside each other; `panels` holds places in `parts`."""

    parts: tuple[Block, ...]
    panels: Way
    width: float
    scale: float

    @property
    def height(self) -> float:
        return max(self.columns()) + 2 * PAD_MM * self.scale

    @property
    def full(self) -> float:
        """The part of the card that its panels fill."""
        high = self.columns()
        return sum(high) / len(high) / max(high)

    def columns(self) -> list[float]:
        """How high each panel is."""
        apart = APART_MM * self.scale
        return [sum(self.parts[part].height for part in panel) + apart * (len(panel) - 1) for panel in self.panels]

    def block(self, more: float) -> Block:
        """The card without its frame; what it is higher comes partly between its parts."""
        pad, wide = PAD_MM * self.scale, self.parts[0].width
        longest = max(len(panel) for panel in self.panels)
        apart = APART_MM * self.scale + min(more / (longest + 1), LOOSER * APART_MM * self.scale)
        whole = Block(self.width)
        for index, panel in enumerate(self.panels):
            column = stacked(wide, apart, *(self.parts[part] for part in panel))
            whole.put(column, BAR_MM * self.scale + pad + index * (wide + 2 * pad), pad)
        return whole


def panels_in(width: float, scale: float) -> int:
    """How many panels stand beside each other on a card of this width."""
    pad = PAD_MM * scale
    return max(1, min(PANELS, int((width - BAR_MM * scale) / (PANEL_MM * scale + 2 * pad))))


def parts(document: Document, gap: SharedGap, number: int, width: float, scale: float, say: Words) -> tuple[Block, ...]:
    """What a card tells: which gap it is, why it matters, where people are, and what could be done."""
    pad, panels = PAD_MM * scale, panels_in(width, scale)
    wide = (width - BAR_MM * scale - 2 * pad * panels) / panels
    return (
        _head(document, gap, number, wide, scale, say), _why(document, gap, wide, scale, say),
        where(document, gap, wide, scale, say), _actions(document, gap, wide, scale, say),
    )  # fmt: skip


def framed(card: Card, gap: SharedGap, high: float) -> Block:
    """The card in its frame, as high as its neighbours; the bar's colour is the severity, which stands in words too."""
    ink, scale = INKS[degree(gap.severity)], card.scale
    whole = Block(card.width, high)
    whole.add(
        Box(Rect(0.0, 0.0, card.width, high), fill="lane.fill", stroke="card.stroke", width=0.25 * scale,
            radius=1.2 * scale),
        Box(Rect(0.0, 0.0, BAR_MM * scale, high), fill=ink, radius=0.5 * scale),
    )  # fmt: skip
    whole.put(card.block(max(high - card.height, 0.0)), 0.0, 0.0)
    whole.height = high
    return whole


def _head(document: Document, gap: SharedGap, number: int, width: float, scale: float, say: Words) -> Block:
    """Number, phase, how long; a bar for how serious; for whom."""
    badge, language = BADGE_MM * scale, document.study.language
    left = badge + 2.2 * scale
    room = width - left
    phase = document.phases[gap.phase]
    words = stacked(
        room,
        0.4 * scale,
        paragraph(phase.name, PHASE, room, scale, language, about=phase.id, even=True),
        paragraph(_when(document, gap, say), WHEN, room, scale, say.language, about=phase.id),
        paragraph(phrases.capital(_for_whom(document, gap, say)), WHO, room, scale, language, about=phase.id),
    )
    block = Block(width)
    block.put(discs.numbered(number, badge, say), 0.0, 0.0)
    block.put(words, left, max(0.0, (badge - PHASE.size * scale * MM * 1.5) / 2 - 0.2 * scale))
    return stacked(width, 1.6 * scale, block, _severity(document, gap, width, scale, say))


def _when(document: Document, gap: SharedGap, say: Words) -> str:
    """ "5½ months absent · 7 months – 6 weeks before"."""
    days = gap.gaps[0].days
    if not days:
        return say("absent")
    period = period_said(periods(document)[gap.phase], document.study.day0_date, say)
    return say("{duration} absent: {period}", duration=phrases.duration(days, say), period=period)


def _for_whom(document: Document, gap: SharedGap, say: Words) -> str:
    variant = f" · {say('Desired journey')}" if gap.variant == "desired" else ""
    return f"{shared.touched(gap, document, say)}{variant}"


def _severity(document: Document, gap: SharedGap, width: float, scale: float, say: Words) -> Block:
    """A bar of 100 with the words under it."""
    high = 2.0 * scale
    words = say("severity {n} of 100: {word}", n=gap.severity, word=phrases.degree_word(gap.severity, say))
    block = Block(width, high)
    block.add(
        Box(Rect(0.0, 0.0, width, high), fill="presence.unmapped", stroke="presence.unmapped.stroke",
            width=0.15 * scale, radius=high / 2),
        Box(Rect(0.0, 0.0, max(width * gap.severity / 100, high), high), fill=INKS[degree(gap.severity)],
            radius=high / 2),
    )  # fmt: skip
    return stacked(
        width,
        0.7 * scale,
        block,
        paragraph(phrases.capital(words), POINTS, width, scale, say.language),
        paragraph(_each(document, gap), FAINT, width, scale, document.study.language),
    )


def _each(document: Document, gap: SharedGap) -> str:
    """How serious it is for each, where they differ: "Sanne & Youssef 87 · Joke & Lotte 76"."""
    if len({one.severity for one in gap.gaps}) < 2:
        return ""
    return " · ".join(
        f"{document.personas[document.journeys[one.journey].persona].name} {one.severity}" for one in gap.gaps
    )


def _why(document: Document, gap: SharedGap, width: float, scale: float, say: Words) -> Block:
    """The parts of the severity with their points; then what people said they need and what hurts."""
    worst, language = gap.gaps[0], document.study.language
    reasons = [reason for reason in worst.reasons if reason.points or reason.code == "no_contact"]
    lines = [_reason(reason, gap, width, scale, say) for reason in reasons]
    said = [_note(note, width, scale, say, language) for note in _once(document, (*gap.needs, *gap.pains))]
    due = dict.fromkeys(id_ for one in gap.gaps for id_ in one.deadlines)
    clock = ("clock", "deadline", say("Deadline"))
    late = [_signed(clock, document.facts[id_].text, width, scale, language, id_) for id_ in due]
    fitting = "" if gap.needs else say("No open need found: is absence fitting here?")
    return stacked(
        width,
        1.2 * scale,
        paragraph(_why_label(document, gap, say), LABEL, width, scale, document.study.language),
        stacked(width, 0.5 * scale, *lines),
        *said,
        *late,
        paragraph(fitting, NOTE, width, scale, say.language),
        paragraph(f"{phrases.capital(phrases.assumptions_sentence(gap.assumptions, say))}.", FAINT, width, scale,
                  say.language),
    )  # fmt: skip


def _once(document: Document, notes: Iterable[str]) -> Iterator[Note]:
    """Without what was said before in the same words: several personas may need the same."""
    told = set()
    for note in (document.notes[id_] for id_ in notes):
        if not note.text or (note.kind, note.text) not in told:
            told.add((note.kind, note.text))
            yield note


def _why_label(document: Document, gap: SharedGap, say: Words) -> str:
    """Whose severity it is, where several have one."""
    if len(gap.gaps) == 1:
        return say("Why it matters")
    persona = document.personas[document.journeys[gap.gaps[0].journey].persona]
    return say("Why it matters, for {persona}", persona=persona.name)


def _reason(reason: Reason, gap: SharedGap, width: float, scale: float, say: Words) -> Block:
    """What it counts, and its points at the end of the line."""
    points = f"+{reason.points}" if reason.points else ""
    wide = fonts.width(points, POINTS.font, POINTS.size * scale) * MM + 0.1
    words = phrases.capital(phrases.reason_text(reason, gap.gaps[0], say))
    block = Block(width)
    for text in paragraph(points, POINTS, wide, scale, say.language).elements:
        told = text._replace(alt=phrases.points_text(reason, say)) if isinstance(text, Text) else text
        block.add(moved(told, width - wide, 0.0))
    block.put(paragraph(words, REASON, width - wide - 1.5 * scale, scale, say.language), 0.0, 0.0)
    return block


def _note(note: Note, width: float, scale: float, say: Words, language: Language) -> Block:
    text = note.text or say("Without words")
    sign = (f"note.{note.kind}", f"{note.kind}.mark", say(NOTES[note.kind]))
    return _signed(sign, text, width, scale, language, note.id)


def _signed(
    sign: tuple[str, str, str], text: str, width: float, scale: float, language: Language, about: str
) -> Block:  # fmt: skip
    """A sign (mark, colour, what it stands for) and words."""
    side, (mark, ink, alt) = 3.0 * scale, sign
    left = side + 1.3 * scale
    block = Block(width, side)
    line = fonts.ASCENT * NOTE.size * scale * MM
    top = max(0.0, line - 0.33 * NOTE.size * scale * MM - side / 2)
    block.add(Mark(mark, 0.0, top, side, ink, alt, about))
    block.put(paragraph(text, NOTE, width - left, scale, language, about=about), left, 0.0)
    return block


def _actions(document: Document, gap: SharedGap, width: float, scale: float, say: Words) -> Block:
    """Opportunities and ideas, with who takes them up and when; else what the gap itself suggests."""
    language = document.study.language
    if gap.actions:
        rows = [_action(document, document.notes[id_], width, scale, say) for id_ in gap.actions]
        label = say("What could be done")
    else:
        idea = phrases.suggestion(gap.gaps[0], document, say)
        text = idea or say("No opportunity yet.")
        rows = [paragraph(text, replace(NOTE, colour="muted"), width, scale, language)]
        label = say("Suggestion") if idea else say("What could be done")
    return stacked(width, 1.2 * scale, paragraph(label, LABEL, width, scale, say.language), *rows)


def _action(document: Document, note: Note, width: float, scale: float, say: Words) -> Block:
    detail = " · ".join(_details(document, note, say))
    left = 4.3 * scale
    block = _note(note, width, scale, say, document.study.language)
    below = paragraph(detail, DETAIL, width - left, scale, say.language, about=note.id)
    if below.elements:
        block.put(below, left, block.height + 0.2 * scale)
    return block


def _details(document: Document, note: Note, say: Words) -> Iterator[str]:
    """Through whom, by whom, by when, and how far it is."""
    if note.via:
        yield say("via {parties}", parties=phrases.joined([document.parties[id_].name for id_ in note.via], say))
    yield note.owner or say("no owner yet")
    if note.due is not None:
        yield say("by {date}", date=dates.in_words(note.due, say))
    if note.status != "open":
        yield {"planned": say("planned"), "done": say("done"), "dropped": say("dropped")}[note.status]
