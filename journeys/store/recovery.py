"""Finds, at the start, what earlier sessions that ended badly left on this computer."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journeys.errors import StoreError
from journeys.store import connections, contents, files, locations, locks, worknote
from journeys.store.publish import STAGING
from journeys.store.workcopy import WorkCopy, set_aside
from journeys.store.worknote import DATABASE, WorkNote

OLDEST: Final = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A working copy with edits that are not in any file. `changed` is for reading, not for deciding."""

    folder: Path
    path: Path | None
    title: str
    changed: dt.datetime
    steps: int
    damaged: bool = False


def abandoned() -> list[Abandoned]:
    """What can be recovered, newest first. Leftovers in which nothing is lost are tidied away."""
    found = [one for folder in _folders() if (one := _look(folder)) is not None]
    return sorted(found, key=lambda one: one.changed, reverse=True)


def recover(one: Abandoned) -> WorkCopy:
    """Go on where it ended; raises StoreError. After `store.damaged` the folder is set aside."""
    try:
        return WorkCopy.reopen(one.folder)
    except StoreError as error:
        if error.code == "store.damaged":
            set_aside(one.folder, "damaged")
        raise


def discard(one: Abandoned) -> Path:
    """Offer it no more; it is renamed, not removed. Tells the new name."""
    return set_aside(one.folder, "discarded")


def _folders() -> list[Path]:
    try:
        entries = sorted(locations.work_folder().iterdir())
    except OSError:
        return []
    for entry in entries:
        if "." in entry.name:
            _remove_when_old(entry)
    return [entry for entry in entries if "." not in entry.name and entry.is_dir()]


def _look(folder: Path) -> Abandoned | None:
    note = worknote.read(folder)
    if note is None:
        _tidy_unborn(folder)
        return None
    if _ours(note):
        return None
    if not (folder / DATABASE).exists():
        files.remove_folder(folder)  # died before the first edit could be made
        return None
    try:
        return _judge(folder, note)
    except sqlite3.OperationalError as error:
        if str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return None  # alive: a working copy that is in use is locked
        return _damaged(folder, note)
    except sqlite3.DatabaseError:
        return _damaged(folder, note)


def _judge(folder: Path, note: WorkNote) -> Abandoned | None:
    connection = connections.working(folder / DATABASE, wait=0)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
        born = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        unpublished = bool(born) and contents.stored_digest(connection) != note.published
        steps = connection.execute('SELECT count(*) FROM "step"').fetchone()[0] if born else 0
    finally:
        connection.close()
    _tidy(folder, note)
    if not unpublished:
        files.remove_folder(folder)
        return None
    return Abandoned(folder, note.target, note.title, _changed(folder), int(steps))


def _damaged(folder: Path, note: WorkNote) -> Abandoned:
    return Abandoned(folder, note.target, note.title, _changed(folder), 0, damaged=True)


def _ours(note: WorkNote) -> bool:
    """A window of this very process has it open; another process shows by its lock on the database."""
    return note.pid == os.getpid() and note.host == files.host() and not note.closed


def _tidy(folder: Path, note: WorkNote) -> None:
    """Take away what a killed publication left half-written, and the lock beside the document."""
    for leftover in folder.glob(f"{STAGING}*"):
        files.remove(leftover)
    files.remove_stale_temporaries(folder)
    if note.target is not None:
        target = files.real(note.target)
        files.remove_stale_temporaries(target.parent)
        locks.release_dead(target)


def _tidy_unborn(folder: Path) -> None:
    """A folder without a note holds nothing that anybody was told is safe, unless the note was lost."""
    if not (folder / DATABASE).exists() and _age(folder) > dt.timedelta(minutes=10):
        files.remove_folder(folder)


def _remove_when_old(folder: Path) -> None:
    if _age(folder) > OLDEST:
        files.remove_folder(folder)


def _changed(folder: Path) -> dt.datetime:
    return dt.datetime.fromtimestamp((folder / DATABASE).stat().st_mtime, dt.UTC)


def _age(folder: Path) -> dt.timedelta:
    return dt.datetime.now(dt.UTC) - dt.datetime.fromtimestamp(folder.stat().st_mtime, dt.UTC)
