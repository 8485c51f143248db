"""The time that is left in digits for the back row, with a bar that grows shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.facilitate.clock import MINUTE, written

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.facilitate.clock import Clock
    from app.theme import Colours
    from journeys.i18n import Words

BAR: Final = 0.09
"""The bar's part of the face's height."""
WIDE: Final = 2.6
"""So many times as wide as it is high."""


class TimerFace(QWidget):
    """Fills what room it is given; held by the strip in the window and by the picture of the audience."""

    def __init__(self, clock: Clock, say: Words, colours: Colours, high: int = 64) -> None:
        super().__init__()
        self._clock, self._say, self._colours = clock, say, colours
        self._high = high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        clock.turned.connect(self._turned)
        self._turned()

    def set_high(self, high: int) -> None:
        """So many pixels high."""
        self._high = high
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(self._high * WIDE), self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _turned(self) -> None:
        self.setAccessibleName(spoken(self._clock.left, self._say))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, colours = self._clock.left, self._colours
        over = self._clock.begun and left <= 0
        soon = self._clock.begun and 0 < left <= MINUTE
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = colours.danger if over else colours.panel
        painter.setPen(QPen(QColor(colours.danger if over or soon else colours.edge), 3 if soon else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 8, 8)
        ink = QColor(colours.panel if over else colours.text)
        bar = max(5.0, self.height() * BAR)
        words = self._words(over=over)
        self._digits(painter, written(left), ink, area.adjusted(8, 3, -8, -bar - 8), words)
        if not over:
            self._bar(painter, QRectF(area.left() + 10, area.bottom() - bar - 6, area.width() - 20, bar), soon=soon)
        painter.end()

    def _words(self, *, over: bool) -> str:
        if over:
            return self._say("Time is up")
        return self._say("Paused") if self._clock.begun and not self._clock.running else ""

    def _digits(self, painter: QPainter, digits: str, ink: QColor, area: QRectF, words: str) -> None:
        """As large as fits; below them, what there is to say besides."""
        small = max(11.0, area.height() * 0.2) if words else 0.0
        high = area.height() - small
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(8, round(high * 1.05)))
        room = QFontMetricsF(font).horizontalAdvance(digits.translate(_SAME))
        if room > area.width():
            font.setPixelSize(max(8, int(font.pixelSize() * area.width() / room)))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(area.left(), area.top(), area.width(), high), Qt.AlignmentFlag.AlignCenter, digits)
        if words:
            font.setPixelSize(round(small))
            painter.setFont(font)
            under = QRectF(area.left(), area.top() + high, area.width(), small * 1.3)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)

    def _bar(self, painter: QPainter, area: QRectF, *, soon: bool) -> None:
        """What is left of the time that was given."""
        colours, radius = self._colours, area.height() / 2
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(area, radius, radius)
        share = max(0.0, min(1.0, self._clock.left / self._clock.given))
        full = QRectF(area.left(), area.top(), max(area.height(), area.width() * share), area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.danger if soon else colours.accent))
        painter.drawRoundedRect(full, radius, radius)


_SAME: Final = str.maketrans("123456789", "000000000")
"""Digits keep their size while they change."""


def spoken(seconds: float, say: Words) -> str:
    """The time as a screen reader says it."""
    import math

    whole = math.ceil(seconds) if seconds > 0 else math.floor(-seconds)
    minutes, rest = divmod(whole, 60)
    parts = []
    if minutes:
        parts.append(say.many("{n} minute", "{n} minutes", minutes))
    if rest or not minutes:
        parts.append(say.many("{n} second", "{n} seconds", rest))
    time = " ".join(parts)
    return say("{time} left", time=time) if seconds > 0 else say("{time} over time", time=time)
