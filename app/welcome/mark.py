"""The program's own mark: a journey's heartbeat on the municipality's blue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.dress import Dress

GRID: Final = 24.0


class Mark(QWidget):
    """Drawn at any size; it says nothing that the name beside it does not say."""

    def __init__(self, dress: Dress, size: int = 52) -> None:
        super().__init__()
        self._colours = dress.colours
        side = round(size * dress.percent / 100)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / GRID, self.height() / GRID)
        paint_mark(painter, self._colours.accent, self._colours.on_accent)
        painter.end()


def paint_mark(painter: QPainter, ground: str, ink: str) -> None:
    """On a grid of 24 by 24: three phases, one of them filled, and the heartbeat below."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(0, 0, GRID, GRID), 5.5, 5.5)
    line = QPen(QColor(ink), 1.1)
    for left, width, filled in ((4.0, 4.4, False), (9.8, 4.4, True), (15.6, 4.4, False)):
        area = QRectF(left, 5.2, width, 3.2)
        painter.setPen(Qt.PenStyle.NoPen if filled else line)
        painter.setBrush(QColor(ink) if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area if filled else area.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1)
    curve = QPainterPath(QPointF(4, 14))
    curve.cubicTo(QPointF(6.5, 14), QPointF(6.5, 18.4), QPointF(9, 18.4))
    curve.cubicTo(QPointF(11.5, 18.4), QPointF(11.2, 11.6), QPointF(13.6, 11.6))
    curve.cubicTo(QPointF(16, 11.6), QPointF(16, 16), QPointF(20, 15))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(curve)
