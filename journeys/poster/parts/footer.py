"""The foot of the sheet: what the patterns mean, and where the study comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Line
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.legend import ALL, Shown, legend
from journeys.poster.parts.qr import qr_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.layout.drawing import Anchor
    from journeys.model.document import Document
    from journeys.poster.parts.origin import Origin

ORIGIN: Final = Style(6.3, colour="muted")


def footer(
    document: Document,
    journey: str,
    findings: JourneyFindings | None,
    width: float,
    scale: float,
    say: Words,
    origin: Origin,
    shown: Shown = ALL,
) -> Block:
    """The foot of a journey's sheet, with the legend of all that is on its map."""
    return foot(lambda room: legend(document, journey, findings, room, scale, say, shown), width, scale, say, origin)


def foot(legend_in: Callable[[float], Block], width: float, scale: float, say: Words, origin: Origin) -> Block:
    """A rule, the legend, and the origin: beside it in one or two lines where there is room, else underneath."""
    facts = list(origin.facts)
    code = qr_code(origin.link, scale)
    whole, width = width, width - code.width
    key = legend_in(width)
    top = 2.4 * scale
    made = Block(whole)
    made.add(Line(((0.0, 0.0), (whole, 0.0)), "sheet.rule", 0.25 * scale))
    made.put(code, width, 0.0)
    beside = width - key.width - 6.0 * scale
    for lines in (_joined(facts), *_in_two(facts)):
        if max(_wide(line, scale) for line in lines) <= beside:
            text = _set(lines, beside, scale, say, "end")
            high = max(text.height, key.height, code.height - top)
            made.put(key, 0.0, top + (high - key.height) / 2)
            made.put(text, width - beside, top + (high - text.height) / 2)
            return made
    made.put(stacked(width, 1.6 * scale, key, _set(_joined(facts), width, scale, say, "start")), 0.0, top)
    return made


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
