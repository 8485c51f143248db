"""Work off the GUI thread: a busy cursor after half a second, progress with Cancel after two."""

from __future__ import annotations

import gc
import threading
import time
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from app.plain import plain_progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QProgressDialog, QWidget

    from journeys.i18n import Words

BUSY_MS = 500
PROGRESS_MS = 2000
LASTING = 100_000
"""New things from which a collection of what a worker left is felt."""
LOOK_MS = 15
"""How often the GUI thread looks whether a worker is done."""


class Cancelled(Exception):  # noqa: N818 - the user's wish, no error
    """The work stopped because the user asked for it."""


class Work:
    """What the worker holds: plain values, because a Qt object must not be let go of in another thread."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self.over = threading.Event()
        self.share: float | None = None
        """Which part of the work is done, 0 to 1; None of work that does not say."""
        self.outcome: tuple[object, Exception | None] = (None, None)

    @property
    def cancelled(self) -> bool:
        """Work asks this between its parts."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; what it makes after this is not used."""
        self._stop.set()

    def watch(self, share: float) -> None:
        """For long work to call now and then, with the part that is done. Raises Cancelled when it must stop."""
        if self.cancelled:
            raise Cancelled
        self.share = share

    def run(self, work: Callable[[Work], object]) -> None:
        try:
            self.outcome = work(self), None
        except Exception as error:  # noqa: BLE001 - handed over to the GUI thread, which tells the user
            self.outcome = None, error
        self.over.set()


class Task(QObject):
    """One piece of work in a worker thread; `finished` or `failed` comes on the GUI thread, unless cancelled.

    It belongs to nobody, because a worker cannot be stopped: when `owner` goes first, its outcome is let go.
    """

    finished = Signal(object)  #: the result of the work
    failed = Signal(object)  #: the exception it ended with
    advanced = Signal(float)  #: the part of the work that is done now, 0 to 1
    ended = Signal()  #: in every case, once

    def __init__(self, work: Callable[[Work], object], owner: QObject, patience: float | None = None) -> None:
        """`patience`: seconds after which nobody waits for the work any more, and it fails with a TimeoutError.

        That is for questions to a disk, which one that is out of reach answers after minutes.
        """
        super().__init__()
        self._state = Work()
        self._told: float | None = None
        self._patience = patience
        self._until = 0.0
        self._thread = threading.Thread(
            target=self._state.run, args=(work,), name="levensreis-task", daemon=patience is not None
        )
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_whether_over)
        owner.destroyed.connect(self._forsake)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._state.cancelled

    def cancel(self) -> None:
        """Ask the work to stop; what it makes after this is not used."""
        self._state.cancel()

    def start(self) -> None:
        _under_way.add(self)
        gc.disable()  # in a worker it would free Qt objects that the GUI thread is just then destroying: a crash
        self._until = time.monotonic() + (self._patience or 0)
        self._thread.start()
        self._look.start()

    def wait(self, within: float | None = None) -> None:
        """Wait until it is over and everybody was told, or so many seconds; for the end of the program."""
        left = [] if within is None else [within]
        if self._patience is not None:
            left.append(max(0.0, self._until - time.monotonic()))
        self._thread.join(min(left, default=None))
        self._look_whether_over()

    def _look_whether_over(self) -> None:
        if self._state.share not in (None, self._told):
            self._told = self._state.share
            self.advanced.emit(self._told)
        if self not in _under_way:
            return
        if self._state.over.is_set():
            self._end()
            self._tell()
        elif self._patience is not None and time.monotonic() >= self._until:
            self._end()
            self._state = Work()  # whatever still comes goes to the old one
            self._state.outcome = None, TimeoutError()
            self._tell()

    def _end(self) -> None:
        self._look.stop()
        _under_way.discard(self)
        if self._state.over.is_set():
            self._thread.join()
        if not _under_way:
            _let_age()
            gc.enable()

    def _tell(self) -> None:
        stopped = self.cancelled  # before `ended`: a progress dialog that is put away says that it is cancelled
        self.ended.emit()
        result, error = self._state.outcome
        if stopped:
            return
        if error is None:
            self.finished.emit(result)
        else:
            self.failed.emit(error)

    def _forsake(self) -> None:
        """Whoever wanted it is gone."""
        self.cancel()
        if self._patience is not None and self in _under_way:
            self._end()  # the program need not wait for it any more
        for signal in (self.finished, self.failed):
            with warnings.catch_warnings(action="ignore"), suppress(RuntimeError):
                signal.disconnect()


def _let_age() -> None:
    """What workers made to last, such as a large map, counts as old at once.

    As new things it would be gone through three times in a row, which for a million of them is a hitch of seconds.
    """
    if gc.get_count()[0] > LASTING:
        gc.freeze()
        gc.unfreeze()


_under_way: set[Task] = set()
"""Holds every task until everybody has heard of its end."""


def wait_for_all() -> None:
    """Wait for every worker, and for those that they bring about: each needs the interpreter to the end."""
    while _under_way:
        for task in tuple(_under_way):
            task.wait()


def start(
    work: Callable[[Work], Any],
    parent: QObject,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[Exception], object] | None = None,
    *,
    patience: float | None = None,
) -> Task:
    """Run `work` quietly in a worker; `patience` in seconds, when it may be given up."""
    task = Task(work, parent, patience)
    if done is not None:
        task.finished.connect(done)
    if failed is not None:
        task.failed.connect(failed)
    task.start()
    return task


def our_mistake(error: Exception) -> None:
    """For work that tells itself what can go wrong with a file: what is left is for the log and the notice."""
    raise error


def start_shown(
    work: Callable[[Work], Any],
    parent: QWidget,
    what: str,
    say: Words,
    done: Callable[[Any], object],
    failed: Callable[[Exception], object],
) -> Task:
    """As `start`, for work the user waits for: the cursor, then a dialog named `what` with Cancel."""
    task = start(work, parent, done, failed)
    wait = _Wait(task, parent, what, say)
    task.ended.connect(lambda: wait.end())  # noqa: PLW0108 - a bound method would not keep it alive
    return task


class _Wait:
    """What the user sees of work that is waited for; put away when it ends, is cancelled, or its window goes."""

    def __init__(self, task: Task, parent: QWidget, what: str, say: Words) -> None:
        self._task, self._parent, self._what, self._say = task, parent, what, say
        self._dialog: QProgressDialog | None = None
        self._busy = False
        self._share = 0.0
        task.advanced.connect(lambda share: self._show_share(share))  # noqa: PLW0108 - as for `ended`
        self._timers = [QTimer(parent, singleShot=True, interval=wait) for wait in (BUSY_MS, PROGRESS_MS)]
        for timer, show in zip(self._timers, (self._show_busy, self._show_progress), strict=True):
            timer.timeout.connect(show)
            timer.start()

    def _show_busy(self) -> None:
        self._busy = True
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def _show_progress(self) -> None:
        self._dialog = plain_progress(self._parent, self._what, self._say("Cancel"))
        self._dialog.canceled.connect(self._cancel)
        for holds in (self._dialog.setAutoClose, self._dialog.setAutoReset):
            holds(False)
        self._show_share(self._share)
        self._dialog.show()

    def _show_share(self, share: float) -> None:
        """Work that says nothing moves to and fro."""
        self._share = share
        if self._dialog is not None and isValid(self._dialog) and share:
            self._dialog.setMaximum(100)
            self._dialog.setValue(round(100 * share))

    def _cancel(self) -> None:
        self._task.cancel()
        self.end()

    def end(self) -> None:
        if self._busy:
            self._busy = False
            QGuiApplication.restoreOverrideCursor()
        dialog, self._dialog = self._dialog, None
        for timer in filter(isValid, self._timers):
            timer.stop()  # one that is due as well would still go off: after a hitch both are
        for part in (*self._timers, dialog):
            if part is not None and isValid(part):
                part.deleteLater()
        self._timers = []
        if dialog is not None and isValid(dialog):
            dialog.hide()
