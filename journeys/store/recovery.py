"""Finds, at the start, what earlier sessions that ended badly left on this computer."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from journeys.errors import StoreError
from journeys.store import clock, connections, contents, files, locations, locks, retention, worknote
from journeys.store.publish import STAGING
from journeys.store.workcopy import DONE, WorkCopy, put_away, set_aside
from journeys.store.worknote import DATABASE, WorkNote

if TYPE_CHECKING:
    from journeys.store.opener import Opened

FileState = Literal["none", "same", "changed", "gone"]
"""No file yet; as we knew it; somebody changed it meanwhile; not there, or not to be read."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A working copy with edits that are not in any file. `changed` is for reading, not for deciding."""

    folder: Path
    path: Path | None
    title: str
    changed: dt.datetime
    steps: int
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """A working copy that is offered no more: `why` is "discarded" by the user, or "damaged"."""

    folder: Path
    path: Path | None
    title: str
    why: str
    at: dt.datetime


def abandoned() -> list[Abandoned]:
    """What can be recovered, newest first. Leftovers in which nothing is lost are tidied away."""
    found = []
    for folder in _folders():
        with suppress(OSError):  # another thread or program tidied it away at this very moment
            one = _look(folder)
            found += [one] if one is not None else []
    return sorted(found, key=lambda one: one.changed, reverse=True)


def recover(one: Abandoned) -> WorkCopy:
    """Go on where it ended; raises StoreError. After `store.damaged` (folder) it is set aside, in that folder."""
    try:
        return WorkCopy.reopen(one.folder)
    except StoreError as error:
        if error.code != "store.damaged":
            raise
        raise StoreError("store.damaged", folder=set_aside(one.folder, "damaged").name) from error


def look(folder: Path) -> Opened:
    """What is in a working copy that nobody has open, without changing it; of a damaged one what is left.

    Raises FileError, as opening a file does.
    """
    from journeys.store import opener, salvage
    from journeys.store.screening import receive

    received = receive(folder / DATABASE)
    try:
        found = opener.read_bytes(received.data, received.version, trusted=True)
        contents.prove_rows(found)
        document, snapshots = opener.build(found)
    except contents.DamagedError:
        return salvage.salvage_file(received)
    return opener.Opened(document, found.images, snapshots, (), received.identity)


def state_of(one: Abandoned) -> FileState:
    """How the file is now; on a drive that is lost this may take long: ask it in a worker."""
    if one.path is None:
        return "none"
    note = worknote.read(one.folder)
    try:
        present = files.identity_of(files.real(one.path))
    except OSError:
        present = None
    if present is None:
        return "gone"
    return "same" if note is not None and present in (*note.seen, *note.tried) else "changed"


def set_asides() -> list[SetAside]:
    """The working copies that were set aside and are still kept, the newest first."""
    found: list[SetAside] = []
    for place in locations.work_folders():
        with suppress(OSError):
            found += [one for folder in place.iterdir() if (one := _set_aside(folder)) is not None]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _set_aside(folder: Path) -> SetAside | None:
    _, _, told = folder.name.partition(".")
    why, _, stamp = told.partition("-")
    note = worknote.read(folder)
    if note is None or not (folder / DATABASE).is_file():
        return None
    try:
        at = dt.datetime.strptime(stamp, "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return SetAside(folder, note.target, note.title, why, at)


def discard(one: Abandoned) -> Path:
    """Offer it no more; it is renamed, not removed. Tells the new name."""
    return set_aside(one.folder, "discarded")


def _folders() -> list[Path]:
    drop_old()
    return [entry for entry in _entries() if "." not in entry.name and entry.is_dir()]


def drop_old() -> int:
    """Take away what was set aside longer ago than it may lie, and what is done with. Tells how many were too old."""
    gone = 0
    for entry in _entries():
        with suppress(OSError):  # another thread or program took it away at this very moment
            done = entry.name.endswith(DONE)
            if "." in entry.name and (done or _age(entry) > retention.oldest()):
                files.remove_folder(entry)
                gone += not done
    return gone


def _entries() -> list[Path]:
    found: list[Path] = []
    for place in locations.work_folders():
        with suppress(OSError):
            found += sorted(place.iterdir())
    return found


def _look(folder: Path) -> Abandoned | None:
    note = worknote.read(folder)
    if note is None:
        _tidy_unborn(folder)
        return None
    if is_held(note):
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
        unpublished = bool(born) and _digest(connection) != note.published
        steps = connection.execute('SELECT count(*) FROM "step"').fetchone()[0] if born else 0
    finally:
        connection.close()
    _tidy(folder, note)
    if not unpublished:
        put_away(folder)
        return None
    return Abandoned(folder, note.target, note.title, _changed(folder), int(steps))


def _digest(connection: sqlite3.Connection) -> str:
    """As a file would have it: what was taken away, and only lies here for an undo, is nothing that could be lost."""
    return contents.stored_digest(connection, contents.unseen_pictures(connection))


def _damaged(folder: Path, note: WorkNote) -> Abandoned:
    return Abandoned(folder, note.target, note.title, _changed(folder), 0, damaged=True)


def is_held(note: WorkNote) -> bool:
    """A window of this very process has it open; another process shows by its lock on the database.

    One that died may have had our number: in a sandbox every process has the same one.
    """
    same = note.pid == os.getpid() and note.host == files.host() and not note.closed
    return same and note.started >= worknote.BORN


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


def _changed(folder: Path) -> dt.datetime:
    return dt.datetime.fromtimestamp((folder / DATABASE).stat().st_mtime, dt.UTC)


def _age(folder: Path) -> dt.timedelta:
    return clock.believed() - dt.datetime.fromtimestamp(folder.stat().st_mtime, dt.UTC)
