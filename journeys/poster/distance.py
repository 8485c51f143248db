"""From how far type can be read: a letter is legible when its capitals are a two-hundredth of the distance high."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.poster.paper import SIZES, Paper
from journeys.poster.parts.blocks import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS: Final = 200
"""The distance in heights of a capital letter."""
IN_HAND_MM: Final = 300.0
"""How far one holds a sheet of A4."""
GROWS: Final = 0.7
"""One stands further from larger paper, though not as much further as it is larger."""
ROUND_MM: Final = 50.0
SURE: Final = 0.97
"""Margins take a little more of a larger sheet than the rule of three says."""


def usual(paper: Paper) -> float:
    """From how far, in mm, a sheet like this must be readable: A4 30 cm, A3 40, A2 50, A1 60, A0 80."""
    return max(IN_HAND_MM, round(IN_HAND_MM * math.pow(paper.scale, GROWS) / ROUND_MM) * ROUND_MM)


def readable(points: float) -> float:
    """From how far type of this size can be read, in mm."""
    return points * MM * fonts.CAP_HEIGHT * PARTS


def needed(distance: float) -> float:
    """The type size, in points, that can be read from so far (mm)."""
    return distance / (MM * fonts.CAP_HEIGHT * PARTS)


def large_enough(points: float, paper: Paper, wanted: float) -> str | None:
    """The smallest larger paper by name on which type of these points would be as large as wanted."""
    for name, other in _larger(paper):
        if points * other.scale / paper.scale * SURE >= wanted:
            return name
    return None


def _larger(paper: Paper) -> Iterator[tuple[str, Paper]]:
    named = ((name, Paper(*size)) for name, size in SIZES.items())
    return iter(sorted(((n, p) for n, p in named if p.scale > paper.scale * 1.05), key=lambda pair: pair[1].scale))
