"""Opens a file that may have come by mail: read, never executed, never written."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeys.errors import FileError, LevensreisError
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.model.rules import sound
from journeys.store import connections, contents, files, known, locations, migrations
from journeys.store.contents import Contents, DamagedError
from journeys.store.files import Identity
from journeys.store.rows import UNREADABLE, by_id, in_time, load
from journeys.store.screening import Received, receive, sibling
from journeys.store.tables import TABLES

if TYPE_CHECKING:
    from journeys.store.losses import Loss


PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""


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
    losses: tuple[Loss, ...] = ()
    """Of a damaged one: what is not in it, or not as it was, thing by thing."""


def open_file(path: Path, *, salvage: bool = False) -> Opened:
    """The study in a file. A damaged one raises FileError `file.damaged`, or, with `salvage`, gives what is left.

    Further codes: `file.missing`, `file.folder`, `file.no_rights`, `file.unreadable`, `file.empty`,
    `file.not_ours`, `file.other_application` (program), `file.newer` (found, known), `file.too_large`,
    `file.no_memory`.
    """
    try:
        return _received(path, salvage=salvage)
    except MemoryError as error:
        raise FileError("file.no_memory", path=str(path), name=path.name) from error


def _received(path: Path, *, salvage: bool) -> Opened:
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
    changes: Counter[str] = Counter()
    document, snapshots = build(found, checked=trusted, changes=changes)
    notices += [Notice(f"notice.text_{code}", {"n": n}) for code, n in sorted(changes.items()) if n]
    images = found.images if trusted else only_pictures(found.images)
    lacking = sum(image.sha256 not in images for image in document.images.values())
    if lacking:
        notices.append(Notice("notice.images_lacking", {"n": lacking}))
    return Opened(document, images, snapshots, tuple(notices), received.identity)


def only_pictures(images: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those that begin as the pictures do that we store; nothing else is ever handed to a decoder."""
    return {sha256: data for sha256, data in images.items() if data.startswith(PICTURES)}


def read_bytes(data: bytes, version: int, *, trusted: bool = False) -> Contents:
    """The contents of a file's bytes, in the tables of the newest version; raises DamagedError."""
    plain = _without_wal(data)
    try:
        return newest(_read(plain, version, trusted=trusted), version)
    except DamagedError as damage:
        if damage.reason != "pages":
            raise
        rest, beside = without_parts(plain, version)
        if not beside:
            raise
        return newest(_read(rest, version, beside=beside), version)


def _read(data: bytes, version: int, *, trusted: bool = False, beside: tuple[str, ...] = ()) -> Contents:
    try:
        connection = connections.received(data)
    except sqlite3.Error as error:
        raise DamagedError("pages") from error
    try:
        return contents.read(connection, version, trusted=trusted, beside=beside)
    finally:
        connection.close()


def without_parts(data: bytes, version: int) -> tuple[bytes, tuple[str, ...]]:
    """A database's bytes without what is not ours, and what that was."""
    try:
        rest, found = connections.bare(data, migrations.statements(version))
    except (sqlite3.Error, UnicodeDecodeError):
        return data, ()
    return rest, tuple(contents.part(kind, name) for kind, name in found)


def _without_wal(data: bytes) -> bytes:
    """A file that some tool put in WAL mode cannot be read in memory; in our copy that mark is taken off."""
    return data if data[18:20] == b"\x01\x01" else data[:18] + b"\x01\x01" + data[20:]


def _read_with_journal(received: Received) -> Contents:
    """The contents after SQLite rolled the journal beside the file back, in a copy of all of them."""
    import tempfile  # rarely needed, and slow to load at the start

    from journeys.store.journals import tamed

    found = {ending: tamed(ending, sibling(received, ending)) for ending in received.siblings}
    journals = {ending: data for ending, data in found.items() if data}
    if not journals:
        raise DamagedError("pages")
    with tempfile.TemporaryDirectory(prefix=locations.TEMPORARY, dir=_temporary_folder()) as folder:
        copy = Path(folder) / "copy.db"
        files.write_whole(copy, received.data)
        for ending, data in journals.items():
            files.write_whole(copy.with_name(copy.name + ending), data)
        try:
            connection = connections.received_with_journal(copy)
        except sqlite3.Error as error:
            raise DamagedError("pages") from error
        try:
            return newest(contents.read(connection, received.version), received.version)
        finally:
            connection.close()


def _temporary_folder() -> Path | None:
    folder = locations.temporary_folder()
    if folder is not None:
        try:
            files.make_folder(folder)
        except OSError:  # it takes no files: better to read the study than not
            return None
    return folder


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
    except (sqlite3.Error, *UNREADABLE) as error:  # values that no table of that version can hold
        raise DamagedError("values") from error
    finally:
        fresh.close()
    made.unknown = found.unknown
    return made


def build(
    found: Contents, *, checked: bool = False, changes: Counter[str] | None = None
) -> tuple[Document, tuple[Snapshot, ...]]:
    """The document and snapshots in these rows; unless `checked`, by all rules. Raises DamagedError.

    With `changes`, text that another program put in and that no text may hold is taken out, and counted there.
    """
    try:
        tables = {name: by_id(found.rows[name], load(spec, found.rows[name])) for name, spec in TABLES.items()}
    except (*UNREADABLE, LevensreisError) as error:
        raise DamagedError("values") from error
    snapshots = tuple(tables.pop("snapshot").values())
    if not checked and not (sound(snapshots) and in_time(snapshots)):
        raise DamagedError("rules")
    document = Document(tables)  # type: ignore[arg-type]  # the names are kinds
    if not checked:
        from journeys.model.integrity import check_document

        problems = check_document(document)
        if problems and changes is not None:
            from journeys.edits.cleaning import all_cleaned

            document = all_cleaned(document, problems, changes)
            problems = check_document(document)
        if problems:
            raise DamagedError("rules")
    return document, snapshots
