"""The fonts of map and poster: what each character is set in, how wide it is and what cannot be set at all."""

from __future__ import annotations

from journeys.fonts.lent import Lent
from journeys.fonts.metrics import ASCENT, CAP_HEIGHT, FILES, MISSING, Font, path
from journeys.fonts.pieces import (
    BELOW,
    SIGN,
    Piece,
    em_width,
    inside,
    is_turned,
    led,
    leftward,
    missing,
    pieces,
    plain,
    suited,
    width,
)

__all__ = [
    "ASCENT",
    "BELOW",
    "CAP_HEIGHT",
    "FILES",
    "MISSING",
    "SIGN",
    "Font",
    "Lent",
    "Piece",
    "em_width",
    "inside",
    "is_turned",
    "led",
    "leftward",
    "missing",
    "path",
    "pieces",
    "plain",
    "suited",
    "width",
]
