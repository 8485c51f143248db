"""Where a moved file is found, who holds one, what a journal may ask, and when numbered things were made."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

import pytest

from journeys.store import files, journals, locks, losses, moved, packed, retention, screening, stamps
from journeys.store.files import identity_of
from journeys.store.screening import LARGEST
from tests.journeys.store.colleagues import somebody_else

NOW = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


# Moved


@pytest.fixture
def target(tmp_path):
    """(where the file was, what was known of it)."""
    path = tmp_path / "map" / "Reis.levensreis"
    path.parent.mkdir()
    path.write_bytes(b"inhoud")
    known_ = identity_of(path)
    assert known_ is not None
    return path, (known_,)


def test_a_file_with_another_name_is_found_by_what_is_in_it(target):
    path, seen = target
    there = path.rename(path.with_name("Anders.levensreis"))
    path.with_name("Even groot.levensreis").write_bytes(b"inhoed")
    path.with_name("Iets.txt").write_bytes(b"inhoud")
    path.with_name(".~Half.levensreis").write_bytes(b"inhoud")
    path.with_name("map.levensreis").mkdir()
    assert moved.found(path, seen) == there
    path.with_name("Nog een.levensreis").write_bytes(b"inhoud")
    assert moved.found(path, seen) is None, "it lies in two places"


def test_the_place_where_it_was_is_no_other_place(target):
    path, seen = target
    assert moved.found(path, seen) is None
    path.with_name("Kopie.levensreis").write_bytes(b"inhoud")
    assert moved.found(path, seen) == path.with_name("Kopie.levensreis")


def test_a_file_whose_folder_has_another_name_is_found_there(target):
    path, seen = target
    there = path.parent.rename(path.parent.with_name("verplaatst")) / path.name
    (path.parent.with_name("leeg")).mkdir()
    (path.parent.with_name("los")).write_bytes(b"inhoud")
    assert moved.found(path, seen) == there
    there.rename(there.with_name("Anders.levensreis"))
    assert moved.found(path, seen) is None


def test_where_nothing_can_be_looked_at_it_is_not_found(target, tmp_path, monkeypatch):
    path, seen = target
    assert moved.found(tmp_path / "weg" / "ook weg" / "Reis.levensreis", seen) is None
    monkeypatch.setattr(files, "identity_of", lambda _: (_ for _ in ()).throw(OSError(5, "broken")))
    path.rename(path.with_name("Anders.levensreis"))
    assert moved.found(path, seen) is None


def test_only_so_many_names_are_looked_at(target, monkeypatch):
    path, seen = target
    path.rename(path.with_name("Anders.levensreis"))
    for most, found in ((1, True), (0, False)):
        monkeypatch.setattr(moved, "MOST", most)
        assert (moved.found(path, seen) is not None) is found


# Stamps


@pytest.mark.parametrize(
    ("hours", "believed"),
    [
        ([], []), ([1], [1]), ([1, 2, 3], [1, 2, 3]), ([1, 1, 1], [1, 1, 1]), ([1, 9, 2, 3], [1, 1, 2, 3]),
        ([9, 1, 2], [1, 1, 2]), ([1, 2, 0], [1, 2, 2]), ([5, 6, 1, 2, 3], [1, 1, 1, 2, 3]),
        ([1, 2, 9, 9, 3, 4, 5], [1, 2, 2, 2, 3, 4, 5]), ([2, 2, 1, 2, 1, 3], [2, 2, 2, 2, 2, 3]),
    ],
)  # fmt: skip
def test_the_most_times_that_agree_with_the_numbers_are_believed(hours, believed):
    told = stamps.plausible([NOW.replace(hour=hour) for hour in hours])
    assert [time.hour for time in told] == believed


# Journals


def journal(pages: int, size: int, begin: bytes = bytes.fromhex("d9d505f920a163d7")) -> bytes:
    return begin + bytes(8) + pages.to_bytes(4, "big") + bytes(4) + size.to_bytes(4, "big") + b"rest"


@pytest.mark.parametrize(
    ("pages", "size", "may"),
    [
        (10, 4096, True), (LARGEST // 4096, 4096, True), (LARGEST // 4096 + 1, 4096, False), (0, 512, True),
        (LARGEST, 1, True), (LARGEST + 1, 1, False), (2**32 - 1, 65_536, False),
    ],
)  # fmt: skip
def test_a_journal_may_give_back_no_more_than_we_would_open(pages, size, may):
    data = journal(pages, size)
    assert journals.tamed("-journal", data) == (data + bytes(16) if may else None)
    assert journals.tamed("-journal", journal(pages, size, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd8")) is None


def wal(*frames: tuple[int, int], size: int = 512, magic: int = 0x377F0682) -> bytes:
    held = b"".join(
        page.to_bytes(4, "big") + pages.to_bytes(4, "big") + bytes(16 + max(0, size)) for page, pages in frames
    )
    return magic.to_bytes(4, "big") + bytes(4) + size.to_bytes(4, "big") + bytes(20) + held


MOST = LARGEST // 512


@pytest.mark.parametrize(
    ("data", "may"),
    [
        (wal(), True), (wal((1, 0), (2, 2)), True), (wal((1, 0), magic=0x377F0683), True),
        (wal((1, 0), magic=0x377F0684), False), (wal((1, 0), size=511), False), (wal((1, 0), size=65_537), False),
        (wal((1, 1), size=65_536), True), (wal((MOST, 0), (1, MOST)), True), (wal((1, 0), (MOST + 1, 0)), False),
        (wal((1, 0), (2, 2), (1, MOST + 1)), False), (wal((1, MOST + 1), (2, 2)), False), (wal(size=0), False),
    ],
)  # fmt: skip
def test_no_frame_of_a_wal_may_make_a_database_larger_than_we_would_open(data, may):
    assert journals.tamed("-wal", data) == (data if may else None)


# Locks


def ago(**since) -> str:
    return (dt.datetime.now(dt.UTC) - dt.timedelta(**since)).isoformat()


@pytest.mark.parametrize(
    ("other", "holds"),
    [
        ({}, True), ({"minutes": 9}, True), ({"minutes": 11}, False),
        ({"minutes": -9}, True), ({"minutes": -11}, False),
        ({"said": "2026-01-01T00:00:00"}, False),
        ({"pid": os.getpid()}, True), ({"host": files.host(), "pid": os.getpid()}, False),
        ({"host": files.host(), "pid": 1 << 30}, False), ({"host": files.host(), "pid": os.getppid()}, True),
        ({"host": files.host(), "pid": os.getppid(), "minutes": 11}, False),
    ],
)  # fmt: skip
def test_who_holds_a_file(tmp_path, other, holds):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(b"")
    told = dict(other)  # what is so many minutes old is so now, not when the tests were collected
    if "minutes" in told:
        told["said"] = ago(minutes=told.pop("minutes"))
    somebody_else(path, **told)
    assert (locks.other_holder(path) is not None) is holds
    assert locks.take(path) is not holds
    assert locks.beat(path) is not holds
    found = json.loads(locks.lock_path(path).read_bytes())
    assert (found["pid"] == os.getpid() and found["host"] == files.host()) is (not holds)


def test_since_when_is_remembered_over_beats_and_begins_anew_after_somebody_else(tmp_path):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(b"")
    long_ago, later = "2026-01-01T00:00:00+00:00", ago(minutes=1)
    somebody_else(path, host=files.host(), pid=os.getpid(), since=long_ago, said=later)
    assert locks.beat(path)
    found = json.loads(locks.lock_path(path).read_bytes())
    assert found["since"] == long_ago
    assert found["said"] > later
    assert found["user"] == locks.user()
    somebody_else(path, since=long_ago, said=ago(minutes=20))
    assert locks.take(path)
    found = json.loads(locks.lock_path(path).read_bytes())
    assert found["since"] == found["said"]


def test_only_our_own_lock_or_that_of_the_dead_is_taken_away(tmp_path):
    path = tmp_path / "Reis.levensreis"
    for other, released, dead in (
        ({"host": files.host(), "pid": os.getpid()}, True, False),
        ({"host": files.host(), "pid": 1 << 30}, False, True),
        ({"host": files.host(), "pid": os.getppid()}, False, False),
        ({"pid": 1 << 30}, False, False),
        ({"pid": os.getpid()}, False, False),
    ):
        somebody_else(path, **other)
        locks.release_dead(path)
        assert locks.lock_path(path).exists() is not dead
        somebody_else(path, **other)
        locks.release(path)
        assert locks.lock_path(path).exists() is not released
    locks.release(tmp_path / "geen.levensreis")
    locks.release_dead(tmp_path / "geen.levensreis")


def test_where_a_folder_takes_no_lock_nobody_is_kept_from_going_on(tmp_path):
    path = tmp_path / "weg" / "Reis.levensreis"
    assert not locks.take(path)
    assert locks.beat(path)
    path.parent.mkdir()
    path.write_bytes(b"")
    locks.lock_path(path).mkdir()
    assert not locks.take(path)
    assert locks.beat(path), "nobody else took over"


@pytest.mark.skipif(sys.platform == "win32", reason="there such things are no files")
def test_what_lies_in_the_place_of_a_lock_holds_nobody_up_and_is_not_written_to(target, tmp_path):
    """In a shared folder anybody may put it there."""
    path, _ = target
    lock, own = locks.lock_path(path), tmp_path / "eigen"
    own.write_text("van mij")
    for lay in (lambda: os.mkfifo(lock), lambda: lock.symlink_to("/dev/zero"), lambda: lock.symlink_to(own)):
        lay()
        assert locks.other_holder(path) is None
        assert not locks.take(path)
        assert locks.beat(path)
        locks.release(path)
        locks.release_dead(path)
        lock.unlink()
    assert own.read_text() == "van mij"


# How long, how much


def test_how_many_days_may_be_chosen(home):
    assert retention.days() == retention.USUAL == 90
    for days in (0, 1, 365):
        retention.keep_for(days)
        assert retention.days() == days
        assert retention.oldest() == dt.timedelta(days=days)
    for days in (-1, 366):
        with pytest.raises(ValueError, match=str(days)):
            retention.keep_for(days)
    for told, days in (("366", 90), ("-1", 90), ("365", 365), ("0", 0)):
        retention.file().write_text(told)
        assert retention.days() == days


def test_what_a_row_is_called_is_the_first_name_that_is_filled():
    columns = ("id", "title", "name", "text", "by")
    assert losses.title_in(columns, ("1", "", None, b"Tekst\xff", "x")) == "Tekst\ufffd"
    assert losses.title_in(columns, ("1", 7, "  Naam\n hier ", "Tekst", "x")) == "Naam hier"
    assert losses.title_in(columns, ("1", "", "")) == ""
    assert losses.title_in(columns, ("1", "x" * 2_000, "")) == "x" * losses.LENGTH
    assert losses.title_in(columns, ("1", " " * 999 + "ab", "n")) == "a"
    assert losses.title_in(columns, ("1", " " * 1_000 + "ab", "n")) == "n"


def test_what_a_snapshot_shows_is_looked_up_once(monkeypatch):
    shown = "ab" * 32
    content = packed.pack(f'{{"sha256": "{shown}", "sha256":"{"A" * 64}"}}'.encode())
    assert packed.pictures(content) == {shown}
    monkeypatch.setattr(packed, "unpack", None)
    assert packed.pictures(content) == {shown}


def test_what_is_remembered_of_snapshots_does_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(packed, "REMEMBERED", 3)
    monkeypatch.setattr(packed, "_shown", {})
    for number in range(7):
        assert packed.pictures(packed.pack(b"%d" % number)) == frozenset()
        assert len(packed._shown) == number % 3 + 1


def test_no_more_is_unpacked_than_may_be():
    data = packed.pack(b"x" * 100)
    assert packed.unpack(data, 100) == b"x" * 100
    for content, most, reason in ((data, 99, "large"), (data[:-1], 100, "damaged"), (b"junk", 100, "damaged")):
        with pytest.raises(packed.PackedError) as caught:
            packed.unpack(content, most)
        assert caught.value.reason == reason


# A file as it is received


@pytest.mark.parametrize(
    ("told", "size"),
    [(0, None), (1, 65_536), (256, None), (511, None), (512, 512), (513, None), (1_024, 1_024), (4_096, 4_096),
     (12_288, None), (32_768, 32_768), (65_535, None)],
)  # fmt: skip
def test_the_size_of_a_page_is_a_power_of_two_from_512_to_65536(told, size):
    assert screening.page_size(bytes(16) + told.to_bytes(2, "big")) == size


@pytest.mark.parametrize(("mark", "program"), screening._TABLES.items())
def test_the_table_of_another_program_is_known_wherever_it_stands(monkeypatch, mark, program):
    monkeypatch.setattr(screening, "_LOOKED_AT", 500)
    for begin in (b"", b"x" * 100, b"x" * (screening._LOOKED_AT - len(mark))):
        assert screening._program(begin + mark) == program
    assert screening._program(b"x" * (screening._LOOKED_AT - len(mark) + 1) + mark) is None
    assert screening._program(b"x" * 200) is None


def test_journals_beside_a_file_are_seen_when_something_is_in_them(tmp_path):
    path = tmp_path / "Reis.levensreis"
    for ending, data in (("-journal", b"x"), ("-wal", b"")):
        path.with_name(path.name + ending).write_bytes(data)
    assert screening._siblings(path) == ("-journal",)


@pytest.mark.parametrize("path", ["/dev/null", "."])
def test_what_is_no_file_has_no_identity(path):
    with pytest.raises(OSError, match=r"directory|device"):
        files.identity_of(Path(path))
