"""Mouse, wheel, trackpad, pen and fingers over the slide: what each of them wants."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEventPoint,
    QMouseEvent,
    QNativeGestureEvent,
    QTouchEvent,
    QWheelEvent,
)

if TYPE_CHECKING:
    from app.present.showing import Showing
    from app.present.stage import StageView

NOTCH: Final = 120
"""What a wheel turns for one slide."""
SWIPE: Final = 60
"""Pixels that a finger must go sideways to turn the slide."""
STILL: Final = 14
"""Pixels that a click or a resting finger may move."""
LONG_MS: Final = 600
"""After so long a resting finger wants the menu."""
IDLE_MS: Final = 2500
"""After so long the pointer goes away."""
BACK_SHARE: Final = 0.2
"""A tap in this part of the screen at the left goes back."""
PER_NOTCH: Final = 1.25


class Pointing:
    """Keeps what a gesture needs until it ends."""

    def __init__(self, stage: StageView, showing: Showing) -> None:
        self._stage, self._showing = stage, showing
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragged = False
        self._turned = 0
        self._apart = 0.0
        self._touching = False
        self._idle = QTimer(stage, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._hide_pointer)
        self._long = QTimer(stage, singleShot=True, interval=LONG_MS)
        self._long.timeout.connect(self._want_menu)

    def wait(self) -> None:
        """A pointer that is not used goes away in a moment."""
        self._idle.start()

    def rest(self) -> None:
        """Wait for nothing any more."""
        self._idle.stop()
        self._long.stop()

    def handle(self, event: QEvent) -> bool:
        """Whether the event was for a pointer, and is dealt with."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QTouchEvent):
            return self._touch(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QContextMenuEvent):
            self._show_pointer()
            self._stage.menu_wanted.emit(event.globalPos())
            return True
        return False

    # The pointer itself

    def _show_pointer(self) -> None:
        self._stage.unsetCursor()
        self._idle.start()

    def _hide_pointer(self) -> None:
        self._stage.setCursor(Qt.CursorShape.BlankCursor)

    # Mouse and pen

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._moved(event)
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._press(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release(event)
        else:
            return False
        event.accept()
        return True

    def _moved(self, event: QMouseEvent) -> None:
        if event.position() == self._last:
            return  # a window that appears under a pointer is told so too
        self._show_pointer()
        self._stage.stirred.emit()
        place = event.position()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(place)
        elif self._showing.part is None or _far(place - self._last) > STILL:
            self._showing.light_at(self._stage.on_slide(place))
            self._last = place

    def _drag(self, place: QPointF) -> None:
        """Whoever holds a slide that is nearer than the whole moves it."""
        if self._pressed is not None and (self._dragged or _far(place - self._pressed) > STILL):
            self._dragged = True
            by = (self._last - place) * self._stage.per_pixel()
            self._showing.pan(by.x(), by.y())
            self._last = place

    def _press(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._last, self._dragged = event.position(), event.position(), False
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._stage.commanded.emit("next")
        elif event.button() == Qt.MouseButton.BackButton:
            self._stage.commanded.emit("previous")

    def _release(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._pressed = None
            if not self._dragged:
                self._stage.commanded.emit("next")

    # Wheel and trackpad

    def _wheel(self, event: QWheelEvent) -> bool:
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._showing.zoom_by(PER_NOTCH ** (turn / NOTCH), self._stage.on_slide(event.position()))
        elif event.phase() == Qt.ScrollPhase.ScrollBegin:
            self._turned = 0
        elif event.phase() != Qt.ScrollPhase.ScrollMomentum:  # fingers that have left turn no more slides
            self._turn_by(turn)
        event.accept()
        return True

    def _turn_by(self, turn: int) -> None:
        """One slide for a notch; half a notch one way is forgotten when the wheel turns the other way."""
        self._turned = turn if self._turned * turn < 0 else self._turned + turn
        if abs(self._turned) >= NOTCH:
            code = "previous" if self._turned > 0 else "next"
            self._turned = 0
            self._stage.commanded.emit(code)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._showing.zoom_by(1 + event.value(), self._stage.on_slide(event.position()))
        return True

    # Fingers

    def _touch(self, event: QTouchEvent) -> bool:
        kind, points = event.type(), event.points()
        if kind == QEvent.Type.TouchBegin:
            self._begin_touch(points)
        elif kind == QEvent.Type.TouchUpdate:
            self._move_touch(points)
        elif kind == QEvent.Type.TouchEnd:
            self._end_touch(points)
        else:
            self._touching = False
            self._long.stop()
        event.accept()
        return True

    def _begin_touch(self, points: list[QEventPoint]) -> None:
        self._touching = len(points) == 1
        self._pressed = self._last = points[0].position()
        self._dragged, self._apart = False, 0.0
        self._long.start()

    def _move_touch(self, points: list[QEventPoint]) -> None:
        place = points[0].position()
        if len(points) > 1:
            self._two_fingers(place, points[1].position())
        elif self._pressed is not None and _far(place - self._pressed) > STILL:
            self._long.stop()
            if self._showing.zoom > 1:
                self._drag(place)
            elif self._showing.spot:
                self._dragged = True
                self._showing.light_at(self._stage.on_slide(place))

    def _two_fingers(self, one: QPointF, other: QPointF) -> None:
        self._long.stop()
        apart, middle = max(_far(one - other), 1.0), (one + other) / 2
        if self._apart and self._touching is False:
            by = (self._last - middle) * self._stage.per_pixel()
            self._showing.pan(by.x(), by.y())
            self._showing.zoom_by(apart / self._apart, self._stage.on_slide(middle))
        self._apart, self._last, self._touching, self._dragged = apart, middle, False, True

    def _end_touch(self, points: list[QEventPoint]) -> None:
        waiting = self._long.isActive()
        self._long.stop()
        began, self._pressed = self._pressed, None
        if began is None or not self._touching or self._dragged:
            return
        place = points[0].position()
        way = place - began
        if abs(way.x()) >= SWIPE and abs(way.x()) > abs(way.y()):
            self._stage.commanded.emit("next" if way.x() < 0 else "previous")
        elif waiting and _far(way) <= STILL:
            back = place.x() < self._stage.width() * BACK_SHARE
            self._stage.commanded.emit("previous" if back else "next")

    def _want_menu(self) -> None:
        at = self._pressed
        if at is not None:
            self._touching = False
            self._stage.menu_wanted.emit(self._stage.mapToGlobal(QPoint(round(at.x()), round(at.y()))))


def _far(way: QPointF) -> float:
    return hypot(way.x(), way.y())
