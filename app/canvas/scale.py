"""From the Drawing's millimetres to the scene's pixels at 100 %."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from journeys.layout.drawing import Rect

PX: Final = 96 / 25.4
"""Pixels at 100 % in a millimetre."""
PX_PER_PT: Final = 96 / 72
MM_PER_PT: Final = 25.4 / 72


def rect(r: Rect) -> QRectF:
    """A rectangle of the Drawing in the scene."""
    return QRectF(r.x * PX, r.y * PX, r.w * PX, r.h * PX)


def point(x: float, y: float) -> QPointF:
    """A point of the Drawing in the scene."""
    return QPointF(x * PX, y * PX)
