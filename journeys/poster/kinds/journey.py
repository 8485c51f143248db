"""One sheet: head, map, findings and foot, sized so that all of it fits the paper."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from journeys.analysis.findings import overview
from journeys.layout.bands import fit
from journeys.layout.drawing import Drawing, Rect
from journeys.layout.prospect import guess, prospect, with_heads
from journeys.layout.watched import Watched
from journeys.phrases import figures
from journeys.poster.choice import chosen
from journeys.poster.parts.axis import time_axis
from journeys.poster.parts.blocks import MM, Block
from journeys.poster.parts.findings import below
from journeys.poster.parts.footer import ORIGIN, footer
from journeys.poster.parts.header import header
from journeys.poster.parts.origin import origin
from journeys.poster.sheet import LAST, Portrait, Sheet, fitted, inner, placed, unwatched

if TYPE_CHECKING:
    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

MAP_SHARE: Final = 0.66
"""Of the sheet's height that the map gets, about."""
SUITED_PT: Final = 6.0
"""Base type of a map, at A4, beside which head and findings have their own size."""
LARGE: Final = 0.7
"""Of that type: with smaller, the names of phases and lanes grow beside the cards."""
MOST_HEADS: Final = 1.7
LEAST: Final = 0.6
MOST: Final = 1.05
FOOT_PT: Final = 5.0
GAP_MM: Final = 4.0
ABOVE: Final = 0.35
"""The part of the height that is left over that goes above the map."""
_NARROW: Final = 1.15
"""Below this width-to-height ratio the panels of the head stand under the persona."""


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A sheet for each of the chosen journeys; what is found is worked out once for all of them."""
    found, came_from, made = overview(document), origin(document, request, say), []
    wanted = chosen(document, request.journeys)
    for index, journey in enumerate(wanted):
        watched = _part(watch, index, len(wanted))
        made.append(_sheet(document, journey, found.of(journey), request, say, came_from, watched))
    return made


def _part(watch: Watch, index: int, many: int) -> Watched:
    """One sheet's part of the work on all of them."""
    watched = Watched(lambda share: watch((index + share) / many))
    watched.reached(0.0)
    return watched


def _sheet(
    document: Document, journey: str, findings: JourneyFindings | None, request: Request, say: Words,
    came_from: Origin, watched: Watched,
) -> Sheet:  # fmt: skip
    paper = request.sheet
    area = inner(paper, request.margin)
    narrow = paper.width < paper.height * _NARROW
    numbers = {found.phase: index for index, found in enumerate(findings.gaps, 1)} if findings else {}
    ahead = prospect(
        document, journey, say, numbers=numbers if request.findings else {}, lanes=request.lanes, axis=request.axis,
        notes=request.notes, watched=watched,
    )  # fmt: skip
    suits = guess(ahead, (area.w, area.h * MAP_SHARE)) / (paper.scale * SUITED_PT)
    scale, ahead = paper.scale * beside(suits, paper.scale), with_heads(ahead, heads(suits))
    gap = GAP_MM * scale

    def head(size: float) -> tuple[Block, Rect]:
        return header(document, document.journeys[journey], findings, area.w, size, say, narrow=narrow)

    def foot(size: float) -> Block:
        return footer(document, journey, findings, area.w, size, say, came_from)

    def findings_below(size: float) -> Block:
        return below(document, journey, findings, area.w, size, say) if request.findings else Block(area.w)

    top, disc = fitted(head, scale, area.h * (0.22 if narrow else 0.19), lambda made: made[0].height)
    bottom = fitted(foot, scale, area.h * 0.08, lambda made: made.height)
    explained = fitted(findings_below, scale, area.h * 0.3, lambda made: made.height)
    axis = time_axis(document, findings, area.w, (0.0, 0.0), scale, say)
    over = axis.height + 2.2 * scale if axis.elements else 0.0
    under = explained.height + gap if explained.elements else 0.0
    room = area.h - top.height - bottom.height - over - under - 2 * gap
    map_ = fit(document, ahead, (area.w, room), say, watched)
    spare = max(0.0, room - map_.height)
    y, em = area.y + top.height + gap + over, map_.base_pt * MM
    axis = time_axis(document, findings, area.w, ((ahead.spec.titles - 1.0) * em, ahead.spec.titles * em), scale, say)
    layers = (
        top.layer("head", area.x, area.y, -1),
        axis.layer("axis", area.x, area.y + top.height + gap, 0),
        *placed(map_, area.x, y + spare * ABOVE),
        explained.layer("findings", area.x, area.y + area.h - bottom.height - gap - explained.height, LAST),
        bottom.layer("foot", area.x, area.y + area.h - bottom.height, LAST + 1),
    )
    drawing = Drawing(paper.width, paper.height, layers, journey, map_.base_pt)
    face = Portrait(document.journeys[journey].persona, disc._replace(x=disc.x + area.x, y=disc.y + area.y))
    alts = {"heartbeat": figures.curve_text(document, journey, say), "axis": figures.axis_text(document, say)}
    alts |= figures.link_texts(document, journey, say)
    return Sheet(journey, _title(document, journey), drawing, (face,), journey, alts)


def beside(suits: float, scale: float) -> float:
    """How large head, findings and foot are beside a map whose type is so many times what suits the paper.

    Smaller beside a map with very much on it, which then gets the room; the smallest words of the foot stay legible.
    """
    wanted = min(max(sqrt(suits), LEAST), MOST)
    return max(wanted, min(1.0, FOOT_PT / (ORIGIN.size * scale)))


def heads(suits: float) -> float:
    """How much larger than beside usual cards the names of phases and lanes are; in steps, so that sheets agree."""
    return min(max(round(sqrt(LARGE / suits), 1), 1.0), MOST_HEADS)


def _title(document: Document, journey: str) -> str:
    who = document.journeys[journey]
    return f"{who.title} · {document.personas[who.persona].name}"
