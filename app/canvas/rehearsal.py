"""Shows what letting go would do, as soon as the pointer rests: the map of a study as it would then be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from app.canvas import drops
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from app.canvas.drops import Drop
    from app.canvas.gestures import Drag
    from app.canvas.view import MapView

REST_MS: Final = 70
"""Neighbours make room when the pointer rests this long, not while it flies over them."""
MOST_STEPS: Final = 600
"""In a longer journey only the mark shows where the cards would land."""


class Rehearsal:
    """Holds the drag whose outcome is to be shown, and what is shown of it."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._drag: Drag | None = None
        self._shown: tuple[Drop | None, bool] = (None, False)
        self._rest = QTimer(view, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.show)

    @property
    def shown(self) -> bool:
        """Whether the map shows what would be, not what is."""
        return self._shown[0] is not None

    def consider(self, drag: Drag) -> None:
        """The pointer has moved: wait until it rests, if something else is to be shown."""
        self._drag = drag
        if (drag.drop, drag.copies) == self._shown:
            self._rest.stop()
        else:
            self._rest.start()

    def show(self) -> None:
        """Lay out the map as it would be."""
        drag, view = self._drag, self._view
        self._rest.stop()
        if drag is None or (drag.drop, drag.copies) == self._shown:
            return
        was, self._shown = self.shown, (drag.drop, drag.copies)
        verb = drops.verb(view, drag)
        if verb is None or len(view.document.steps) > MOST_STEPS:
            self._shown = (None, drag.copies)
            if was:
                view.lay_out()
            return
        try:
            edit = verb()
        except LevensreisError:
            return
        ahead = view.document.snapshot()
        ahead.write(edit.changes)
        view.lay_out(ahead)

    def end(self) -> bool:
        """Nothing is being dragged any more; whether the map must be shown as it is."""
        self._rest.stop()
        was, self._drag, self._shown = self.shown, None, (None, False)
        return was
