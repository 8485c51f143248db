"""Panels beside the title of a sheet, each behind a bar as high as the tallest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from journeys.layout.drawing import Box, Rect
from journeys.poster.parts.blocks import Block

GAP_MM: Final = 5.0
INSET_MM: Final = 3.0
BAR_MM: Final = 0.9

Panel = Callable[[float, float], Block]
"""(width, scale) → block."""


def put_side_by_side(whole: Block, panels: Sequence[Panel], room: Rect, scale: float, first: float) -> None:
    """The panels in columns, the first of two in this part of the room; each behind a bar as high as the tallest."""
    gap, inset = GAP_MM * scale, INSET_MM * scale
    wide = room.w - gap * (len(panels) - 1)
    columns = [wide * first, wide * (1 - first)] if len(panels) == 2 else [wide]
    made = [panel(column - inset, scale) for panel, column in zip(panels, columns, strict=False)]
    tallest = max((block.height for block in made), default=0.0)
    x = room.x
    for block, column in zip(made, columns, strict=False):
        whole.put(block, x + inset, room.y)
        whole.add(Box(Rect(x, room.y, BAR_MM * scale, tallest), fill="sheet.accent"))
        whole.height = max(whole.height, room.y + tallest)
        x += column + gap
