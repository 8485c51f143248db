"""What lies over the map: hover, selection, the keyboard's ring, handles and whatever a gesture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.canvas import glyphs, primitives, scale, symbols
from app.canvas.gestures import Band, Border, Connect, Drag, Face
from app.canvas.scale import PX
from journeys import fonts
from journeys.layout import marks
from journeys.phrases.durations import day_text

if TYPE_CHECKING:
    from app.canvas.gestures import State
    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

HANDLE: Final = 12.0
"""Half the handle's size on the screen."""
HANDLE_GAP: Final = 15.0
"""From the card's edge to the middle of its handle, on the screen and at most at 100 %."""
HANDLES_FROM: Final = 0.5
"""Below this zoom a handle would lie on the next card."""
ROUND: Final = 5.0
LABEL: Final = 13.0
FACE_MM: Final = 7.0


def paint(painter: QPainter, view: MapView, exposed: QRectF) -> None:
    """Paint everything that is not the map itself, in the scene's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picked, zoom = view.picked, view.zoom
    if picked.hover is not None and picked.hover.part != "lane" and not view.busy:
        _ring(painter, picked.hover, view.inks.colour("hover"), 1.5, 1.5, zoom)
    for id_ in picked.ids:
        _selected(painter, view, id_, exposed, zoom)
    if picked.cursor is not None and view.keyboard_here():
        empty = picked.cursor.part == "cell"
        _ring(painter, picked.cursor, view.inks.colour("focus"), 2.0, 0.0 if empty else 5.5, zoom, dashed=empty)
    for middle in handles(view).values():
        _handle(painter, view, middle, zoom)
    _gesture(painter, view, view.gesture, zoom)


def handles(view: MapView) -> dict[str, QPointF]:
    """The middle of the handle beside the hovered and the focused card, in the scene."""
    if view.busy or view.editing() or view.zoom < HANDLES_FROM:
        return {}
    found = {}
    for target in (view.picked.hover, view.picked.cursor if view.keyboard_here() else None):
        if target is not None and target.part in ("card", "more"):
            card = view.hits.main(target.id)
            if card is not None:
                around = scale.rect(card.rect)
                found[target.id] = QPointF(
                    around.right() + min(HANDLE_GAP / view.zoom, HANDLE_GAP), around.center().y()
                )
    return found


def handle_at(view: MapView, point: QPointF) -> str | None:
    """The step whose connecting handle lies there."""
    for step, middle in handles(view).items():
        if (point - middle).manhattanLength() * view.zoom <= HANDLE * 1.4:
            return step
    return None


def _ring(
    painter: QPainter, target: Target, colour: QColor, width: float, apart: float, zoom: float, *, dashed: bool = False
) -> None:
    """A ring `width` wide and `apart` from the target, both in pixels on the screen."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    gap = apart / zoom
    radius = ROUND + gap
    painter.drawRoundedRect(scale.rect(target.rect).adjusted(-gap, -gap, gap, gap), radius, radius)


def _selected(painter: QPainter, view: MapView, id_: str, exposed: QRectF, zoom: float) -> None:
    colour = view.inks.colour("selection")
    target = view.hits.main(id_)
    if target is not None and target.part != "link":
        if scale.rect(target.rect).adjusted(-20, -20, 20, 20).intersects(exposed):
            glow = QColor(colour)
            glow.setAlpha(56)
            _ring(painter, target, glow, 6.0, 3.5, zoom)
            _ring(painter, target, colour, 2.5, 1.2, zoom)
        return
    pen = QPen(colour, 3.0)
    pen.setCosmetic(True)
    for line, dx, dy in view.hits.link_lines(id_):
        painter.translate(dx, dy)
        painter.strokePath(primitives.line_path(line), pen)
        painter.translate(-dx, -dy)


def _handle(painter: QPainter, view: MapView, middle: QPointF, zoom: float) -> None:
    """A round knob with an arrow: drag it to another card to connect."""
    radius = (HANDLE - 2) / zoom
    painter.setPen(_hair(view.inks.colour("selection"), 1.5))
    painter.setBrush(view.inks.colour("paper"))
    painter.drawEllipse(middle, radius, radius)
    reach = 5 / zoom
    tip = QPointF(middle.x() + reach, middle.y())
    painter.setPen(_hair(view.inks.colour("selection"), 2.0))
    painter.drawLine(QPointF(middle.x() - reach, middle.y()), tip)
    painter.drawLine(QPointF(middle.x() + reach / 6, middle.y() - reach * 0.8), tip)
    painter.drawLine(QPointF(middle.x() + reach / 6, middle.y() + reach * 0.8), tip)


def _hair(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _gesture(painter: QPainter, view: MapView, state: State, zoom: float) -> None:
    match state:
        case Band(area=area):
            fill = QColor(view.inks.colour("selection"))
            painter.setPen(_hair(fill, 1.0))
            fill.setAlpha(36)
            painter.setBrush(fill)
            painter.drawRect(area)
        case Drag(lifted=picture, drop=drop):
            if drop is not None:
                _drop(painter, view, view.hits.free(drop))
            picture.paint(painter)
        case Connect(start=start, end=end, over=over):
            if over is not None:
                _drop(painter, view, view.hits.free(over))
            painter.setPen(_hair(view.inks.colour("selection"), 2.5))
            painter.drawLine(start, end)
        case Face(step=step, end=end, emotion=emotion):
            _face(painter, view, step, end, emotion)
        case Border(day=day, x=x):
            seen = view.visible_area()
            painter.setPen(_hair(view.inks.colour("selection"), 2.0))
            painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
            _label(painter, view, QPointF(x + 8 / zoom, seen.top() + 24 / zoom), day_text(day, view.say))


def _drop(painter: QPainter, view: MapView, target: Target) -> None:
    """Where the cards would come to stand."""
    colour = QColor(view.inks.colour("drop"))
    painter.setPen(_hair(colour, 2.0))
    colour.setAlpha(40)
    painter.setBrush(QBrush(colour))
    painter.drawRoundedRect(scale.rect(target.rect), ROUND, ROUND)


def _face(painter: QPainter, view: MapView, step: str, end: QPointF, emotion: int) -> None:
    target = view.hits.part(step, "face")
    size = target.rect.w if target is not None else FACE_MM
    colour = f"face.{emotion:+d}" if emotion else "face.0"
    place = QPointF(end.x() - size * PX / 2, end.y() - size * PX / 2)
    if target is not None:
        place.setX(target.rect.x * PX)
    painter.setOpacity(0.9)
    painter.translate(place)
    for pen, brush, path in symbols.strokes(marks.face(emotion), size, colour, view.inks):
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)
    painter.translate(-place)
    painter.setOpacity(1.0)
    words = f"{emotion:+d}".replace("-", "−") if emotion else "0"
    _label(painter, view, QPointF(place.x() + (size + 1.5) * PX, end.y() - 8), words)


def _label(painter: QPainter, view: MapView, place: QPointF, words: str) -> None:
    """A small tag with words, as large on the screen at any zoom; `place` is its left top corner."""
    painter.save()
    painter.translate(place)
    painter.scale(1 / view.zoom, 1 / view.zoom)
    wide = fonts.width(words, "semibold", LABEL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(view.inks.colour("selection"))
    painter.drawRoundedRect(QRectF(0, 0, wide + 14, LABEL + 9), 4, 4)
    painter.setPen(view.inks.colour("paper"))
    painter.drawGlyphRun(QPointF(7, LABEL + 2.5), glyphs.run(words, "semibold", LABEL))
    painter.restore()
