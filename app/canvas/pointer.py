"""The pointer on the map: one small state machine; every finished gesture is one edit or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from app.canvas import begin, scale, zoom
from app.canvas.edges import Edges
from app.canvas.finish import finish
from app.canvas.follow import follow, touched
from app.canvas.gestures import Connect, Drag, Erase, Idle, Pan, Press, State
from app.canvas.rehearsal import Rehearsal

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from app.canvas.view import MapView
    from journeys.layout.drawing import Target

SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
MORE: Final = SHIFT | CONTROL
LEFT: Final = Qt.MouseButton.LeftButton
NONE: Final = Qt.KeyboardModifier.NoModifier


class Pointer:
    """Holds what the pointer is busy with; mouse, finger and pen hand over where they are in the viewport."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.state: State = Idle()
        self.space = False
        self._start = QPointF()
        self.edges = Edges(view, self._follow)
        self.rehearsal = Rehearsal(view)

    @property
    def busy(self) -> bool:
        """Whether something is being dragged."""
        return not isinstance(self.state, Idle | Press)

    def _enter(self, state: State) -> None:
        was = self.busy
        self.state = state
        if isinstance(state, Idle | Press | Pan):
            self.edges.stop()
        if self.busy != was:
            self._view.busy_changed.emit(self.busy)
            self._view.viewport().update()

    def cancel(self) -> bool:
        """Give up whatever is going on; the map shows the model, as it always did. False when nothing was."""
        if isinstance(self.state, Idle):
            return False
        was = self.busy
        self._enter(Idle())
        if self.rehearsal.end():
            self._view.lay_out()
        self._view.viewport().update()
        self._view.show_cursor()
        return was

    # --- the mouse ---

    def press(self, event: QMouseEvent) -> None:
        self.pressed(event.position(), event.button(), event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        self.moved(event.position(), event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        self.released(event.position(), event.button(), event.modifiers())

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() == LEFT:
            self.double(event.position())

    # --- press ---

    def pressed(self, place: QPointF, button: Qt.MouseButton = LEFT, held: Qt.KeyboardModifier = NONE) -> None:
        if self.busy:
            return
        self._start = QPointF(place)
        if button == Qt.MouseButton.MiddleButton or (self.space and button == LEFT):
            self._enter(Pan(place.toPoint()))
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button == LEFT:
            self._press_left(place, held)
        elif button == Qt.MouseButton.RightButton:
            self.press_right(place)

    def _press_left(self, place: QPointF, held: Qt.KeyboardModifier) -> None:
        view, point = self._view, self._view.scene_point(place)
        if view.hidden_lanes_at(point):
            view.command_wanted.emit("lanes")
            return
        knob = begin.at_knob(view, point)
        if knob is not None:
            self._enter(knob)
            return
        target = view.target_at(point)
        if target is not None and view.tap is not None and view.tap(target.id, bool(held & SHIFT)):
            view.picked.stand_on(target, bring=False)
            return
        link = None if _is_thing(target) else view.link_at(point)
        chosen = link or (target.id if target is not None and _is_thing(target) else None)
        press = Press(place, target, link, chosen in view.selected(), view.selected() if held & MORE else ())
        self._enter(press)
        if chosen is None:
            view.picked.choose(press.base)
        elif held & CONTROL:
            press.toggles = chosen
        elif held & SHIFT:
            view.picked.extend(chosen)
        elif chosen not in view.selected():
            view.picked.choose((chosen,))
        if not held & SHIFT or chosen is None:
            view.picked.stand_on(target if link is None else None)

    def press_right(self, place: QPointF) -> None:
        """A menu will be asked for: what is pointed at is selected, unless it was among what is selected."""
        view, point = self._view, self._view.scene_point(place)
        target = view.target_at(point)
        link = None if _is_thing(target) else view.link_at(point)
        chosen = link or (target.id if target is not None and _is_thing(target) else None)
        if chosen is None:
            view.picked.choose(())
        elif chosen not in view.selected():
            view.picked.choose((chosen,))
        view.picked.stand_on(target if link is None else None, bring=False)

    # --- move ---

    def moved(self, place: QPointF, held: Qt.KeyboardModifier = NONE) -> None:
        match self.state:
            case Idle():
                self._view.hover_over(self._view.scene_point(place))
            case Press() as press if (place - press.start).manhattanLength() >= QApplication.startDragDistance():
                self._enter(begin.moved(self._view, press, held))
                self._go_on(place, held)
            case Connect(moved=False) if (place - self._start).manhattanLength() < QApplication.startDragDistance():
                return
            case Pan() as pan:
                zoom.pan(self._view, place.toPoint() - pan.last)
                pan.last = place.toPoint()
            case Press():
                return
            case _:
                self._go_on(place, held)

    def _go_on(self, place: QPointF, held: Qt.KeyboardModifier) -> None:
        self.hold(held)
        self._follow(self._view.scene_point(place))
        self.edges.at(place, self._start)

    def hold(self, held: Qt.KeyboardModifier) -> None:
        """Ctrl was pressed or let go: cards that are dragged are copied, or moved after all."""
        if isinstance(self.state, Drag) and self.state.kind == "step":
            copies = bool(held & CONTROL)
            if copies != self.state.copies:
                self.state.copies = copies
                self.rehearsal.consider(self.state)
                self._view.viewport().update()
                self._show_cursor()

    def _show_cursor(self) -> None:
        if isinstance(self.state, Drag):
            copies, nowhere = self.state.copies, self.state.drop is None
            shape = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ClosedHandCursor
            wanted = Qt.CursorShape.ForbiddenCursor if nowhere else shape
            if self._view.viewport().cursor().shape() != wanted:
                self._view.viewport().setCursor(wanted)

    def _follow(self, point: QPointF) -> None:
        before = self.touched()
        drop = self.state.drop if isinstance(self.state, Drag) else None
        follow(self._view, self.state, point)
        if isinstance(self.state, Drag):
            self.rehearsal.consider(self.state)
            self._show_cursor()
            for place in {drop, self.state.drop} if drop != self.state.drop else ():
                self._view.repaint_area(scale.rect(place.rect) if place is not None else QRectF())
        self._view.repaint_area(before.united(self.touched()))

    def touched(self) -> QRectF:
        """The part of the scene on which the gesture shows."""
        return touched(self._view, self.state)

    def double(self, place: QPointF) -> None:
        """Write: on an empty place something new, on a card, phase, note or connection its words."""
        self.cancel()
        view, point = self._view, self._view.scene_point(place)
        target = view.target_at(point)
        if target is not None and view.tap is not None and view.tap(target.id, False):
            return
        link = None if _is_thing(target) else view.link_at(point)
        if link is not None:
            view.begin_edit(link)
        elif target is not None and target.part == "cell":
            view.writer.at(target, point)
        elif target is not None and target.id:
            view.begin_edit(target.id)

    def erase(self, place: QPointF) -> None:
        """The pen's other end is put down."""
        if not self.busy:
            self._start = QPointF(place)
            self._enter(Erase())
            self._follow(self._view.scene_point(place))

    # --- release ---

    def released(self, place: QPointF, button: Qt.MouseButton = LEFT, held: Qt.KeyboardModifier = NONE) -> None:
        """Finish the gesture; another button than the one it began with means nothing."""
        state = self.state
        if isinstance(state, Idle):
            return
        if isinstance(state, Pan) != (button == Qt.MouseButton.MiddleButton) and not (
            isinstance(state, Pan) and button == LEFT
        ):
            return
        self.hold(held)
        self._enter(Idle())
        rehearsed = self.rehearsal.end()
        finish(self._view, state, more=bool(held & MORE))
        if rehearsed and self._view.rehearsing:
            self._view.lay_out()
        self._view.viewport().update()
        self._view.hover_over(self._view.scene_point(place))


def _is_thing(target: Target | None) -> bool:
    """Whether it stands for something that can be selected, not for an empty place."""
    return target is not None and target.part not in ("cell", "lane")
