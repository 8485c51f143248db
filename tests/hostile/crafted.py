"""Files that somebody made with care: any value in any column, and every checksum right all the same."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping

from journeys import identity
from journeys.model.document import Document
from journeys.model.entities import Entity, Snapshot
from journeys.store import building, contents, migrations
from journeys.store.checksums import row_hash
from journeys.store.rows import Row

Rows = dict[str, list[Row]]
UNCHANGED: Mapping[str, str] = {}


def crafted(
    document: Document | Rows,
    *changes: Callable[[Rows], object],
    images: Mapping[str, bytes] | None = None,
    snapshots: Iterable[Snapshot] = (),
    extra: Iterable[str] = (),
    schema: Mapping[str, str] = UNCHANGED,
    version: int = migrations.VERSION,
    doubled: str = "",
) -> bytes:
    """A file's bytes. `changes` get the rows, hash last; afterwards every hash and the digest are made right.

    `extra`: statements run at the end; `schema`: what a table says of itself instead; `doubled`: a table in which
    one id may stand in several rows, when these differ in the column after it.
    """
    rows = building.rows_of(document, list(snapshots)) if isinstance(document, Document) else document
    rows = {table: [as_of(version, table, row) for row in held] for table, held in rows.items()}
    for change in changes:
        change(rows)
    rows = {table: [(*row[:-1], hashed(table, row[:-1])) for row in held] for table, held in rows.items()}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={identity.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
        for statement in migrations.statements(version).values():  # no column minds what it gets
            loose = statement.replace("WITHOUT ROWID, STRICT", "WITHOUT ROWID").replace(" NOT NULL", "")
            if f'TABLE "{doubled}"' in loose:
                loose = loose.replace(
                    'PRIMARY KEY ("id")', f'PRIMARY KEY ("id", "{contents.columns(version)[doubled][1]}")'
                )
            connection.execute(loose.replace(" TEXT", " BLOB").replace(" INTEGER", " BLOB"))
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        building.fill(connection, rows, images or {}, contents.columns(version))
        building.seal(connection, digest(rows, images or {}), {table: len(held) for table, held in rows.items()})
        for statement in extra:
            connection.execute(statement)
        connection.execute("PRAGMA writable_schema=ON")
        for name, statement in migrations.statements(version).items():
            told = (schema.get(name, statement), name)
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ? AND type = 'table'", told)
        return connection.serialize()
    finally:
        connection.close()


def as_of(version: int, table: str, row: Row) -> Row:
    """A row of the newest version as it lay in this one."""
    return (*row[:7], row[-1]) if version == 1 and table == "view" else row


def hashed(table: str, row: Row) -> object:
    try:
        return row_hash(table, row)
    except (TypeError, ValueError):
        return b""


def digest(rows: Rows, images: Mapping[str, bytes]) -> str:
    try:
        return contents.digest_of(rows, images)
    except (TypeError, ValueError, AttributeError):
        return hashlib.sha256(b"").hexdigest()


def cell(
    table: str, column: str, value: object, number: int = 0, version: int = migrations.VERSION
) -> Callable[[Rows], None]:
    """Puts this value into one column of one row."""

    def change(rows: Rows) -> None:
        at = contents.columns(version)[table].index(column)
        row = list(rows[table][number])
        row[at] = value
        rows[table][number] = tuple(row)

    return change


def more(entities: Iterable[Entity], document: Document) -> Document:
    """The document with these as well, whatever they break; of one id the last counts."""
    return Document.of([*(entity for _, entity in document), *entities])
