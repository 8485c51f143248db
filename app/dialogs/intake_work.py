"""Works out what an intake would make: a short table on the spot, a long one in a worker, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable

    Asked = tuple[int, Callable[[], object]]
    """The number of rows, and the work."""

SOON_MS: Final = 30
AT_ONCE: Final = 1500
"""Rows that are worked out on the spot."""


class IntakeWork(QObject):
    """Asks `ask` for the number of rows and the work, a moment after the last choice; the newest outcome counts."""

    begun = Signal()  #: a worker is busy; the outcome follows
    worked = Signal(object)  #: what the work gave
    failed = Signal(object)  #: a LevensreisError

    def __init__(self, ask: Callable[[], Asked], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._task: tasks.Task | None = None
        self._stale = False
        self._later = QTimer(self, singleShot=True, interval=SOON_MS)
        self._later.timeout.connect(self.now)

    @property
    def busy(self) -> bool:
        """Whether an outcome is still to come."""
        return self._later.isActive() or self._task is not None

    def soon(self) -> None:
        """Something was chosen."""
        self._later.start()

    def now(self) -> None:
        """Work it out, or as soon as the worker is free."""
        self._later.stop()
        if self._task is not None:
            self._stale = True
            return
        rows, work = self._ask()
        if rows > AT_ONCE:
            self.begun.emit()
            self._task = tasks.start(lambda _: work(), self, self._done, self._refused)
            self._task.ended.connect(self._ended)
            return
        try:
            worked = work()
        except LevensreisError as error:
            self.failed.emit(error)
        else:
            self.worked.emit(worked)

    def _done(self, worked: object) -> None:
        if not self._stale:
            self.worked.emit(worked)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        if not self._stale:
            self.failed.emit(error)

    def _ended(self) -> None:
        self._task = None
        if self._stale:
            self._stale = False
            self._later.start(0)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
