"""What lies over the map: hover, selection, the keyboard's ring, handles and whatever a gesture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.canvas import glyphs, handles, primitives, scale, symbols
from app.canvas.gestures import Band, Border, Connect, Drag, Erase, Face, Reroute
from app.canvas.scale import PX
from journeys import fonts
from journeys.layout import marks, notes
from journeys.layout.card import badges
from journeys.layout.drawing import Rect
from journeys.phrases.dates import day_said
from journeys.phrases.terms import emotion_word, signed

if TYPE_CHECKING:
    from app.canvas.gestures import State
    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

ROUND: Final = 5.0
LABEL: Final = 13.0
FACE_MM: Final = 7.0
RING: Final = 34.0
"""Half the ring around a resting finger: it is seen beside the finger."""


def paint(painter: QPainter, view: MapView, exposed: QRectF) -> None:
    """Paint everything that is not the map itself, in the scene's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picked, zoom = view.picked, view.zoom
    if picked.hover is not None and picked.hover.part != "lane" and not view.busy:
        _ring(painter, view, picked.hover, view.inks.colour("hover"), 1.5, 1.5)
    lifted = isinstance(view.gesture, Drag)  # what is in the air has no ring where it came from
    for id_ in () if lifted else picked.ids:
        _selected(painter, view, id_, exposed)
    if picked.cursor is not None and view.keyboard_here() and not lifted:
        empty = picked.cursor.part == "cell"
        _ring(painter, view, picked.cursor, view.inks.colour("focus"), 2.0, 0.0 if empty else 5.5, dashed=empty)
    for middle in handles.handles(view).values():
        _handle(painter, view, middle, zoom)
    for middle in handles.ends(view).values():
        _end(painter, view, middle, zoom)
    _gesture(painter, view, view.gesture, zoom)
    _finger(painter, view, zoom)


def _ring(
    painter: QPainter,
    view: MapView,
    target: Target,
    colour: QColor,
    width: float,
    apart: float,
    *,
    dashed: bool = False,
) -> None:
    """A ring `width` wide and `apart` from the target, both in pixels on the screen."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    painter.save()
    _spare_badges(painter, view, target)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    gap = apart / view.zoom
    radius = ROUND + gap
    painter.drawRoundedRect(scale.rect(target.rect).adjusted(-gap, -gap, gap, gap), radius, radius)
    painter.restore()


def _spare_badges(painter: QPainter, view: MapView, target: Target) -> None:
    """Rings go behind the signs on a card's edge, such as the star of a moment of truth."""
    step, drawing = view.document.steps.get(target.id), view.drawing
    em = drawing.base_pt * scale.MM_PER_PT
    around = QPainterPath()
    around.addRect(scale.rect(target.rect).adjusted(-60, -60, 60, 60))
    if target.part == "note" and target.id in view.document.notes:
        for left, top, wide, high in notes.badges(view.document.notes[target.id], target.rect.w / em):
            place = Rect(target.rect.x + left * em, target.rect.y + top * em, wide * em, high * em)
            around.addRoundedRect(scale.rect(place), high * em * scale.PX / 2, high * em * scale.PX / 2)
        painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
    if step is None or target.part != "card":
        return
    process = view.hits.part(step.id, "process") is not None
    for x, y, half in badges(step, target.rect.w / em, target.rect.h / em, process=process):
        middle = scale.point(target.rect.x + x * em, target.rect.y + y * em)
        around.addEllipse(middle, half * em * scale.PX, half * em * scale.PX)
    for beside in view.hits.touching(scale.rect(target.rect)) if view.lens else ():
        if beside.part == "marks":
            around.addRect(scale.rect(beside.rect))
    painter.setClipPath(around, Qt.ClipOperation.IntersectClip)


def _selected(painter: QPainter, view: MapView, id_: str, exposed: QRectF) -> None:
    colour = view.inks.colour("selection")
    target = view.hits.main(id_)
    if target is not None and target.part != "link":
        if scale.rect(target.rect).adjusted(-20, -20, 20, 20).intersects(exposed):
            glow = QColor(colour)
            glow.setAlpha(56)
            _ring(painter, view, target, glow, 6.0, 3.5)
            _ring(painter, view, target, colour, 2.5, 1.2)
        return
    pen = QPen(colour, 3.0)
    pen.setCosmetic(True)
    for line, dx, dy in view.hits.link_lines(id_):
        painter.translate(dx, dy)
        painter.strokePath(primitives.line_path(line), pen)
        painter.translate(-dx, -dy)


def _handle(painter: QPainter, view: MapView, middle: QPointF, zoom: float) -> None:
    """A round knob with an arrow: drag it to another card to connect."""
    radius = (handles.size(view) - 2) / zoom
    painter.setPen(_hair(view.inks.colour("selection"), 1.5))
    painter.setBrush(view.inks.colour("paper"))
    painter.drawEllipse(middle, radius, radius)
    reach = 5 / zoom
    tip = QPointF(middle.x() + reach, middle.y())
    painter.setPen(_hair(view.inks.colour("selection"), 2.0))
    painter.drawLine(QPointF(middle.x() - reach, middle.y()), tip)
    painter.drawLine(QPointF(middle.x() + reach / 6, middle.y() - reach * 0.8), tip)
    painter.drawLine(QPointF(middle.x() + reach / 6, middle.y() + reach * 0.8), tip)


def _end(painter: QPainter, view: MapView, middle: QPointF, zoom: float) -> None:
    """The end of a connection, to be taken to another card."""
    painter.setPen(_hair(view.inks.colour("selection"), 2.0))
    painter.setBrush(view.inks.colour("paper"))
    painter.drawEllipse(middle, 6.5 / zoom, 6.5 / zoom)


def _finger(painter: QPainter, view: MapView, zoom: float) -> None:
    """A ring around a resting finger; when it is round the menu comes."""
    ring = view.fingers.ring()
    if ring is None:
        return
    place, share = ring
    middle, radius = view.scene_point(place), RING / zoom
    around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(_hair(view.inks.colour("selection"), 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(around, 90 * 16, -round(share * 360 * 16))


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
        case Drag() as drag:
            _dragged(painter, view, drag)
        case Connect(start=start, end=end, over=over):
            if over is not None:
                _drop(painter, view, view.hits.free(over).rect)
            _arrow(painter, view, start, end)
        case Reroute(which=which, fixed=fixed, end=end, over=over):
            if over is not None:
                _drop(painter, view, over.rect)
            _arrow(painter, view, *((fixed, end) if which == "target" else (end, fixed)))
        case Erase(ids=ids):
            for id_ in ids:
                _crossed(painter, view, id_)
        case _:
            _value(painter, view, state, zoom)


def _value(painter: QPainter, view: MapView, state: State, zoom: float) -> None:
    """What is being set by dragging: an emotion, a day."""
    match state:
        case Face(step=step, end=end, emotion=emotion):
            _face(painter, view, step, end, emotion)
        case Border(day=day, x=x, limit=limit):
            seen = view.visible_area()
            painter.setPen(_hair(view.inks.colour("selection"), 2.0))
            painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
            words = day_said(day, view.document.study.day0_date, view.say)
            words = view.say("{day}: no further", day=words) if limit else words
            _label(painter, view, QPointF(x + 8 / zoom, seen.top() + 24 / zoom), words)


def _drop(painter: QPainter, view: MapView, rect: Rect) -> None:
    """Where something would come to stand."""
    colour = QColor(view.inks.colour("drop"))
    painter.setPen(_hair(colour, 2.0))
    colour.setAlpha(40)
    painter.setBrush(QBrush(colour))
    area = scale.rect(rect)
    round_ = min(ROUND, area.width() / 2)
    painter.drawRoundedRect(area, round_, round_)


def _dragged(painter: QPainter, view: MapView, drag: Drag) -> None:
    """Pale where they come from or would stand, and themselves in the air; with a plus when they are copies."""
    if view.rehearsing and drag.drop is not None:
        new = view.hits.place(drag.drop.place) if drag.copies and drag.drop.place is not None else None
        found = [new] if drag.copies else [view.hits.main(id_) for id_ in drag.ids]
        for target in found:
            if target is not None:
                _drop(painter, view, target.rect)
    else:
        for target in () if drag.copies else (view.hits.main(id_) for id_ in drag.ids):
            if target is not None:
                _pale(painter, view, target.rect)
    drag.lifted.paint(painter)
    if drag.drop is not None and not view.rehearsing:
        _drop(painter, view, drag.drop.rect)
    if drag.copies:
        corner = drag.home.topRight() + drag.lifted.area.topLeft() - drag.lifted.home.topLeft()
        _label(painter, view, corner + QPointF(-10, -14) / view.zoom, "+")


def _pale(painter: QPainter, view: MapView, rect: Rect) -> None:
    ground = QColor(view.inks.colour("lane.fill"))
    ground.setAlpha(170)
    painter.fillRect(scale.rect(rect).adjusted(-2, -2, 2, 2), ground)


def _arrow(painter: QPainter, view: MapView, start: QPointF, end: QPointF) -> None:
    """The connection as it is being drawn, with its point."""
    painter.setPen(_hair(view.inks.colour("selection"), 2.5))
    painter.drawLine(start, end)
    away = QLineF(end, start)
    if away.length() > 1:
        for turn in (25, -25):
            side = QLineF(away)
            side.setLength(10 / view.zoom)
            side.setAngle(away.angle() + turn)
            painter.drawLine(side)


def _crossed(painter: QPainter, view: MapView, id_: str) -> None:
    """What the pen's other end went over: it will go."""
    target = view.hits.main(id_)
    if target is not None:
        _pale(painter, view, target.rect)
        area = scale.rect(target.rect)
        painter.setPen(_hair(view.inks.colour("drop"), 2.5))
        painter.drawLine(area.topLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomLeft())


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
    words = f"{signed(emotion)} {emotion_word(emotion, view.say)}"
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
