"""What the comparison finds: which gaps all have and which only some, and in what the personas differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import phrases
from journeys.analysis.severity import degree
from journeys.analysis.variants import pairs, variants
from journeys.layout.drawing import Mark
from journeys.phrases import compare as said
from journeys.phrases import shared
from journeys.poster.parts.blocks import Block, Style, paragraph, stacked
from journeys.poster.parts.findings import COLUMN_MM, INKS, Finding, grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.compare import PersonaComparison
    from journeys.analysis.shared import SharedGap, Together
    from journeys.i18n import Words
    from journeys.model.document import Document

HEADING: Final = Style(9.0, "bold", "lane.title", role="heading")
SENTENCE: Final = Style(7.0, leading=1.28, role="item")
SPREAD: Final = Style(7.4, "semibold", leading=1.28)
GAP_MM: Final = 7.0
DIFFERENCES: Final = 0.36
"""Of the width that the differences get beside the gaps."""


def told(document: Document, seen: Together, between: PersonaComparison, width: float, scale: float, say: Words,
         *, narrow: bool) -> Block:  # fmt: skip
    """Gaps and differences, beside each other or on a narrow sheet under each other."""
    gap = GAP_MM * scale
    differ = list(_differences(document, seen, between, say))
    if not seen.gaps or not differ or narrow:
        one = _gaps(document, seen, width, scale, say)
        return stacked(width, 0.6 * gap, one, _sentences(differ, width, scale, say, wide=True))
    right = width * DIFFERENCES
    whole = Block(width)
    whole.put(_gaps(document, seen, width - right - gap, scale, say), 0.0, 0.0)
    whole.put(_sentences(differ, right, scale, say, wide=False), width - right, 0.0)
    return whole


def _gaps(document: Document, seen: Together, width: float, scale: float, say: Words) -> Block:
    if not seen.gaps:
        return Block(width)
    scope = phrases.the_scope(document, None, say)
    found = [_finding(document, gap, number, say) for number, gap in enumerate(seen.gaps, 1)]
    most = max(1, min(int((width + GAP_MM * scale) / ((COLUMN_MM + GAP_MM) * scale)), len(found)))
    grids = [grid(found, count, width, scale, document.study.language) for count in range(most, max(0, most - 3), -1)]
    spread = " ".join(shared.spread_sentences(seen, document, say)) if len(seen.journeys) > 1 else ""
    return stacked(
        width,
        2.0 * scale,
        paragraph(phrases.capital(say("without {scope}", scope=scope)), HEADING, width, scale, say.language),
        paragraph(spread, SPREAD, width, scale, document.study.language),
        min(grids, key=lambda block: block.height),
    )


def _finding(document: Document, gap: SharedGap, number: int, say: Words) -> Finding:
    """Heading, for whom, how serious, open needs and whom people do meet."""
    severity = say(
        "severity {n} of 100: {word}", n=gap.severity, word=phrases.degree_word(gap.severity, say)
    )  # fmt: skip
    variant = f"{say('desired')} · " if gap.variant == "desired" else ""
    needs = say.many("{n} open need", "{n} open needs", len(gap.needs)) if gap.needs else ""
    sentences = (f"{needs}." if needs else "", shared.met_sentence(gap, document, say))
    return Finding(
        shared.shared_heading(gap, document, say),
        (" ".join(sentence for sentence in sentences if sentence),),
        INKS[degree(gap.severity)],
        number,
        f"{variant}{shared.touched(gap, document, say)} · {severity}",
        gap.phase,
        say("Gap {n}", n=number),
    )


def _differences(
    document: Document, seen: Together, between: PersonaComparison, say: Words
) -> Iterator[tuple[str, str, str]]:
    """(mark, words, subject): between personas, then between now and desired."""
    for one in between.differences:
        dip = one.code == "emotion" and int(one.groups[0][0]) < 0
        mark = "differs" if one.code == "presence" else ("down" if dip else "up")
        yield mark, said.difference_sentence(one, between, document, say), one.phase
    chosen = {found.journey for found in seen.journeys}
    for current, desired in pairs(document):
        if {current, desired} <= chosen:
            change = variants(document, current, desired)
            name = document.personas[document.journeys[desired].persona].name
            words = say("{persona}, desired journey. {text}", persona=name, text=said.gaps_sentence(change, say))
            yield "arrow", words, desired


def _sentences(found: Sequence[tuple[str, str, str]], width: float, scale: float, say: Words, *, wide: bool) -> Block:
    """A list with a mark before each; in two columns where there is room."""
    if not found:
        return Block(width)
    columns = 2 if wide and len(found) > 1 and width > 2.2 * COLUMN_MM * scale else 1
    gap = GAP_MM * scale
    column = (width - gap * (columns - 1)) / columns
    per = -(-len(found) // columns)
    listed = Block(width)
    for index in range(columns):
        part = [_sentence(*one, column, scale, say) for one in found[index * per : (index + 1) * per]]
        listed.put(stacked(column, 1.3 * scale, *part), index * (column + gap), 0.0)
    heading = paragraph(say("Where they differ"), HEADING, width, scale, say.language)
    return stacked(width, 2.0 * scale, heading, listed)


def _sentence(mark: str, words: str, about: str, width: float, scale: float, say: Words) -> Block:
    side = 2.6 * scale
    left = side + 1.4 * scale
    block = Block(width)
    block.put(paragraph(words, SENTENCE, width - left, scale, say.language, about=about), left, 0.0)
    block.add(Mark(mark, 0.0, 0.1 * scale, side, "moment"))
    return block
