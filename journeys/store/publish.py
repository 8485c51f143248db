"""Publishes a working copy: the user's file is replaced whole, and never a version that we did not see."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journeys.errors import FileError
from journeys.store import backups, building, connections, contents, files, known, migrations, packed, worknote
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


@dataclass(frozen=True, slots=True)
class Published:
    """What was published, and when. `instead_of`: that file had been changed by somebody else and was left alone."""

    path: Path
    time: dt.datetime
    identity: Identity
    digest: str
    revision: int
    instead_of: Path | None = None
    in_place: bool = False


def staging_path(folder: Path) -> Path:
    return folder / f"{STAGING}{os.urandom(4).hex()}.db"


def finish_publish(prepared: Prepared) -> Published:
    """The slow half: seal, prove, compare, back up, replace. Meant for a worker thread.

    Raises FileError `file.target_gone` (the file is no longer where it was), `file.not_verified`, or as
    `files.write_whole`; then the file is as it was and the working copy still holds everything.
    """
    try:
        digest = _seal(prepared.staging)
        data = prepared.staging.read_bytes()
        _prove(data, prepared.target)
        return _put(prepared, data, digest)
    except (OSError, sqlite3.Error) as error:
        cause = error if isinstance(error, OSError) else OSError(str(error))
        raise files.refused(cause, prepared.target) from error
    finally:
        files.remove(prepared.staging)


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
    of = f"FROM {IMAGE_BYTES} WHERE"
    query = f'SELECT "sha256" {of} "sha256" NOT IN (SELECT "sha256" FROM "image")'  # noqa: S608 - a name of our own
    unseen = {row[0] for row in connection.execute(query)}
    for (content,) in connection.execute('SELECT "content" FROM "snapshot"') if unseen else ():
        unseen -= packed.pictures(content)
    connection.executemany(f'DELETE {of} "sha256" = ?', [(sha256,) for sha256 in sorted(unseen)])
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
    files.remove_stale_temporaries(target.parent)
    worknote.change(prepared.folder, seen=(*prepared.seen, identity))  # it is ours too when we die just after
    in_place = False
    try:
        temporary = files.write_temporary(target, data)
    except PermissionError:
        _check_unchanged(prepared)
        _overwrite(target, data)
        in_place = True
    else:
        try:
            target = _replace(prepared, temporary, identity)
        finally:
            files.remove(temporary)
    worknote.change(prepared.folder, path=str(target), seen=(identity,), published=digest)
    known.remember(identity)
    backups.keep(target, data)
    instead_of = None if target == prepared.target else prepared.target
    now = dt.datetime.now(dt.UTC)
    return Published(target, now, identity, digest, prepared.revision, instead_of, in_place)


def _replace(prepared: Prepared, temporary: Path, identity: Identity) -> Path:
    """Give the durable temporary file its name; tells which name that was."""
    if files.identity_of(temporary) != identity:
        raise FileError("file.not_verified", path=str(prepared.target), name=prepared.target.name)
    target = prepared.target
    current = files.identity_of(target)
    if current is None and prepared.seen:
        raise FileError("file.target_gone", path=str(target), name=target.name)
    if current is not None and current not in prepared.seen:
        target = conflict_path(target)
    elif current is not None:
        backups.keep_file(target, current)
    files.replace(temporary, target)
    return target


def _check_unchanged(prepared: Prepared) -> None:
    """For a folder that takes no new file: only a version that we saw may be written over."""
    current = files.identity_of(prepared.target)
    if current is None or current not in prepared.seen:
        raise FileError("file.not_writable", path=str(prepared.target), name=prepared.target.name)
    backups.keep_file(prepared.target, current)


def _overwrite(target: Path, data: bytes) -> None:
    backups.keep(target, data, always=True)
    files.overwrite(target, data)
    if files.identity_of(target) != files.identity_of_bytes(data):
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
