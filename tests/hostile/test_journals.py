"""Journals beside a file: what had begun is taken back in a copy, all others are passed over, and none can do harm."""

from __future__ import annotations

import shutil
import sqlite3
import struct

import pytest

from journeys.errors import FileError
from journeys.store.journals import tamed
from journeys.store.opener import open_file
from journeys.store.screening import LARGEST
from tests.journeys.studies import study

MAGIC = bytes.fromhex("d9d505f920a163d7")


@pytest.fixture(scope="module")
def sound():
    return study(20, 2)


@pytest.fixture
def torn(tmp_path, sound_bytes):
    """A file in which a change broke off half-way, with the journal that takes it back."""
    path, torn = tmp_path / "Reis.levensreis", tmp_path / "torn" / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    torn.parent.mkdir()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA cache_size=1")
    other.execute("BEGIN")
    other.execute("UPDATE step SET body = hex(randomblob(2000))")
    shutil.copy(path, torn)
    shutil.copy(f"{path}-journal", f"{torn}-journal")
    other.close()
    assert torn.read_bytes() != sound_bytes
    return torn


def wal(size, page, pages):
    """A write-ahead log with one page of so many."""
    return struct.pack(">IIII16xII16x", 0x377F0682, 3007000, size, 0, page, pages) + bytes(size)


def journal_of(path):
    return path.with_name(path.name + "-journal")


def test_B10_a_journal_that_names_a_file_to_delete_deletes_nothing(torn, tmp_path, sound):
    """SQLite deletes the super-journal that a journal names, wherever it lies: ours has been made to name none."""
    diary = tmp_path / "dagboek.txt"
    diary.write_text("lief dagboek")
    name = str(diary).encode()
    signed = sum(byte - 256 if byte > 127 else byte for byte in name) & 0xFFFFFFFF
    record = struct.pack(">I", (1 << 30) // 4096 + 1) + name + struct.pack(">II", len(name), signed) + MAGIC
    with journal_of(torn).open("ab") as stream:
        stream.write(record)
    assert open_file(torn).document == sound
    assert diary.read_text() == "lief dagboek"


def test_B10_a_journal_that_would_make_a_huge_file_is_not_used(torn):
    data = bytearray(journal_of(torn).read_bytes())
    data[16:20] = struct.pack(">I", LARGEST // 4096 + 1)
    journal_of(torn).write_bytes(data)
    with pytest.raises(FileError, match=r"file\.damaged"):
        open_file(torn)


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        ("-journal", b""), ("-journal", b"x" * 600), ("-wal", b"x" * 600),
        ("-wal", wal(4096, 1, 1 << 31)), ("-wal", wal(4096, 1 << 31, 1)), ("-wal", wal(1, 1, 1)),
    ],
)  # fmt: skip
def test_B10_what_is_no_journal_or_a_huge_one_is_left_aside(ending, data):
    assert tamed(ending, data) is None


def test_B10_a_write_ahead_log_that_another_program_left_is_read_in_a_copy(tmp_path, sound_bytes, sound):
    path, left = tmp_path / "Reis.levensreis", tmp_path / "left" / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    left.parent.mkdir()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("PRAGMA wal_autocheckpoint=0")
    other.execute("CREATE TEMP TABLE kept AS SELECT * FROM step")
    other.execute("DELETE FROM step")
    other.execute("INSERT INTO step SELECT * FROM kept")
    half = bytearray(path.read_bytes())
    half[half.index(b"in eigen woorden van")] ^= 1  # the log holds the page of steps, the file a torn one
    left.write_bytes(half)
    shutil.copy(f"{path}-wal", f"{left}-wal")
    other.close()
    before = {entry.name: entry.read_bytes() for entry in left.parent.iterdir()}
    opened = open_file(left)
    assert opened.document == sound
    assert [notice.code for notice in opened.notices] == ["notice.journal_used"]
    assert {entry.name: entry.read_bytes() for entry in left.parent.iterdir()} == before


def test_B10_the_journal_of_another_database_is_passed_over(tmp_path, sound_bytes, sound):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    for ending in ("-journal", "-wal"):
        path.with_name(path.name + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5_000))
    opened = open_file(path)
    assert opened.document == sound
    assert [notice.code for notice in opened.notices] == ["notice.journal_ignored"]
    assert path.read_bytes() == sound_bytes


def test_B10_a_change_that_broke_off_half_way_is_rolled_back_in_a_copy(torn, sound):
    before = {entry.name: entry.read_bytes() for entry in torn.parent.iterdir()}
    opened = open_file(torn)
    assert opened.document == sound
    assert [notice.code for notice in opened.notices] == ["notice.journal_used"]
    assert {entry.name: entry.read_bytes() for entry in torn.parent.iterdir()} == before


def test_B10_a_file_that_some_tool_put_in_wal_mode_opens(tmp_path, sound_bytes, sound):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(sound_bytes)
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.close()
    before = sorted(entry.name for entry in tmp_path.iterdir())
    assert open_file(path).document == sound
    assert sorted(entry.name for entry in tmp_path.iterdir()) == before
