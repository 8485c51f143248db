"""Our own icons, drawn as strokes on a grid of 24 by 24 and as large as the text: no icon font, no emoji."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from app.theme import BASE_POINTS

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
    "views": "M 6 3 L 18 3 L 18 21 L 12 16 L 6 21 Z",
    "views_chosen": "M 6 3 L 18 3 L 18 21 L 12 16 L 6 21 Z M 9 9 L 11 11.5 L 15 6.5",
    "duplicate": "M 8 8 L 20 8 L 20 20 L 8 20 Z M 4 16 L 4 4 L 16 4",
    "search": "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21",
    "fit": "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15",
    "step": "M 4 7 L 20 7 L 20 17 L 4 17 Z M 7 11 L 14 11 M 7 14 L 11 14",
    "phase": "M 3 6 L 9 6 L 12.5 12 L 9 18 L 3 18 L 6 12 Z M 14.5 6 L 18 6 L 21.5 12 L 18 18 L 14.5 18",
    "note": "M 5 5 L 19 5 L 19 14 L 14 19 L 5 19 Z M 14 19 L 14 14 L 19 14",
    "new_step": "M 12 18 L 3 18 L 3 6 L 21 6 L 21 11 M 7 10 L 14 10 M 18 14 L 18 22 M 14 18 L 22 18",
    "new_phase": "M 12 18 L 3 18 L 7 12 L 3 6 L 16 6 L 19.5 11 M 18 14 L 18 22 M 14 18 L 22 18",
    "new_note": "M 11 20 L 4 20 L 4 3.5 L 20 3.5 L 20 10.5 M 18 14 L 18 22 M 14 18 L 22 18",
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
    "vote": "O 7 7 3.5 O 17 7 3.5 O 7 17 3.5 O 17 17 3.5 M 17 15.6 L 17 18.4 M 15.6 17 L 18.4 17",
    "lock": "M 5 11 L 19 11 L 19 21 L 5 21 Z M 8 11 L 8 8 C 8 2.7 16 2.7 16 8 L 16 11 M 12 15 L 12 17",
    "parking": "M 4 4 L 20 4 L 20 20 L 4 20 Z M 9.5 17 L 9.5 7.5 L 13 7.5 C 16.5 7.5 16.5 12.8 13 12.8 L 9.5 12.8",
    "hidden": "M 2.5 12 C 7 4.5 17 4.5 21.5 12 C 17 19.5 7 19.5 2.5 12 Z M 4 20 L 20 4",
    "sound": "M 4 9.5 L 8 9.5 L 12.5 5 L 12.5 19 L 8 14.5 L 4 14.5 Z M 16 9 C 17.8 10.6 17.8 13.4 16 15 "
    "M 18.5 6.5 C 22 9.6 22 14.4 18.5 17.5",
    "silent": "M 4 9.5 L 8 9.5 L 12.5 5 L 12.5 19 L 8 14.5 L 4 14.5 Z M 16 9.5 L 21 14.5 M 21 9.5 L 16 14.5",
    "larger": "M 4 9 L 4 4 L 9 4 M 20 15 L 20 20 L 15 20 M 4 4 L 10.5 10.5 M 20 20 L 13.5 13.5",
    "play": "M 7 4 L 20 12 L 7 20 Z",
    "pause": "M 8 5 L 8 19 M 16 5 L 16 19",
    "again": "M 19 12 C 19 21 5 21 5 12 C 5 4 15 2.5 18 8 M 18.5 3 L 18.5 8.5 L 13 8.5",
    "clock": "O 12 12 9 M 12 7 L 12 12 L 16 14",
    "act": "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 M 12 16.8 L 12 17",
    "look": "M 2.5 12 C 7 4.5 17 4.5 21.5 12 C 17 19.5 7 19.5 2.5 12 Z O 12 12 3",
    "mute": "M 8 17 L 5 17 L 7 14 L 7 10 C 7 4.5 17 4.5 17 10 L 17 14 L 19 17 L 8 17 M 10 20 L 14 20 M 4 4 L 20 21",
    "strength": "O 12 12 9 M 8 12.5 L 11 15.5 L 16 9",
    "process": "M 4 4 L 11 4 L 11 10 L 4 10 Z M 13 14 L 20 14 L 20 20 L 13 20 Z M 7.5 10 L 7.5 17 L 13 17",
    "settings": "M 3 7 L 12.5 7 O 15.5 7 2.8 M 18.5 7 L 21 7 M 3 17 L 5.5 17 O 8.5 17 2.8 M 11.5 17 L 21 17",
    "help": "O 12 12 9 M 9.2 9.6 C 9.2 5.6 15 5.8 15 9.4 C 15 11.8 12 11.6 12 13.8 M 12 16.8 L 12 17",
    "pin": "M 9 3.5 L 15 3.5 M 10 3.5 L 10 9.5 L 7 13.5 L 17 13.5 L 14 9.5 L 14 3.5 M 12 13.5 L 12 21",
    "first": "M 6 5 L 6 19 M 18 6 L 12 12 L 18 18",
    "last": "M 18 5 L 18 19 M 6 6 L 12 12 L 6 18",
    "restart": "M 19 6 L 19 11 L 14 11 M 18.5 10.5 C 16.5 4 6.5 4.5 5 11 C 3.5 17.5 11 22 16.5 17.5",
    "black": "M 3 5 L 21 5 L 21 17 L 3 17 Z M 9 21 L 15 21 M 4 14 L 13 5.5 M 10.5 16.5 L 20.5 7",
    "white": "M 3 5 L 21 5 L 21 17 L 3 17 Z M 9 21 L 15 21",
    "spot": "O 12 12 4 M 12 2.5 L 12 4.5 M 12 19.5 L 12 21.5 M 2.5 12 L 4.5 12 M 19.5 12 L 21.5 12 "
    "M 5.3 5.3 L 6.7 6.7 M 17.3 17.3 L 18.7 18.7 M 5.3 18.7 L 6.7 17.3 M 17.3 6.7 L 18.7 5.3",
    "part_next": "M 3 7 L 11 7 L 11 17 L 3 17 Z M 14 12 L 21 12 M 18 9 L 21 12 L 18 15",
    "part_previous": "M 21 7 L 13 7 L 13 17 L 21 17 Z M 10 12 L 3 12 M 6 9 L 3 12 L 6 15",
    "zoom": "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21 M 10.5 7.8 L 10.5 13.2 M 7.8 10.5 L 13.2 10.5",
    "console": "M 3 5 L 21 5 L 21 17 L 3 17 Z M 9 21 L 15 21 "
    "M 6 8 L 14 8 L 14 14 L 6 14 Z M 17 8 L 18 8 M 17 11 L 18 11",
    "colours": "O 12 12 9 M 12 3 L 12 21 M 12 7 L 18.5 7 M 12 11 L 20 11 M 12 15 L 19.5 15",
    "swap": "M 4 8 L 19 8 M 16 5 L 19 8 L 16 11 M 20 16 L 5 16 M 8 13 L 5 16 L 8 19",
    "window": "M 3 5 L 21 5 L 21 19 L 3 19 Z M 3 9 L 21 9",
    "keys": "M 3 6 L 21 6 L 21 18 L 3 18 Z M 7 10 L 7.2 10 M 11 10 L 11.2 10 M 15 10 L 15.2 10 M 8 14.5 L 16 14.5",
    "key": "M 12 3 L 14.7 9 L 21 9.6 L 16.2 14 L 17.6 20.5 L 12 17.2 L 6.4 20.5 L 7.8 14 L 3 9.6 L 9.3 9 Z",
}
GRID: Final = 24
SIDE: Final = 20
"""Pixels of an icon at the usual size of text."""


def grown(pixels: float) -> int:
    """So many pixels where text has its usual size: as many as go with the size that text has now."""
    points = QGuiApplication.font().pointSizeF()
    return round(pixels * max(1.0, points / BASE_POINTS))


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


def icon(name: str, colour: str, faint: str = "", side: int = SIDE) -> QIcon:
    """An icon in one colour, and in `faint` when it is disabled; `side` where it is shown smaller or larger."""
    made = QIcon()
    for ink, mode in ((colour, QIcon.Mode.Normal), (faint, QIcon.Mode.Disabled)):
        for scale in _scales():
            if ink:
                made.addPixmap(_pixmap(name, ink, scale, side), mode)
    return made


def _scales() -> tuple[float, ...]:
    """How sharp the screens are that there are: an icon made for another one would be blurred."""
    return tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


def _pixmap(name: str, colour: str, scale: float, size: int = SIDE) -> QPixmap:
    """One icon in one colour; each is drawn once, as every window and card shows the same ones."""
    side = grown(size)
    key, made = f"{name} {colour} {scale} {side}", QPixmap()
    if not QPixmapCache.find(key, made):
        made = _stroked(name, colour, scale, side)
        QPixmapCache.insert(key, made)
    return made


def _stroked(name: str, colour: str, scale: float, side: int) -> QPixmap:
    def draw(painter: QPainter) -> None:
        painter.scale(side / GRID, side / GRID)
        painter.setPen(
            QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPath(path(name))

    return drawn(side, scale, draw)


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


def drawn_icon(
    size: int, draw: Callable[[QPainter], object], modes: tuple[QIcon.Mode, ...] = (QIcon.Mode.Normal,)
) -> QIcon:
    """The same as an icon, as sharp as the screens are and grown with the text; `draw` knows only `size`."""
    made, side = QIcon(), grown(size)

    def larger(painter: QPainter) -> None:
        painter.scale(side / size, side / size)
        draw(painter)

    for scale in _scales():
        pixmap = drawn(side, scale, larger)
        for mode in modes:
            made.addPixmap(pixmap, mode)
    return made


def dot(colour: str, *, hollow: bool = False, size: int = 12) -> QIcon:
    """A filled dot, or a ring: which party, which journey."""

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(colour))
        painter.drawEllipse(QRectF(1.5, 1.5, size - 3, size - 3))

    return drawn_icon(size, draw, (QIcon.Mode.Normal, QIcon.Mode.Selected))


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
