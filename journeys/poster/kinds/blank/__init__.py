"""An empty canvas for a workshop: phases, presence to tick and lanes for sticky notes, sparing with ink."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Drawing, Layer, Rect
from journeys.poster.kinds.blank import plan
from journeys.poster.kinds.blank.foot import foot
from journeys.poster.kinds.blank.head import head
from journeys.poster.kinds.blank.lanes import lanes
from journeys.poster.kinds.blank.names import Named, hint, names
from journeys.poster.kinds.blank.strip import heads, ticks
from journeys.poster.parts.timeline import stretches
from journeys.poster.sheet import LAST, Sheet, fitted, inner, unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
BESIDE_MM: Final = 2.5
"""Between the names and the lanes."""
GAP_MM: Final = 3.0
HEAD: Final = (0.2, 0.26)
"""The part of the height that the head may take, and on narrow paper."""
PHASES: Final = 0.16
PRESENCE: Final = 0.7 * PHASES
FOOT: Final = 0.09
GROWS: Final = 0.8


class Asked(NamedTuple):
    """What one sheet is to hold: these phases, which are a part of all where `part` says so."""

    document: Document
    request: Request
    columns: Sequence[Stretch]
    part: str
    say: Words

    @property
    def area(self) -> Rect:
        return inner(self.request.sheet, self.request.margin)

    @property
    def scale(self) -> float:
        return _type(self.request)

    @property
    def side(self) -> float:
        return _names_width(self.request, self.area)

    @property
    def column(self) -> float:
        return (self.area.w - self.side) / len(self.columns)


class Above(NamedTuple):
    """What stands over the lanes, and where its parts and the lanes begin, in mm of the sheet."""

    head: Block
    phases: list[Block]
    presence: Block
    phases_y: float
    presence_y: float
    lanes_y: float


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A sheet with all phases, or several where there are more than fit beside each other."""
    area = inner(request.sheet, request.margin)
    side = _names_width(request, area)
    parts = plan.pages(stretches(document), area.w - side, _type(request))
    made = []
    for index, columns in enumerate(parts):
        watch(index / len(parts))
        part = say("sheet {n} of {total}", n=index + 1, total=len(parts)) if len(parts) > 1 else ""
        made.append(_sheet(Asked(document, request, columns, part, say), index))
    return made


def _names_width(request: Request, area: Rect) -> float:
    return min(max(NAMES * area.w, NAMES_MM * _type(request)), WIDEST * area.w)


def _type(request: Request) -> float:
    """Type and gaps grow less than paper does, so that large paper has more room for notes."""
    return min(request.sheet.scale, math.pow(request.sheet.scale, GROWS))


def _sheet(asked: Asked, index: int) -> Sheet:
    document, request, columns, part, say = asked
    paper, area, scale, side = request.sheet, asked.area, asked.scale, asked.side
    over = _above(asked)
    rows = plan.rows(document, request.lanes, say)
    kinds = [row.kind for row in rows]
    room = area.y + area.h - over.lanes_y - GAP_MM * scale
    bare = foot(document, None, area.w, scale, say, part)
    notes = plan.suited(kinds, asked.column, room - bare.height)
    sticky = notes.size if notes else None
    below = fitted(
        lambda size: foot(document, sticky, area.w, size, say, part), scale, area.h * FOOT, lambda made: made.height
    )  # fmt: skip
    high = plan.heights(kinds, notes, room - below.height)
    named = list(_rows(asked, over, rows, high))
    layers = (
        over.head.layer("head", area.x, area.y, -1),
        *names(named, area.x, side - BESIDE_MM * scale, scale, document, say),
        *_columns(asked, over),
        *lanes(rows, high, Rect(area.x + side, over.lanes_y, area.w - side, sum(high)), columns, scale),
        below.layer("foot", area.x, area.y + area.h - below.height, LAST),
    )
    title = say("Journey to draw: {study}", study=document.study.title)
    return Sheet(
        f"blank-{index + 1}", f"{title} ({part})" if part else title, Drawing(paper.width, paper.height, layers)
    )  # fmt: skip


def _above(asked: Asked) -> Above:
    """Each as large as is usual, or smaller where it would take too much of the height."""
    document, request, columns, part, say = asked
    area, scale, narrow = asked.area, asked.scale, request.sheet.narrow
    gap = GAP_MM * scale
    top = fitted(
        lambda size: head(document, area.w, size, say, part, narrow=narrow), scale, area.h * HEAD[narrow],
        lambda made: made.height,
    )  # fmt: skip
    phases = fitted(
        lambda size: heads(document, columns, asked.column, size, say), scale, area.h * PHASES,
        lambda made: made[0].height,
    )  # fmt: skip
    strip = fitted(
        lambda size: ticks(document, asked.column, size, say), scale, area.h * PRESENCE, lambda made: made.height
    )  # fmt: skip
    phases_y = area.y + top.height + gap
    presence_y = phases_y + phases[0].height + gap * 0.5
    return Above(top, phases, strip, phases_y, presence_y, presence_y + strip.height + gap * 0.7)


def _rows(asked: Asked, over: Above, rows: Sequence[plan.Row], high: Sequence[float]) -> Iterator[Named]:
    """All that has a name, from top to bottom."""
    document, say = asked.document, asked.say
    yield Named(say("Phases"), "", over.phases_y, over.phases[0].height)
    yield Named(say("Presence"), hint("presence", document, say), over.presence_y, over.presence.height)
    y = over.lanes_y
    for row, tall in zip(rows, high, strict=True):
        yield Named(row.name, hint(row.kind, document, say), y, tall, row.id)
        y += tall


def _columns(asked: Asked, over: Above) -> Iterator[Layer]:
    """The phases' heads, each over its boxes to tick."""
    left = asked.area.x + asked.side
    for number, (stretch, block) in enumerate(zip(asked.columns, over.phases, strict=True)):
        key, x = stretch.phase.id if stretch.phase else f"column-{number}", left + number * asked.column
        yield block.layer(f"phase/{key}", x, over.phases_y, 1)._replace(lane="phases", phase=key)
        tick = _about(over.presence, stretch)
        yield tick.layer(f"presence/{key}", x, over.presence_y, 3)._replace(lane="presence", phase=key)


def _about(strip: Block, stretch: Stretch) -> Block:
    id_ = stretch.phase.id if stretch.phase else None
    return replace(strip, elements=[element._replace(about=id_) for element in strip.elements])
