"""The head of a sheet about several journeys: what it is, what it is called, whom it is about, and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import phrases
from journeys.analysis.evidence import Assumptions
from journeys.layout.drawing import Rect
from journeys.poster.parts.blocks import Block, Style, on_two_lines, paragraph, stacked
from journeys.poster.parts.glance import FACT, LABEL, figures
from journeys.poster.parts.panels import GAP_MM, put_side_by_side
from journeys.poster.parts.pills import pill

if TYPE_CHECKING:
    from journeys.analysis.shared import Together
    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.poster.parts.panels import Panel

TITLE: Final = Style(23.0, "bold", leading=1.08, role="title")
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
        on_two_lines(head.title, TITLE, TITLE_SIZES, wide, scale, language),
        *(paragraph(words, style, wide, scale, spoken) for words, style, spoken in head.lines),
    )
    whole.width = width
    start, top = (0.0, whole.height + gap) if narrow else (width * head.share + gap, 0.0)
    put_side_by_side(whole, head.panels, Rect(start, top, width - start, 0), scale, head.first)
    return whole


def sums(document: Document, seen: Together, width: float, scale: float, say: Words) -> Block:
    """All journeys together: absent phases before, on and after day 0; the longest silence; the assumptions."""
    scope = phrases.the_scope(document, None, say)
    facts = (paragraph(fact, FACT, width, scale, say.language) for fact in _facts(document, seen, say))
    return stacked(
        width,
        1.4 * scale,
        paragraph(say("Phases without {scope}", scope=scope), LABEL, width, scale, say.language),
        _counted(seen, width, scale, say),
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


def _counted(seen: Together, width: float, scale: float, say: Words) -> Block:
    """Three figures side by side; a dash where nothing is filled in: then nobody knows."""
    told = []
    for caption, part in ((say("before day 0"), "before"), (say("on day 0"), "at"), (say("after day 0"), "after")):
        counts = [getattr(found.counts, part) for found in seen.journeys]
        gaps, phases = sum(one.gaps for one in counts), sum(one.phases for one in counts)
        known = sum(one.unmapped for one in counts) < phases
        told.append((say("{n} of {total}", n=gaps, total=phases) if known else "–", caption, bool(gaps)))
    return figures(told, width, scale, say)
