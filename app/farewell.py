"""Signals of the system that ask the program to end: Python hears them only when Qt lets it run."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSocketNotifier, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
LOOK_MS: Final = 500


def on_signals(owner: QObject, end: Callable[[], object]) -> None:
    """Call `end` once, in the event loop, when the first of these signals comes; a second one cuts it short.

    A signal only leaves a mark, so whatever the program was doing is finished first.
    """
    came: list[int] = []
    wanted = [number for name in NAMES if (number := getattr(signal, name, None)) is not None]
    for number in wanted:
        signal.signal(number, lambda number, _: came.append(number))

    def heard() -> None:
        if came:
            came.clear()
            for number in wanted:
                signal.signal(number, signal.SIG_DFL)
            end()

    if os.name == "posix":
        _wake(owner, heard)
    else:  # there Qt watches sockets only: let Python look now and then
        timer = QTimer(owner, interval=LOOK_MS)
        timer.timeout.connect(heard)
        timer.start()


def _wake(owner: QObject, heard: Callable[[], None]) -> None:
    """A signal writes a byte to a pipe that Qt watches."""
    reading, writing = os.pipe()
    for side in (reading, writing):
        os.set_blocking(side, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, owner)

    def woken() -> None:
        os.read(reading, 64)
        heard()

    notifier.activated.connect(woken)
    owner.destroyed.connect(lambda: signal.set_wakeup_fd(-1))
