"""What happens when our own code fails: a log without content, a notice, and the program goes on."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_log = logging.getLogger("levensreis")


def keep_log() -> None:
    """Log to the user's data folder, five files of one megabyte; a crash of Qt leaves its stack there too."""
    from journeys.store import locations

    folder = locations.data_folder() / "log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "levensreis.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
        )
        crash = os.open(folder / "crash.log", os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    except OSError:
        return
    handler.setFormatter(_Plain("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    faulthandler.enable(file=crash)


class _Plain(logging.Formatter):
    """Tracebacks without the text of exceptions: that may hold what somebody wrote on a card."""

    def formatException(self, ei: tuple[type[BaseException] | None, BaseException | None, TracebackType | None]) -> str:
        return signature(ei[0], ei[2])


def catch(tell: Callable[[str], object]) -> None:
    """From now on every uncaught exception is logged, and told once per place where it happened."""
    told: set[str] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        place = signature(kind, trace)
        _log.error("uncaught %s", place)
        if os.environ.get("LEVENSREIS_DEBUG"):
            sys.__excepthook__(kind, error, trace)
        if place not in told:
            told.add(place)
            tell(kind.__name__)

    sys.excepthook = hook
    threading.excepthook = lambda args: hook(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)


def signature(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """The kind of an exception and where it went, file by file: no values."""
    frames = traceback.extract_tb(trace)[-6:]
    places = " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in reversed(frames))  # noqa: PTH119 - a name is all it takes
    return f"{kind.__name__ if kind else '?'} at {places or '?'}"
