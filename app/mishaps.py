"""What happens when our own code fails: a log without content, a notice, and the program goes on."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

CRASH: Final = "crash.log"
"""Here Qt's last words go, as they come; cleaned, they go to `LAST` at the next start."""
LAST: Final = "last-crash.log"


def log_folder() -> Path:
    """Where the log and the last words lie."""
    from journeys.store import locations

    return locations.data_folder() / "log"


def watch() -> None:
    """From the first moment on: a crash of Qt leaves its stack; its complaints and errors of ours are logged."""
    with suppress(OSError):
        log_folder().mkdir(parents=True, exist_ok=True)
        crash = os.open(log_folder() / CRASH, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        faulthandler.enable(file=crash)
    catch(lambda _: False)
    _hear_qt()


def _hear_qt() -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    seen: Counter[str] = Counter()

    def heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        from app import logbook

        if kind != QtMsgType.QtDebugMsg:
            keep_log()
            logbook.qt_said(kind, context.category, text, seen)
        if kind == QtMsgType.QtFatalMsg:
            from app import no_screen

            no_screen.end_instead(text)

    qInstallMessageHandler(heard)


def keep_log() -> None:
    """Log to the user's data folder from now on; nothing happens when that is done already."""
    from app import logbook

    logbook.begin(log_folder())


def catch(tell: Callable[[str], object]) -> None:
    """From now on every uncaught exception is logged, and told once per place where it happened.

    `tell` may be called in any thread, and answers False when nobody could be told yet.
    """
    told: set[str] = set()
    seen: Counter[str] = Counter()

    def heard(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        from app import logbook, traces

        place = traces.place(kind, trace)
        seen[place] += 1
        if logbook.worth_a_line(seen[place]):
            keep_log()
            logbook.wrote_error(traces.story(kind, error, trace), seen[place])
        if place not in told:
            told.add(place)
            if tell(kind.__name__) is False:
                told.discard(place)

    def hook(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error or kind(), trace)
            return
        if os.environ.get("LEVENSREIS_DEBUG"):
            sys.__excepthook__(kind, error or kind(), trace)
        with suppress(Exception):  # at the very end hardly anything is left to log or to tell with
            heard(kind, error, trace)

    sys.excepthook = hook
    threading.excepthook = lambda args: hook(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: hook(args.exc_type, args.exc_value, args.exc_traceback)


def ended() -> None:
    """The program comes to its end as it should: no crash is told of at the next start."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(None)  # Qt may speak when there is no Python any more
    faulthandler.disable()
    _empty(log_folder() / CRASH)


def take_crash() -> bool:
    """Whether the program crashed the last time; its stack is kept for a report, without a path of anybody."""
    from app import traces
    from journeys.errors import FileError
    from journeys.store import files

    crash = log_folder() / CRASH
    try:
        found = traces.cleaned_stack(crash.read_text("utf-8", "replace"))
        when = crash.stat().st_mtime
    except OSError:
        return False
    if not found:
        return False
    with suppress(OSError, FileError):
        files.write_whole(log_folder() / LAST, f"{traces.stamp(when)}\n{found}\n".encode())
        _empty(crash)
    return True


def _empty(crash: Path) -> None:
    from journeys.store import files

    with suppress(OSError):
        if crash.stat().st_size:
            files.overwrite(crash, b"")
