"""Takes out of a damaged file what can still be trusted, and tells what is lost."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from journeys.errors import FileError
from journeys.model.document import Document
from journeys.model.entities import Entity, Snapshot
from journeys.model.references import references
from journeys.store import connections, contents, migrations
from journeys.store.building import fill
from journeys.store.checksums import row_hash
from journeys.store.contents import Contents
from journeys.store.healing import Healed, heal, healed
from journeys.store.losses import Loss, title_in, title_of
from journeys.store.mending import all_mended
from journeys.store.opener import PICTURES, Notice, Opened, without_parts
from journeys.store.relisting import relisted
from journeys.store.rescue import BROKEN, Found, found_in
from journeys.store.rows import UNREADABLE, Row
from journeys.store.screening import Received, page_size
from journeys.store.tables import IMAGE_BYTES, META, TABLES, insert, quoted

_MOST_BLANK: Final = 300 << 20
_KINDS: Final = {"TEXT": str, "INTEGER": int, "BLOB": bytes}
LARGE: Final = 1 << 40


@dataclass(slots=True)
class _Rescued:
    """Rows and pictures whose hash is right, what is lost of the rest, and how many rows the file once had."""

    rows: Mapping[str, list[Row]]
    images: dict[str, bytes]
    counts: Counter[str]
    losses: list[Loss] = field(default_factory=list)


def salvage_file(received: Received) -> Opened:
    """What is left of a file; raises FileError `file.damaged` when that is nothing."""
    told = {"path": str(received.path), "name": received.path.name}
    try:
        rescued = _rescue(received)
    except BROKEN as error:
        raise FileError("file.damaged", **told, reason="pages") from error
    entities = list(_sound(rescued))
    snapshots = tuple({entity.id: entity for entity in entities if isinstance(entity, Snapshot)}.values())
    lost = {loss.id: loss.title for loss in rescued.losses}
    made = heal((entity for entity in entities if not isinstance(entity, Snapshot)), received.path.stem, lost)
    if made.document is None:
        raise FileError("file.damaged", **told, reason="rows")
    return _opened(received, rescued, made, snapshots)


def _opened(received: Received, rescued: _Rescued, made: Healed, snapshots: tuple[Snapshot, ...]) -> Opened:
    document, counts = made.document, rescued.counts
    assert document is not None
    kept: Counter[str] = Counter({kind: len(table) for kind, table in document.tables.items()})
    kept["snapshot"] = len(snapshots)
    missing = {name: counts[name] - kept[name] for name in TABLES if counts[name] > kept[name]}
    values = {"steps": kept["step"], "kept": sum(kept.values()), "lost": sum(missing.values()), "lost_kinds": missing}
    notice = Notice("notice.salvaged" if counts else "notice.salvaged_part", values)
    lacking = list(_without_pictures(document, rescued.images))
    losses = [*rescued.losses, *made.losses, *lacking]
    notices = (notice, Notice("notice.pictures_lost", {"n": len(lacking)})) if lacking else (notice,)
    losses += _without_trace(missing, losses)
    losses = list({(loss.code, loss.kind, loss.id, loss.values.get("field")): loss for loss in losses}.values())
    return Opened(
        document, rescued.images, snapshots, notices, received.identity, damaged=True, losses=tuple(losses)
    )  # fmt: skip


def _without_pictures(document: Document, images: Mapping[str, bytes]) -> Iterator[Loss]:
    """Each with the kind and the title of everything it stood at."""
    lacking = {one.id: one for one in document.images.values() if one.sha256 not in images}
    stood: dict[str, list[tuple[str, str]]] = {id_: [] for id_ in lacking}
    for (kind, _), entity in document if lacking else ():
        for reference in references(entity):
            if reference.ref.kind == "image" and reference.id in stood:
                stood[reference.id].append((kind, title_of(entity, {})))
    for one in lacking.values():
        yield Loss("loss.picture", "image", one.id, title_of(one, {}), {"at": tuple(stood[one.id])})


def _without_trace(missing: Mapping[str, int], losses: Iterable[Loss]) -> list[Loss]:
    """Of what the file once held: what is neither there nor on the list by its name."""
    listed = Counter(loss.kind for loss in losses if loss.gone)
    gone = {kind: n - listed[kind] for kind, n in missing.items()}
    return [Loss("loss.unknown", kind, values={"n": n}) for kind, n in gone.items() if n > 0]


@dataclass(slots=True)
class _Held:
    """What lies in the tables that are as they should be, right or wrong."""

    found: dict[str, Found]
    images: dict[str, Any]
    meta: dict[str, Any]
    whole: bool
    """Whether all tables are there."""

    @property
    def right(self) -> int:
        """So many rows and pictures are as they were written."""
        rows = sum(_fits(name, row) for name, held in self.found.items() for row in held.rows)
        return rows + sum(_is_picture(sha256, data) for sha256, data in self.images.items())


def _most_held(padded: bytes, version: int) -> _Held:
    """With the list of tables that the file has, or, where that is damaged, with one as we write it."""
    try:
        held = _held(padded, version)
    except BROKEN:
        return _held(relisted(padded, version), version)
    if not held.whole:
        with suppress(*BROKEN):
            return max((held, _held(relisted(padded, version), version)), key=lambda one: one.right)
    return held


def _held(padded: bytes, version: int) -> _Held:
    connection = connections.received(padded)
    try:
        try:
            _unknown, ours = contents.parts(connection, version)
        except BROKEN:  # by a part that SQLite refuses, or by broken pages
            connection.close()
            connection = connections.received(without_parts(padded, version)[0])
            _unknown, ours = contents.parts(connection, version)
        connections.allow_only(connection, ours)
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")  # no row is lost by one letter
        names = contents.columns(version)
        found = {name: found_in(connection, name, names[name]) for name in names if name in ours}
        images = _pairs(connection, IMAGE_BYTES, ("sha256", "data"), ours)
        meta = _pairs(connection, META, ("key", "value"), ours)
    finally:
        connection.close()
    return _Held(found, images, meta, {*names, IMAGE_BYTES, META} <= ours)


def _rescue(received: Received) -> _Rescued:
    held = _most_held(_padded(received.data), received.version)
    names = contents.columns(received.version)
    losses = [loss for name, found in held.found.items() for loss in _lost(name, names[name], found)]
    right = {name: [row for row in found.rows if _fits(name, row)] for name, found in held.found.items()}
    pictures = {sha256: data for sha256, data in held.images.items() if _is_picture(sha256, data)}
    return _Rescued(_newest(right, received.version, losses), pictures, _counts(held.meta), losses)


def _pairs(connection: sqlite3.Connection, table: str, names: tuple[str, str], ours: frozenset[str]) -> dict[str, Any]:
    return {row[0]: row[1] for row in found_in(connection, table, names).rows} if table in ours else {}


def _is_picture(sha256: str, data: object) -> bool:
    return isinstance(data, bytes) and data.startswith(PICTURES) and hashlib.sha256(data).hexdigest() == sha256


def _padded(data: bytes) -> bytes:
    """SQLite refuses a file that ends too early; in our copy the missing pages are blank."""
    size = page_size(data) or 4096
    pages = int.from_bytes(data[28:32], "big")
    whole = max(min(pages, 1 << 20) * size, -(-len(data) // size) * size)
    return data[:18] + b"\x01\x01" + data[20:] + bytes(max(0, min(whole, _MOST_BLANK) - len(data)))


def _counts(meta: dict[str, Any]) -> Counter[str]:
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        told = json.loads(meta.get("counts", "{}"))
        return Counter({str(name): n for name, n in told.items() if type(n) is int and 0 <= n < 1 << 24})
    return Counter()


def _lost(table: str, columns: tuple[str, ...], found: Found) -> Iterator[Loss]:
    """What was read but is not what was written, and what could not be read."""
    for row in found.rows:
        if not _fits(table, row):
            yield Loss("loss.changed", table, str(row[0])[:32], title_in(columns, row))
    for id_, title in found.unread.items():
        yield Loss("loss.unreadable", table, id_[:32], title_in(("title",), (title,)))


def _fits(table: str, row: Row) -> bool:
    try:
        return bool(row_hash(table, row[:-1]) == row[-1])
    except (*UNREADABLE, AttributeError):
        return False


def _newest(rows: Mapping[str, list[Row]], version: int, losses: list[Loss]) -> Mapping[str, list[Row]]:
    """The rows in the tables of the newest version; those that fit no table of their own version are lost."""
    if version == migrations.VERSION:
        return rows
    fresh, names = connections.building(), contents.columns(version)
    try:
        migrations.create(fresh, version)
        for table, held in rows.items():
            losses += _put_each(fresh, table, names[table], held)
        migrations.migrate(fresh)
        return contents.read_rows(fresh, contents.columns()).rows
    finally:
        fresh.close()


def _put_each(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[Row]) -> Iterator[Loss]:
    connection.execute("BEGIN")
    with suppress(sqlite3.Error, *UNREADABLE):
        fill(connection, {table: rows}, {}, {table: columns})
        connection.execute("COMMIT")
        return
    connection.execute("ROLLBACK")
    info = connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    for row in rows:
        id_, title = str(row[0])[:32], title_in(columns, row)
        fitting = tuple(_storable(value, *about[2:4]) for value, about in zip(row, info, strict=True))
        try:
            connection.execute(insert(table, columns), fitting)
        except (sqlite3.Error, *UNREADABLE):
            yield Loss("loss.invalid", table, id_, title)
            continue
        changed = (name for name, old, new in zip(columns, row, fitting, strict=True) if old is not new)
        yield from (Loss("loss.mended", table, id_, title, {"field": name}) for name in changed)


def _storable(value: object, kind: str, full: int) -> object:
    """The value, or what a column of this kind takes in its place; what it means is for the mending to say."""
    if type(value) is _KINDS[kind] or (value is None and not full):
        return value
    if kind == "INTEGER":
        return round(max(-LARGE, min(value, LARGE))) if isinstance(value, float) and value == value else 0  # noqa: PLR0124 - NaN is not itself
    if kind == "BLOB":
        return b""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)


def _sound(rescued: _Rescued) -> Iterator[Entity | Snapshot]:
    """What the rows hold, mended where it must be."""
    for name, spec in TABLES.items():
        for row, mended in all_mended(spec, sorted(rescued.rows.get(name, ()), key=lambda row: str(row[0]))):
            if mended is None:
                title = title_in((*spec.columns, "row_hash"), row)
                rescued.losses.append(Loss("loss.invalid", name, str(row[0])[:32], title))
                continue
            for changed in mended.fields:
                title = title_of(mended.entity, {})
                rescued.losses.append(Loss("loss.mended", name, mended.entity.id, title, {"field": changed}))
            yield mended.entity


__all__ = ["Contents", "healed", "salvage_file"]
