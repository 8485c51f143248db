"""What a press becomes once the pointer has moved: which gesture begins, with what in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt

from app.canvas import handles, lifted, scale, zoom
from app.canvas.gestures import Band, Border, Connect, Drag, Face, Press, Reroute, State

if TYPE_CHECKING:
    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

CONTROL = Qt.KeyboardModifier.ControlModifier
CARDS = frozenset({"card", "more", "process"})


def at_knob(view: MapView, point: QPointF) -> State | None:
    """Pressing a knob begins at once: drawing a connection, or taking one of its ends elsewhere."""
    source = handles.handle_at(view, point)
    if source is not None:
        return Connect(source, point, point)
    held = handles.end_at(view, point)
    if held is None:
        return None
    link, which = held
    others = handles.ends_of(view, link)
    fixed = others.get((link, "source" if which == "target" else "target"), point)
    return Reroute(link, which, fixed, point)


def moved(view: MapView, press: Press, held: Qt.KeyboardModifier) -> State:
    """The gesture of this press."""
    start, target = view.scene_point(press.start), press.target
    part = target.part if target is not None else ""
    if (part in CARDS or part in ("note", "face", "border")) and view.stays():
        return Band(start, QRectF(start, start), press.base)
    if target is not None and part in CARDS:
        return _lift(view, target, "step", start, held)
    if target is not None and part == "note":
        return _lift(view, target, "note", start, held)
    if target is not None and part == "face" and target.id in view.document.steps:
        before = view.document.steps[target.id].emotion
        return Face(target.id, start, before, before or 0, start)
    if target is not None and part == "border" and target.id in view.document.phases:
        day = view.document.phases[target.id].start_day
        return Border(target.id, day, day, start.x())
    return Band(start, QRectF(start, start), press.base)


def _lift(
    view: MapView, target: Target, kind: Literal["step", "note"], start: QPointF, held: Qt.KeyboardModifier
) -> Drag:
    chosen = view.selected() if target.id in view.selected() else (target.id,)
    table = view.document.tables[kind]
    ids = tuple(id_ for id_ in chosen if id_ in table)
    view.picked.choose(ids)
    cards = [card for id_ in ids if (card := view.hits.main(id_)) is not None and card.part in ("card", "note")]
    picture = lifted.lift(cards, view.picture.items.values(), view.inks, view.visible_area(), zoom.factor(view))
    home = scale.rect((view.hits.main(target.id) or target).rect)
    return Drag(ids, kind, picture, start, home, copies=kind == "step" and bool(held & CONTROL))
