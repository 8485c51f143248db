"""The versions of the file format: the tables of each, and the step from each to the next."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from journeys.errors import StoreError
from journeys.identity import APPLICATION_ID
from journeys.store.migrations import version_1, version_2

Migration = Callable[[sqlite3.Connection], None]

VERSION: Final = 2
SCHEMAS: Final[Mapping[int, str]] = MappingProxyType({1: version_1.SCHEMA, 2: version_2.SCHEMA})
MIGRATIONS: Final[Mapping[int, Migration]] = MappingProxyType({1: version_2.from_version_1})
"""From a version to the next: a function that changes tables and rows, row hashes included."""

_NAME: Final = re.compile(r'CREATE TABLE "(\w+)"')


def statements(version: int = VERSION) -> dict[str, str]:
    """The CREATE statement of every table of a version, by name, with single spaces."""
    found = (normal(statement) for statement in SCHEMAS[version].split(";"))
    return {_NAME.match(statement)[1]: statement for statement in found if statement}  # type: ignore[index]  # all match: a test runs them


def normal(statement: str) -> str:
    """A statement with its white space made single spaces."""
    return " ".join(statement.split())


def create(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Make the empty tables of a version, within the caller's transaction."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")
    for statement in statements(version).values():
        connection.execute(statement)


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, to: int = VERSION, steps: Mapping[int, Migration] = MIGRATIONS) -> bool:
    """Bring a database of our own up to date, wholly or not at all; tells whether anything was done.

    Raises StoreError `store.newer` or `store.no_migration` (from, to); then nothing has changed.
    """
    start = version_of(connection)
    if start > to:
        raise StoreError("store.newer", found=start, known=to)
    missing = [version for version in range(start, to) if version not in steps]
    if missing:
        raise StoreError("store.no_migration", found=missing[0], wanted=missing[0] + 1)
    if start == to:
        return False
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(start, to):
            steps[version](connection)
            connection.execute(f"PRAGMA user_version={version + 1}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return True
