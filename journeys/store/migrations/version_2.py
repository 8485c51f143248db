"""The tables of file format version 2, in which a saved view knows what is shown, how large and from where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeys.store.migrations import version_1

if TYPE_CHECKING:
    import sqlite3

_VIEW: Final = """CREATE TABLE "view" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "journeys" TEXT NOT NULL,
    "lanes" TEXT NOT NULL, "lens" TEXT, "axis" TEXT NOT NULL, "order" INTEGER NOT NULL, "shown" TEXT NOT NULL, "zoom"
    INTEGER, "phase" TEXT, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;"""
SCHEMA: Final = re.sub(r'CREATE TABLE "view" .*?;', _VIEW, version_1.SCHEMA, flags=re.DOTALL)
"""All other tables are as they were."""

_ADDED: Final = ("map", None, None)
"""What a view was before it knew: the map, whole."""


def from_version_1(connection: sqlite3.Connection) -> None:
    """Every view gets the new columns; all other tables stay as they are, hashes included."""
    from journeys.store.checksums import row_hash

    rows = connection.execute(
        'SELECT "id", "name", "journeys", "lanes", "lens", "axis", "order" FROM "view" NOT INDEXED ORDER BY "id"'
    ).fetchall()
    connection.execute('DROP TABLE "view"')
    connection.execute(_VIEW.rstrip(";"))
    made = [(*row, *_ADDED) for row in rows]
    hashed = [(*row, row_hash("view", row)) for row in made]
    connection.executemany('INSERT INTO "view" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', hashed)
