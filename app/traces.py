"""Where an error came from, in files of the program and line numbers: no values, no texts, no folders of anybody."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import traceback
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

ROOT: Final = str(Path(__file__).resolve().parents[1]) + os.sep
MOST_FRAMES: Final = 8
MOST_CAUSES: Final = 6
_FRAME: Final = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d+|\?\?\?) in (?P<name>.*)')
_KEPT: Final = re.compile(
    r"(Fatal Python error: |Windows fatal exception: |Current thread |Thread 0x|Extension modules: |  \.\.\.|"
    r"  <no Python frame>).*"
)
"""Lines of a stack that name no file."""


def place(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """The kind of an exception and where it began: by this the same one is known again."""
    frames = traceback.extract_tb(trace)
    where = f"{spot(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"
    return f"{kind.__name__ if kind else '?'} at {where}"


def signature(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """The kind of an exception and where it went, file by file: no values."""
    frames = traceback.extract_tb(trace)[-MOST_FRAMES:]
    places = " < ".join(f"{spot(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    return f"{kind.__name__ if kind else '?'} at {places or '?'}"


def story(kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> str:
    """The signature of an exception and of what brought it about."""
    causes = [f"because of {signature(type(one), one.__traceback__)}{_code(one)}" for one in _causes(error)]
    return "\n    ".join([f"{signature(kind, trace)}{_code(error)}", *causes])


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """What an exception came from, and what a group of them holds; a circle ends."""
    seen, waiting = {id(error)}, [error] if error is not None else []
    while waiting and len(seen) <= MOST_CAUSES:
        one = waiting.pop(0)
        inner = getattr(one, "exceptions", ()) if isinstance(one, BaseExceptionGroup) else ()
        context = None if one.__suppress_context__ else one.__context__
        for cause in (*inner, one.__cause__ or context):
            if isinstance(cause, BaseException) and id(cause) not in seen and len(seen) <= MOST_CAUSES:
                seen.add(id(cause))
                waiting.append(cause)
                yield cause


def _code(error: BaseException | None) -> str:
    """What is fixed in an error: its own code, the system's, or SQLite's; never its words."""
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f" [{errno.errorcode.get(error.errno, error.errno)}]"
    for name in ("code", "sqlite_errorname"):
        told = getattr(error, name, None)
        if isinstance(told, str) and re.fullmatch(r"[a-zA-Z_.]{1,60}", told):
            return f" [{told}]"
    return ""


def spot(filename: str) -> str:
    """A file of the program from its root, of a library from there, anything else by its bare name."""
    if filename.startswith(ROOT) and "site-packages" not in filename:
        return PurePath(filename[len(ROOT) :]).as_posix()
    parts = PureWindowsPath(filename).parts  # splits at both kinds of strokes
    for packages in ("site-packages", "dist-packages"):
        if packages in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(packages) :])
    return parts[-1] if parts else "?"


def cleaned_stack(text: str) -> str:
    """Of what Python wrote when it was killed from within, only what names no folder; empty when that is nothing."""
    lines = []
    for line in text.splitlines():
        frame = _FRAME.fullmatch(line)
        if frame is not None:
            lines.append(f"  {spot(frame['file'])}:{frame['line']} {frame['name']}")
        elif _KEPT.fullmatch(line):
            lines.append(line)
    return "\n".join(lines[:400])


def stamp(when: float) -> str:
    """A moment as the log writes it."""
    return dt.datetime.fromtimestamp(when, dt.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
