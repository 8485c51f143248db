"""The tables of a study's file, derived from the entities' field types: one per kind, and three beside them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from journeys.model.entities import Snapshot
from journeys.model.schema import CLASSES, FieldType, fields_of

if TYPE_CHECKING:
    import sqlalchemy as sa

Storage = Literal["TEXT", "INTEGER", "BLOB"]
ROW_HASH: Final = "row_hash"
IMAGE_BYTES: Final = "image_bytes"
META: Final = "meta"


class TableSpec(NamedTuple):
    """A table that holds one class of values; its first column is the key, its last the row's sha-256."""

    name: str
    cls: type
    fields: tuple[FieldType, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)


_CLASSES: Final[dict[str, type]] = {str(kind): cls for kind, cls in CLASSES.items()} | {"snapshot": Snapshot}
TABLES: Final = {name: TableSpec(name, cls, fields_of(cls)) for name, cls in _CLASSES.items()}
"""The kinds in the model's order, then the snapshots."""


def storage(field: FieldType) -> Storage:
    """How a field lies in its column: tuples and values as canonical JSON text, dates as ISO text."""
    if field.shape in ("whole", "flag"):
        return "INTEGER"
    return "BLOB" if field.shape == "bytes" else "TEXT"


def quoted(name: str) -> str:
    """An identifier; `order` and `group` are the glossary's words and SQL's too."""
    return f'"{name}"'


@cache
def select(table: str, columns: tuple[str, ...]) -> str:
    """The rows of a table in the order of their key, by the table itself and no index that somebody added."""
    wanted = ", ".join(map(quoted, columns))
    return f"SELECT {wanted} FROM {quoted(table)} NOT INDEXED ORDER BY {quoted(columns[0])}"  # noqa: S608 - names of our own tables


@cache
def insert(table: str, columns: tuple[str, ...]) -> str:
    """One row into a table."""
    wanted = ", ".join(map(quoted, columns))
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {quoted(table)} ({wanted}) VALUES ({marks})"  # noqa: S608 - names of our own tables


@cache
def metadata() -> sa.MetaData:
    """The same tables for SQLAlchemy."""
    import sqlalchemy as sa

    types = {"TEXT": sa.Text, "INTEGER": sa.Integer, "BLOB": sa.LargeBinary}
    made = sa.MetaData()
    for spec in TABLES.values():
        columns: list[sa.Column[Any]] = [
            sa.Column(f.name, types[storage(f)], primary_key=number == 0, nullable=f.optional, quote=True)
            for number, f in enumerate(spec.fields)
        ]
        _table(made, spec.name, *columns, sa.Column(ROW_HASH, sa.LargeBinary, nullable=False, quote=True))
    for name, key, value, kind in ((IMAGE_BYTES, "sha256", "data", sa.LargeBinary), (META, "key", "value", sa.Text)):
        columns = [
            sa.Column(key, sa.Text, primary_key=True, quote=True),
            sa.Column(value, kind, nullable=False, quote=True),
        ]
        _table(made, name, *columns)
    return made


def _table(made: sa.MetaData, name: str, *columns: sa.Column[Any]) -> None:
    import sqlalchemy as sa

    sa.Table(name, made, *columns, sqlite_strict=True, sqlite_with_rowid=False, quote=True)
