"""A second start speaks to the running program: says what to open, and hears whether that is taken over."""

from __future__ import annotations

import sys
import time
from typing import Final, Literal

from PySide6.QtNetwork import QLocalSocket

from app.instance import request as asking

PATIENCE: Final = 4.0
"""Seconds that a program which is there may be silent: then it hangs, and the user gets a window all the same."""
Answer = Literal["taken", "absent", "refused", "silent"]


def ask(door: str, request: asking.Request) -> Answer:
    """What became of the request; `absent`: nobody listens there."""
    socket = QLocalSocket()
    until = time.monotonic() + PATIENCE
    socket.connectToServer(door)
    if not socket.waitForConnected(_left(until)):
        return "absent"
    try:
        return _talk(socket, request, until)
    finally:
        socket.abort()


def _talk(socket: QLocalSocket, request: asking.Request, until: float) -> Answer:
    line = _heard(socket, until)
    pid = asking.greeted(line)
    if pid is None:
        return "refused" if line else _unheard(socket)
    _let_come_forward(pid)
    socket.write(asking.written(request))
    while socket.bytesToWrite() and socket.waitForBytesWritten(_left(until)):
        pass
    line = _heard(socket, until)
    if not line:
        return _unheard(socket)
    return "taken" if asking.was_taken(line) else "refused"


def _heard(socket: QLocalSocket, until: float) -> bytes:
    """One line, or nothing when it does not come in time, or no end comes to it."""
    while not socket.canReadLine():
        if socket.bytesAvailable() > asking.LONGEST or time.monotonic() > until:
            return b""
        if not socket.waitForReadyRead(_left(until)):
            return b""
    return bytes(socket.readLine(asking.LONGEST).data())


def _unheard(socket: QLocalSocket) -> Answer:
    """Who hung up is not hung."""
    return "silent" if socket.state() == QLocalSocket.LocalSocketState.ConnectedState else "refused"


def _left(until: float) -> int:
    """Milliseconds; at least one, as Qt takes 0 for an error and -1 for ever."""
    return max(1, round((until - time.monotonic()) * 1000))


def _let_come_forward(pid: int) -> None:
    """Windows lets only the program that the user just started come forward, or whom that one names."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
