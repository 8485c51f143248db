"""Lines of text as glyphs at exact places: the same fonts and widths that broke the lines."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QRawFont

from journeys import fonts
from journeys.layout.drawing import Font

if TYPE_CHECKING:
    from collections.abc import Iterator

Glyph = tuple[int, float]
"""A glyph's index and its width in ems."""
LARGEST: Final = 60.0
"""Pixels on the screen; of larger letters Qt's raster painter draws no glyph runs, so their outlines are filled."""


@cache
def raw_font(font: Font, pixels: float) -> QRawFont:
    """The font at a size that need not be whole pixels (a QFont's would be rounded)."""
    return QRawFont(str(fonts.path(font)), pixels, QFont.HintingPreference.PreferNoHinting)


@cache
def _lent_font(path: str, pixels: float) -> QRawFont:
    return QRawFont(path, pixels, QFont.HintingPreference.PreferNoHinting)


def clear() -> None:
    """Lets go of the fonts; they must not outlive the application."""
    run.cache_clear()
    _lent_font.cache_clear()
    raw_font.cache_clear()


_tables: Final[dict[Font, dict[str, Glyph]]] = {font: {} for font in fonts.FILES}


def _glyph(font: Font, character: str) -> Glyph:
    indexes = raw_font(font, 64.0).glyphIndexesForString(character) or [0]
    found = indexes[0], fonts.em_width(character, font)
    _tables[font][character] = found
    return found


@lru_cache(maxsize=10_000)
def run(line: str, font: Font, pixels: float) -> QGlyphRun:
    """The letters of one line, its baseline at y = 0 from x = 0 on; remembered, as an edit lays the map out anew.

    Room is left for what is drawn as a mark: see `signs`.
    """
    font = fonts.suited(line, font)
    known = _tables[font]
    indexes: list[int] = []
    places: list[QPointF] = []
    x = 0.0
    for letters, room in _stretches(line, font):
        for character in letters:
            index, width = known.get(character) or _glyph(font, character)
            indexes.append(index)
            places.append(QPointF(x, 0.0))
            x += width * pixels
        x += room * pixels
    made = QGlyphRun()
    made.setRawFont(raw_font(font, pixels))
    made.setGlyphIndexes(indexes)
    made.setPositions(places)
    return made


def _stretches(line: str, font: Font) -> Iterator[tuple[str, float]]:
    """Letters of the font, and the room in ems that something else takes."""
    if fonts.plain(line):
        yield line, 0.0
        return
    for piece in fonts.pieces(line, font):
        yield (piece.text, 0.0) if piece.way == "font" else ("", piece.width)


def outline(run_: QGlyphRun) -> QPainterPath:
    """The letters of a run as one path, from where the run begins."""
    raw, path = run_.rawFont(), QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for index, place in zip(run_.glyphIndexes(), run_.positions(), strict=True):
        path.addPath(raw.pathForGlyph(index).translated(place))
    return path


def lent(line: str, font: Font, pixels: float) -> Iterator[QGlyphRun]:
    """The letters of one line that are set in fonts of this computer."""
    if fonts.plain(line):
        return
    x = 0.0
    for piece in fonts.pieces(line, fonts.suited(line, font)):
        if piece.lent is not None:
            yield _lent_run(piece.text, piece.lent, x, pixels)
        x += piece.width * pixels


def _lent_run(letters: str, lent: fonts.Lent, x: float, pixels: float) -> QGlyphRun:
    raw = _lent_font(str(lent.path), pixels)
    places = []
    for letter in letters:
        places.append(QPointF(x, 0.0))
        x += lent.widths[letter] * pixels / 1000
    made = QGlyphRun()
    made.setRawFont(raw)
    made.setGlyphIndexes([(raw.glyphIndexesForString(letter) or [0])[0] for letter in letters])
    made.setPositions(places)
    return made


def signs(line: str, font: Font) -> Iterator[tuple[str, float]]:
    """The marks that are drawn in this line, and where their squares begin from the line's start, in ems."""
    if fonts.plain(line):
        return
    x = 0.0
    for piece in fonts.pieces(line, fonts.suited(line, font)):
        if piece.mark:
            yield piece.mark, x + (piece.width - fonts.SIGN) / 2
        x += piece.width
