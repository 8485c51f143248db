"""The system ends everything: all studies are stored at once, and no question and no disk stands in the way."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QCoreApplication

    from app.window import StudyWindow

GRANTED: Final = 2.5
"""Seconds for all files together; the system grants three in all."""
CALLED_OFF: Final = 60.0
"""Seconds after which a log-off that did not end the program was called off by somebody."""
_UNTIL: Final = "leaving"
"""The property of the application that says until when it may store."""


def begin(app: QCoreApplication) -> None:
    """From now on, until it turns out to be called off, closing asks nothing."""
    app.setProperty(_UNTIL, time.monotonic() + GRANTED)


def left() -> float | None:
    """How many seconds are left when the system logs off; then nobody answers questions, and the next start does.

    None when it does not, or no longer.
    """
    app = QGuiApplication.instance()
    until = app.property(_UNTIL) if app is not None else None
    remain = until - time.monotonic() if isinstance(until, float) else -CALLED_OFF
    if remain > -CALLED_OFF:
        return max(0.0, remain)
    return GRANTED if isinstance(app, QGuiApplication) and app.isSavingSession() else None


def store(windows: Sequence[StudyWindow]) -> None:
    """Everything that was typed: into its file, or else safe on this computer; without asking anything.

    All files at once, and not longer than a system that logs off waits: what is not done by then is offered
    at the next start.
    """
    until = time.monotonic() + GRANTED
    for act in (_flush, _publish, lambda window: _wait(window, until)):
        for window in windows:
            in_any_case(act, window)


def end(windows: Sequence[StudyWindow]) -> None:
    """Store everything and close every window, unasked."""
    store(windows)
    for window in windows:
        in_any_case(_close, window)


def in_any_case(act: Callable[[StudyWindow], object], window: StudyWindow) -> None:
    """An error of ours in one study is reported, and keeps no other one from being stored."""
    try:
        act(window)
    except Exception:  # noqa: BLE001 - whatever it is
        sys.excepthook(*sys.exc_info())


def _flush(window: StudyWindow) -> None:
    if window.view is not None:
        window.view.flush()


def _publish(window: StudyWindow) -> None:
    if window.file is not None:
        window.file.publish()


def _wait(window: StudyWindow, until: float) -> None:
    if window.file is not None:
        window.file.publish_now(max(0.0, until - time.monotonic()))


def _close(window: StudyWindow) -> None:
    if window.file is not None:
        window.file.close(within=0.0)
    window.finish()
