"""The note in a working copy's folder: whose copy it is, of which file, and what of it is published."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

from journeys.store import files
from journeys.store.files import Identity

NAME: Final = "meta.json"
DATABASE: Final = "doc.db"


@dataclass(frozen=True, slots=True)
class WorkNote:
    """`seen` are the versions of the file that we read or wrote ourselves: those may be replaced.

    `published` is the content digest of what lies in the file, or of what the copy began with.
    """

    path: str | None
    title: str
    published: str
    seen: tuple[Identity, ...] = ()
    closed: bool = False
    pid: int = field(default_factory=os.getpid)
    host: str = field(default_factory=files.host)
    started: str = field(default_factory=lambda: dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))

    @property
    def target(self) -> Path | None:
        return None if self.path is None else Path(self.path)


def write(folder: Path, note: WorkNote) -> WorkNote:
    """Durably; raises FileError."""
    files.write_whole(folder / NAME, json.dumps(asdict(note), indent=1).encode())
    return note


def read(folder: Path) -> WorkNote | None:
    """None when there is none that can be read."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        seen = tuple(Identity(int(size), str(sha256)) for size, sha256 in told.pop("seen"))
        return WorkNote(seen=seen, **told)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def change(folder: Path, **values: object) -> None:
    """Write the note anew with other values; raises FileError. A folder without a note stays so."""
    note = read(folder)
    if note is not None:
        write(folder, replace(note, **values))  # type: ignore[arg-type]  # named fields, given by our own modules
