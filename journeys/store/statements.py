"""SQLAlchemy's statements on a working copy: put entities in and take them out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from journeys.store.rows import dump
from journeys.store.tables import IMAGE_BYTES, ROW_HASH, TABLES, insert, metadata

if TYPE_CHECKING:
    import sqlalchemy as sa


def put(connection: sa.Connection, values: Mapping[tuple[str, str], object | None]) -> None:
    """Make every key hold its value; None takes the row out."""
    kept: dict[str, list[object]] = {}
    gone: dict[str, list[str]] = {}
    for (table, id_), value in values.items():
        if value is None:
            gone.setdefault(table, []).append(id_)
        else:
            kept.setdefault(table, []).append(value)
    for table, ids in gone.items():
        connection.execute(_delete(table), [{"key": id_} for id_ in ids])
    for table, entities in kept.items():
        # The rows go to the database as they are: to bind each by name takes longer than to write it.
        connection.exec_driver_sql(_replace(table), dump(TABLES[table], entities))


def put_image(connection: sa.Connection, sha256: str, data: bytes) -> None:
    """Add a picture's bytes; the same picture twice is one row."""
    connection.execute(_upsert(IMAGE_BYTES), {"sha256": sha256, "data": data})


@cache
def _replace(table: str) -> str:
    """A whole row in place of the one under its key."""
    return insert(table, (*TABLES[table].columns, ROW_HASH)).replace("INSERT", "INSERT OR REPLACE", 1)


@cache
def _upsert(table: str) -> sa.Insert:
    import sqlalchemy as sa

    return sa.insert(_table(table)).prefix_with("OR REPLACE")


@cache
def _delete(table: str) -> sa.Delete:
    import sqlalchemy as sa

    held: Any = _table(table)
    return sa.delete(held).where(held.c.id == sa.bindparam("key"))


def _table(name: str) -> sa.Table:
    return metadata().tables[name]
