"""Reads every row of a damaged table that can be reached: around broken pages, and past values that are too large."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from typing import Any, Final, NamedTuple

from journeys.store.rows import Row
from journeys.store.tables import quoted

BROKEN: Final = (sqlite3.Error, UnicodeError)
_HEX: Final = "0123456789abcdef"
_END: Final = "g"  # sorts after every hexadecimal digit
_LAST: Final = chr(0x10FFFF)
_NAMES: Final = ("title", "name", "text", "label", "alt", "reason", "code")
MOST_NAMED: Final = 1_000
"""So many rows that cannot be read are asked for their names."""


class Found(NamedTuple):
    """Rows that could be read, and of the others the title, if that much could, by id."""

    rows: list[Row]
    unread: dict[str, object]


def found_in(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Found:
    """What a table of ours still holds, its first column the key."""
    found: dict[Any, Row] = {}
    if _collect(connection, table, columns, ("", _LAST), found):
        return Found(list(found.values()), {})
    keys: dict[Any, Row] = {}
    whole = _collect(connection, table, columns[:1], ("", _LAST), keys)
    if not whole and _reachable(connection, table, columns[0]):  # pages are broken, and not single values
        _between(connection, table, columns, "", found)
        _between(connection, table, columns[:1], "", keys)
    unread: dict[str, object] = {}
    for key in sorted({key for key, _ in keys} - {key for key, _ in found}, key=str):  # a damaged key may be no text
        row = _one(connection, table, columns, key)
        if row is not None:
            found[key, row[-1]] = row
        else:
            unread[str(key)] = _title(connection, table, columns, key) if len(unread) < MOST_NAMED else None
    return Found(list(found.values()), unread)


def _between(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], start: str, found: dict[Any, Row]
) -> None:
    """By stretches of the key, each smaller than the last."""
    for digit in _HEX:
        begin = start + digit
        whole = _collect(connection, table, names, (begin, begin + _END), found)
        if not whole and len(begin) < 3:
            _between(connection, table, names, begin, found)


def _reachable(connection: sqlite3.Connection, table: str, key: str) -> bool:
    """Whether any of its pages can be come to at all: where the one above them all is broken, none can."""
    query = f"{_select(table, (key,))} WHERE {quoted(key)} = ?"
    for first, second in product(_HEX, repeat=2):
        with suppress(*BROKEN):
            connection.execute(query, (first + second,)).fetchone()
            return True
    return False


def _collect(
    connection: sqlite3.Connection,
    table: str,
    names: tuple[str, ...],
    stretch: tuple[str, str],
    found: dict[Any, Row],
) -> bool:
    """Rows with a key in [first, end), forwards and, when that breaks off, backwards; whether all were read.

    They are kept by key and hash, as one key may stand twice.
    """
    key, whole = quoted(names[0]), True
    for order in ("ASC", "DESC"):
        query = f"{_select(table, names)} WHERE {key} >= ? AND {key} < ? ORDER BY {key} {order}"
        last: Any = stretch[order == "DESC"]
        try:
            for row in connection.execute(query, stretch):
                last = row[0]
                found.setdefault((row[0], row[-1]), row)
            break
        except BROKEN:
            whole = False
            ends = (last, stretch[1]) if order == "ASC" else (stretch[0], last)
            _held_back(connection, query.replace(">=", ">", 1), ends, found)
    return whole


def _held_back(connection: sqlite3.Connection, query: str, ends: tuple[Any, Any], found: dict[Any, Row]) -> None:
    """The row before the break: Python's reader is one row ahead, and when that one breaks it gives neither."""
    with suppress(*BROKEN):
        row = connection.execute(f"{query} LIMIT 1", ends).fetchone()
        if row is not None:
            found.setdefault((row[0], row[-1]), row)


def _one(connection: sqlite3.Connection, table: str, names: tuple[str, ...], key: object) -> Row | None:
    with suppress(*BROKEN):
        row: Row | None = connection.execute(f"{_select(table, names)} WHERE {quoted(names[0])} = ?", (key,)).fetchone()
        return row
    return None


def _title(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], key: object) -> object:
    """The name alone, which may lie on a page that is whole."""
    name = next((name for name in _NAMES if name in columns), None)
    row = _one(connection, table, (columns[0], name), key) if name else None
    return row[1] if row else None


def _select(table: str, names: Iterable[str]) -> str:
    return f"SELECT {', '.join(map(quoted, names))} FROM {quoted(table)} NOT INDEXED"  # noqa: S608 - names of our own tables
