"""Publishes a working copy: the user's file is replaced whole, and never a version that we did not see."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from journeys.errors import FileError
from journeys.store import backups, building, connections, contents, files, known, migrations, moved, worknote
from journeys.store.contents import DamagedError
from journeys.store.files import Identity
from journeys.store.locks import user
from journeys.store.opener import read_bytes
from journeys.store.tables import IMAGE_BYTES, TABLES, quoted

STAGING: Final = "publish-"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy of the working copy at one moment, ready to be finished elsewhere than in the window's thread."""

    staging: Path
    target: Path
    seen: tuple[Identity, ...]
    folder: Path
    revision: int
    anew: bool = False
    """Whether the file may be made where none is any more."""
    tried: tuple[Identity, ...] = ()
    """Versions of ours that may lie there although their publication failed."""

    def is_ours(self, identity: Identity | None) -> bool:
        """Whether this version of the file may be replaced."""
        return identity in self.seen or identity in self.tried


@dataclass(frozen=True, slots=True)
class Published:
    """What was published, and when. `instead_of`: that file had been changed by somebody else and was left alone.

    `late`: there lies what somebody else wrote at the very moment at which the file was replaced.
    """

    path: Path
    time: dt.datetime
    identity: Identity
    digest: str
    revision: int
    instead_of: Path | None = None
    in_place: bool = False
    late: Path | None = None


def staging_path(folder: Path) -> Path:
    return folder / f"{STAGING}{os.urandom(4).hex()}.db"


def finish_publish(prepared: Prepared) -> Published:
    """The slow half: seal, prove, compare, back up, replace. Meant for a worker thread.

    Raises FileError `file.target_gone` (the file is no longer where it was), `file.not_verified`, as `not_copied`,
    or as `files.write_whole`; then the file is as it was and the working copy still holds everything.
    """
    try:
        prepared = replace(prepared, target=files.real(prepared.target))  # here, as a lost disk answers after minutes
        digest, data = _sealed(prepared)
        _prove(data, prepared.target)
        return _put(prepared, data, digest)
    except OSError as error:
        refused = files.refused(error, prepared.target)
        raise _moved(prepared, refused) or refused from error
    except FileError as error:
        raise _moved(prepared, error) or error from error.__cause__
    finally:
        files.remove(prepared.staging)


def not_copied(error: Exception, target: Path) -> FileError:
    """What kept us from making a copy beside the working copy, of which the file would have been made.

    `file.computer_full` or `file.not_written`: nothing was refused where the file is, and no edit was.
    """
    name = getattr(error, "sqlite_errorname", getattr(error, "code", ""))
    full = name in ("SQLITE_FULL", "file.full") or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
    return FileError(f"file.{'computer_full' if full else 'not_written'}", path=str(target), name=target.name)


def _sealed(prepared: Prepared) -> tuple[str, bytes]:
    """The content digest, and the bytes for the file."""
    try:
        return _seal(prepared.staging), prepared.staging.read_bytes()
    except (OSError, sqlite3.Error) as error:
        raise not_copied(error, prepared.target) from error


def _seal(staging: Path) -> str:
    """Drop what is not shown, write the digest; gives the digest."""
    connection = connections.finishing(staging)
    try:
        connection.execute("BEGIN")
        dropped = _drop_unseen(connection)
        digest = contents.stored_digest(connection)
        building.seal(connection, digest, {name: _count(connection, name) for name in TABLES})
        connection.execute("COMMIT")
        if dropped:
            connection.execute("VACUUM")
    finally:
        connection.close()
    return digest


def _drop_unseen(connection: sqlite3.Connection) -> int:
    """Take out the pictures that neither the study nor a snapshot of it shows; tells how many."""
    unseen = contents.unseen_pictures(connection)
    delete = f'DELETE FROM {IMAGE_BYTES} WHERE "sha256" = ?'  # noqa: S608 - a name of our own
    connection.executemany(delete, [(sha256,) for sha256 in sorted(unseen)])
    return len(unseen)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])  # noqa: S608 - a name of our own


def _prove(data: bytes, target: Path) -> None:
    """Open what is about to be published the way a received file is opened."""
    try:
        read_bytes(data, migrations.VERSION)
    except DamagedError as damage:
        raise FileError("file.not_verified", path=str(target), name=target.name) from damage


def _put(prepared: Prepared, data: bytes, digest: str) -> Published:
    target, identity = prepared.target, files.identity_of_bytes(data)
    if files.read_only(target):
        raise FileError("file.read_only", path=str(target), name=target.name)
    files.remove_stale_temporaries(target.parent)
    _note_as_ours(prepared, identity)
    in_place, late = False, None
    try:
        temporary = files.write_temporary(target, data)
    except PermissionError:
        _check_unchanged(prepared)
        _overwrite(prepared, target, data, identity)
        in_place = True
    else:
        try:
            target, late = _replace(prepared, temporary, identity)
        finally:
            files.remove(temporary)
    with suppress(FileError):  # the file is there: without the note it is only looked at again at the next start
        worknote.change(prepared.folder, path=str(target), seen=(identity,), tried=(), published=digest)
    known.remember(identity)
    backups.keep(target, data)
    instead_of = None if target == prepared.target else prepared.target
    now = dt.datetime.now(dt.UTC)
    return Published(target, now, identity, digest, prepared.revision, instead_of, in_place, late)


def _note_as_ours(prepared: Prepared, identity: Identity) -> None:
    """Before the file is replaced: what stands there is ours too when we die just after, or a sync fails."""
    try:
        worknote.change(prepared.folder, tried=tuple(dict.fromkeys((*prepared.tried, identity))))
    except FileError as error:
        raise not_copied(error, prepared.target) from error


def _moved(prepared: Prepared, error: FileError) -> FileError | None:
    """Where the file lies now, when it is gone from its place but not far."""
    if error.code not in ("file.target_gone", "file.no_folder"):
        return None
    there = moved.found(prepared.target, prepared.seen)
    if there is None:
        return None
    where = there.name if there.parent == prepared.target.parent else os.path.join(there.parent.name, there.name)  # noqa: PTH118 - shown, not opened
    return FileError("file.moved", path=str(prepared.target), name=prepared.target.name, there=str(there), where=where)


def _replace(prepared: Prepared, temporary: Path, identity: Identity) -> tuple[Path, Path | None]:
    """Give the durable temporary file its name; tells which name that was, and where a late version went."""
    if files.identity_of(temporary) != identity:
        raise FileError("file.not_verified", path=str(prepared.target), name=prepared.target.name)
    target = prepared.target
    current = files.identity_of(target)
    if current is None and prepared.seen and not prepared.anew:
        raise FileError("file.target_gone", path=str(target), name=target.name)
    if prepared.is_ours(current) and current is not None:
        backups.keep_file(target, current)  # takes its time: what lies there is looked at again
        aside = files.second_name(target)
        try:
            if prepared.is_ours(files.identity_of(target)):
                files.replace(temporary, target)
                return target, _late(prepared, aside)
        finally:
            if aside is not None:
                files.remove(aside)
    if current is not None:
        target = conflict_path(target)
    files.place(temporary, target)
    return target, None


def _late(prepared: Prepared, aside: Path | None) -> Path | None:
    """Between the last look and the replacement somebody else may have written there: then that gets a name too."""
    there = None if aside is None else files.identity_of(aside)
    if aside is None or there is None or prepared.is_ours(there):
        return None
    theirs = conflict_path(prepared.target)
    files.place(aside, theirs)
    return theirs


def _check_unchanged(prepared: Prepared) -> None:
    """For a folder that takes no new file: only a version that we saw may be written over."""
    current = files.identity_of(prepared.target)
    if current is None or not prepared.is_ours(current):
        raise FileError("file.not_writable", path=str(prepared.target), name=prepared.target.name)
    backups.keep_file(prepared.target, current)


def _overwrite(prepared: Prepared, target: Path, data: bytes, identity: Identity) -> None:
    backups.keep(target, data, always=True)
    try:
        files.overwrite(target, data)
    except OSError:
        with suppress(OSError, FileError):  # what lies there now is half of ours, and nobody else's version
            half = files.identity_of(target)
            _note_as_ours(replace(prepared, tried=(*prepared.tried, identity)), half or identity)
        raise
    if files.identity_of(target) != identity:
        raise FileError("file.not_verified", path=str(target), name=target.name)


def conflict_path(target: Path) -> Path:
    """A free name beside the target, with who and when."""
    stamp = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H.%M")
    who = "".join(char for char in user() if char.isalnum() or char in " -_.")[:40]
    for number in range(1, 1_000):
        again = f" {number}" if number > 1 else ""
        path = target.with_name(f"{target.stem[:100]} (conflict {who} {stamp}{again}){target.suffix}")
        if not path.exists():
            return path
    raise FileError("file.not_written", path=str(target), name=target.name)
