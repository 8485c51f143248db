"""The head of a sheet about several journeys: what it is, what it is called, whom it is about, and the figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.analysis.evidence import Assumptions
from journeys.layout.drawing import Rect, Text
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.glance import CAPTION, FACT, FIGURE, LABEL
from journeys.poster.parts.panels import GAP_MM, put_side_by_side
from journeys.poster.parts.pills import pill

if TYPE_CHECKING:
    from journeys.analysis.shared import Together
    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.poster.parts.panels import Panel

TITLE: Final = Style(23, "bold", leading=1.08, role="title")
TITLE_SIZES: Final = (23.0, 20.0, 17.5, 15.5)
LEAD: Final = Style(10.0, "semibold", "text", leading=1.25)
MORE: Final = Style(8.6, colour="muted", leading=1.28)


class Head(NamedTuple):
    """What stands at the top; `lines`: words, how they are set and in what language.

    `share`: the part of the width for the words; `first`: the part of the rest that the first of two panels gets.
    """

    tag: str
    title: str
    lines: tuple[tuple[str, Style, Language], ...]
    panels: tuple[Panel, ...] = ()
    share: float = 0.5
    first: float = 0.5


def masthead(head: Head, width: float, scale: float, language: Language, *, narrow: bool) -> Block:
    """The tag over the title with lines under it; the panels beside them, or underneath on a narrow sheet."""
    gap = GAP_MM * scale
    wide = width if narrow or not head.panels else width * head.share
    whole = stacked(
        wide,
        1.6 * scale,
        pill(head.tag, scale),
        _title(head.title, wide, scale, language),
        *(paragraph(words, style, wide, scale, spoken) for words, style, spoken in head.lines),
    )
    whole.width = width
    start, top = (0.0, whole.height + gap) if narrow else (width * head.share + gap, 0.0)
    put_side_by_side(whole, head.panels, Rect(start, top, width - start, 0), scale, head.first)
    return whole


def _title(title: str, width: float, scale: float, language: Language) -> Block:
    """As large as it can be on two lines, down to a size."""
    made = Block(width)
    for size in TITLE_SIZES:
        made = paragraph(title, replace(TITLE, size=size), width, scale, language, even=True)
        if all(len(text.lines) <= 2 for text in made.elements if isinstance(text, Text)):
            break
    return made


def sums(document: Document, seen: Together, width: float, scale: float, say: Words) -> Block:
    """All journeys together: absent phases before, on and after day 0; the longest silence; the assumptions."""
    scope = phrases.the_scope(document, None, say)
    facts = (paragraph(fact, FACT, width, scale, say.language) for fact in _facts(document, seen, say))
    return stacked(
        width,
        1.4 * scale,
        paragraph(say("Phases without {scope}", scope=scope), LABEL, width, scale, say.language),
        _figures(seen, width, scale, say),
        stacked(width, 0.9 * scale, *facts),
    )


def _facts(document: Document, seen: Together, say: Words) -> list[str]:
    steps = sum(found.assumptions.steps for found in seen.journeys)
    if not steps:
        return []
    assumed = Assumptions(sum(found.assumptions.assumed for found in seen.journeys), steps)
    worst = max(seen.journeys, key=lambda found: found.silence.days)
    silence = phrases.silence_sentence(worst.silence, say)
    if silence and len(seen.journeys) > 1:
        persona = document.personas[document.journeys[worst.journey].persona]
        silence = say("{persona}: {text}", persona=persona.name, text=silence[:1].lower() + silence[1:])
    return [fact for fact in (silence, f"{phrases.assumptions_sentence(assumed, say)}.") if fact]


def _figures(seen: Together, width: float, scale: float, say: Words) -> Block:
    """Three figures side by side; a dash where nothing is filled in: then nobody knows."""
    told = []
    for caption, part in ((say("before day 0"), "before"), (say("on day 0"), "at"), (say("after day 0"), "after")):
        counts = [getattr(found.counts, part) for found in seen.journeys]
        gaps, phases = sum(one.gaps for one in counts), sum(one.phases for one in counts)
        known = sum(one.unmapped for one in counts) < phases
        told.append((say("{n} of {total}", n=gaps, total=phases) if known else "–", caption, bool(gaps)))
    column = width / len(told)
    room = column - 2.5 * scale
    widest = max(fonts.width(figure, FIGURE.font, FIGURE.size * scale) * MM for figure, *_ in told)
    size = min(FIGURE.size, FIGURE.size * room / widest)
    block = Block(width)
    for index, (figure, caption, alarming) in enumerate(told):
        style = replace(FIGURE, size=size, colour="finding.number" if alarming else "text")
        made = stacked(
            room,
            0.0,
            paragraph(figure, style, room + 0.01, scale, say.language),
            paragraph(caption, CAPTION, room, scale, say.language),
        )
        block.put(made, index * column, 0.0)
    return block
