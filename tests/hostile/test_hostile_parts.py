"""What somebody built into a file of ours is never run: what is ours opens unchanged, or not at all."""

from __future__ import annotations

import sqlite3

import pytest

from journeys.errors import FileError
from journeys.store import verify
from journeys.store.opener import open_file
from tests.journeys.studies import study

EXTRA = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON step BEGIN UPDATE step SET title = 'gehackt'; END",
    "view": "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "index": "CREATE INDEX x ON step (title, id, body || title)",
    "table": "CREATE TABLE extra (a, b GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL)",
}


@pytest.fixture
def file(tmp_path, sound_bytes):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    return path


def change(path, *statements: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        other.execute(statement)
    other.close()


@pytest.mark.parametrize("kind", EXTRA)
def test_parts_that_are_not_ours_are_named_and_not_read(file, kind):
    change(file, EXTRA[kind])
    opened = open_file(file)
    assert opened.document == study(20, 2)
    assert [notice.code for notice in opened.notices] == ["notice.unknown_parts"]
    assert kind in str(opened.notices[0].values["parts"])
    assert [problem.code for problem in verify(file)] == ["file.unknown_parts"]


def test_an_endless_view_in_the_place_of_a_table_is_not_asked(file):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
    change(file, "DROP TABLE mute", f"CREATE VIEW mute AS {endless}")
    with pytest.raises(FileError, match="schema"):
        open_file(file)
    left = open_file(file, salvage=True)
    assert left.document == study(20, 2)
    assert left.damaged


def test_a_table_with_other_columns_is_not_read(file):
    change(file, "DROP TABLE mute", 'CREATE TABLE "mute" (id TEXT PRIMARY KEY, code AS (hex(id)))')
    with pytest.raises(FileError, match="schema"):
        open_file(file)


def test_a_value_of_another_type_is_damage(file):
    change(file, "PRAGMA ignore_check_constraints=ON", "UPDATE step SET contacts = '{' WHERE title = 'Stap 1'")
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(file)


def test_thousands_of_parts_are_answered_at_once(file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN")
    for number in range(3_000):
        other.execute(f"CREATE VIEW v{number} AS SELECT 1")
    other.execute("COMMIT")
    other.close()
    assert open_file(file).notices[0].values["n"] == 3_000
