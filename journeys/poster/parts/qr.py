"""An address as a QR code of our own boxes."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from journeys.layout.drawing import Box, Rect
from journeys.poster.parts.blocks import Block
from journeys.poster.pdf import reportlab_home

MODULE_MM: Final = 0.5
"""A square of the code at A4; telephones read it from ten times the code's width."""
QUIET: Final = 4
"""White squares around it, which the standard asks for (ISO/IEC 18004)."""


def qr_code(link: str, scale: float) -> Block:
    """The code with white above and left of it, for the corner of a sheet, whose margin is white too.

    Squares in a row are one box, so that no seams show. Nothing for no link.
    """
    if not link:
        return Block(0.0)
    rows = reportlab_home.qr_squares(link)
    side = MODULE_MM * scale
    block = Block(side * (len(rows) + QUIET), side * (len(rows) + QUIET))
    for down, row in enumerate(rows):
        across = 0
        for dark, run in groupby(row):
            many = len(list(run))
            if dark:
                place = Rect((QUIET + across) * side, (QUIET + down) * side, many * side, side)
                block.add(Box(place, fill="sheet.qr", role="figure"))
            across += many
    return block
