"""A line with more in it than letters of our font: emoji are drawn, the rest is boxes; all copies as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from journeys import fonts
from journeys.layout.text import Hyphenated
from journeys.poster.pdf.reportlab_home import STAND_IN, borrowed, lend, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from journeys.fonts import Piece
    from journeys.layout.drawing import Text

_POINT_MM: Final = 25.4 / 72
_INVISIBLE: Final = 3
_LEAST: Final = 0.01
"""How wide letters are that should have no width at all, in ems."""
_UNWRITABLE: Final = re.compile("[\x7f\ud800-\udfff]")
"""Half characters; and DEL, for which reportlab keeps a place among ASCII in every poster once a font has it."""


class Colours(Protocol):
    """What the painter knows of colours."""

    def rgb(self, role: str) -> tuple[float, ...]: ...

    def mark(self, name: str, colour: str) -> str: ...


def simple(text: Text) -> bool:
    """Whether all its lines are letters of our font and nothing else."""
    return all(fonts.plain(line) or all(p.way == "font" for p in fonts.pieces(line, text.font)) for line in text.lines)


def paint(canvas: Canvas, text: Text, index: int, start: tuple[float, float], end: str, colours: Colours) -> None:
    """One line of the text from its start on; `end` is how the line is written when nothing is special about it."""
    x, y = start
    em = text.size * _POINT_MM
    for piece in _with_end(text.lines[index], end, text):
        lent = borrowed(piece.lent.path) if piece.lent else None
        if piece.way == "font" or lent:
            _written(canvas, text, (x, y), piece.text, colours, font=lent)
        else:
            _hidden(canvas, text, (x, y), piece, colours)
        if piece.mark:
            side = fonts.SIGN * em
            place = f"{x + (em - side) / 2:.2f} {y + fonts.BELOW * em - side:.2f}"
            canvas.addLiteral(f"q {side:.3f} 0 0 {side:.3f} {place} cm {colours.mark(piece.mark, text.colour)} Q")
        x += piece.width * em


def _with_end(line: str, end: str, text: Text) -> Iterator[Piece]:
    """The pieces; the last letters have the hyphen or space with which the line is written."""
    if not line:
        return
    *most, last = fonts.pieces(line, text.font)
    yield from most
    if last.way == "font" and isinstance(line, Hyphenated):
        yield last._replace(text=last.text[:-1] + end[-1:])
        return
    yield last
    if len(end) > len(line):
        yield fonts.Piece("font", end[len(line) :], 0.0)


def _hidden(canvas: Canvas, text: Text, at: tuple[float, float], piece: Piece, colours: Colours) -> None:
    """Invisible letters, as wide as the piece: all readers of the text layer find what was typed.

    An /ActualText would do for most of them; PDFium leaves characters above U+FFFF out of it.
    """
    letters = _UNWRITABLE.sub("\ufffd", piece.text)
    lend(text.font, letters)
    wide = sum(fonts.em_width(letter if letter.isascii() else STAND_IN, text.font) for letter in letters)
    _written(canvas, text, at, letters, colours, max(piece.width, _LEAST) / wide)


def _written(
    canvas: Canvas, text: Text, at: tuple[float, float], letters: str, colours: Colours, hidden: float = 0.0,
    font: str | None = None,
) -> None:  # fmt: skip
    pen = canvas.beginText()
    pen.setFillColorRGB(*colours.rgb(text.colour))
    pen.setFont(font or name(text.font), text.size * _POINT_MM, 0)
    pen.setTextOrigin(round(at[0], 2), round(at[1], 2))
    if hidden:
        pen.setTextRenderMode(_INVISIBLE)
        pen.setHorizScale(round(hidden * 100, 2))
    pen.textOut(letters)
    if hidden:
        pen.setHorizScale(100)
        pen.setTextRenderMode(0)
    canvas.drawText(pen)
