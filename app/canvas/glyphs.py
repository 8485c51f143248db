"""Lines of text as glyphs at exact places: the same fonts and widths that broke the lines."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

from journeys import fonts
from journeys.layout.drawing import Font

Glyph = tuple[int, float]
"""A glyph's index and its width in ems."""


@cache
def raw_font(font: Font, pixels: float) -> QRawFont:
    """The font at a size that need not be whole pixels (a QFont's would be rounded)."""
    return QRawFont(str(fonts.path(font)), pixels, QFont.HintingPreference.PreferNoHinting)


def clear() -> None:
    """Lets go of the fonts; they must not outlive the application."""
    run.cache_clear()
    raw_font.cache_clear()


_tables: Final[dict[Font, dict[str, Glyph]]] = {font: {} for font in fonts.FILES}


def _glyph(font: Font, character: str) -> Glyph:
    indexes = raw_font(font, 64.0).glyphIndexesForString(character) or [0]
    found = indexes[0], fonts.em_width(character, font)
    _tables[font][character] = found
    return found


@lru_cache(maxsize=10_000)
def run(line: str, font: Font, pixels: float) -> QGlyphRun:
    """One line, its baseline at y = 0 from x = 0 on; remembered, as an edit lays the map out anew."""
    font = fonts.suited(line, font)
    known = _tables[font]
    indexes: list[int] = []
    places: list[QPointF] = []
    x = 0.0
    for character in line:
        index, width = known.get(character) or _glyph(font, character)
        indexes.append(index)
        places.append(QPointF(x, 0.0))
        x += width * pixels
    made = QGlyphRun()
    made.setRawFont(raw_font(font, pixels))
    made.setGlyphIndexes(indexes)
    made.setPositions(places)
    return made
