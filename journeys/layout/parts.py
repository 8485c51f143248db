"""What every lane of the map is: a height, a way to place its layers, and room that can be pointed at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from journeys.layout.columns import Span
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Lane

PAD: Final = 0.9
LEAST: Final = 3.0


class Part(NamedTuple):
    """A lane: its least height in ems, and what makes its layers from (top, height, number of the lane)."""

    height: float
    place: Callable[[float, float, int], Iterable[Layer]]


def order(span: Span, number: int) -> int:
    """The reading order: by phase, then by lane."""
    return span.index * 100 + number


def phase_cells(sheet: Sheet, lane: Lane, y: float, height: float, number: int) -> Iterator[Layer]:
    """The room of a lane in each phase, as something to point at."""
    if not sheet.look.spec.hints:
        return
    for span in sheet.spans:
        place = (sheet.look.spec.journey, span.phase, "front", 0, 0)
        draw = partial(_draw_cell, w=span.w, height=height, lane=lane.id, place=place)
        yield sheet.memory.layer(
            f"cells/{lane.id}/{span.phase}", (span.w, height, place), draw, (span.x, y), "cells", span.phase,
            order(span, number),
        )  # fmt: skip


def _draw_cell(pen: Pen, w: float, height: float, lane: str, place: tuple[str, str, str, int, int]) -> None:
    pen.target(0, 0, w, height, "lane", lane, "cell", place)
