"""Paints a journey in a few strokes, in the colours of the map: who is there, and below it the heartbeat."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from journeys.layout.levels import level_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from app.canvas.inks import Inks
    from journeys.analysis.gist import Gist

STRIP: Final = 11.0
"""Pixels of the strip of presence."""
NARROW: Final = 140.0
OWN: Final = "party.0"
_LINES: Final = {"dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


def paint(painter: QPainter, area: QRectF, gist: Gist, inks: Inks, own: str = OWN) -> None:
    """The strip of presence on top, the heartbeat in what is left; `own`: the organisation's colour."""
    if gist.phases:
        _strip(painter, area, gist, inks, own)
    _heartbeat(painter, _below(area), gist, inks)


def paint_unknown(painter: QPainter, area: QRectF, inks: Inks) -> None:
    """Where a study has not been looked at yet: an empty map."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.colour("phase.fill"))
    painter.drawRoundedRect(QRectF(area.left(), area.top(), area.width(), STRIP), 3, 3)
    painter.setPen(QPen(inks.colour("lane.stroke"), 1.5))
    middle = _below(area).center().y()
    painter.drawLine(QPointF(area.left() + 2, middle), QPointF(area.right() - 2, middle))


def block(painter: QPainter, area: QRectF, level: str, inks: Inks, own: str) -> None:
    """One phase's presence, with the pattern and the line that the map gives it."""
    look = level_look(level, own)
    painter.setBrush(inks.brush(look.fill, look.hatch))
    painter.setPen(Qt.PenStyle.NoPen)
    if look.stroke:
        painter.setPen(QPen(inks.colour(look.stroke), 1.0, _LINES.get(look.dash, Qt.PenStyle.SolidLine)))
        area = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(area, 3, 3)


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A calm line through the points, level in each of them; empty without any."""
    if not points:
        return QPainterPath()
    path = QPainterPath(points[0])
    for left, right in pairwise(points):
        middle = (left.x() + right.x()) / 2
        path.cubicTo(QPointF(middle, left.y()), QPointF(middle, right.y()), right)
    return path


def _below(area: QRectF) -> QRectF:
    return QRectF(area.left(), area.top() + STRIP + 6, area.width(), area.height() - STRIP - 7)


def _strip(painter: QPainter, area: QRectF, gist: Gist, inks: Inks, own: str) -> None:
    gap = 2.0 if area.width() < NARROW else 3.0
    unit = (area.width() - gap * (len(gist.phases) - 1)) / sum(width for width, _ in gist.phases)
    x = area.left()
    for width, level in gist.phases:
        block(painter, QRectF(x, area.top(), width * unit, STRIP), level, inks, own)
        x += width * unit + gap


def _heartbeat(painter: QPainter, area: QRectF, gist: Gist, inks: Inks) -> None:
    painter.setPen(QPen(inks.colour("lane.stroke"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
    inner = area.adjusted(4, 4, -4, -4)
    places = [
        QPointF(inner.left() + at / 1000 * inner.width(), inner.center().y() - feeling / 4 * inner.height())
        for at, feeling in gist.beats
    ]
    if places:
        painter.setPen(QPen(inks.colour("heartbeat"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(smooth(places))
        _ends(painter, gist, places, inks)


def _ends(painter: QPainter, gist: Gist, places: Sequence[QPointF], inks: Inks) -> None:
    """The first highest and the first lowest point, in the colours of their faces."""
    feelings = [feeling for _, feeling in gist.beats]
    for extreme in dict.fromkeys((max(feelings), min(feelings))):
        painter.setPen(QPen(inks.colour("heartbeat"), 1.4))
        painter.setBrush(inks.colour(f"face.{extreme:+d}" if extreme else "face.0"))
        painter.drawEllipse(places[feelings.index(extreme)], 3.6, 3.6)
