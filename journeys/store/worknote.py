"""The note in a working copy's folder: whose copy it is, of which file, and what of it is published."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from journeys import portable
from journeys.store import files
from journeys.store.files import Identity

NAME: Final = "meta.json"
DATABASE: Final = "doc.db"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


BORN: Final = _now()
"""No note of this process is older."""


@dataclass(frozen=True, slots=True)
class WorkNote:
    """`seen` are the versions of the file that we read or wrote ourselves: those may be replaced.

    `tried` are those of which we do not know whether they came to lie there: they are ours as well.
    `published` is the content digest of what lies in the file, or of what the copy began with.
    """

    path: str | None
    title: str
    published: str
    seen: tuple[Identity, ...] = ()
    closed: bool = False
    pid: int = field(default_factory=os.getpid)
    host: str = field(default_factory=files.host)
    tried: tuple[Identity, ...] = ()
    started: str = field(default_factory=_now)

    @property
    def target(self) -> Path | None:
        return None if self.path is None else Path(self.path)


def write(folder: Path, note: WorkNote) -> WorkNote:
    """Durably; raises FileError."""
    told = asdict(note) | {"path": None if note.path is None else portable.written(Path(note.path))}
    files.write_whole(folder / NAME, json.dumps(told, indent=1).encode())
    return note


def read(folder: Path) -> WorkNote | None:
    """None when there is none that can be read."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        seen, tried = (_identities(told.pop(name, ())) for name in ("seen", "tried"))
        note = WorkNote(seen=seen, tried=tried, **told)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None
    if not _sound(note):
        return None
    return note if note.path is None else replace(note, path=str(portable.found(note.path)))


def _identities(told: Any) -> tuple[Identity, ...]:
    return tuple(Identity(int(size), str(sha256)) for size, sha256 in told)


def _sound(note: WorkNote) -> bool:
    """Whether every value is of its kind: half a disk's worth of zeros, or another program's file, may stand there."""
    texts: tuple[object, ...] = (note.title, note.published, note.host, note.started, note.path or "")
    kinds = all(isinstance(text, str) for text in texts) and (type(note.closed), type(note.pid)) == (bool, int)
    return kinds and "\0" not in (note.path or "")


def change(folder: Path, **values: object) -> None:
    """Write the note anew with other values; raises FileError. A folder without a note stays so."""
    note = read(folder)
    if note is not None:
        write(folder, replace(note, **values))  # type: ignore[arg-type]  # named fields, given by our own modules
