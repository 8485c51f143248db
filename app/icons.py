"""The toolbar's own icons, drawn as strokes on a grid of 24 by 24: no icon font, no emoji."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

# M move, L line, C cubic (three points), Z close, O circle (centre, radius). Points on the grid, y down.
_STROKES: Final[dict[str, str]] = {
    "undo": "M 9 5 L 4 10 L 9 15 M 4 10 L 14 10 C 21 10 21 19 14 19 L 11 19",
    "redo": "M 15 5 L 20 10 L 15 15 M 20 10 L 10 10 C 3 10 3 19 10 19 L 13 19",
    "plus": "M 12 5 L 12 19 M 5 12 L 19 12",
    "minus": "M 5 12 L 19 12",
    "more": "O 5 12 1.2 O 12 12 1.2 O 19 12 1.2",
    "poster": "M 6 3 L 18 3 L 18 21 L 6 21 Z M 9 7 L 15 7 M 9 11 L 15 11 M 9 15 L 12 15",
    "map": "M 3 6 L 9 4 L 15 6 L 21 4 L 21 18 L 15 20 L 9 18 L 3 20 Z M 9 4 L 9 18 M 15 6 L 15 20",
    "table": "M 3 5 L 21 5 L 21 19 L 3 19 Z M 3 10 L 21 10 M 3 14.5 L 21 14.5 M 9 5 L 9 19",
    "compare": "M 4 4 L 10 4 L 10 20 L 4 20 Z M 14 4 L 20 4 L 20 20 L 14 20 Z M 6 9 L 8 9 M 16 14 L 18 14",
    "ecosystem": "O 12 12 3 O 5 5 2 O 19 6 2 O 6 19 2 O 19 18 2 "
    "M 6.6 6.4 L 9.8 9.8 M 17.4 7.3 L 14.3 10 M 7.4 17.5 L 10 14.3 M 17.4 16.8 L 14.4 14",
    "present": "M 3 4 L 21 4 M 4 4 L 4 15 L 20 15 L 20 4 "
    "M 12 15 L 12 18 M 8 21 L 12 18 L 16 21 M 10.5 7 L 14.5 9.5 L 10.5 12 Z",
    "lanes": "M 12 3 L 21 8 L 12 13 L 3 8 Z M 3 12.5 L 12 17.5 L 21 12.5 M 3 16.5 L 12 21.5 L 21 16.5",
    "lens": "O 7 14 3.6 O 17 14 3.6 M 10.5 13.4 C 11 12.2 13 12.2 13.5 13.4 M 3.5 13 L 5.5 7 M 20.5 13 L 18.5 7",
    "search": "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21",
    "fit": "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15",
    "step": "M 4 7 L 20 7 L 20 17 L 4 17 Z M 7 11 L 14 11 M 7 14 L 11 14",
    "phase": "M 4 5 L 4 19 M 12 5 L 12 19 M 20 5 L 20 19 M 4 8 L 20 8",
    "note": "M 5 5 L 19 5 L 19 14 L 14 19 L 5 19 Z M 14 19 L 14 14 L 19 14",
    "close": "M 6 6 L 18 18 M 18 6 L 6 18",
    "open": "M 3 7 L 9 7 L 11 9 L 21 9 L 21 19 L 3 19 Z",
    "new": "M 6 3 L 14 3 L 18 7 L 18 21 L 6 21 Z M 14 3 L 14 7 L 18 7 M 12 11 L 12 17 M 9 14 L 15 14",
    "flag": "M 6 3 L 6 21 M 6 4 L 18 4 L 15 8 L 18 12 L 6 12",
    "folded": "M 9 6 L 15 12 L 9 18",
    "back": "M 15 6 L 9 12 L 15 18",
    "unfolded": "M 6 9 L 12 15 L 18 9",
    "edit": "M 4 20 L 5 15 L 16 4 L 20 8 L 9 19 Z M 14 6 L 18 10",
    "bin": "M 5 7 L 19 7 M 9 7 L 9 4 L 15 4 L 15 7 M 7 7 L 8 20 L 16 20 L 17 7",
    "up": "M 6 15 L 12 9 L 18 15",
    "down": "M 6 9 L 12 15 L 18 9",
    "calendar": "M 4 6 L 20 6 L 20 20 L 4 20 Z M 4 10 L 20 10 M 8 3 L 8 7 M 16 3 L 16 7",
    "filter": "M 4 5 L 20 5 L 14 12 L 14 19 L 10 17 L 10 12 Z",
    "finding": "M 9 18 L 9 15.5 C 2.5 11 5.5 3 12 3 C 18.5 3 21.5 11 15 15.5 L 15 18 Z M 10 21.5 L 14 21.5",
    "book": "M 12 6 C 9 4 6 4 3 5 L 3 19 C 6 18 9 18 12 20 C 15 18 18 18 21 19 L 21 5 C 18 4 15 4 12 6 L 12 20",
    "clock": "O 12 12 9 M 12 7 L 12 12 L 16 14",
    "act": "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 M 12 16.8 L 12 17",
    "look": "M 2.5 12 C 7 4.5 17 4.5 21.5 12 C 17 19.5 7 19.5 2.5 12 Z O 12 12 3",
    "mute": "M 8 17 L 5 17 L 7 14 L 7 10 C 7 4.5 17 4.5 17 10 L 17 14 L 19 17 L 8 17 M 10 20 L 14 20 M 4 4 L 20 21",
    "strength": "O 12 12 9 M 8 12.5 L 11 15.5 L 16 9",
    "process": "M 4 4 L 11 4 L 11 10 L 4 10 Z M 13 14 L 20 14 L 20 20 L 13 20 Z M 7.5 10 L 7.5 17 L 13 17",
    "key": "M 12 3 L 14.7 9 L 21 9.6 L 16.2 14 L 17.6 20.5 L 12 17.2 L 6.4 20.5 L 7.8 14 L 3 9.6 L 9.3 9 Z",
}
GRID: Final = 24


def path(name: str) -> QPainterPath:
    """The strokes of an icon on its grid."""
    drawn = QPainterPath()
    words = iter(_STROKES[name].split())

    def number() -> float:
        return float(next(words))

    def point() -> QPointF:
        return QPointF(number(), number())

    for word in words:
        if word == "M":
            drawn.moveTo(point())
        elif word == "L":
            drawn.lineTo(point())
        elif word == "C":
            drawn.cubicTo(point(), point(), point())
        elif word == "O":
            centre, radius = point(), number()
            drawn.addEllipse(centre, radius, radius)
        else:
            drawn.closeSubpath()
    return drawn


def icon(name: str, colour: str, faint: str = "") -> QIcon:
    """An icon in one colour, and in `faint` when it is disabled."""
    made = QIcon()
    for ink, mode in ((colour, QIcon.Mode.Normal), (faint, QIcon.Mode.Disabled)):
        for scale in _scales():
            if ink:
                made.addPixmap(_pixmap(name, ink, scale), mode)
    return made


def _scales() -> tuple[int, ...]:
    """How many times sharper icons are needed: only dense screens need the large ones."""
    return (1, 2) if QGuiApplication.primaryScreen().devicePixelRatio() > 1 else (1,)


def _pixmap(name: str, colour: str, scale: int) -> QPixmap:
    def draw(painter: QPainter) -> None:
        painter.scale(20 / GRID, 20 / GRID)
        painter.setPen(
            QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPath(path(name))

    return drawn(20, scale, draw)


def drawn(size: int, scale: float, draw: Callable[[QPainter], object]) -> QPixmap:
    """A square of `size` pixels on a screen that is `scale` times as sharp: clear, and then drawn on."""
    across = max(1, round(size * scale))
    pixmap = QPixmap(across, across)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return pixmap


def drawn_icon(size: int, draw: Callable[[QPainter], object]) -> QIcon:
    """The same as an icon, as sharp as the screens are."""
    made = QIcon()
    for scale in _scales():
        made.addPixmap(drawn(size, scale, draw))
    return made


def dot(colour: str, *, hollow: bool = False, size: int = 12) -> QIcon:
    """A filled dot, or a ring: which party, which journey."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(colour))
        painter.drawEllipse(QRectF(1.5, 1.5, size - 3, size - 3))

    made = QIcon()
    for scale in _scales():
        pixmap = drawn(size, scale, draw)
        made.addPixmap(pixmap, QIcon.Mode.Normal)
        made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made


def paint_disc(painter: QPainter, area: QRectF, initials: str, colour: str, ink: str) -> None:
    """A persona's disc with initials."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(area)
    letters = QFont(painter.font())
    letters.setPixelSize(round(area.height() * 0.42))
    letters.setWeight(QFont.Weight.DemiBold)
    painter.setFont(letters)
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()
