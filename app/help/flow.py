"""Words of the help over their lines: strong, typed as they are, found, keys in a frame, links to press."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton

from app.flowing import Flowing, across, inside
from app.plain import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.theme import Colours
    from journeys.help.blocks import SpanKind

TARGET: Final = 24
EDGE: Final = 2
NARROWER: Final = 0.92
"""Letters of one width look larger than the others."""
LEADING: Final = 1.18
"""From line to line: what is read at length needs more air than a label."""
FIRM: Final = {ord(" "): "\N{NO-BREAK SPACE}", ord("-"): "\N{NON-BREAKING HYPHEN}"}
"""A key and a link stay on one line: they are one rectangle."""


class Piece(NamedTuple):
    """Words that look the same; a link leads to `target`."""

    text: str
    kind: SpanKind = "plain"
    target: str = ""


class Flow(Flowing):
    """One block of words. It stays one text for who hears it; over the links in it lie buttons without words."""

    wanted = Signal(str)  #: somebody pressed the link to this page

    def __init__(self, pieces: Sequence[Piece], colours: Colours, name: str = "") -> None:
        super().__init__("".join(piece.text for piece in pieces), name)
        self._colours = colours
        self._found: tuple[tuple[int, int], ...] = ()
        self._keys: list[tuple[int, int]] = []
        self._codes: list[tuple[int, int]] = []
        self._looks: list[tuple[int, int, QTextCharFormat]] = []
        self.links: list[tuple[int, int, QPushButton]] = []
        self._flowing = ""
        for piece in pieces:
            self._add(piece)

    def _add(self, piece: Piece) -> None:
        start, words = len(self._flowing), piece.text
        look = QTextCharFormat()
        if piece.kind in ("key", "keys"):
            words = f"\N{NO-BREAK SPACE}{words.translate(FIRM)}\N{NO-BREAK SPACE}"
            self._keys.append((start, len(words)))
            look.setFontWeight(QFont.Weight.DemiBold)
        elif piece.kind == "link":
            words = words.translate(FIRM) if len(words) < 28 else words
            look.setForeground(QColor(self._colours.accent))
            look.setFontUnderline(True)
            self.links.append((start, len(words), self._button(piece)))
        elif piece.kind == "code":
            self._codes.append((start, len(words)))
            look.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(), "monospace"])
            look.setFontFixedPitch(True)
            look.setFontPointSize(self.font().pointSizeF() * NARROWER)
        elif piece.kind != "plain":
            look.setFontWeight(QFont.Weight.DemiBold)
        self._flowing += words
        if piece.kind != "plain":
            self._looks.append((start, len(words), look))

    def _button(self, piece: Piece) -> QPushButton:
        button = named(QPushButton(self), "inline")
        button.setAccessibleName(piece.text)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.wanted.emit(piece.target))
        return button

    def mark(self, places: Sequence[tuple[int, int]]) -> None:
        """Show these stretches of the words as found: (first letter, how many)."""
        self._found = tuple(places)
        self.update()

    @property
    def flowing(self) -> str:
        """The words as they stand, with the room around keys."""
        return self._flowing

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, _ = self.laid(self.width())
        for start, length, button in self.links:
            area = next(iter(_stretches(layout, start, length)), QRectF()).toAlignedRect()
            more = [max(EDGE, ceil((TARGET - size) / 2)) for size in (area.width(), area.height())]
            button.setGeometry(inside(area.adjusted(-more[0], -more[1], more[0], more[1]), self.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, _ = self.laid(self.width())
        for start, length in self._codes:
            for area in _stretches(layout, start, length):
                painter.fillRect(area.adjusted(-1, 1, 1, -1), QColor(self._colours.raised))
        for start, length in self._found:
            for area in _stretches(layout, start, length):
                painter.fillRect(area, QColor(self._colours.soft))
                painter.setPen(QPen(QColor(self._colours.accent), 2))
                painter.drawLine(area.bottomLeft(), area.bottomRight())
        for start, length in self._keys:
            for area in _stretches(layout, start, length):
                painter.setPen(QPen(QColor(self._colours.edge), 1))
                painter.setBrush(QColor(self._colours.raised))
                painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -0.5), 4, 4)
        painter.setPen(self.palette().windowText().color())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._flowing, self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_range(*look) for look in self._looks])
        layout.beginLayout()
        down, step = 0.0, self.fontMetrics().lineSpacing() * LEADING
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, down + (step - line.height()) / 2))
            down += step
        layout.endLayout()
        return layout, max(ceil(down), TARGET if self.links else 0)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    held = QTextLayout.FormatRange()
    held.start, held.length, held.format = start, length, look
    return held


def _stretches(layout: QTextLayout, start: int, length: int) -> list[QRectF]:
    """The places of some words, one for each line that they are on."""
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(start + length, line.textStart() + line.textLength())
        if first < last:
            left, right = across(line, first), across(line, last)
            found.append(QRectF(left, line.y(), right - left, line.height()))
    return found
