"""The log of the program: what happened and where in the program, never a word of anybody's work."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import sys
import time
import warnings
from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QtMsgType

from app import traces

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "levensreis.log"
MOST_BYTES: Final = 1_000_000
OLDER: Final = 4
OURS: Final = ("levensreis", "app", "journeys")
"""Loggers whose words are ours: those of libraries may quote what they were given."""
_SPEAKER: Final = re.compile(r"(?P<part>Q[A-Z]\w{0,40})(?:::[A-Za-z_]{1,40})?(?=[:(\s])")
_PARTS: Final = ("QtCore", "QtGui", "QtWidgets")
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip

_log = logging.getLogger("levensreis")


class LogFile(logging.handlers.RotatingFileHandler):
    """Five files of one megabyte; a disk that takes no more is no trouble of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MOST_BYTES, backupCount=OLDER, encoding="utf-8", delay=True)
        self.setFormatter(Plain())

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing: Python would write the record to where somebody may read it."""


class Plain(logging.Formatter):
    """Where it happened, and of errors their kinds: their texts may hold what somebody wrote on a card."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record, '%Y-%m-%d %H:%M:%S')} {record.levelname} {record.name} {_words(record)}"
        kind, error, trace = record.exc_info or (None, None, None)
        return head if kind is None else f"{head}\n    {traces.story(kind, error, trace)}"


def _words(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    return f"said something at {traces.spot(record.pathname)}:{record.lineno}"


def begin(folder: Path) -> None:
    """Log to this folder, also what libraries have to say; once is enough."""
    root = logging.getLogger()
    if any(isinstance(handler, LogFile) for handler in root.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    root.addHandler(LogFile(folder / NAME))
    _log.setLevel(logging.INFO)
    warnings.showwarning = _warned  # type: ignore[assignment]  # names of arguments differ


def end() -> bool:
    """Let go of the log; whether there was one."""
    root = logging.getLogger()
    held = [one for one in root.handlers if isinstance(one, LogFile)]
    for handler in held:
        root.removeHandler(handler)
        handler.close()
    return bool(held)


def wrote_error(story: str, times: int) -> None:
    """An exception that nobody caught."""
    _log.error("uncaught %s%s", story, f" (the {times}th time)" if times > 1 else "")


def wrote(text: str) -> None:
    """Something of ours that helps to understand what follows: codes and numbers only."""
    _log.info("%s", text)


def worth_a_line(times: int) -> bool:
    """The first time, and then ever less often: what fails at every stroke would drive the rest out of the log."""
    return str(times).strip("0") == "1"


def qt_said(kind: QtMsgType, category: str, text: str, seen: Counter[str]) -> None:
    """Log what Qt complains about: which part of it, and not what it says, as that may quote a text or a path."""
    if os.environ.get("LEVENSREIS_DEBUG") and sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
    what = f"{category or 'default'} {speaker(text or '')}".strip()
    seen[what] += 1
    level = _LEVELS.get(kind, logging.WARNING)
    if level >= logging.WARNING and worth_a_line(seen[what]):
        _log.log(level, "Qt: %s", what)


def speaker(text: str) -> str:
    """The part of Qt that a message begins with, "QPainter::begin"; empty when no part is called so."""
    found = _SPEAKER.match(text)
    known = found and any(hasattr(sys.modules.get(f"PySide6.{name}"), found["part"]) for name in _PARTS)
    return found[0] if found and known else ""


def _warned(_message: object, category: type[Warning], filename: str, lineno: int, *_: object) -> None:
    _log.warning("%s at %s:%d", category.__name__, traces.spot(filename), lineno)


def lines(folder: Path, most: int) -> list[str]:
    """The last lines of the log, the oldest first."""
    found: list[str] = []
    for name in (NAME, f"{NAME}.1"):
        try:
            found = (folder / name).read_text("utf-8", "replace").splitlines() + found
        except OSError:
            continue
        if len(found) >= most:
            break
    return found[-most:]
