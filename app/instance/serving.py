"""The running program does what a second start asked: opens its files here, and comes forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import leaving, opening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.instance.claim import Claim
    from app.instance.door import Door
    from app.instance.request import Request
    from app.program import Program
    from app.window import StudyWindow

AGAIN_MS: Final = 15_000
"""So often a program that runs beside another one looks whether that has gone: then it takes its place."""


def begin(program: Program, claim: Claim) -> None:
    """Listen for second starts from now on, or as soon as the program that does so now has ended."""
    if claim.held:
        _open(program, claim)
    elif claim.door is not None:
        timer = QTimer(program, interval=AGAIN_MS)
        timer.timeout.connect(lambda: _succeed(program, claim, timer))
        timer.start()


def _succeed(program: Program, claim: Claim, timer: QTimer) -> None:
    state = claim.take()
    if state != "theirs":
        timer.stop()
        timer.deleteLater()
    if state == "ours":
        _open(program, claim)


def _open(program: Program, claim: Claim) -> Door | None:
    from app.instance.door import Door

    door = Door(claim, lambda: can_take(program), lambda request: take(program, request), program)
    if not door.open():
        door.deleteLater()
        return None
    app = QApplication.instance()
    if app is not None:
        app.aboutToQuit.connect(door.close)
    return door


def can_take(program: Program) -> bool:
    """Not when the last window is closed, or the system logs off: then nobody would see it."""
    return bool(program.windows) and leaving.left() is None


def take(program: Program, request: Request) -> None:
    """Open everything and come forward with what was opened last; without files with an empty window."""
    from app.instance import forward

    if request.language is not None:
        program.speak(request.language)
    window = open_all(program, request.files) if request.files else _welcoming(program)
    forward.bring(window, request.activation, request.startup)


def take_file(program: Program, path: Path) -> None:
    """The system itself asks for a file, and brings the program forward with it."""
    from app.instance import forward

    if not program.windows:
        program.new_window()
    forward.bring(open_all(program, [path]))


def open_all(program: Program, paths: Sequence[Path]) -> StudyWindow:
    """Each in a window of its own; gives the last one, or the one that says what did not open."""
    asking = last = _empty(program) or program.last_used()
    try:
        last = opening.open_all(program, asking, paths)
    finally:
        if last.session is None and last.start_page is None:
            last.show_welcome()
    return last


def _empty(program: Program) -> StudyWindow | None:
    return next((window for window in program.windows if window.session is None), None)


def _welcoming(program: Program) -> StudyWindow:
    found = _empty(program) or program.new_window()
    if found.start_page is None and found.bar is None:
        found.show_welcome()
    return found
