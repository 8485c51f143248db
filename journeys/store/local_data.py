"""What this program keeps on this computer beside the user's own files: listed by kind, and erased when asked."""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from journeys.store import backups, clock, connections, files, locations, recovery, retention, worknote
from journeys.store.worknote import DATABASE

Code = Literal["work", "aside", "backups", "log", "known", "temporary", "open"]
CODES: Final[tuple[Code, ...]] = get_args(Code)
FIXED: Final[tuple[Code, ...]] = ("open",)
"""What is in use now, and can only be closed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing: where it lies, how many there are, in how many bytes, and since when (UTC)."""

    code: Code
    paths: tuple[Path, ...]
    count: int
    size: int
    since: dt.datetime | None


def kept() -> list[Kept]:
    """All kinds of which there is something; nothing is tidied or changed by looking."""
    found = {
        "open": [folder for folder in _copies() if _in_use(folder)],
        "work": [folder for folder in _copies() if not _in_use(folder)],
        "aside": [folder for folder in _folders() if "." in folder.name],
        "backups": _in_each("backup"),
        "log": [file for file in _in_each("log") if _size(file)],
        "known": [folder / locations.known_file().name for folder in locations.data_folders()],
        "temporary": _temporary(),
    }
    return [one for code in CODES if (one := _kind(code, found[code])).count]


def erase(codes: Iterable[str]) -> list[Path]:
    """Take all of these kinds away; gives what could not be. What is in use is never touched."""
    wanted = [one for one in kept() if one.code in set(codes) and one.code not in FIXED]
    for one in wanted:
        for path in one.paths:
            (files.remove_folder if path.is_dir() else files.remove)(path)
    return [path for one in wanted for path in one.paths if path.exists()]


def expire() -> int:
    """Take away what is older than it may become: earlier versions, and what was set aside. Tells how many."""
    limit, now, gone = retention.oldest(), clock.believed(), 0
    for folder in _in_each("backup"):
        for backup in backups.expired(folder, now, limit):
            files.remove(backup.path)
            gone += 1
        if folder.is_dir() and not _inside(folder):
            files.remove_folder(folder)
    return gone + recovery.drop_old()


def _kind(code: Code, paths: list[Path]) -> Kept:
    held = [file for path in paths for file in _files(path)]
    count = len(held if code == "backups" else [path for path in paths if path.exists()])
    since = min(map(_changed, held), default=None)
    return Kept(code, tuple(paths), count, sum(map(_size, held)), since)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file())
    elif path.exists():
        yield path


def _folders() -> list[Path]:
    return [entry for entry in _in_each("work") if entry.is_dir()]


def _copies() -> list[Path]:
    return [folder for folder in _folders() if "." not in folder.name]


def _in_use(folder: Path) -> bool:
    """Whether a window, of this or another process, has it open.

    A working copy in use is locked, but for a moment after the disk refused something; its note tells then.
    """
    note = worknote.read(folder)
    if note is not None and recovery.is_held(note):
        return True
    if not (folder / DATABASE).exists():
        return False
    try:
        connection = connections.working(folder / DATABASE, wait=0)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    except sqlite3.Error as error:
        return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return False


def _temporary() -> list[Path]:
    """What a process of ours that was killed left among the temporary files of this computer."""
    places = (Path(tempfile.gettempdir()), locations.temporary_folder())
    return [path for place in places if place is not None for path in _inside(place) if _is_ours(path)]


def _is_ours(path: Path) -> bool:
    """An hour old at least: a younger one may be in use."""
    old = dt.datetime.now(dt.UTC) - _changed(path) > dt.timedelta(hours=1)
    return old and path.name.startswith(locations.TEMPORARY)


def _in_each(name: str) -> list[Path]:
    """What lies in the folder of this name, also where the data lay before another place was chosen."""
    return [path for folder in locations.data_folders() for path in _inside(folder / name)]


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _size(path: Path) -> int:
    with suppress(OSError):  # gone meanwhile
        return path.stat().st_size
    return 0


def _changed(path: Path) -> dt.datetime:
    with suppress(OSError):  # gone meanwhile
        return dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    return dt.datetime.now(dt.UTC)
