"""Gives a damaged file its list of tables anew: a file of ours begins as every empty one of its version does."""

from __future__ import annotations

from journeys.store import connections, migrations
from journeys.store.screening import page_size


def relisted(data: bytes, version: int) -> bytes:
    """A copy with the header and the list of tables as we write them; as it is when its pages have another size.

    Where the tables lie otherwise than in our own files, no row is found: each must still fit its hash.
    """
    empty, roots = _empty(version)
    size = page_size(empty) or 0
    if page_size(data) != size:
        return data
    made, end = bytearray(data), len(data) // size * size
    for start in range(0, min(len(empty), end), size):
        if start // size + 1 not in roots:
            made[start : start + size] = empty[start : start + size]
    made[28:32] = (end // size).to_bytes(4, "big")
    return bytes(made[:end])


def _empty(version: int) -> tuple[bytes, frozenset[int]]:
    """An empty file of a version, and on which pages its tables begin."""
    connection = connections.building()
    try:
        migrations.create(connection, version)
        roots = frozenset(row[0] for row in connection.execute("SELECT rootpage FROM sqlite_schema"))
        return connection.serialize(), roots
    finally:
        connection.close()
