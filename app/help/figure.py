"""A figure on a page of the help: drawn when it comes into sight, in the colours of the window, as wide as the page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas.inks import Inks
from app.canvas.scale import PX
from app.canvas.sheet import Sheet
from journeys.help import figures
from journeys.layout.palettes import palette
from journeys.poster import inks as poster_inks

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.dress import Dress
    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing

WIDEST: Final = 760
"""Pixels at normal text size; wider, a figure would drown the words."""
TALLEST: Final = 420
GUESS: Final = 0.5625
STROKES: Final = 165.0
"""Millimetres: what is no wider is of a few strokes, with type as large as that of the page."""
PAPER: Final = 380.0
"""Millimetres: what is wider is a poster, on paper."""


@lru_cache(maxsize=40)
def _drawn(name: str, say: Words) -> Drawing:
    return figures.figure(name, say)


class Figure(QWidget):
    """Knows its shape; has a frame where the drawing has no ground of its own."""

    def __init__(self, name: str, told: str, dress: Dress) -> None:
        super().__init__()
        self.setAccessibleName(told)
        self.drawing: Drawing | None = None
        self._name, self._dress = name, dress
        self._painted = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        QTimer.singleShot(0, self, self._draw)

    def _draw(self) -> None:
        """The words stand there before the sample study has been read."""
        self.drawing = _drawn(self._name, self._dress.say)
        self.updateGeometry()
        self.update()

    @property
    def _ratio(self) -> float:
        """Its height in parts of its width; a guess until it is drawn."""
        return self.drawing.height / self.drawing.width if self.drawing is not None else GUESS

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._wide(width) * self._ratio) + 2

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(300, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def _wide(self, width: int) -> float:
        most = self._dress.percent / 100
        tall = TALLEST * most / self._ratio
        return min(width - 2.0, WIDEST * most, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        wide = self._wide(self.width())
        ratio = self.devicePixelRatioF()
        size = QSize(round(wide), round(wide * self._ratio))
        if self._painted.size() != size * ratio:
            self._painted = self._paint(self.drawing, size, ratio)
        painter = QPainter(self)
        painter.drawPixmap(1, 1, self._painted)
        if self.drawing.width > STROKES:
            painter.setPen(QPen(QColor(self._dress.colours.line), 1))
            painter.drawRect(QRectF(0.5, 0.5, size.width() + 1, size.height() + 1))
        painter.end()

    def _paint(self, drawing: Drawing, size: QSize, ratio: float) -> QPixmap:
        inks = Inks(self._colours(drawing))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        strokes = drawing.width <= STROKES
        ground = self._dress.colours.panel if strokes else inks.colour("paper" if drawing.width > PAPER else "canvas")
        made.fill(QColor(ground))
        painter = QPainter(made)
        factor = size.width() / (drawing.width * PX)
        painter.scale(factor, factor)
        for layer in drawing.layers:
            sheet, (left, top) = Sheet(layer), layer.origin
            painter.translate(left * PX, top * PX)
            sheet.paint(painter, inks, sheet.rect, factor * ratio)
            painter.translate(-left * PX, -top * PX)
        painter.end()
        return made

    def _colours(self, drawing: Drawing) -> dict[str, str]:
        """Of the window; a poster is paper, and has its own."""
        if drawing.width <= PAPER:
            return palette(self._dress.look)
        return poster_inks.palette("contrast" if self._dress.look == "contrast" else "print")
