"""What somebody built into a file of ours is never run: what is ours opens unchanged, or not at all."""

from __future__ import annotations

import re
import sqlite3

import pytest

from journeys.errors import FileError
from journeys.store import connections, migrations, verify
from journeys.store.opener import open_file
from tests.hostile.crafted import crafted
from tests.journeys.studies import study

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
EXTRA = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON step BEGIN UPDATE step SET title = 'gehackt'; END",
    "trigger with our name": "CREATE TRIGGER step BEFORE DELETE ON note BEGIN DELETE FROM step; END",
    "view": f"CREATE VIEW v AS {ENDLESS}",
    "view with a trigger": "CREATE VIEW w AS SELECT zeroblob(900000000) AS b",
    "index": "CREATE INDEX x ON step (title, id, body || title)",
    "index with an expression": "CREATE INDEX y ON step (hex(title), json_extract(contacts, '$[0].party'))",
    "index of some rows": "CREATE INDEX z ON note (id) WHERE length(text) > 1",
    "table": "CREATE TABLE extra (a, b GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL)",
    "table with a stored column": "CREATE TABLE extra (a, b GENERATED ALWAYS AS (abs(a)) STORED, CHECK (a > 0))",
    "table with an index of its own": "CREATE TABLE extra (a UNIQUE)",
    "table that counts": "CREATE TABLE extra (a INTEGER PRIMARY KEY AUTOINCREMENT)",
    "virtual table for words": "CREATE VIRTUAL TABLE extra USING fts5(a, content='step')",
    "virtual table for words, an older one": "CREATE VIRTUAL TABLE extra USING fts4(a, tokenize=simple)",
    "virtual table for places": "CREATE VIRTUAL TABLE extra USING rtree(id, x, y)",
    "virtual table of the pages": "CREATE VIRTUAL TABLE extra USING dbstat",
    "statistics": "ANALYZE",
    "a name that is none": 'CREATE TABLE "<img src=x>\n' + "é" * 500 + '" (a)',
}
ONLY = {"trusted_schema", "cell_size_check", "mmap_size", "query_only", "integrity_check", "integrity_check(1)"}


@pytest.fixture
def asked(monkeypatch):
    """Every statement that a connection to a received file ran, those of triggers included."""
    seen: list[str] = []
    harden = connections._harden

    def hardened(connection):
        connection.set_trace_callback(seen.append)
        harden(connection)

    monkeypatch.setattr(connections, "_harden", hardened)
    return seen


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


def may_be_asked(statement):
    """A SELECT on one of our tables or on the list of tables, and the settings of the connection."""
    if statement.startswith("PRAGMA "):
        return statement.removeprefix("PRAGMA ").partition("=")[0] in ONLY
    found = re.fullmatch(r'SELECT [\w", ]+ FROM "?(\w+)"?( NOT INDEXED ORDER BY "\w+"| LIMIT \d+)', statement)
    return found is not None and found[1] in {*migrations.statements(), "sqlite_schema"}


@pytest.mark.parametrize("name", EXTRA)
def test_B7_parts_that_are_not_ours_are_named_and_not_read(file, name, asked, watched):
    change(file, EXTRA[name])
    watched.wrong.clear()
    opened = open_file(file)
    assert opened.document == study(20, 2)
    assert [notice.code for notice in opened.notices] == ["notice.unknown_parts"]
    kind = {"trigger": "trigger ", "view": "view ", "index": "index "}.get(name.split()[0], "table ")
    assert kind in str(opened.notices[0].values["parts"])
    assert [statement for statement in asked if not may_be_asked(statement)] == []
    assert len(asked) > 20
    assert [problem.code for problem in verify(file)] == ["file.unknown_parts"]
    watched.verdict()


def test_B7_what_a_file_calls_its_parts_is_told_in_short(file):
    change(file, EXTRA["a name that is none"])
    told = str(open_file(file).notices[0].values["parts"])
    assert len(told) < 200
    assert "\n" not in told


def test_B7_the_watch_over_statements_bites(file, asked):
    change(file, EXTRA["trigger"])
    connection = connections.received(file.read_bytes())
    connection.set_authorizer(None)
    connection.execute("SELECT hex(title) FROM step").fetchall()
    connection.close()
    assert [statement for statement in asked if not may_be_asked(statement)] == ["SELECT hex(title) FROM step"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM v", "SELECT hex(1)", "SELECT load_extension('x')", "PRAGMA journal_mode=OFF",
        "PRAGMA writable_schema=1",
        "ATTACH ':memory:' AS other", "INSERT INTO mute VALUES ('a', 'b', 'c', 'd', x'00')", "SELECT * FROM note",
        "CREATE TEMP TABLE t (a)", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "SELECT * FROM pragma_table_info('step')", "SELECT * FROM dbstat", "SELECT writefile('x', 'y')",
        "PRAGMA integrity_check(2)",
        "SELECT title FROM (SELECT body AS title FROM step)", "EXPLAIN SELECT 1", "BEGIN", "VACUUM INTO 'x'", "ANALYZE",
    ],
)  # fmt: skip
def test_B7_a_received_file_answers_nothing_but_questions_about_our_tables(file, statement):
    change(file, EXTRA["view"])
    connection = connections.received(file.read_bytes())
    if "note" not in statement:
        connections.allow_only(connection, frozenset({"step"}))
    allowed = statement in ("SELECT title FROM (SELECT body AS title FROM step)", "EXPLAIN SELECT 1", "BEGIN")
    try:
        connection.execute(statement).fetchall()
        assert allowed
    except sqlite3.Error:
        assert not allowed or statement == "BEGIN"
    connection.close()


TOLD_OTHERWISE = {
    "another virtual table": 'CREATE VIRTUAL TABLE "mute" USING fts5(id)',
    "a generated column": 'CREATE TABLE "mute" ("id" TEXT, "code" AS (hex("id")), PRIMARY KEY ("id")) WITHOUT ROWID',
    "a check": migrations.statements()["mute"].replace('"code" TEXT NOT NULL', '"code" TEXT NOT NULL CHECK (abs(1))'),
    "a default": migrations.statements()["mute"].replace(
        '"code" TEXT NOT NULL', '"code" TEXT NOT NULL DEFAULT (hex(1))'
    ),
    "another collation": migrations.statements()["mute"].replace('"id" TEXT', '"id" TEXT COLLATE NOCASE'),
    "rubbish": "CREATE TABLE",
    "nothing": "",
    "ten megabytes": migrations.statements()["mute"] + " " * (10 << 20),
    "a comment": migrations.statements()["mute"] + " -- x",
    "many columns": f'CREATE TABLE "mute" ({", ".join(f"c{n}" for n in range(1_500))})',
    "deep": f'CREATE TABLE "mute" ("id" TEXT CHECK ({"(" * 900}1{")" * 900}))',
}


@pytest.mark.parametrize("name", TOLD_OTHERWISE)
def test_B7_a_table_of_ours_that_says_it_is_something_else_is_not_read(file, name, asked, watched):
    file.write_bytes(crafted(study(3), schema={"mute": TOLD_OTHERWISE[name]}))
    watched.wrong.clear()
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(file)
    assert [statement for statement in asked if not may_be_asked(statement)] == []
    watched.verdict()


def test_B7_pages_of_one_table_under_the_name_of_another_are_noticed(file, code_of):
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA writable_schema=ON")
    pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE name IN ('lane', 'source')"))
    for name, other in (("lane", "source"), ("source", "lane")):
        connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (pages[other], name))
    connection.close()
    assert code_of(file.read_bytes()) == "file.damaged"


@pytest.mark.skipif(hasattr(sqlite3.Connection, "setconfig"), reason="the real ones are there: the next test asks them")
def test_B7_all_that_newer_pythons_can_switch_off_is_switched_off(monkeypatch):
    """What is only there from Python 3.12 on, by a stand-in with SQLite's own numbers."""
    numbers = {name: number for number, (name, _) in enumerate(connections.CONFIGURED)}
    for name, number in numbers.items():
        monkeypatch.setattr(sqlite3, f"SQLITE_DBCONFIG_{name}", number, raising=False)

    class Stand:
        def __init__(self):
            self.set = {}

        def setconfig(self, number, on):
            self.set[number] = on

    stand = Stand()
    connections._configure(stand)
    assert stand.set == {numbers[name]: on for name, on in connections.CONFIGURED}
    assert dict(connections.CONFIGURED)["DEFENSIVE"] is True
    assert dict(connections.CONFIGURED)["ENABLE_TRIGGER"] is dict(connections.CONFIGURED)["ENABLE_VIEW"] is False


@pytest.mark.skipif(not hasattr(sqlite3.Connection, "setconfig"), reason="from Python 3.12 on")
def test_B7_a_received_file_is_switched_off_in_newer_pythons(sound_bytes):
    connection = connections.received(sound_bytes)
    for name, on in connections.CONFIGURED:
        assert connection.getconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}")) is on  # type: ignore[attr-defined,unused-ignore]  # from 3.12 on
    connection.close()


def test_B7_the_limits_of_a_received_file_are_set(sound_bytes):
    connection = connections.received(sound_bytes)
    assert {limit: connection.getlimit(limit) for limit, _ in connections._LIMITS} == dict(connections._LIMITS)
    assert connection.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0
    connection.close()


def test_B8_an_endless_view_in_the_place_of_a_table_is_not_asked(file):
    change(file, "DROP TABLE mute", f"CREATE VIEW mute AS {ENDLESS}")
    with pytest.raises(FileError, match="schema"):
        open_file(file)
    left = open_file(file, salvage=True)
    assert left.document == study(20, 2)
    assert left.damaged


def test_B7_a_table_with_other_columns_is_not_read(file):
    change(file, "DROP TABLE mute", 'CREATE TABLE "mute" (id TEXT PRIMARY KEY, code AS (hex(id)))')
    with pytest.raises(FileError, match="schema"):
        open_file(file)


def test_a_value_of_another_type_is_damage(file):
    change(file, "PRAGMA ignore_check_constraints=ON", "UPDATE step SET contacts = '{' WHERE title = 'Stap 1'")
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(file)


def test_B9_thousands_of_parts_are_answered_at_once(file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN")
    for number in range(3_000):
        other.execute(f"CREATE VIEW v{number} AS SELECT 1")
    other.execute("COMMIT")
    other.close()
    assert open_file(file).notices[0].values["n"] == 3_000


def test_B7_a_copy_with_its_journal_answers_nothing_but_questions_either(file):
    connection = connections.received_with_journal(file)
    for statement in (
        "DELETE FROM step",
        "SELECT title FROM step",
        "PRAGMA user_version = 9",
        "ATTACH ':memory:' AS x",
    ):
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement)
    assert connection.execute("PRAGMA user_version").fetchone()
    connection.close()
