"""Opens a file that may have come by mail: read, never executed, never written."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeys.errors import FileError, LevensreisError
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.store import connections, contents, files, known, migrations
from journeys.store.contents import Contents, DamagedError
from journeys.store.files import Identity
from journeys.store.rows import UNREADABLE, by_id, load
from journeys.store.screening import Received, receive
from journeys.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about a file that was opened."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in a file. A damaged one may be saved under a new name only."""

    document: Document
    images: dict[str, bytes]
    snapshots: tuple[Snapshot, ...]
    notices: tuple[Notice, ...]
    identity: Identity
    damaged: bool = False


def open_file(path: Path, *, salvage: bool = False) -> Opened:
    """The study in a file. A damaged one raises FileError `file.damaged`, or, with `salvage`, gives what is left.

    Further codes: `file.missing`, `file.folder`, `file.no_rights`, `file.unreadable`, `file.empty`,
    `file.not_ours`, `file.other_application` (program), `file.newer` (found, known), `file.too_large`.
    """
    received = receive(path)
    try:
        return _open(received)
    except DamagedError as damage:
        if salvage:
            from journeys.store.salvage import salvage_file

            return salvage_file(received)
        raise FileError("file.damaged", path=str(path), name=path.name, reason=damage.reason) from damage


def _open(received: Received) -> Opened:
    trusted = known.knows(received.identity)
    notices = []
    try:
        found = read_bytes(received.data, received.version, trusted=trusted)
        if received.siblings:
            notices.append(Notice("notice.journal_ignored"))
    except DamagedError:
        if not received.siblings:
            raise
        found = _read_with_journal(received)
        notices.append(Notice("notice.journal_used"))
    if found.unknown:
        notices.append(Notice("notice.unknown_parts", {"parts": ", ".join(found.unknown[:5]), "n": len(found.unknown)}))
    document, snapshots = build(found, checked=trusted)
    return Opened(document, found.images, snapshots, tuple(notices), received.identity)


def read_bytes(data: bytes, version: int, *, trusted: bool = False) -> Contents:
    """The contents of a file's bytes, in the tables of the newest version; raises DamagedError."""
    try:
        connection = connections.received(_without_wal(data))
    except sqlite3.Error as error:
        raise DamagedError("pages") from error
    try:
        return newest(contents.read(connection, version, trusted=trusted), version)
    finally:
        connection.close()


def _without_wal(data: bytes) -> bytes:
    """A file that some tool put in WAL mode cannot be read in memory; in our copy that mark is taken off."""
    return data if data[18:20] == b"\x01\x01" else data[:18] + b"\x01\x01" + data[20:]


def _read_with_journal(received: Received) -> Contents:
    """The contents after SQLite rolled the journal beside the file back, in a copy of all of them."""
    import tempfile  # rarely needed, and slow to load at the start

    with tempfile.TemporaryDirectory(prefix="levensreis-") as folder:
        copy = Path(folder) / "copy.db"
        files.write_whole(copy, received.data)
        for ending, data in received.siblings.items():
            files.write_whole(copy.with_name(copy.name + ending), data)
        try:
            connection = connections.received_with_journal(copy)
        except sqlite3.Error as error:
            raise DamagedError("pages") from error
        try:
            return newest(contents.read(connection, received.version), received.version)
        finally:
            connection.close()


def newest(found: Contents, version: int) -> Contents:
    """Contents of an older version, brought up to date in a database of our own."""
    if version == migrations.VERSION:
        return found
    from journeys.store.building import fill

    fresh = connections.building()
    try:
        migrations.create(fresh, version)
        fill(fresh, found.rows, found.images, contents.columns(version))
        migrations.migrate(fresh)
        made = contents.read_rows(fresh, contents.columns())
    finally:
        fresh.close()
    made.unknown = found.unknown
    return made


def build(found: Contents, *, checked: bool = False) -> tuple[Document, tuple[Snapshot, ...]]:
    """The document and snapshots in these rows; unless `checked`, by all rules. Raises DamagedError."""
    try:
        tables = {name: by_id(found.rows[name], load(spec, found.rows[name])) for name, spec in TABLES.items()}
    except (*UNREADABLE, LevensreisError) as error:
        raise DamagedError("values") from error
    snapshots = tuple(tables.pop("snapshot").values())
    document = Document(tables)  # type: ignore[arg-type]  # the names are kinds
    if not checked:
        from journeys.model.integrity import check_document

        if check_document(document):
            raise DamagedError("rules")
    return document, snapshots
