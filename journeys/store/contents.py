"""Reads what lies in a study's database and proves that no bit of it changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from journeys.store import migrations, packed
from journeys.store.checksums import content_digest, row_hashes
from journeys.store.rows import UNREADABLE, Row
from journeys.store.tables import IMAGE_BYTES, META, ROW_HASH, TABLES, quoted, select
from journeys.text import clean

Columns = dict[str, tuple[str, ...]]
MOST_PARTS = 5_000
NAME_LENGTH = 40


class DamagedError(Exception):
    """The database is not what was written; `reason` is schema, pages, rows or digest."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Contents:
    """Rows per table (hash last), image bytes by sha256, and the parts of the database that are not ours."""

    rows: dict[str, list[Row]]
    images: dict[str, bytes] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def columns(version: int = migrations.VERSION) -> Columns:
    """The columns of every table of entities of a version."""
    if version == migrations.VERSION:
        return {name: (*spec.columns, ROW_HASH) for name, spec in TABLES.items()}
    from journeys.store.connections import building

    connection = building()
    try:
        migrations.create(connection, version)
        names = [name for name in migrations.statements(version) if name not in (IMAGE_BYTES, META)]
        told = {name: connection.execute(f"PRAGMA table_info({quoted(name)})").fetchall() for name in names}
    finally:
        connection.close()
    return {name: tuple(row[1] for row in rows) for name, rows in told.items()}


def parts(connection: sqlite3.Connection, version: int) -> tuple[tuple[str, ...], frozenset[str]]:
    """(unknown parts, our tables that are as they should be): by their CREATE statements, nothing else."""
    known = migrations.statements(version)
    unknown, ours = [], set()
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema LIMIT ?", (MOST_PARTS,))
    for kind, name, sql in found:
        if kind == "table" and name in known and migrations.normal(str(sql)) == known[name]:
            ours.add(name)
        else:
            unknown.append(part(kind, name))
    return tuple(unknown), frozenset(ours)


def part(kind: object, name: object) -> str:
    """What a part that is not ours is called, short and clean."""
    return clean(f"{kind} {name}", NAME_LENGTH, multiline=False).text


def read(
    connection: sqlite3.Connection, version: int, *, trusted: bool = False, beside: tuple[str, ...] = ()
) -> Contents:
    """Everything in the database, proven intact unless `trusted`; raises DamagedError.

    `beside`: unknown parts that were taken out of it before.
    """
    from journeys.store.connections import allow_only

    try:
        found, ours = parts(connection, version)
        unknown = (*beside, *found)
        if set(migrations.statements(version)) - ours:
            raise DamagedError("schema")
        if not unknown and not trusted:
            check_pages(connection)
        allow_only(connection, ours)
        contents = read_rows(connection, columns(version))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise DamagedError("pages") from error
    contents.unknown = unknown
    if not trusted:
        prove(contents)
    return contents


def check_pages(connection: sqlite3.Connection) -> None:
    """SQLite's own look at its pages; raises DamagedError."""
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise DamagedError("pages")


def read_rows(connection: sqlite3.Connection, wanted: Mapping[str, tuple[str, ...]]) -> Contents:
    """All rows as they lie there; raises sqlite3.Error."""
    rows = {name: connection.execute(select(name, names)).fetchall() for name, names in wanted.items()}
    images = dict(connection.execute(select(IMAGE_BYTES, ("sha256", "data"))))
    return Contents(rows, images, read_meta(connection))


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute(select(META, ("key", "value"))))


def prove(contents: Contents) -> None:
    """Compare every row with its hash and all of them with the digest; raises DamagedError."""
    try:
        prove_rows(contents)
        digest = digest_of(contents.rows, contents.images)
    except (*UNREADABLE, AttributeError) as error:  # an id, a hash or a picture that is no text or no bytes
        raise DamagedError("rows") from error
    if contents.meta.get("digest") != digest:
        raise DamagedError("digest")


def prove_rows(contents: Contents) -> None:
    """Compare every row and image with its hash; raises DamagedError."""
    for table, rows in contents.rows.items():
        if row_hashes(table, [row[:-1] for row in rows]) != [row[-1] for row in rows]:
            raise DamagedError("rows")
    for sha256, data in contents.images.items():
        if type(data) is not bytes or hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedError("rows")


def digest_of(rows: Mapping[str, Iterable[Row]], images: Iterable[str]) -> str:
    """The content digest of these rows and images."""
    marks: dict[str, tuple[Iterable[str], Iterable[bytes]]] = {}
    for table, held in rows.items():
        kept = held if isinstance(held, list) else list(held)
        marks[table] = (map(itemgetter(0), kept), map(itemgetter(-1), kept))
    ordered = sorted(images)
    marks[IMAGE_BYTES] = (ordered, map(bytes.fromhex, ordered))
    return content_digest(marks)


def unseen_pictures(connection: sqlite3.Connection) -> set[str]:
    """Those that neither the study nor a snapshot of it shows: a working copy keeps them because undo may want them."""
    query = f'SELECT "sha256" FROM {IMAGE_BYTES} WHERE "sha256" NOT IN (SELECT "sha256" FROM "image")'  # noqa: S608 - a name of our own
    unseen = {row[0] for row in connection.execute(query)}
    for (content,) in connection.execute('SELECT "content" FROM "snapshot"') if unseen else ():
        unseen -= packed.pictures(content)
    return unseen


def stored_digest(connection: sqlite3.Connection, without: Collection[str] = ()) -> str:
    """The content digest by the row hashes that lie there; whether they fit their rows is another question.

    `without`: pictures that do not count.
    """
    marks = {name: connection.execute(select(name, (spec.columns[0], ROW_HASH))) for name, spec in TABLES.items()}
    images = {row[0] for row in connection.execute(select(IMAGE_BYTES, ("sha256",)))}
    return digest_of(marks, images.difference(without))
