"""How each gesture follows the pointer, and the part of the map on which it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from app.canvas import axis, drops, scale
from app.canvas.gestures import Band, Border, Connect, Drag, Erase, Face, Reroute
from app.canvas.shown_map import REACH

if TYPE_CHECKING:
    from app.canvas.gestures import State
    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

LABEL_ROOM: Final = 240.0


def follow(view: MapView, state: State, point: QPointF) -> None:
    """The pointer is there in the scene."""
    match state:
        case Band() as band:
            band.area = QRectF(band.start, point).normalized()
            view.picked.choose((*band.base, *view.things_in(band.area)))
        case Drag() as drag:
            drag.lifted.move(point - drag.grip)
            drag.drop = drops.find(view, drag, point)
        case Connect() as connect:
            connect.end, connect.over, connect.moved = point, view.hits.nearest_place(point, REACH), True
        case Reroute() as reroute:
            reroute.end, reroute.over = point, _card(view.hits.nearest_place(point, REACH))
        case Face() as face:
            face.emotion = axis.emotion(face, point.y(), view.drawing.base_pt)
            face.end = QPointF(face.start.x(), axis.level_of(face, view.drawing.base_pt))
        case Border() as border:
            border.x = point.x()
            true = view.day_at(point.x())
            border.day, border.limit = axis.day(view.document, view.hits, border.phase, point.x(), view.zoom, true)
        case Erase() as erase:
            target = view.target_at(point)
            if target is not None and target.part in ("card", "note") and target.id not in erase.ids:
                erase.ids = (*erase.ids, target.id)


def _card(target: Target | None) -> Target | None:
    return target if target is not None and target.part == "card" else None


def touched(view: MapView, state: State) -> QRectF:
    """The part of the scene on which the gesture shows."""
    match state:
        case Band(area=area):
            return area
        case Drag(lifted=picture):
            return picture.area
        case Connect(start=start, end=end, over=over):
            return _line(start, end, over)
        case Reroute(fixed=start, end=end, over=over):
            return _line(start, end, over)
        case Face(start=start, end=end):
            return QRectF(start, end).normalized().adjusted(-40, -40, LABEL_ROOM, 40)
        case Border(x=x):
            seen, wide = view.visible_area(), LABEL_ROOM / view.zoom
            return QRectF(x - wide, seen.top(), 2 * wide, seen.height())
        case Erase(ids=ids):
            return view.area_of(ids)
        case _:
            return QRectF()


def _line(start: QPointF, end: QPointF, over: Target | None) -> QRectF:
    line = QRectF(start, end).normalized()
    return line if over is None else line.united(scale.rect(over.rect))
