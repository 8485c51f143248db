"""The lanes of an empty canvas: room for notes, and a heartbeat to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Box, Layer, Line, Rect
from journeys.poster.parts import writing
from journeys.poster.parts.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.poster.kinds.blank.plan import Row
    from journeys.poster.parts.timeline import Stretch

SCALE: Final = 6.4
FACE_MM: Final = 5.5
GAP_MM: Final = 1.2


def lanes(
    rows: Sequence[Row], heights: Sequence[float], room: Rect, columns: Sequence[Stretch], scale: float
) -> Iterator[Layer]:  # fmt: skip
    """Outlines with a thin line between the phases; nothing in them is read, as nothing is in them yet."""
    y, gap = room.y, GAP_MM * scale
    for number, (row, high) in enumerate(zip(rows, heights, strict=True)):
        block = Block(room.w, high)
        inside = Rect(0.5 * scale, 0.0, room.w - scale, high - gap)
        block.add(Box(inside, stroke="line", width=0.25 * scale, radius=1.2 * scale))
        if row.kind == "heartbeat":
            _heartbeat(block, inside, scale)
        column = room.w / len(columns)
        borders = (index * column for index in range(1, len(columns)))
        block.add(*(Line(((x, 0.0), (x, inside.h)), "line", 0.2 * scale, "dotted") for x in borders))
        yield block.layer(f"lane/{number}", room.x, y, 5)._replace(lane="ground")
        y += high


def _heartbeat(block: Block, inside: Rect, scale: float) -> None:
    """Five faces at the left edge, a line through each, the middle one thicker."""
    face = min(FACE_MM * scale, inside.h / 5.4)
    pad = 0.8 * scale
    high = inside.h - 2 * pad
    faces = writing.feelings(high, face, scale, min(SCALE * scale, face * 1.6))
    left = inside.x + faces.width + 2.0 * scale
    writing.grid_lines(block, Rect(left, pad, inside.x + inside.w - left - pad, high), face, scale)
    block.put(faces, inside.x + pad, pad)
    block.height = inside.h
