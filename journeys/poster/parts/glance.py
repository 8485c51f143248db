"""The journey at a glance: absent phases before, around and after day 0, the longest silence, the assumptions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.counts import Count
    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.model.document import Document

LABEL: Final = Style(7.0, "bold", "muted", role="heading")
FIGURE: Final = Style(13.5, "bold", leading=1.1)
CAPTION: Final = Style(6.8, colour="muted")
FACT: Final = Style(6.8)


def glance(document: Document, findings: JourneyFindings, width: float, scale: float, say: Words) -> Block:
    """Three figures side by side under their heading, and two facts beneath."""
    scope = phrases.the_scope(document, None, say)
    facts = stacked(
        width, 0.9 * scale, *(paragraph(fact, FACT, width, scale, say.language) for fact in _facts(findings, say))
    )
    return stacked(
        width,
        1.4 * scale,
        paragraph(say("Phases without {scope}", scope=scope), LABEL, width, scale, say.language),
        _counted(findings, width, scale, say),
        facts,
    )


def _facts(findings: JourneyFindings, say: Words) -> list[str]:
    """The longest silence and the share of assumptions, where there are steps to speak of."""
    if not findings.assumptions.steps:
        return []
    return [
        phrases.silence_sentence(findings.silence, say),
        f"{phrases.assumptions_sentence(findings.assumptions, say)}.",
    ]


def _counted(findings: JourneyFindings, width: float, scale: float, say: Words) -> Block:
    sides = (
        (findings.counts.before, say("before day 0")),
        (findings.counts.at, say("on day 0")),
        (findings.counts.after, say("after day 0")),
    )
    told = [(_count(count, say), caption, bool(count.gaps)) for count, caption in sides]
    return figures(told, width, scale, say)


def figures(told: Sequence[tuple[str, str, bool]], width: float, scale: float, say: Words) -> Block:
    """Figures side by side, each over its caption, and in the colour of gaps where that is true."""
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


def _count(count: Count, say: Words) -> str:
    """A dash where nothing is filled in: then nobody knows."""
    known = count.unmapped < count.phases
    return say("{n} of {total}", n=count.gaps, total=count.phases) if known else "–"
