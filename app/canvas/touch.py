"""Fingers on the map: tap, long press, drag, two fingers to move and zoom."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer

from app.canvas import handles, zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEventPoint, QTouchEvent

    from app.canvas.pointer import Pointer
    from app.canvas.view import MapView

LONG_MS: Final = 550
"""So long a finger rests before the menu comes."""
RING_MS: Final = 160
"""From here on a ring grows around the finger."""
TURN_MS: Final = 30
DOUBLE_S: Final = 0.45
SLACK: Final = 12.0
"""Pixels that a resting finger moves."""
TWICE: Final = 32.0
"""Pixels within which two taps are a double one."""
DRAGGED: Final = frozenset({"card", "more", "process", "note", "face", "border"})
"""Parts that a finger drags; from anywhere else it moves the map."""


class Fingers:
    """Hands one finger to the pointer, and keeps two for itself; until all are lifted, one gesture is one gesture."""

    def __init__(self, view: MapView, pointer: Pointer) -> None:
        self._view, self._pointer = view, pointer
        self._start: QPointF | None = None
        self._last = QPointF()
        self._apart = 0.0
        self._mode = ""
        self._tapped = (0.0, QPointF())
        self.share = 0.0
        self._began = 0.0
        self._clock = QTimer(view, interval=TURN_MS)
        self._clock.timeout.connect(self.turn)

    def ring(self) -> tuple[QPointF, float] | None:
        """Where in the viewport a finger rests, and how far its long press has come."""
        return None if self._start is None or not self.share else (self._start, self.share)

    def handle(self, event: QTouchEvent) -> bool:
        """Take part in a touch; True when it is ours, so that Qt makes no mouse of it."""
        if event.device() is not None and event.device().type().name == "TouchPad":
            return False
        down = [p for p in event.points() if p.state().name != "Released"]
        kind = event.type()
        if kind == QEvent.Type.TouchCancel:
            self._give_up()
        elif kind == QEvent.Type.TouchBegin and len(down) == 1:
            self._begin(down[0].position())
        elif kind == QEvent.Type.TouchEnd or not down:
            self._end(event.points())
        elif len(down) >= 2:
            self._two(down[0].position(), down[1].position())
        else:
            self._one(down[0].position())
        event.accept()
        return True

    # --- one finger ---

    def _begin(self, place: QPointF) -> None:
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._view.flush()
        self._pointer.cancel()
        self._start, self._last, self._mode = QPointF(place), QPointF(place), "rest"
        self._began, self.share = monotonic(), 0.0
        self._clock.start()

    def _one(self, place: QPointF) -> None:
        if self._start is None or self._mode in ("", "done"):
            return
        if self._mode == "rest" and (place - self._start).manhattanLength() > SLACK:
            self._stop_ring()
            self._mode = "drag" if self._drags(self._start) else "pan"
            if self._mode == "drag":
                self._pointer.pressed(self._start)
        if self._mode == "drag":
            self._pointer.moved(place)
        elif self._mode == "pan":
            zoom.pan(self._view, (place - self._last).toPoint())
            self._last += QPointF((place - self._last).toPoint())

    def _drags(self, place: QPointF) -> bool:
        point = self._view.scene_point(place)
        if handles.handle_at(self._view, point) is not None or handles.end_at(self._view, point) is not None:
            return True
        target = self._view.target_at(point)
        stays = self._view.locked or self._view.tap is not None
        return target is not None and target.part in DRAGGED and not stays

    def _end(self, points: Sequence[QEventPoint]) -> None:
        mode, start = self._mode, self._start
        place = points[0].position() if points else self._last
        self._forget()
        if mode == "drag":
            self._pointer.released(place)
        elif mode == "rest" and start is not None:
            self._tap(start)

    def _tap(self, place: QPointF) -> None:
        """A click, and soon after another at the same place a double one."""
        now, (before, where) = monotonic(), self._tapped
        if now - before < DOUBLE_S and (place - where).manhattanLength() < TWICE:
            self._tapped = (0.0, QPointF())
            self._pointer.double(place)
            return
        self._tapped = (now, QPointF(place))
        self._pointer.pressed(place)
        self._pointer.released(place)
        self._view.picked.point_at(None)

    # --- resting ---

    def turn(self) -> None:
        """The finger still rests: the ring grows, and when it is round the menu comes."""
        rested = (monotonic() - self._began) * 1000
        self.share = max(0.0, min(1.0, (rested - RING_MS) / (LONG_MS - RING_MS)))
        self._view.viewport().update()
        if self.share >= 1.0:
            self.rested()

    def rested(self) -> None:
        """A long press: the menu of what is under the finger."""
        place = self._start
        self._stop_ring()
        if place is None or self._mode != "rest":
            return
        self._mode = "done"
        self._pointer.press_right(place)
        self._view.menu_wanted.emit(self._view.viewport().mapTo(self._view, place.toPoint()))

    def _stop_ring(self) -> None:
        self._clock.stop()
        self.share = 0.0
        self._view.viewport().update()

    # --- two fingers ---

    def _two(self, one: QPointF, other: QPointF) -> None:
        middle, apart = (one + other) / 2, max(1.0, _far(one, other))
        if self._mode != "two":
            self._give_up()
            self._mode, self._start = "two", middle
        else:
            zoom.pan(self._view, (middle - self._last).toPoint())
            middle = self._last + QPointF((middle - self._last).toPoint())
            self._view.zoom_to(self._view.zoom * apart / self._apart, middle)
        self._last, self._apart = middle, apart

    def _give_up(self) -> None:
        self._pointer.cancel()
        self._forget()

    def _forget(self) -> None:
        self._stop_ring()
        self._start, self._mode = None, ""


def _far(one: QPointF, other: QPointF) -> float:
    away = one - other
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
