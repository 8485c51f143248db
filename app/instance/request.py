"""What a second start asks of the running program, and how both say it: one line of JSON each."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from journeys.i18n import Language, language_called

VERSION: Final = 1
LONGEST: Final = 1 << 22
"""Bytes of one message: room for all that a command line holds, and nothing that could fill a memory."""
MOST_FILES: Final = 5_000
LONGEST_TOKEN: Final = 1_000


@dataclass(frozen=True, slots=True)
class Request:
    """Files to open, by their whole names; the language that was asked for; leave of the desktop to come forward.

    `activation` is a Wayland token, `startup` an X11 startup id; both are empty where there is none.
    """

    files: tuple[Path, ...] = ()
    language: Language | None = None
    activation: str = ""
    startup: str = ""


def hello() -> bytes:
    """What the running program says first: who it is, and its process, which may be allowed to come forward."""
    return _line({"levensreis": VERSION, "pid": os.getpid()})


def greeted(line: bytes) -> int | None:
    """The process that said hello; None when it is not one that we understand."""
    told = _told(line)
    pid = told.get("pid")
    return pid if told.get("levensreis") == VERSION and isinstance(pid, int) and 0 < pid < 1 << 32 else None


def written(request: Request) -> bytes:
    """As it goes over the line."""
    return _line({
        "files": [str(path) for path in request.files], "language": request.language,
        "activation": request.activation, "startup": request.startup,
    })  # fmt: skip


def read(line: bytes) -> Request | None:
    """The request in a line that came from anybody; None when it is none."""
    told = _told(line)
    names, language = told.get("files"), told.get("language")
    tokens = [told.get("activation"), told.get("startup")]
    if not isinstance(names, list) or len(names) > MOST_FILES or not all(map(_whole_name, names)):
        return None
    if language is not None and language_called(language) is None:
        return None
    if not all(isinstance(one, str) and len(one) <= LONGEST_TOKEN and one.isprintable() for one in tokens):
        return None
    activation, startup = tokens
    return Request(tuple(map(Path, names)), language_called(language), str(activation), str(startup))


def answer(*, taken: bool) -> bytes:
    return _line({"taken": taken})


def was_taken(line: bytes) -> bool:
    return _told(line).get("taken") is True


def _whole_name(name: object) -> bool:
    """Of a place that does not hang on where a process happens to stand."""
    return isinstance(name, str) and 0 < len(name) <= 32_768 and "\0" not in name and Path(name).is_absolute()


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told).encode("ascii") + b"\n"


def _told(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line) if len(line) <= LONGEST else None
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
