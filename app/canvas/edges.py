"""Scrolls on while something is dragged to the edge of the view, also when the pointer rests there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.canvas.view import MapView

EDGE: Final = 36.0
"""Pixels from the edge where scrolling begins; the deeper, the faster."""
FASTEST: Final = 26.0
"""Pixels per turn of the clock."""
TURN_MS: Final = 16
TOWARDS: Final = 6.0
"""What was taken hold of near an edge must first be moved this far towards it."""


class Edges:
    """`follow` is told where the pointer now is on the map, each time the map has moved under it."""

    def __init__(self, view: MapView, follow: Callable[[QPointF], object]) -> None:
        self._view, self._follow = view, follow
        self._place = QPointF()
        self._speed = QPointF()
        self._clock = QTimer(view, interval=TURN_MS)
        self._clock.timeout.connect(self.turn)

    @property
    def scrolling(self) -> bool:
        return self._clock.isActive()

    def at(self, place: QPointF, start: QPointF) -> None:
        """The pointer is here in the viewport, and what it drags was taken hold of at `start`."""
        self._place = place
        room = self._view.viewport().rect()
        covered = self._view.picture.covered()
        left = covered.width() * self._view.zoom if not covered.isEmpty() else 0.0
        self._speed = QPointF(
            _speed(place.x(), start.x(), left, room.width()), _speed(place.y(), start.y(), 0.0, room.height())
        )
        if self._speed.isNull():
            self.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def stop(self) -> None:
        self._clock.stop()

    def turn(self) -> None:
        """One turn of the clock."""
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        before = bars[0].value(), bars[1].value()
        bars[0].setValue(round(before[0] + self._speed.x()))
        bars[1].setValue(round(before[1] + self._speed.y()))
        if (bars[0].value(), bars[1].value()) == before:
            self.stop()
        else:
            self._follow(self._view.scene_point(self._place))


def _speed(place: float, start: float, least: float, most: float) -> float:
    """Pixels per turn along one side; 0 away from the edges."""
    if place < least + EDGE and place < start - TOWARDS:
        return -FASTEST * min(1.0, (least + EDGE - place) / (2 * EDGE)) - 1
    if place > most - EDGE and place > start + TOWARDS:
        return FASTEST * min(1.0, (place - most + EDGE) / (2 * EDGE)) + 1
    return 0.0
