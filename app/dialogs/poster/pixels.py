"""Pixels of a page as Qt has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from journeys.poster.raster import Pixels


def image(pixels: Pixels) -> QImage:
    """A picture that only looks at the pixels: whoever keeps it makes a copy, or keeps them too."""
    return QImage(pixels.bgrx, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32)
