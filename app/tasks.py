"""Work off the GUI thread: a busy cursor after half a second, progress with Cancel after two."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.i18n import Words

BUSY_MS = 500
PROGRESS_MS = 2000


class Cancelled(Exception):  # noqa: N818 - the user's wish, no error
    """The work stopped because the user asked for it."""


class Task(QObject):
    """One piece of work in a worker thread; `finished` or `failed` comes on the GUI thread, unless cancelled."""

    finished = Signal(object)  #: the result of the work
    failed = Signal(object)  #: the exception it ended with
    ended = Signal()  #: in every case, once

    def __init__(self, work: Callable[[Task], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._over = threading.Event()
        self._outcome: tuple[object, Exception | None] = (None, None)
        self._settled = False
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    _done = Signal()

    @property
    def cancelled(self) -> bool:
        """Work asks this between its parts."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; what it makes after this is not used."""
        self._stop.set()

    def start(self) -> None:
        QThreadPool.globalInstance().start(_Runner(self._run))

    def wait(self) -> None:
        """Wait until it is over and everybody was told; for the end of the program."""
        self._over.wait()
        self._settle()

    def _run(self) -> None:
        try:
            self._outcome = self._work(self), None
        except Exception as error:  # noqa: BLE001 - handed over to the GUI thread, which tells the user
            self._outcome = None, error
        self._over.set()
        self._done.emit()

    def _settle(self) -> None:
        if self._settled:
            return
        self._settled = True
        self.ended.emit()
        result, error = self._outcome
        if not self._stop.is_set():
            if error is None:
                self.finished.emit(result)
            else:
                self.failed.emit(error)
        self.deleteLater()


class _Runner(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        self._run()


def start(
    work: Callable[[Task], Any],
    parent: QObject,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[Exception], None] | None = None,
) -> Task:
    """Run `work` quietly in a worker."""
    task = Task(work, parent)
    if done is not None:
        task.finished.connect(done)
    if failed is not None:
        task.failed.connect(failed)
    task.start()
    return task


def start_shown(
    work: Callable[[Task], Any],
    parent: QWidget,
    what: str,
    say: Words,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> Task:
    """As `start`, for work the user waits for: the cursor, then a dialog named `what` with Cancel."""
    task = start(work, parent, done, failed)
    busy = QTimer(task, singleShot=True, interval=BUSY_MS)
    slow = QTimer(task, singleShot=True, interval=PROGRESS_MS)
    shown: list[QProgressDialog] = []

    def show_busy() -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        task.ended.connect(QGuiApplication.restoreOverrideCursor)

    def show_progress() -> None:
        dialog = QProgressDialog(what, say("Cancel"), 0, 0, parent)
        dialog.setWindowTitle(what)
        dialog.canceled.connect(task.cancel)
        dialog.canceled.connect(dialog.close)
        dialog.show()
        shown.append(dialog)

    def put_away() -> None:
        busy.stop()
        slow.stop()
        for dialog in shown:
            dialog.close()
            dialog.deleteLater()

    busy.timeout.connect(show_busy)
    slow.timeout.connect(show_progress)
    task.ended.connect(put_away)
    busy.start()
    slow.start()
    return task
