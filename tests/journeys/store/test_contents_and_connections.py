"""Rows are proven by their hashes, and our own databases opened so that nothing half-done stays in them."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from types import SimpleNamespace

import pytest

from journeys.model.entities import Image
from journeys.store import building, checksums, connections, contents, opener, packed
from journeys.store.building import file_bytes, rows_of
from journeys.store.contents import Contents, DamagedError
from tests.hostile.crafted import more
from tests.hostile.everything import PIXEL, SNAPSHOT
from tests.journeys.studies import study


def held(change=None) -> Contents:
    """All that a small file holds, with one thing changed."""
    rows = {name: list(table) for name, table in rows_of(study(2)).items()}
    images = {hashlib.sha256(PIXEL).hexdigest(): PIXEL}
    told = Contents(rows, images, {"digest": contents.digest_of(rows, images)})
    if change is not None:
        change(told)
    return told


def put(table: str, column: int, value: object):
    def change(told: Contents) -> None:
        row = list(told.rows[table][0])
        row[column] = value
        told.rows[table][0] = tuple(row)

    return change


def test_what_is_as_it_was_written_is_proven():
    contents.prove(held())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (put("step", 0, 7), "rows"), (put("step", 0, b"ab"), "rows"), (put("step", -1, "hash"), "rows"),
        (put("step", 6, "Anders"), "rows"), (put("step", -1, b"0" * 32), "rows"), (put("step", 5, {1}), "rows"),
        (lambda told: told.images.update({"ab" * 32: b"anders"}), "rows"),
        (lambda told: told.images.update({"ab" * 32: "geen bytes"}), "rows"),
        (lambda told: told.rows["step"].pop(), "digest"), (lambda told: told.images.clear(), "digest"),
        (lambda told: told.meta.clear(), "digest"), (lambda told: told.meta.update(digest="0" * 64), "digest"),
    ],
)  # fmt: skip
def test_whatever_is_not_as_it_was_written_is_told(change, reason):
    with pytest.raises(DamagedError) as caught:
        contents.prove(held(change))
    assert caught.value.reason == reason


def test_without_the_quick_road_to_json_a_row_has_the_same_hash(monkeypatch):
    row = ("1", "Tekst met “é” en \U0001f600", None, 7, PIXEL, "")
    quick = checksums.row_hash("note", row)
    monkeypatch.setattr(json.encoder, "c_make_encoder", None)
    monkeypatch.setattr(checksums, "_encode", checksums._encoder())
    assert checksums.row_hash("note", row) == quick


def test_snapshots_are_only_unpacked_for_pictures_that_the_study_does_not_show(monkeypatch):
    sha256 = hashlib.sha256(PIXEL).hexdigest()
    shown = more([Image("1" * 32, "png", 1, 1, sha256)], study(2))
    snapshot = replace(SNAPSHOT, content=packed.pack(b'{"sha256":"%s"}' % ("ab" * 32).encode()))
    asked: list[bytes] = []

    def unpacks(content: bytes) -> frozenset[str]:
        asked.append(content)
        return frozenset({"ab" * 32})

    monkeypatch.setattr(packed, "pictures", unpacks)
    for images, unpacked in (({}, 0), ({sha256: PIXEL}, 0), ({"ab" * 32: PIXEL}, 1), ({"cd" * 32: PIXEL}, 1)):
        asked.clear()
        data = file_bytes(shown, images, [snapshot])
        assert len(asked) == unpacked
        with closing(connections.received(data)) as connection:
            connection.set_authorizer(None)
            kept = {row[0] for row in connection.execute("SELECT sha256 FROM image_bytes")}
        assert kept == images.keys() - {"cd" * 32}


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "doc.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 2_000,)] * 50)
        connection.execute("COMMIT")
    return path


def test_a_working_copy_may_be_used_by_a_worker(database):
    found = []
    with closing(connections.working(database)) as connection:
        worker = threading.Thread(target=lambda: found.append(connection.execute("SELECT count(*) FROM t").fetchone()))
        worker.start()
        worker.join()
    assert found == [(50,)]


def test_a_write_that_was_cut_short_is_rolled_back_by_opening(database, tmp_path):
    lies = tmp_path / "lies"
    with closing(connections.working(database)) as connection:
        for pragma in ("cache_size=1", "cache_spill=1"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN")
        connection.execute("UPDATE t SET a = 'half'")
        connection.execute("INSERT INTO t VALUES ('new')")
        shutil.copytree(tmp_path, lies, ignore=shutil.ignore_patterns("lies"))
        connection.execute("ROLLBACK")
    half = (lies / "doc.db").read_bytes()
    connections.working(lies / "doc.db").close()
    assert (lies / "doc.db").read_bytes() != half
    (lies / "doc.db-journal").unlink(missing_ok=True)
    with closing(sqlite3.connect(lies / "doc.db")) as connection:
        assert connection.execute("SELECT DISTINCT length(a) FROM t").fetchall() == [(2_000,)]


def test_what_is_no_database_is_told_when_it_is_opened_and_a_missing_one_is_not_made(tmp_path):
    (tmp_path / "doc.db").write_bytes(b"geen database" * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connections.working(tmp_path / "doc.db")
    for opens in (connections.working, connections.finishing):
        with pytest.raises(sqlite3.OperationalError):
            opens(tmp_path / "weg.db").execute("SELECT * FROM sqlite_schema")
    assert not (tmp_path / "weg.db").exists()


def test_a_working_copy_is_durable_alone_and_forgets_what_was_deleted(database):
    with closing(connections.working(database)) as connection:
        told = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in (
            "locking_mode", "journal_mode", "synchronous", "secure_delete", "trusted_schema", "cell_size_check",
        )}  # fmt: skip
        assert connection.isolation_level is None
    assert told == {
        "locking_mode": "exclusive", "journal_mode": "truncate", "synchronous": 2, "secure_delete": 1,
        "trusted_schema": 0, "cell_size_check": 1,
    }  # fmt: skip


def test_an_empty_database_to_fill_is_in_memory_alone():
    with closing(connections.building()) as connection:
        assert connection.execute("PRAGMA database_list").fetchall() == [(0, "main", "")]
        assert building.file_bytes(study(2), {}) == building.file_bytes(study(2), {})


def test_a_received_database_can_be_asked_and_not_written(database):
    with closing(connections.received(database.read_bytes())) as connection:
        for statement in ("SELECT a FROM t", "PRAGMA query_only=OFF", "DELETE FROM t", "ATTACH ':memory:' AS b"):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(statement).fetchall()
        assert connection.execute("PRAGMA user_version").fetchall() == [(0,)]
        assert connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        limits = {limit: connection.getlimit(limit) for limit, _ in connections._LIMITS}
        assert limits == dict(connections._LIMITS)
        connections.allow_only(connection, frozenset({"t"}))
        assert connection.execute("SELECT a FROM t").fetchone() == ("x" * 2_000,)
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute("SELECT name FROM sqlite_schema").fetchall()
        connection.set_authorizer(None)
        for pragma, value in (("query_only", 1), ("trusted_schema", 0), ("cell_size_check", 1)):
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
        with pytest.raises(sqlite3.OperationalError, match=r"readonly|read-only|read only"):
            connection.execute("DELETE FROM t")


def test_what_runs_too_long_in_a_received_database_is_broken_off(database, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS", -1)
    monkeypatch.setattr(connections, "_STEPS", 10)
    with (
        closing(connections.received(database.read_bytes())) as connection,
        pytest.raises(sqlite3.OperationalError, match="interrupted"),
    ):
        connection.execute("PRAGMA integrity_check(1)").fetchall()


@pytest.mark.parametrize("mark", [b"\x01\x01", b"\x02\x02", b"\x01\x02"])
def test_the_mark_of_wal_mode_is_taken_off_and_nothing_else(mark):
    data = bytes(range(18)) + mark + bytes(range(40))
    assert opener._without_wal(data) == bytes(range(18)) + b"\x01\x01" + bytes(range(40))


def test_where_python_can_all_that_a_file_could_bring_is_switched_off(monkeypatch):
    wanted = {
        "DEFENSIVE": True, "ENABLE_TRIGGER": False, "ENABLE_VIEW": False, "TRUSTED_SCHEMA": False,
        "WRITABLE_SCHEMA": False, "ENABLE_FTS3_TOKENIZER": False, "ENABLE_LOAD_EXTENSION": False,
        "NO_CKPT_ON_CLOSE": True,
    }  # fmt: skip
    for name in wanted:
        monkeypatch.setattr(sqlite3, f"SQLITE_DBCONFIG_{name}", name, raising=False)
    told: dict[str, bool] = {}
    connections._configure(SimpleNamespace(setconfig=told.__setitem__))
    assert told == wanted
    connections._configure(SimpleNamespace())
