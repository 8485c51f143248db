"""The pointer on the map: one small state machine; every finished gesture is one edit or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from app.canvas import axis, lifted, overlay, scale, zoom
from app.canvas.gestures import Band, Border, Connect, Drag, Face, Idle, Pan, Press, State
from journeys.edits import links, phases, steps

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

REACH: Final = 12.0
"""Half a fingertip, in pixels on the screen: small targets are at least 24 wide."""
DROP_REACH: Final = 160.0
"""How far beside a cell cards may be let go, in pixels at 100 %."""
EDGE: Final = 28
"""Pixels from the viewport's edge where dragging begins to scroll."""
MORE: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Holds what the pointer is busy with; the view hands its events over."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.state: State = Idle()
        self.space = False

    @property
    def busy(self) -> bool:
        """Whether something is being dragged."""
        return not isinstance(self.state, Idle | Press)

    def _enter(self, state: State) -> None:
        was = self.busy
        self.state = state
        if self.busy != was:
            self._view.busy_changed.emit(self.busy)

    def cancel(self) -> bool:
        """Give up whatever is going on; the map shows the model, as it always did. False when nothing was."""
        if isinstance(self.state, Idle):
            return False
        was = self.busy
        self._enter(Idle())
        self._view.viewport().update()
        self._view.show_cursor()
        return was

    # --- press ---

    def press(self, event: QMouseEvent) -> None:
        place = event.position()
        if self.busy:
            return
        if event.button() == Qt.MouseButton.MiddleButton or (
            self.space and event.button() == Qt.MouseButton.LeftButton
        ):
            self._enter(Pan(place.toPoint()))
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press_left(place, event.modifiers())
        elif event.button() == Qt.MouseButton.RightButton:
            self._press_right(place)

    def _press_left(self, place: QPointF, held: Qt.KeyboardModifier) -> None:
        view, point = self._view, self._view.scene_point(place)
        source = overlay.handle_at(view, point)
        if source is not None:
            self._enter(Connect(source, point, point))
            return
        target = view.target_at(point)
        link = None if _is_thing(target) else view.link_at(point)
        chosen = link or (target.id if target is not None and _is_thing(target) else None)
        base = view.selected() if held & MORE else ()
        self._enter(Press(place, target, was_selected=chosen in view.selected(), base=base))
        if chosen is not None and held & MORE:
            view.picked.toggle(chosen)
        elif chosen is not None and chosen not in view.selected():
            view.picked.choose((chosen,))
        elif chosen is None and not held & MORE:
            view.picked.choose(())
        view.picked.stand_on(target if link is None else None)

    def _press_right(self, place: QPointF) -> None:
        target = self._view.target_at(self._view.scene_point(place))
        if target is not None and _is_thing(target) and target.id not in self._view.selected():
            self._view.picked.choose((target.id,))
        self._view.picked.stand_on(target)

    # --- move ---

    def move(self, event: QMouseEvent) -> None:
        place = event.position()
        point = self._view.scene_point(place)
        match self.state:
            case Idle():
                self._view.hover_over(point)
            case Press() as press if (place - press.start).manhattanLength() >= QApplication.startDragDistance():
                self._begin(press, event.modifiers())
                self._follow(point)
            case Pan() as pan:
                zoom.pan(self._view, place.toPoint() - pan.last)
                pan.last = place.toPoint()
            case _:
                self._scroll_at_edge(place)
                self._follow(self._view.scene_point(place))

    def _begin(self, press: Press, held: Qt.KeyboardModifier) -> None:
        view, start, target = self._view, self._view.scene_point(press.start), press.target
        part = target.part if target is not None else ""
        if target is not None and part in ("card", "more"):
            view.picked.choose(view.selected() if target.id in view.selected() else (target.id,))
            self._lift(start)
        elif target is not None and part == "face" and target.id in view.document.steps:
            now = view.document.steps[target.id].emotion or 0
            self._enter(Face(target.id, start, now, now, start))
        elif target is not None and part == "border" and target.id in view.document.phases:
            day = view.document.phases[target.id].start_day
            self._enter(Border(target.id, day, day, start.x()))
        else:
            self._enter(Band(start, QRectF(start, start), press.base))

    def _lift(self, start: QPointF) -> None:
        view = self._view
        ids = tuple(id_ for id_ in view.selected() if id_ in view.document.steps)
        cards = [card for id_ in ids if (card := view.hits.main(id_)) is not None and card.part == "card"]
        seen = view.visible_area()
        picture = lifted.lift(cards, view.picture.items.values(), view.inks, seen, zoom.factor(view))
        self._enter(Drag(ids, picture, start))

    def _follow(self, point: QPointF) -> None:
        view = self._view
        before = self.touched()
        match self.state:
            case Band() as band:
                band.area = QRectF(band.start, point).normalized()
                view.picked.choose((*band.base, *view.things_in(band.area)))
            case Drag() as drag:
                drag.lifted.move(point - drag.grip)
                drag.drop = view.hits.nearest_place(point, DROP_REACH)
            case Connect() as connect:
                connect.end = point
                connect.over = view.hits.nearest_place(point, REACH)
            case Face() as face:
                face.end = QPointF(face.start.x(), point.y())
                face.emotion = axis.emotion(face, point.y(), view.drawing.base_pt)
            case Border() as border:
                border.x = point.x()
                border.day = axis.day(view.document, view.hits, border.phase, point.x())
        view.repaint_area(before.united(self.touched()))

    def _scroll_at_edge(self, place: QPointF) -> None:
        room = self._view.viewport().rect()
        x = EDGE if place.x() > room.right() - EDGE else -EDGE if place.x() < EDGE else 0
        y = EDGE if place.y() > room.bottom() - EDGE else -EDGE if place.y() < EDGE else 0
        if x or y:
            bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
            bars[0].setValue(bars[0].value() + x // 2)
            bars[1].setValue(bars[1].value() + y // 2)

    def touched(self) -> QRectF:
        """The part of the scene on which the gesture shows."""
        match self.state:
            case Band(area=area):
                return area
            case Drag(lifted=picture, drop=drop):
                return picture.area if drop is None else picture.area.united(scale.rect(drop.rect))
            case Connect(start=start, end=end, over=over):
                line = QRectF(start, end).normalized()
                return line if over is None else line.united(scale.rect(over.rect))
            case Face(start=start, end=end):
                return QRectF(start, end).normalized().adjusted(-40, -40, 90, 40)
            case Border(x=x):
                seen = self._view.visible_area()
                return QRectF(x - 120, seen.top(), 240, seen.height())
            case _:
                return QRectF()

    def double_click(self, event: QMouseEvent) -> None:
        """Write: on an empty place something new, on a card, phase or note its words."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.cancel()
        target = self._view.target_at(self._view.scene_point(event.position()))
        if target is not None and target.part == "cell":
            self._view.writer.new(target)
        elif target is not None and target.id:
            self._view.begin_edit(target.id)

    # --- release ---

    def release(self, event: QMouseEvent) -> None:
        state = self.state
        if isinstance(state, Idle):
            return
        if isinstance(state, Pan) != (event.button() == Qt.MouseButton.MiddleButton) and not (
            isinstance(state, Pan) and event.button() == Qt.MouseButton.LeftButton
        ):
            return
        self._enter(Idle())
        self._view.viewport().update()
        self._view.show_cursor()
        self._finish(state, event.modifiers())

    def _finish(self, state: State, held: Qt.KeyboardModifier) -> None:
        view = self._view
        match state:
            case Press(target=target, was_selected=True) if not held & MORE and target is not None:
                view.picked.choose((target.id,))
            case Drag() as drag:
                self._drop(drag)
            case Connect(source=source, over=over):
                self._connect(source, over)
            case Face(step=step, before=before, emotion=emotion) if emotion != before:
                view.do(lambda: steps.set_emotion(view.document, (step,), emotion))
            case Border(phase=phase, before=before, day=day) if day != before:
                view.do(lambda: phases.set_start(view.document, phase, day))

    def _drop(self, drag: Drag) -> None:
        view, drop = self._view, drag.drop
        if drop is None or drop.place is None or drop.id in drag.ids:
            return
        place = drop.place
        view.do(lambda: steps.move(view.document, drag.ids, place))

    def _connect(self, source: str, over: Target | None) -> None:
        if over is None or over.id == source:
            return
        if over.part == "card":
            self._view.do(lambda: links.connect(self._view.document, source, over.id))
        elif over.place is not None:
            self._view.writer.new(over, source)


def _is_thing(target: Target | None) -> bool:
    """Whether it stands for something that can be selected, not for an empty place."""
    return target is not None and target.part not in ("cell", "lane")
