"""One sheet: head, map, findings and foot, sized so that all of it fits the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, TypeVar

from journeys.analysis.findings import overview
from journeys.layout.bands import fit
from journeys.layout.drawing import Drawing, Layer, Rect
from journeys.layout.prospect import guess, prospect, with_heads
from journeys.poster.axis import time_axis
from journeys.poster.blocks import MM
from journeys.poster.findings import below
from journeys.poster.footer import ORIGIN, footer
from journeys.poster.header import header
from journeys.poster.paper import MARGIN_MM
from journeys.poster.request import Request

if TYPE_CHECKING:
    import datetime as dt

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.blocks import Block
    from journeys.poster.paper import Paper

Made = TypeVar("Made")

_SIZES: Final = tuple(round(0.95**power, 4) for power in range(48))
"""What is tried, from the wanted size down to a twelfth."""
LAST: Final = 1_000_000_000
"""In reading order after everything on the map."""
USUAL: Final = Request()
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out page: its drawing, and the disc that the persona's portrait covers."""

    journey: str
    title: str
    drawing: Drawing
    disc: Rect


def sheets(
    document: Document, journeys: Iterable[str], paper: Paper, say: Words, on: dt.date | None = None,
    choices: Request = USUAL,
) -> list[Sheet]:  # fmt: skip
    """A sheet for each of these journeys; what is found is worked out once for all of them.

    Of the choices, lanes, axis and margin count.
    """
    found = overview(document)
    return [_sheet(document, journey, found.of(journey), paper, say, on, choices) for journey in journeys]


def _sheet(
    document: Document, journey: str, findings: JourneyFindings | None, paper: Paper, say: Words, on: dt.date | None,
    choices: Request,
) -> Sheet:  # fmt: skip
    inner = _inner(paper, choices.margin)
    narrow = paper.width < paper.height * _NARROW
    numbers = {found.phase: index for index, found in enumerate(findings.gaps, 1)} if findings else {}
    ahead = prospect(document, journey, say, numbers=numbers, lanes=choices.lanes, axis=choices.axis)
    suits = guess(ahead, (inner.w, inner.h * MAP_SHARE)) / (paper.scale * SUITED_PT)
    scale, ahead = paper.scale * beside(suits, paper.scale), with_heads(ahead, heads(suits))
    gap = GAP_MM * scale

    def head(size: float) -> tuple[Block, Rect]:
        return header(document, document.journeys[journey], findings, inner.w, size, say, narrow=narrow)

    def foot(size: float) -> Block:
        return footer(document, journey, findings, inner.w, size, say, on)

    def findings_below(size: float) -> Block:
        return below(document, journey, findings, inner.w, size, say)

    top, disc = _fitted(head, scale, inner.h * (0.22 if narrow else 0.19), lambda made: made[0].height)
    bottom = _fitted(foot, scale, inner.h * 0.08, lambda made: made.height)
    explained = _fitted(findings_below, scale, inner.h * 0.3, lambda made: made.height)
    axis = time_axis(document, findings, inner.w, (0.0, 0.0), scale, say)
    over = axis.height + 2.2 * scale if axis.elements else 0.0
    under = explained.height + gap if explained.elements else 0.0
    room = inner.h - top.height - bottom.height - over - under - 2 * gap
    map_ = fit(document, ahead, (inner.w, room), say)
    spare = max(0.0, room - map_.height)
    y, em = inner.y + top.height + gap + over, map_.base_pt * MM
    axis = time_axis(document, findings, inner.w, ((ahead.spec.titles - 1.0) * em, ahead.spec.titles * em), scale, say)
    layers = (
        top.layer("head", inner.x, inner.y, -1),
        axis.layer("axis", inner.x, inner.y + top.height + gap, 0),
        *_placed(map_, inner.x, y + spare * ABOVE),
        explained.layer("findings", inner.x, inner.y + inner.h - bottom.height - gap - explained.height, LAST),
        bottom.layer("foot", inner.x, inner.y + inner.h - bottom.height, LAST + 1),
    )
    drawing = Drawing(paper.width, paper.height, layers, journey, map_.base_pt)
    return Sheet(journey, _title(document, journey), drawing, disc._replace(x=disc.x + inner.x, y=disc.y + inner.y))


def beside(suits: float, scale: float) -> float:
    """How large head, findings and foot are beside a map whose type is so many times what suits the paper.

    Smaller beside a map with very much on it, which then gets the room; the smallest words of the foot stay legible.
    """
    wanted = min(max(sqrt(suits), LEAST), MOST)
    return max(wanted, min(1.0, FOOT_PT / (ORIGIN.size * scale)))


def heads(suits: float) -> float:
    """How much larger than beside usual cards the names of phases and lanes are; in steps, so that sheets agree."""
    return min(max(round(sqrt(LARGE / suits), 1), 1.0), MOST_HEADS)


def _inner(paper: Paper, margin: float | None = None) -> Rect:
    margin = max(MARGIN_MM, 7.5 * paper.scale) if margin is None else margin
    return Rect(margin, margin, paper.width - 2 * margin, paper.height - 2 * margin)


def _fitted(make: Callable[[float], Made], scale: float, most: float, height: Callable[[Made], float]) -> Made:
    """Made at the largest size at which it is no higher than `most`."""
    made = make(scale)
    for size in _SIZES[1:]:
        if height(made) <= most:
            break
        made = make(scale * size)
    return made


def _placed(drawing: Drawing, x: float, y: float) -> Iterator[Layer]:
    """The layers of the map, where it stands on the sheet."""
    for layer in drawing.layers:
        (left, top), rect = layer.origin, layer.rect
        yield layer._replace(origin=(left + x, top + y), rect=rect._replace(x=rect.x + x, y=rect.y + y))


def _title(document: Document, journey: str) -> str:
    who = document.journeys[journey]
    return f"{who.title} · {document.personas[who.persona].name}"
