"""An empty canvas for a workshop: phases, presence to tick and lanes for sticky notes, sparing with ink."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Drawing, Layer, Rect
from journeys.poster.kinds.blank import plan
from journeys.poster.kinds.blank.foot import foot
from journeys.poster.kinds.blank.head import head
from journeys.poster.kinds.blank.lanes import hint, lanes, name
from journeys.poster.kinds.blank.strip import heads, ticks
from journeys.poster.parts.timeline import stretches
from journeys.poster.sheet import LAST, SIZES, Sheet, fitted, inner, unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.blocks import Block
    from journeys.poster.parts.timeline import Stretch
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

NAMES: Final = 0.1
"""The part of the width for the names of the lanes; at least NAMES_MM at A4."""
NAMES_MM: Final = 26.0
WIDEST: Final = 0.25
GAP_MM: Final = 3.0
_NARROW: Final = 1.15
HEAD: Final = (0.2, 0.26)
"""The part of the height that the head may take, and on narrow paper."""
PHASES: Final = 0.16
FOOT: Final = 0.09
GROWS: Final = 0.8
LEGIBLE: Final = 0.85
"""Names and hints may be so much smaller; in lanes too low for that there are no hints."""


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A sheet with all phases, or several where there are more than fit beside each other."""
    area = inner(request.sheet, request.margin)
    side = _names_width(request, area)
    parts = plan.pages(stretches(document), area.w - side, _type(request))
    made = []
    for index, columns in enumerate(parts):
        watch(index / len(parts))
        part = say("sheet {n} of {total}", n=index + 1, total=len(parts)) if len(parts) > 1 else ""
        made.append(_sheet(document, request, columns, part, index, say))
    return made


def _names_width(request: Request, area: Rect) -> float:
    return min(max(NAMES * area.w, NAMES_MM * _type(request)), WIDEST * area.w)


def _type(request: Request) -> float:
    """Type and gaps grow less than paper does, so that large paper has more room for notes."""
    return min(request.sheet.scale, math.pow(request.sheet.scale, GROWS))


def _sheet(
    document: Document, request: Request, columns: Sequence[Stretch], part: str, index: int, say: Words
) -> Sheet:  # fmt: skip
    paper, area = request.sheet, inner(request.sheet, request.margin)
    scale, side = _type(request), _names_width(request, area)
    gap = GAP_MM * scale
    narrow = paper.width < paper.height * _NARROW
    column = (area.w - side) / len(columns)

    def above(size: float) -> Block:
        return head(document, area.w, size, say, part, narrow=narrow)

    def names(size: float) -> list[Block]:
        return heads(document, columns, column, size, say)

    def boxes(size: float) -> Block:
        return ticks(document, None, column, size, say)

    top = fitted(above, scale, area.h * HEAD[narrow], lambda made: made.height)
    phases = fitted(names, scale, area.h * PHASES, lambda made: made[0].height)
    strip = fitted(boxes, scale, area.h * PHASES * 0.7, lambda made: made.height)
    kinds = plan.rows(document, request.lanes, say)
    bottom = foot(document, None, area.w, scale, say, part)
    start = top.height + gap + phases[0].height + gap * 0.5 + strip.height + gap * 0.7
    room = area.h - start - gap
    largest = plan.suited([row.kind for row in kinds], column, room - bottom.height)
    sticky = largest.size if largest else None

    def under(size: float) -> Block:
        return foot(document, sticky, area.w, size, say, part)

    bottom = fitted(under, scale, area.h * FOOT, lambda made: made.height)
    tall = plan.heights([row.kind for row in kinds], largest, room - bottom.height)
    y = area.y + top.height + gap
    left = area.x + side
    layers = [top.layer("head", area.x, area.y, -1)]
    strip_y = y + phases[0].height + gap * 0.5
    at = (y, phases[0].height, strip_y, strip.height, gap * 0.7)
    layers += _named(document, request, kinds, tall, at, side, say)
    for number, (stretch, block) in enumerate(zip(columns, phases, strict=True)):
        key, x = stretch.phase.id if stretch.phase else f"column-{number}", left + number * column
        layers.append(block.layer(f"phase/{key}", x, y, 1)._replace(lane="phases", phase=key))
        tick = _about(strip, stretch)
        layers.append(tick.layer(f"presence/{key}", x, strip_y, 3)._replace(lane="presence", phase=key))
    below = strip_y + strip.height + gap * 0.7
    layers += lanes(kinds, tall, Rect(left, below, area.w - side, sum(tall)), columns, scale)
    layers.append(bottom.layer("foot", area.x, area.y + area.h - bottom.height, LAST))
    drawing = Drawing(paper.width, paper.height, tuple(layers))
    title = say("Journey to draw: {study}", study=document.study.title)
    return Sheet(f"blank-{index + 1}", f"{title} ({part})" if part else title, drawing)


def _about(strip: Block, stretch: Stretch) -> Block:
    id_ = stretch.phase.id if stretch.phase else None
    return replace(strip, elements=[element._replace(about=id_) for element in strip.elements])


def _named(
    document: Document, request: Request, kinds: Sequence[plan.Row], tall: Sequence[float],
    at: tuple[float, float, float, float, float], side: float, say: Words,
) -> list[Layer]:  # fmt: skip
    """The names at the left of phases, presence and lanes, with what to do there where a lane is high enough."""
    area, scale = inner(request.sheet, request.margin), _type(request)
    heads_y, heads_h, strip_y, strip_h, gap = at
    y = strip_y + strip_h + gap
    wanted = [
        (say("Phases"), "", "", heads_y, heads_h),
        (say("Presence"), hint("presence", document, say), "", strip_y, strip_h),
    ]
    for row, high in zip(kinds, tall, strict=True):
        wanted.append((row.name, hint(row.kind, document, say), row.id, y, high))
        y += high
    room = side - 2.5 * scale
    made: list[Block] = []
    for size in SIZES:
        made = [name(title, "", id_, room, scale * size, document, say) for title, _, id_, *_ in wanted]
        if all(map(_fits, made, (high - 0.8 * scale for *_, high in wanted))):
            break
    small = min(scale, max(size * scale, LEGIBLE * scale))
    layers = []
    for number, (block, (title, words, id_, top, high)) in enumerate(zip(made, wanted, strict=True)):
        full = name(title, words, id_, room, small, document, say)
        tried = name(title, words, id_, room, small * LEGIBLE, document, say)
        best = next((one for one in (full, tried) if _fits(one, high - 0.8 * scale)), block)
        layer = best.layer(f"name/{number}", area.x, top + 0.6 * scale, 2 if number < 2 else 4)
        layers.append(layer._replace(lane="titles"))
    return layers


def _fits(block: Block, high: float) -> bool:
    return block.height <= high
