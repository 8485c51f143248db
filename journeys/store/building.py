"""Fills an empty database with a whole document, and makes the file's bytes of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.store import connections, contents, migrations, packed
from journeys.store.rows import Row, dump
from journeys.store.tables import IMAGE_BYTES, META, TABLES, insert, quoted

Images = Mapping[str, bytes]


def rows_of(document: Document, snapshots: Sequence[Snapshot] = ()) -> dict[str, list[Row]]:
    """All rows of a document, per table in the order of their ids, as they lie in the file."""
    kept: dict[str, Iterable[object]] = {**{kind: table.values() for kind, table in document.tables.items()}}
    kept["snapshot"] = snapshots
    return {name: sorted(dump(spec, list(kept[name])), key=lambda row: str(row[0])) for name, spec in TABLES.items()}


def fill(
    connection: sqlite3.Connection,
    rows: Mapping[str, Sequence[Row]],
    images: Images,
    columns: contents.Columns | None = None,
) -> None:
    """Put all rows into empty tables, within the caller's transaction."""
    names = columns or contents.columns()
    for table, held in rows.items():
        connection.executemany(insert(table, names[table]), held)
    connection.executemany(insert(IMAGE_BYTES, ("sha256", "data")), sorted(images.items()))


def seal(connection: sqlite3.Connection, digest: str, counts: Mapping[str, int]) -> None:
    """Write the content digest, and how many rows there are, for whoever has to tell what was lost."""
    connection.execute(f"DELETE FROM {quoted(META)}")  # noqa: S608 - a name of our own
    told = (("counts", json.dumps(dict(counts), separators=(",", ":"))), ("digest", digest))
    connection.executemany(insert(META, ("key", "value")), told)


def file_bytes(document: Document, images: Images, snapshots: Sequence[Snapshot] = ()) -> bytes:
    """The bytes of a file with this document; images that neither it nor a snapshot shows are left out."""
    shown = {image.sha256 for image in document.images.values()}
    if not shown >= images.keys():
        shown |= {sha256 for snapshot in snapshots for sha256 in packed.pictures(snapshot.content)}
    kept = {sha256: data for sha256, data in images.items() if sha256 in shown}
    rows = rows_of(document, snapshots)
    connection = connections.building()
    try:
        connection.execute("BEGIN")
        migrations.create(connection)
        fill(connection, rows, kept)
        seal(connection, contents.digest_of(rows, kept), {name: len(held) for name, held in rows.items()})
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()
