"""A journey in a few strokes, for the welcome page: phases, presence and heartbeat, in the colours of the map."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas import symbols
from app.canvas.inks import Inks
from app.canvas.scale import PX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

# Width of each phase, and how present the municipality is in it.
_PHASES: Final = ((1.1, "gap"), (1.9, "gap"), (1.0, "gap"), (0.9, "direct"), (1.0, "partner"), (1.3, "gap"))
_FEELINGS: Final = ((0.06, 2), (0.22, 1), (0.4, -2), (0.55, 2), (0.68, -1), (0.93, 1))
_FACE: Final = 24.0


class Sketch(QWidget):
    """Decoration: it says nothing that the words beside it do not say."""

    def __init__(self, inks: Mapping[str, str]) -> None:
        super().__init__()
        self._inks = Inks(inks)
        self.setMinimumHeight(150)
        self.setMaximumHeight(260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() - 2.0
        per_unit = (width - 6.0 * (len(_PHASES) - 1)) / sum(part for part, _ in _PHASES)
        x = 1.0
        for part, level in _PHASES:
            self._phase(painter, QRectF(x, 1, part * per_unit, 26), level)
            x += part * per_unit + 6.0
        self._heartbeat(painter, QRectF(1, 70, width, self.height() - 72.0))
        painter.end()

    def _phase(self, painter: QPainter, area: QRectF, level: str) -> None:
        """A phase, and under it the strip that says who is there."""
        here = level == "direct"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.colour("party.0.fill" if here else "phase.fill"))
        painter.drawRoundedRect(area, 4, 4)
        strip = area.translated(0, 32)
        strip.setHeight(20)
        if here:
            painter.drawRoundedRect(strip, 4, 4)
            return
        painter.setBrush(self._inks.brush(f"presence.{level}", f"presence.{level}.hatch"))
        pen = QPen(self._inks.colour(f"presence.{level}.stroke"), 1.2)
        if level == "gap":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(strip, 4, 4)

    def _heartbeat(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._inks.colour("lane.stroke"), 1))
        painter.setBrush(self._inks.colour("lane.fill"))
        painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(16, 22, -16, -22)
        places = [
            QPointF(inner.left() + at * inner.width(), inner.center().y() - feeling / 4 * inner.height())
            for at, feeling in _FEELINGS
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._inks.colour("heartbeat")), 2.4))
        curve = QPainterPath(places[0])
        for left, right in pairwise(places):
            middle = (left.x() + right.x()) / 2
            curve.cubicTo(QPointF(middle, left.y()), QPointF(middle, right.y()), right)
        painter.drawPath(curve)
        for place, (_, feeling) in zip(places, _FEELINGS, strict=True):
            self._face(painter, place, f"+{feeling}" if feeling > 0 else str(feeling))

    def _face(self, painter: QPainter, place: QPointF, feeling: str) -> None:
        painter.save()
        painter.translate(place.x() - _FACE / 2, place.y() - _FACE / 2)
        for pen, brush, path in symbols.strokes(f"face{feeling}", _FACE / PX, f"face.{feeling}", self._inks):
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)
        painter.restore()
