"""The foot of the sheet: what the patterns mean, and where the study comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Line
from journeys.poster.parts import dates
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.legend import legend

if TYPE_CHECKING:
    import datetime as dt

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.layout.drawing import Anchor
    from journeys.model.document import Document

ORIGIN: Final = Style(6.3, colour="muted")


def footer(
    document: Document,
    journey: str,
    findings: JourneyFindings | None,
    width: float,
    scale: float,
    say: Words,
    on: dt.date | None,
) -> Block:
    """A rule, the legend, and the origin: beside it in one or two lines where there is room, else underneath."""
    facts = provenance(document, say, on)
    key = legend(document, journey, findings, width, scale, say)
    top = 2.4 * scale
    foot = Block(width)
    foot.add(Line(((0.0, 0.0), (width, 0.0)), "sheet.rule", 0.25 * scale))
    beside = width - key.width - 6.0 * scale
    for lines in (_joined(facts), *_in_two(facts)):
        if max(_wide(line, scale) for line in lines) <= beside:
            text = _set(lines, beside, scale, say, "end")
            high = max(text.height, key.height)
            foot.put(key, 0.0, top + (high - key.height) / 2)
            foot.put(text, width - beside, top + (high - text.height) / 2)
            return foot
    foot.put(stacked(width, 1.6 * scale, key, _set(_joined(facts), width, scale, say, "start")), 0.0, top)
    return foot


def _joined(facts: list[str]) -> list[str]:
    return [" · ".join(facts)]


def _in_two(facts: list[str]) -> list[list[str]]:
    """Two lines, broken between facts, the most even first."""
    pairs = [[*_joined(facts[:cut]), *_joined(facts[cut:])] for cut in range(1, len(facts))]
    return sorted(pairs, key=lambda pair: abs(len(pair[0]) - len(pair[1])))


def _wide(line: str, scale: float) -> float:
    return fonts.width(line, ORIGIN.font, ORIGIN.size * scale) * MM + 0.1


def _set(lines: list[str], width: float, scale: float, say: Words, anchor: Anchor) -> Block:
    return stacked(
        width,
        0.3 * scale,
        *(paragraph(line, ORIGIN, width, scale, say.language, anchor=anchor) for line in lines),
    )


def provenance(document: Document, say: Words, on: dt.date | None) -> list[str]:
    """Who made it, when, which version, on what grounds."""
    study = document.study
    date = on or dates.last_heard(document)
    people = sum(source.people for source in document.sources.values() if source.kind == "interview")
    facts = [study.organisation, dates.in_words(date, say) if date else "", say("version {n}", n=study.edition)]
    if people:
        facts.append(say.many("based on a talk with {n} person", "based on talks with {n} people", people))
    return [fact for fact in facts if fact]
