"""The working copy: every edit is one durable transaction on this computer before anybody sees it as done."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from journeys.errors import FileError, StoreError
from journeys.model.changes import Key
from journeys.model.document import Document
from journeys.model.entities import Entity, Snapshot
from journeys.store import building, connections, contents, files, locations, locks, migrations, worknote
from journeys.store.contents import DamagedError
from journeys.store.files import Identity
from journeys.store.opener import build
from journeys.store.publish import Prepared, Published, finish_publish, not_copied, staging_path
from journeys.store.refusals import not_reopened, refused
from journeys.store.worknote import DATABASE, WorkNote

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from journeys.edits.edit import Edit

Stored = Entity | Snapshot
DONE: Final = ".done"
"""How the name of a working copy's folder ends that is being removed."""
Values = Mapping[tuple[str, str], Stored | None]
"""What is to stand under each key; None = nothing."""


class WorkCopy:
    """One open study on this computer. Only one thread uses it; `finish_publish` may run in another."""

    def __init__(self, folder: Path, note: WorkNote, connection: sqlite3.Connection, *, unpublished: bool) -> None:
        self.folder = folder
        self.path = note.target
        self._seen = note.seen
        self._connection: sqlite3.Connection | None = connection
        self._engine: Engine | None = None
        self._revision = int(unpublished)
        self._published = 0
        self._doubt: dict[tuple[str, str], Stored | None] = {}
        self._locked: Path | None = None

    @classmethod
    def create(
        cls,
        document: Document,
        images: Mapping[str, bytes] | None = None,
        snapshots: Sequence[Snapshot] = (),
        *,
        path: Path | None = None,
        identity: Identity | None = None,
    ) -> WorkCopy:
        """A new working copy, of the file at `path` as it was with `identity`; raises StoreError."""
        folder = locations.work_folder() / uuid4().hex
        rows = building.rows_of(document, snapshots)
        digest = contents.digest_of(rows, images or {})
        note = WorkNote(_absolute(path), document.study.title, digest, (identity,) if identity else ())
        try:
            files.make_folder(folder)
            worknote.write(folder, note)
            files.write_whole(folder / DATABASE, b"")
            connection = connections.working(folder / DATABASE)
            connection.execute("BEGIN IMMEDIATE")
            migrations.create(connection)
            building.fill(connection, rows, images or {})
            connection.execute("COMMIT")
        except (OSError, FileError, sqlite3.Error) as error:
            files.remove_folder(folder)
            raise refused(error) from error
        return cls(folder, note, connection, unpublished=False)

    @classmethod
    def reopen(cls, folder: Path) -> WorkCopy:
        """The working copy that an earlier session left; every row is checked. Raises StoreError."""
        note = worknote.read(folder)
        if note is None:
            raise StoreError("store.damaged", folder=folder.name)
        connection = _connect(folder)
        try:
            now = _proven(connection)
            _bring_up_to_date(folder, connection)
            made = worknote.write(folder, WorkNote(note.path, note.title, note.published, note.seen, tried=note.tried))
        except (DamagedError, sqlite3.Error, FileError) as error:
            connection.close()
            raise not_reopened(error, folder) from error
        except StoreError:
            connection.close()
            raise
        return cls(folder, made, connection, unpublished=now != note.published)

    @property
    def unpublished(self) -> bool:
        """Whether something was done here that does not lie in the file yet."""
        return self._revision != self._published

    def document(self) -> Document:
        """The document as it is stored."""
        return build(self._contents(), checked=True)[0]

    def snapshots(self) -> tuple[Snapshot, ...]:
        return build(self._contents(), checked=True)[1]

    def images(self) -> dict[str, bytes]:
        return self._contents().images

    def write(self, edit: Edit) -> None:
        """Make an edit durable, in exactly one transaction; raises StoreError, and then nothing has changed."""
        self._lock()
        self._store(
            {key: after for key, (_, after) in edit.changes.items()},
            {key: before for key, (before, _) in edit.changes.items()},
        )

    def add_image(self, data: bytes) -> str:
        """Store a picture's bytes before the edit that shows them; gives their sha256. Raises StoreError."""
        from journeys.store.statements import put_image

        sha256 = hashlib.sha256(data).hexdigest()
        try:
            with self._ready().begin() as connection:
                put_image(connection, sha256, data)
        except Exception as error:
            raise self._failed(error) from error
        return sha256

    def put_snapshot(self, snapshot: Snapshot, before: Snapshot | None = None) -> None:
        """Keep a named earlier state, or give the one `before` another name; raises StoreError."""
        self._lock()
        self._store({("snapshot", snapshot.id): snapshot}, {("snapshot", snapshot.id): before})

    def drop_snapshot(self, snapshot: Snapshot) -> None:
        """Take a named earlier state out; raises StoreError."""
        self._lock()
        self._store({("snapshot", snapshot.id): None}, {("snapshot", snapshot.id): snapshot})

    def rename_target(self, path: Path) -> None:
        """From now on publish to this file. What lies there may be replaced: whoever chose the name said so."""
        target = Path(_absolute(path) or path)
        try:
            present = files.identity_of(files.real(target))
            seen = (present,) if present else ()
            worknote.change(self.folder, path=str(target), seen=seen, tried=())
        except OSError as error:
            raise files.refused(error, target) from error
        except FileError as error:  # about the note, of which nobody but us knows
            raise not_copied(error, target) from error
        self._unlock()
        self.path, self._seen = target, seen
        self._published = -1  # nothing lies under this name yet

    def stay_with_target(self, ours: Sequence[Identity] = ()) -> None:
        """A publication to an earlier name ended after `rename_target`: the note says the present one again.

        `ours` may be replaced, should it lie under that name after all. Raises FileError.
        """
        worknote.change(self.folder, path=_absolute(self.path), seen=self._seen, tried=tuple(ours), published="")

    def follow_target(self, path: Path) -> None:
        """The file was moved there: go on with it, and with what we know of it. Raises FileError."""
        worknote.change(self.folder, path=_absolute(path))
        self._unlock()
        self.path = Path(path).absolute()

    def leave_target(self) -> None:
        """Let go of the file, which is somebody else's from now on; what was done stays here. Raises FileError."""
        worknote.change(self.folder, path=None, seen=(), tried=())
        self._unlock()
        self.path, self._seen = None, ()

    def settle(self) -> None:
        """Write again what the last refusal left in doubt; raises StoreError."""
        if self._doubt:
            self._store({}, {})

    def prepare_publish(self, *, anew: bool = False) -> Prepared:
        """The quick half of publishing: a copy of this moment. `anew`: the file may be made where it is gone.

        Raises FileError `file.no_name` or as `not_copied`; StoreError when a refusal is still in doubt.
        """
        if self.path is None:
            raise FileError("file.no_name")
        target, staging = self.path, staging_path(self.folder)
        self.settle()
        try:
            self._raw().execute("VACUUM INTO ?", (str(staging),))
        except sqlite3.Error as error:
            self._reconnect()
            files.remove(staging)
            files.remove(staging.with_name(f"{staging.name}-journal"))
            raise not_copied(error, target) from error
        return Prepared(staging, target, self._seen, self.folder, self._revision, anew, self._tried())

    def _tried(self) -> tuple[Identity, ...]:
        """The versions of ours that may lie there although their publication failed."""
        note = worknote.read(self.folder)
        return note.tried if note is not None else ()

    def accept(self, published: Published) -> None:
        """Note that a publication succeeded; later edits are still unpublished."""
        self._published = published.revision
        self._seen = (published.identity,)
        if published.instead_of is not None:
            self._unlock()
            self.path = published.path

    def publish(self) -> Published:
        """Publish now, and wait for it; raises FileError or StoreError."""
        published = finish_publish(self.prepare_publish())
        self.accept(published)
        return published

    def close(self, *, discard: bool = False) -> None:
        """End the session. The folder stays when something in it is not published, unless the user discards it."""
        self._unlock()
        self._disconnect()
        if not self.unpublished:
            put_away(self.folder)
            return
        with suppress(OSError, FileError):  # a disk that takes nothing: then it is only offered again
            if discard:
                set_aside(self.folder, "discarded")
            else:
                worknote.change(self.folder, closed=True)

    @property
    def held(self) -> Path | None:
        """The file beside which our lock lies; `locks.beat` it at least every ten minutes."""
        return self._locked

    def lose_lock(self) -> None:
        """Somebody else took over while we were silent for so long."""
        self._locked = None

    @property
    def locked(self) -> bool:
        """Whether the file is ours: the lock beside it says so."""
        return self._locked is not None

    def inherit(self, other: WorkCopy) -> None:
        """Take over what is known of the file, and whether it holds everything. Raises FileError."""
        self._seen = other._seen
        worknote.change(self.folder, seen=self._seen, tried=other._tried())
        if other.unpublished:
            self.touch()
        other._unlock()
        self._lock()

    def let_go(self) -> None:
        """Another copy holds all that is here. Where this folder takes no change it stays, and is offered again."""
        self._disconnect()
        try:
            set_aside(self.folder, "moved")
        except OSError:
            return

    def touch(self) -> None:
        """Take what is here for something that no file holds yet; raises FileError."""
        worknote.change(self.folder, published="")
        self._revision += 1

    def _store(self, after: Values, before: Values) -> None:
        from journeys.store.statements import put

        try:
            with self._ready().begin() as connection:
                put(connection, {**self._doubt, **after})
        except Exception as error:
            # Whether the last sync failed or the transaction, the disk may hold either: the next transaction
            # sets what stood here before, so that an edit that was refused never comes back.
            self._doubt = {**before, **self._doubt}
            raise self._failed(error) from error
        self._doubt = {}
        self._revision += bool(after)

    def _contents(self) -> contents.Contents:
        try:
            return contents.read_rows(self._raw(), contents.columns())
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _raw(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _connect(self.folder)
        return self._connection

    def _ready(self) -> Engine:
        if self._engine is None or self._connection is None:
            self._engine = connections.engine(self._raw())
        return self._engine

    def _failed(self, error: Exception) -> StoreError:
        self._reconnect()
        return refused(error)

    def _reconnect(self) -> None:
        """After a failure the connection is made anew: opening rolls back what was half-way.

        At once, where that can be: as long as nobody is connected, another program takes this for left behind.
        """
        self._disconnect()
        with suppress(sqlite3.Error):  # whoever needs it next tries again, and says why not
            self._connection = connections.working(self.folder / DATABASE, wait=0)

    def _disconnect(self) -> None:
        self._engine = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _lock(self) -> None:
        if self.path is not None and self._locked is None and locks.take(files.real(self.path)):
            self._locked = files.real(self.path)

    def _unlock(self) -> None:
        if self._locked is not None:
            locks.release(self._locked)
            self._locked = None


def _proven(connection: sqlite3.Connection) -> str:
    """The content digest that a working copy of any version has as a file, every row checked as it lies there.

    Raises StoreError `store.newer`, DamagedError, sqlite3.Error.
    """
    version = migrations.version_of(connection)
    if version > migrations.VERSION:
        raise StoreError("store.newer", found=version, known=migrations.VERSION)
    if version not in migrations.SCHEMAS:  # torn before it had one
        raise DamagedError("schema")
    contents.check_pages(connection)
    found = contents.read_rows(connection, contents.columns(version))
    contents.prove_rows(found)
    return contents.digest_of(found.rows, found.images.keys() - contents.unseen_pictures(connection))


def _bring_up_to_date(folder: Path, connection: sqlite3.Connection) -> None:
    """Migrate what an older program left, with a copy of how it was beside it for as long as the folder lives."""
    version = migrations.version_of(connection)
    if version < migrations.VERSION:
        kept = folder / f"version-{version}.db"
        files.remove(kept)  # of a migration that was killed
        connection.execute("VACUUM INTO ?", (str(kept),))
        migrations.migrate(connection)


def set_aside(folder: Path, why: str) -> Path:
    """Rename a folder so that it is never offered again, and never lost either."""
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    aside = folder.with_name(f"{folder.name.partition('.')[0]}.{why}-{stamp}")
    files.rename(folder, aside)
    return aside


def put_away(folder: Path) -> None:
    """Remove a folder in which nothing is lost; what is left when that is cut short shows that it may go."""
    done = folder.with_name(folder.name + DONE)
    try:
        files.rename(folder, done)
    except OSError:
        done = folder
    files.remove_folder(done)


def _connect(folder: Path) -> sqlite3.Connection:
    try:
        return connections.working(folder / DATABASE)
    except sqlite3.Error as error:
        raise refused(error) from error


def _absolute(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())


__all__ = ["Key", "Prepared", "Published", "WorkCopy", "finish_publish"]
