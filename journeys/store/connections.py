"""The one home of database connections: working copies of our own, and hardened readers of received bytes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

SECONDS: Final = 10
_MOST_PARTS: Final = 5_000
_STEPS: Final = 10_000  # virtual machine instructions between two looks at the clock
_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 << 20),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
)
CONFIGURED: Final = (
    ("DEFENSIVE", True), ("ENABLE_TRIGGER", False), ("ENABLE_VIEW", False), ("TRUSTED_SCHEMA", False),
    ("WRITABLE_SCHEMA", False), ("ENABLE_FTS3_TOKENIZER", False), ("ENABLE_LOAD_EXTENSION", False),
    ("NO_CKPT_ON_CLOSE", True),
)  # fmt: skip
"""What a connection to a received file may not do, in SQLite's own words."""
_HARDEN: Final = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON")
_WORKING: Final = (
    "locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=FULL", "secure_delete=ON",
    "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY",
)  # fmt: skip


def library_version() -> str:
    """Which SQLite this is."""
    return sqlite3.sqlite_version


def _uri(path: Path) -> str:
    """An existing file, to read and write: without `mode=rw` SQLite makes an empty one."""
    uri = path.as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)  # a share of Windows: SQLite takes no host
    return f"{uri}?mode=rw"


def working(path: Path, wait: float = 2) -> sqlite3.Connection:
    """Our own working copy, every transaction durable when it returns; nobody else can open it meanwhile.

    Transactions begin and end where we say so. `wait`: seconds to wait for another who has it open.
    """
    connection = sqlite3.connect(_uri(path), timeout=wait, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _WORKING:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # rolls a hot journal back
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def building() -> sqlite3.Connection:
    """An empty database in memory, to fill and take the bytes of."""
    return sqlite3.connect(":memory:", isolation_level=None)


def finishing(path: Path) -> sqlite3.Connection:
    """A copy of our own that nobody else knows yet and that is made durable as a whole afterwards."""
    connection = sqlite3.connect(_uri(path), uri=True, isolation_level=None)
    for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "secure_delete=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def received(data: bytes) -> sqlite3.Connection:
    """The bytes of a received file as a database in memory: it can be asked, never run or written."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(data)
        _harden(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def bare(data: bytes, tables: Collection[str]) -> tuple[bytes, list[tuple[str, str]]]:
    """A copy whose list of parts names these tables alone, with (kind, name) of what it named beside them.

    For a file in which somebody put a part that SQLite refuses: with that it reads nothing at all.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(data)
        _limit(connection)
        connection.execute("PRAGMA writable_schema=ON")  # parts that are refused are passed over
        connection.set_authorizer(_only_unlists)
        wanted = ", ".join("?" * len(tables))
        others = f"FROM sqlite_schema WHERE type != 'table' OR name NOT IN ({wanted})"  # question marks
        found = connection.execute(f"SELECT type, name {others}", tuple(tables)).fetchmany(_MOST_PARTS)
        connection.execute(f"DELETE {others}", tuple(tables))
        return connection.serialize(), found
    finally:
        connection.close()


def _only_unlists(action: int, first: str | None, _second: str | None, _base: str | None, inner: str | None) -> int:
    """Reading the list of parts, and taking some out of it."""
    lists = action in (sqlite3.SQLITE_READ, sqlite3.SQLITE_DELETE) and first in ("sqlite_master", "sqlite_schema")
    ours = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION) or (lists and inner is None)
    return sqlite3.SQLITE_OK if ours else sqlite3.SQLITE_DENY


def received_with_journal(path: Path) -> sqlite3.Connection:
    """A copy, in a folder of our own, of a received file with the journal that lay beside it: SQLite rolls it back."""
    connection = sqlite3.connect(_uri(path), uri=True, isolation_level=None)
    try:
        _harden(connection)
        connection.execute("PRAGMA user_version").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _harden(connection: sqlite3.Connection) -> None:
    for pragma in _HARDEN:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    _configure(connection)
    _limit(connection)
    connection.set_authorizer(_only_looks)


def _limit(connection: sqlite3.Connection) -> None:
    """Sizes, and a time after which whatever runs is broken off."""
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    deadline = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)


def _configure(connection: sqlite3.Connection) -> None:
    """From Python 3.12 on, triggers, views and all else that a file could bring can be switched off altogether."""
    configure: Any = getattr(connection, "setconfig", None)
    if configure is None:
        return
    for name, on in CONFIGURED:
        configure(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), on)


def _only_looks(action: int, first: str | None, second: str | None, _base: str | None, inner: str | None) -> int:
    """Until it is known which tables are ours: the list of what there is, and SQLite's own look at its pages."""
    looks = action == sqlite3.SQLITE_READ and first in ("sqlite_master", "sqlite_schema") and inner is None
    asks = action == sqlite3.SQLITE_PRAGMA and (first, second) in (("integrity_check", "1"), ("user_version", None))
    return sqlite3.SQLITE_OK if action == sqlite3.SQLITE_SELECT or looks or asks else sqlite3.SQLITE_DENY


def allow_only(connection: sqlite3.Connection, tables: frozenset[str]) -> None:
    """From now on the connection answers SELECTs on these tables and nothing else."""

    def judge(action: int, first: str | None, _second: str | None, _base: str | None, inner: str | None) -> int:
        reads = action == sqlite3.SQLITE_READ and first in tables and inner is None
        return sqlite3.SQLITE_OK if action == sqlite3.SQLITE_SELECT or reads else sqlite3.SQLITE_DENY

    connection.set_authorizer(judge)


def engine(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy's engine over this one connection; its transactions are IMMEDIATE and roll back wholly."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    made = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True)
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
