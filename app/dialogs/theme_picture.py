"""A small drawing of how the window looks in each look: its panels, a few cards and the heartbeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from app.strokes import smooth
from app.theme import LOOKS

if TYPE_CHECKING:
    from app.theme import Look

CURVE: Final = ((0.0, 0.2), (0.34, 0.75), (0.62, 0.15), (1.0, 0.55))


def theme_icon(theme: str, size: QSize) -> QIcon:
    """ "system" shows light and dark, half of each."""
    made = QIcon()
    for scale in {1.0, QGuiApplication.primaryScreen().devicePixelRatio()}:
        pixmap = QPixmap(round(size.width() * scale), round(size.height() * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, theme, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        made.addPixmap(pixmap)
    return made


def _paint(painter: QPainter, theme: str, area: QRectF) -> None:
    if theme != "system":
        _window(painter, next(look for look in LOOKS if look == theme), area)
        return
    _window(painter, "light", area)
    half = QPainterPath(area.topRight())
    half.lineTo(area.bottomRight())
    half.lineTo(area.bottomLeft())
    half.closeSubpath()
    painter.setClipPath(half)
    _window(painter, "dark", area)
    painter.setClipping(False)


def _window(painter: QPainter, look: Look, area: QRectF) -> None:
    from journeys.layout.palettes import palette

    colours, inks = LOOKS[look], palette(look)
    wide, tall = area.width(), area.height()
    painter.setPen(QPen(QColor(colours.edge), 1))
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.panel))
    painter.drawRect(QRectF(1, 4, wide * 0.2, tall - 8))
    left, room = wide * 0.26, wide * 0.68
    for part, (ink, at, share) in enumerate((("phase.fill", 0.0, 0.38), ("party.0.fill", 0.42, 0.22),
                                             ("phase.fill", 0.68, 0.32))):  # fmt: skip
        painter.setBrush(QColor(inks[ink]))
        painter.drawRoundedRect(QRectF(left + at * room, 6, share * room, 7), 1.5, 1.5)
        painter.setPen(QPen(QColor(inks.get("card.stroke", colours.edge)), 1))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(QRectF(left + (0.02 + 0.34 * part) * room, 17, room * 0.26, 10), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
    places = [QPointF(left + x * room, tall * (0.62 + 0.26 * y)) for x, y in CURVE]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(inks["heartbeat"]), 1.8))
    painter.drawPath(smooth(places))
