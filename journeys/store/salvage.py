"""Takes out of a damaged file what can still be trusted, and tells what is lost."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final
from uuid import uuid4

from journeys.errors import FileError, LevensreisError
from journeys.model.document import Document
from journeys.model.entities import Entity, Moment, Snapshot, Study
from journeys.model.integrity import check_document
from journeys.model.references import cleared, references
from journeys.model.rules import check_entity
from journeys.store import connections, contents
from journeys.store.checksums import row_hash
from journeys.store.contents import Contents
from journeys.store.opener import Notice, Opened, newest
from journeys.store.rows import UNREADABLE, Row, load
from journeys.store.screening import Received, page_size
from journeys.store.tables import IMAGE_BYTES, META, TABLES, quoted

_ROUNDS: Final = 50
_HEX: Final = "0123456789abcdef"
_END: Final = "g"  # sorts after every hexadecimal digit
KEPT: Final = ("due", "parent_step")
"""Fields of which only the reference is lost: a process whose step is gone is still worth having."""
BROKEN: Final = (sqlite3.Error, UnicodeDecodeError)


def salvage_file(received: Received) -> Opened:
    """What is left of a file; raises FileError `file.damaged` when that is nothing."""
    told = {"path": str(received.path), "name": received.path.name}
    try:
        rows, images, counts = _rescue(received)
    except BROKEN as error:
        raise FileError("file.damaged", **told, reason="pages") from error
    entities = [entity for name in TABLES for entity in _sound(name, rows.get(name, []))]
    snapshots = tuple(entity for entity in entities if isinstance(entity, Snapshot))
    document = healed([entity for entity in entities if not isinstance(entity, Snapshot)], received.path.stem)
    if document is None:
        raise FileError("file.damaged", **told, reason="rows")
    kept: Counter[str] = Counter({kind: len(table) for kind, table in document.tables.items()})
    kept["snapshot"] = len(snapshots)
    lost = {name: counts[name] - kept[name] for name in TABLES if counts[name] > kept[name]}
    values = {"steps": kept["step"], "kept": sum(kept.values()), "lost": sum(lost.values()), "lost_kinds": lost}
    notice = Notice("notice.salvaged" if counts else "notice.salvaged_part", values)
    return Opened(document, images, snapshots, (notice,), received.identity, damaged=True)


def _rescue(received: Received) -> tuple[Mapping[str, list[Row]], dict[str, bytes], Counter[str]]:
    """Rows whose hash is right, images whose hash is right, and how many rows the file once had."""
    connection = connections.received(_padded(received.data))
    try:
        _unknown, ours = contents.parts(connection, received.version)
        connections.allow_only(connection, ours)
        wanted = {name: names for name, names in contents.columns(received.version).items() if name in ours}
        rows = {name: _right(name, _each(connection, name, names)) for name, names in wanted.items()}
        images = _pairs(connection, IMAGE_BYTES, ("sha256", "data"), ours)
        meta = _pairs(connection, META, ("key", "value"), ours)
    finally:
        connection.close()
    right = {sha256: data for sha256, data in images.items() if hashlib.sha256(data).hexdigest() == sha256}
    return newest(Contents(rows, right), received.version).rows, right, _counts(meta)


def _pairs(connection: sqlite3.Connection, table: str, names: tuple[str, str], ours: frozenset[str]) -> dict[str, Any]:
    rows = _each(connection, table, names) if table in ours else ()
    return {row[0]: row[1] for row in rows}


def _padded(data: bytes) -> bytes:
    """SQLite refuses a file that ends too early; in our copy the missing pages are blank."""
    size = page_size(data) or 4096
    pages = int.from_bytes(data[28:32], "big")
    whole = max(min(pages, 1 << 20) * size, -(-len(data) // size) * size)
    return data[:18] + b"\x01\x01" + data[20:] + bytes(min(whole, 300 << 20) - len(data))


def _counts(meta: dict[str, str]) -> Counter[str]:
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        told = json.loads(meta.get("counts", "{}"))
        return Counter({str(name): n for name, n in told.items() if type(n) is int and 0 <= n < 1 << 24})
    return Counter()


def _each(connection: sqlite3.Connection, table: str, names: tuple[str, ...]) -> Iterable[Row]:
    """Every row that can be reached: from the front, from the back, and by stretches of the key in between."""
    found: dict[Any, Row] = {}
    if not _collect(connection, table, names, "", _END, found):
        _between(connection, table, names, "", found)
    return found.values()


def _between(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], start: str, found: dict[Any, Row]
) -> None:
    for digit in _HEX:
        begin = start + digit
        whole = _collect(connection, table, names, begin, begin + _END, found)
        if not whole and len(begin) < 3:
            _between(connection, table, names, begin, found)


def _collect(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], first: str, end: str, found: dict[Any, Row]
) -> bool:
    """Rows with a key in [first, end), forwards and, when that breaks off, backwards; whether all were read."""
    wanted, key = ", ".join(map(quoted, names)), quoted(names[0])
    whole = True
    for order in ("ASC", "DESC"):
        query = (
            f"SELECT {wanted} FROM {quoted(table)} NOT INDEXED WHERE {key} >= ? AND {key} < ? ORDER BY {key} {order}"  # noqa: S608 - names of our own tables
        )
        try:
            for row in connection.execute(query, (first, end)):
                found.setdefault(row[0], row)
            break
        except BROKEN:
            whole = False
    return whole


def _right(table: str, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if _fits(table, row)]


def _fits(table: str, row: Row) -> bool:
    try:
        return bool(row_hash(table, row[:-1]) == row[-1])
    except (*UNREADABLE, AttributeError):
        return False


def _sound(table: str, rows: Iterable[Row]) -> Iterator[Any]:
    for row in rows:
        with suppress(*UNREADABLE, LevensreisError):
            (entity,) = load(TABLES[table], [row])
            if isinstance(entity, Snapshot) or not check_entity(entity):
                yield entity


def healed(entities: list[Entity], title: str) -> Document | None:
    """A valid document of sound entities: references to what is lost are cleared, or their holder is dropped.

    A lost study or day 0 is made anew. None when nothing is left to save.
    """
    if not entities:
        return None
    document = _completed(Document.of(entities), title)
    for _ in range(_ROUNDS):
        document = _without_dangling(document)
        problems = check_document(document)
        if not problems:
            return document
        for problem in problems:
            document.tables[problem.kind].pop(problem.id, None)
        document = _completed(document, title)
    return None


def _completed(document: Document, title: str) -> Document:
    if not document.tables["study"]:
        last = max((phase.start_day for phase in document.phases.values()), default=0)
        made = Study(uuid4().hex, title[:200].strip() or "?", end_day=max(365, min(last + 1, 36_500)))
        document.tables["study"][made.id] = made
    if not any(moment.is_day0 for moment in document.moments.values()):
        zero = Moment(uuid4().hex, "0", 0, is_day0=True)
        document.tables["moment"][zero.id] = zero
    return Document(document.tables)


def _without_dangling(document: Document) -> Document:
    """Clears or drops until no reference leads to nothing; every round drops at least one, or ends."""
    while True:
        changed = False
        for (kind, id_), entity in list(document):
            now = _cleared(document, entity)
            if now is None:
                del document.tables[kind][id_]
            elif now is not entity:
                document.tables[kind][id_] = now
            changed = changed or now is not entity
        if not changed:
            return Document(document.tables)


def _cleared(document: Document, entity: Entity) -> Entity | None:
    for reference in tuple(references(entity)):
        if document.get((reference.ref.kind, reference.id)) is None:
            if reference.ref.on_delete == "drop" and reference.field not in KEPT:
                return None
            entity = cleared(entity, reference.ref.kind, reference.id)
    return entity
