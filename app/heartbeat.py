"""Says every few minutes, in the lock beside a file, that it is still being edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BEAT_MS: Final = 300_000
PATIENCE: Final = 60.0
"""Seconds after which a disk that does not take our lock is let be."""
LEFT: Final = 2.0
"""Seconds that closing waits for such a disk."""


class Heartbeat(QObject):
    """A computer that slept may find that somebody else took over."""

    taken_over = Signal()  #: somebody else edits the file now

    def __init__(self, held: Callable[[], Path | None], parent: QObject) -> None:
        """`held`: the file beside which our lock lies at that moment."""
        super().__init__(parent)
        self._held = held
        self._beating: tasks.Task | None = None
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def stop(self, within: float | None = None) -> None:
        """End; one beat that is under way may take so many seconds more, as else it locks again after us."""
        self._timer.stop()
        if self._beating is not None:
            self._beating.wait(LEFT if within is None else within)

    def beat(self) -> None:
        """In a worker, because a disk that is gone may answer after minutes."""
        held = self._held()
        if held is not None and self._beating is None:
            from journeys.store import locks

            self._beating = tasks.start(lambda _: locks.beat(held), self, self._beaten, self._beaten, patience=PATIENCE)

    def _beaten(self, ours: object) -> None:
        self._beating = None
        if ours is False:
            self.taken_over.emit()
