"""Around broken pages and past values that are too large, every other row is found."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from journeys.store import rescue
from journeys.store.rescue import found_in

PAGE = 1024
COLUMNS = ("id", "title", "body", "row_hash")
LEAF = 10
_HASH = re.compile(b"hash ([0-9a-f]{32})")


def key(first: str, number: int) -> str:
    return f"{first}{number:0{32 - len(first)}x}"


CLOSE = [key(f"a0{third:x}", number) for third in range(16) for number in range(12)]
SPREAD = [key(f"{number:03x}", 0) for number in range(0, 4096, 31) if not f"{number:03x}".startswith("a0")]
KEYS = sorted([*CLOSE, *SPREAD])


def rows(keys=KEYS):
    return [(one, f"Titel {one}", "x" * 40, f"hash {one}") for one in keys]


def database(held, unique="id") -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size={PAGE}")
        connection.execute(f"CREATE TABLE note (id, title, body, row_hash, PRIMARY KEY ({unique})) WITHOUT ROWID")
        connection.executemany("INSERT INTO note VALUES (?, ?, ?, ?)", held)
        connection.execute("VACUUM")
        return connection.serialize()


def pages(data: bytes) -> list[bytes]:
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def with_broken(data: bytes, *numbers: int) -> bytes:
    return b"".join(bytes(PAGE) if number in numbers else page for number, page in enumerate(pages(data)))


def leaves(data: bytes) -> dict[int, set[str]]:
    """The pages of rows, with the keys of what lies there."""
    found = {number: _HASH.findall(page) for number, page in enumerate(pages(data)) if page[0] == LEAF}
    return {number: {key.decode() for key in keys} for number, keys in found.items() if keys}


def leaf_of(data: bytes, id_: str) -> int:
    return next(number for number, keys in leaves(data).items() if id_ in keys)


def in_leaves(data: bytes, wanted: str) -> int:
    """A page in the middle of the rows whose keys begin like this."""
    inner = {one for one in KEYS if one.startswith(wanted)} - {key(wanted, number) for number in (0, 11)}
    return max(leaves(data), key=lambda number: len(leaves(data)[number] & inner))


@pytest.fixture
def look():
    """What is found in this table, and every question that was asked for it."""
    opened = []

    def looked(data: bytes, most: int | None = None):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        opened.append(connection)
        connection.deserialize(data)
        if most is not None:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, most)
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        return found_in(connection, "note", COLUMNS), asked

    yield looked
    for connection in opened:
        connection.close()


def test_of_a_whole_table_every_row_is_read_with_one_question(look):
    found, asked = look(database(rows()))
    assert found.rows == rows()
    assert found.unread == {}
    assert len(asked) == 1


def test_one_key_in_two_rows_gives_both(look):
    double = [("a", "Een", "", "hash 1"), ("a", "Twee", "", "hash 2")]
    assert look(database(double, unique="id, title"))[0].rows == double


def test_with_broken_pages_every_row_that_lies_on_none_of_them_is_found(look):
    data = database(rows())
    broken = {leaf_of(data, KEYS[0]), in_leaves(data, "a03"), in_leaves(data, "a09"), leaf_of(data, KEYS[-1])}
    broken.add(leaf_of(data, SPREAD[len(SPREAD) // 3]))
    lost = set().union(*(leaves(data)[number] for number in broken))
    assert len(broken) == 5
    assert 5 <= len(lost) < len(KEYS) / 4
    found, _ = look(with_broken(data, *broken))
    assert sorted(found.rows) == [row for row in rows() if row[0] not in lost]
    assert found.unread == {}


@pytest.mark.parametrize("third", [1, 7, 14])
def test_between_two_broken_pages_close_together_rows_are_found(look, third):
    data = database(rows())
    ends = {in_leaves(data, f"a0{number:x}") for number in (third - 1, third + 1)}
    lost = set().union(*(leaves(data)[number] for number in ends))
    found, _ = look(with_broken(data, *ends))
    assert {row[0] for row in found.rows} == set(KEYS) - lost


def test_no_stretch_of_the_key_is_told_by_more_than_three_digits(look):
    data = database(rows())
    asked = look(with_broken(data, in_leaves(data, "a03"), in_leaves(data, "a09")))[1]
    starts = {question.split(">= '")[1].split("'")[0] for question in asked if ">= '" in question}
    assert max(map(len, starts)) == 3
    assert {start for start in starts if len(start) == 1} == set("0123456789abcdef")


def test_where_the_page_above_all_is_broken_nothing_is_asked_again_and_again(look):
    data = database(rows())
    root = next(number for number, page in enumerate(pages(data)) if number and page[0] == 2)
    found, asked = look(with_broken(data, root))
    assert found == ([], {})
    assert len(asked) < 300


def large(id_: str):
    return (id_, f"Titel {id_}", "GROOT".ljust(5 * PAGE, "z"), f"hash {id_}")


def test_broken_pages_and_values_that_are_too_large_cost_no_other_row(look):
    lost = [CLOSE[0], CLOSE[90], CLOSE[-1]]
    data = database([large(one[0]) if one[0] in lost else one for one in rows()])
    broken = {in_leaves(data, "a04"), in_leaves(data, "a0b")}
    away = set().union(*(leaves(data)[number] for number in broken))
    found, _ = look(with_broken(data, *broken), most=4 * PAGE)
    assert found.unread == {one: f"Titel {one}" for one in lost}
    assert {row[0] for row in found.rows} == set(KEYS) - away - set(lost)


def test_a_value_that_is_too_large_costs_its_own_row_alone(look):
    lost = [KEYS[10], KEYS[99], KEYS[150]]
    held = [large(one[0]) if one[0] in lost else one for one in rows()]
    found, asked = look(database(held), most=4 * PAGE)
    assert found.unread == {one: f"Titel {one}" for one in lost}
    assert sorted(found.rows) == [row for row in held if row[0] not in lost]
    assert not [question for question in asked if "'fg'" in question], "no page is broken"


def test_of_very_many_rows_that_cannot_be_read_only_the_first_are_asked_for_their_names(look, monkeypatch):
    monkeypatch.setattr(rescue, "MOST_NAMED", 2)
    lost = [KEYS[10], KEYS[99], KEYS[150]]
    found, _ = look(database([large(one[0]) if one[0] in lost else one for one in rows()]), most=4 * PAGE)
    assert list(found.unread.values()) == [f"Titel {lost[0]}", f"Titel {lost[1]}", None]


@pytest.mark.parametrize(
    ("keys", "wrong"), [("abc", "b"), ("ab", "b"), ("ab", "a"), ("abcde", "c"), ("abcde", "b"), ("abcde", "d")]
)
def test_the_rows_on_both_sides_of_a_break_are_given(keys, wrong):
    held = [(one, "T", "x" * (5_000 if one == wrong else 5), f"hash {one}") for one in keys]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(database(held))
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2_000)
        found: dict[Any, Any] = {}
        assert not rescue._collect(connection, "note", COLUMNS, ("", "z"), found)
        assert {key for key, _ in found} == set(keys) - {wrong}
        assert rescue._title(connection, "note", COLUMNS, wrong) == "T"
        assert rescue._title(connection, "note", ("id", "body", "row_hash"), wrong) is None, "nothing here is a name"
