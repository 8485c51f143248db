"""What stands beneath the map: every gap with its number and reasons, deliberate absences, notes on the person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.analysis.presence import LEVELS, scope_of
from journeys.analysis.severity import degree
from journeys.layout.drawing import Box, Rect, Text
from journeys.model.order import by_order
from journeys.model.time import phases_in_order
from journeys.phrases import terms
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Language, Words
    from journeys.model.document import Document

HEADING: Final = Style(8.0, "bold", role="heading")
SEVERITY: Final = Style(6.3, colour="muted")
BODY: Final = Style(7.0, leading=1.28)
NUMBER: Final = Style(7.0, "bold", "badge.text")
INSET_MM: Final = 3.0
GAP_MM: Final = 6.0
ROW_GAP_MM: Final = 3.5
COLUMN_MM: Final = 50.0
"""The least width of a column, at A4."""
MEASURE_MM: Final = 92.0
"""The greatest: on longer lines one loses one's way back."""
_MET: Final = frozenset({"direct", "commissioned", "via_partner"})
INKS: Final = {"high": "finding.high", "middle": "finding.middle", "low": "finding.low"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One block: the number of its flag (none for what is no gap; `spoken`: in words), its heading and sentences."""

    heading: str
    sentences: tuple[str, ...]
    ink: str = "finding.none"
    number: int | None = None
    note: str = ""
    about: str | None = None
    spoken: str = ""
    phase: str | None = None
    """Where it is found; None for what is about all of the journey."""


def below(
    document: Document, journey: str, findings: JourneyFindings | None, width: float, scale: float, say: Words,
    phases: Collection[str | None] | None = None,
) -> Block:  # fmt: skip
    """Those in these `phases`, or all, in columns, with the number of columns that takes the least height."""
    every = all_findings(document, journey, findings, say)
    found = [one for one in every if phases is None or one.phase in phases]
    if not found:
        return Block(width)
    most = int((width + GAP_MM * scale) / ((COLUMN_MM + GAP_MM) * scale))
    most = max(1, min(most, len(found)))
    language = document.study.language  # long words are the study's: names of phases and parties, notes
    grids = (grid(found, count, width, scale, language) for count in range(most, max(0, most - 3), -1))
    return min(grids, key=lambda block: block.height)


def all_findings(document: Document, journey: str, findings: JourneyFindings | None, say: Words) -> Iterator[Finding]:
    """The gaps, numbered from the most severe; then absences that are right; then notes that have no place above."""
    for number, gap in enumerate(findings.gaps if findings else (), 1):
        yield Finding(
            phrases.heading(gap, document, say),
            (" ".join(phrases.gap_sentences(gap, document, say)),),
            INKS[degree(gap.severity)],
            number,
            say("severity {n} of 100: {word}", n=gap.severity, word=phrases.degree_word(gap.severity, say)),
            gap.phase,
            say("Gap {n}", n=number),
            gap.phase,
        )
    if findings and findings.assumptions.steps and _MET.issuperset(findings.levels.values()):
        scope = phrases.the_scope(document, None, say)
        yield Finding(say("No phase without {scope}", scope=scope), (_kept(findings, say),), "sheet.accent")
    yield from _deliberate(document, journey, say)
    yield from _of_the_person(document, journey, say)


def _kept(findings: JourneyFindings, say: Words) -> str:
    """In how many phases each level is: "present 2 · via partner 4"."""
    levels = [found.level for found in findings.phases]
    counted = (f"{phrases.level_word(level, say)} {levels.count(level)}" for level in LEVELS if level in levels)
    return " · ".join(counted)


def _deliberate(document: Document, journey: str, say: Words) -> Iterator[Finding]:
    scope = scope_of(document).party
    for phase in phases_in_order(document):
        for stance in document.stances.values():
            if (stance.journey, stance.phase, stance.scope) == (journey, phase.id, scope):
                heading = say("{phase} — deliberately absent", phase=phase.name)
                yield Finding(heading, (stance.reason,), about=stance.id, phase=phase.id)


def _of_the_person(document: Document, journey: str, say: Words) -> Iterator[Finding]:
    persona = document.personas[document.journeys[journey].persona]
    notes = sorted(
        (note for note in document.notes.values() if note.persona == persona.id and note.step is None),
        key=by_order,
    )
    for note in notes:
        kind = say(terms.NOTES[note.kind])
        yield Finding(say("{kind} about {persona}", kind=kind, persona=persona.name), (note.text,), about=note.id)


def grid(found: Sequence[Finding], columns: int, width: float, scale: float, language: Language) -> Block:
    """Rows from left to right, so that the numbers read on."""
    gap = GAP_MM * scale
    column = min((width - gap * (columns - 1)) / columns, MEASURE_MM * scale)
    whole = Block(width)
    y = 0.0
    for start in range(0, len(found), columns):
        blocks = [_block(finding, column, scale, language) for finding in found[start : start + columns]]
        for index, block in enumerate(blocks):
            whole.put(block, index * (column + gap), y)
        y = whole.height + ROW_GAP_MM * scale
    return whole


def _block(finding: Finding, width: float, scale: float, language: Language) -> Block:
    """A bar whose colour is the severity, the number in the same circle as its flag, heading and sentences."""
    inset = INSET_MM * scale
    room = width - inset
    words = stacked(
        room,
        0.9 * scale,
        _heading(finding, room, scale, language),
        *(paragraph(line, BODY, room, scale, language, about=finding.about) for line in finding.sentences),
    )
    block = Block(width)
    block.add(Box(Rect(0.0, 0.0, 0.9 * scale, words.height), fill=finding.ink))
    block.put(words, inset, 0.0)
    return block


def _heading(finding: Finding, width: float, scale: float, language: Language) -> Block:
    """Number and heading, the severity underneath."""
    circle = 4.2 * scale if finding.number is not None else 0.0
    left = circle + 1.4 * scale if circle else 0.0
    room = width - left
    words = stacked(
        room,
        0.2 * scale,
        paragraph(finding.heading, HEADING, room, scale, language, about=finding.about, even=True),
        paragraph(finding.note, SEVERITY, room, scale, language, about=finding.about),
    )
    block = Block(width)
    if circle:
        _number(block, finding, circle, scale)
    block.put(words, left, max(0.0, (circle - _line_height(HEADING, scale)) / 2))
    return block


def _number(block: Block, finding: Finding, circle: float, scale: float) -> None:
    size = NUMBER.size * scale
    block.add(
        Box(Rect(0.0, 0.0, circle, circle), fill="badge.fill", radius=circle / 2),
        Text(
            circle / 2,
            circle / 2 + fonts.CAP_HEIGHT * size * MM / 2,
            (str(finding.number),),
            size,
            size * MM,
            NUMBER.font,
            NUMBER.colour,
            "middle",
            alt=finding.spoken or str(finding.number),
        ),
    )
    block.height = max(block.height, circle)


def _line_height(style: Style, scale: float) -> float:
    return (fonts.ASCENT + 0.25) * style.size * scale * MM
