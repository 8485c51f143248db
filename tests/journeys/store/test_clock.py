"""A clock that jumps: what is kept and what is offered goes by contents and numbers, not by what the clock says."""

from __future__ import annotations

import datetime as dt
import json
import os
import time

import pytest

from journeys.store import backups, clock, create_file, local_data, locks, recovery, stamps
from journeys.store.locations import backup_folder, data_folder, work_folder
from journeys.store.workcopy import WorkCopy, set_aside
from tests.journeys.store.colleagues import somebody_else
from tests.journeys.studies import study

DATETIME = dt.datetime
NOW = dt.datetime(2026, 11, 21, 15, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
YEAR = dt.timedelta(days=365)


@pytest.fixture
def at(monkeypatch):
    """The clock of this computer, set by hand."""

    def set_(when):
        class Clock(DATETIME):
            @classmethod
            def now(cls, tz=None):
                return when.astimezone(tz) if tz else when.replace(tzinfo=None)

        monkeypatch.setattr(dt, "datetime", Clock)
        monkeypatch.setattr(time, "time", when.timestamp)

    set_(NOW)
    return set_


def keep(path, at, *days):
    """A version on each of these days."""
    for day in days:
        at(NOW + day * DAY)
        backups.keep(path, f"version of {day}".encode() + os.urandom(4))


def kept(path):
    return [backup.path.read_bytes().split(b" of ")[1].split(b"\0")[0] for backup in backups.list_for(path)]


@pytest.mark.parametrize("jump", [YEAR, 10 * YEAR])
def test_A17_a_clock_that_jumps_forward_costs_no_earlier_version(tmp_path, at, jump):
    path = tmp_path / "Reis.levensreis"
    keep(path, at, *range(-9, 1))
    before = {backup.number for backup in backups.list_for(path)}
    at(NOW + jump)
    backups.keep(path, b"after the jump")
    local_data.expire()
    assert before <= {backup.number for backup in backups.list_for(path)}
    at(NOW + DAY)  # set right
    backups.keep(path, b"after it was set right")
    local_data.expire()
    found = backups.list_for(path)
    assert before <= {backup.number for backup in found}
    assert found[0].path.read_bytes() == b"after it was set right"
    assert [backup.number for backup in found] == sorted((backup.number for backup in found), reverse=True)


def test_A17_a_clock_that_jumps_back_costs_no_earlier_version_and_the_newest_stays_first(tmp_path, at):
    path = tmp_path / "Reis.levensreis"
    keep(path, at, *range(-9, 1))
    before = {backup.number for backup in backups.list_for(path)}
    at(NOW - YEAR)
    for content in (b"a year ago", b"and a bit later"):
        backups.keep(path, content)
    assert before <= {backup.number for backup in backups.list_for(path)}
    assert backups.list_for(path)[0].path.read_bytes() == b"and a bit later"
    at(NOW + DAY)
    backups.keep(path, b"set right")
    local_data.expire()
    contents = [backup.path.read_bytes() for backup in backups.list_for(path)]
    assert contents[:2] == [b"set right", b"and a bit later"], "made while the clock was wrong, and yet no year old"


def test_A17_what_is_too_old_goes_a_day_after_the_clock_went_on_for_long(tmp_path, at):
    path = tmp_path / "Reis.levensreis"
    keep(path, at, -2, -1, 0)
    at(NOW + 200 * DAY)  # a long leave, or a jump: nobody knows yet
    backups.keep(path, b"back again")
    assert len(backups.list_for(path)) == 4
    at(NOW + 201 * DAY + dt.timedelta(minutes=1))
    local_data.expire()
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [b"back again"]


def test_A17_a_clock_that_jumps_forward_again_and_again_is_not_believed(at):
    assert clock.believed() == NOW
    for years in (1, 5, 2, 9):
        at(NOW + years * YEAR)
        assert clock.believed() == NOW
    at(NOW + 9 * YEAR + 2 * DAY)
    assert clock.believed() == NOW + 9 * YEAR + 2 * DAY, "it went on from there"
    at(NOW)
    assert clock.believed() == NOW, "nothing grows older by going back"


@pytest.mark.parametrize("told", [b"", b"[]", b"[1, 2]", b"\xff", b'["2026-11-21T15:00:00", null]', b"[" * 9_000])
def test_A17_a_note_of_the_time_that_cannot_be_read_is_none(told, at):
    (data_folder()).mkdir(parents=True)
    (data_folder() / "clock").write_bytes(told)
    assert clock.believed() == NOW


def test_A17_the_hour_that_comes_twice_in_autumn_mixes_nothing_up(tmp_path, monkeypatch, at):
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    path = tmp_path / "Reis.levensreis"
    first = dt.datetime(2026, 10, 25, 0, 50, tzinfo=dt.UTC)  # 02:50, and twenty minutes later it is 02:10
    for minutes in (0, 20, 80):
        at(first + dt.timedelta(minutes=minutes))
        backups.keep(path, str(minutes).encode())
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [b"80", b"20", b"0"]
    times = [backup.time for backup in backups.list_for(path)]
    assert times == sorted(times, reverse=True)
    monkeypatch.undo()
    time.tzset()


def test_A17_of_numbered_things_the_most_that_agree_are_believed():
    days = [NOW + day * DAY for day in range(6)]
    jumped = [*days[:2], NOW + YEAR, days[3], NOW - YEAR, days[5]]
    assert stamps.plausible(jumped) == [days[0], days[1], days[1], days[3], days[3], days[5]]
    assert stamps.plausible([NOW + YEAR, *days]) == [days[0], *days]
    assert stamps.plausible([]) == []


@pytest.fixture
def left(tmp_path, at):
    """A study with an edit that no file holds, left by a program that died."""
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(6))
    copy = WorkCopy.create(study(6), path=path)
    copy.touch()
    copy._disconnect()
    note = copy.folder / "meta.json"
    note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), "pid": 999_999_999}), "utf-8")
    return copy


@pytest.mark.parametrize("jump", [YEAR, -YEAR, 10 * YEAR])
def test_A17_what_is_left_is_offered_whatever_the_clock_says(left, at, jump):
    clock.believed()
    at(NOW + jump)
    (one,) = recovery.abandoned()
    assert one.folder == left.folder


def test_A17_the_times_of_the_files_decide_nothing(left, at, tmp_path):
    """An older working copy than the file that lies there is offered all the same: its contents are another."""
    os.utime(left.folder / "doc.db", (0, 0))
    os.utime(tmp_path / "Reis.levensreis", (2**31, 2**31))
    (one,) = recovery.abandoned()
    assert one.steps == 6


def test_A17_what_was_set_aside_does_not_go_because_the_clock_jumped(left, at):
    clock.believed()
    aside = set_aside(left.folder, "discarded")
    os.utime(aside, (NOW.timestamp(), NOW.timestamp()))
    at(NOW + YEAR)
    recovery.abandoned()
    local_data.expire()
    assert aside.exists()
    at(NOW + YEAR + 2 * DAY)
    recovery.abandoned()
    local_data.expire()
    assert not aside.exists(), "unless it really is a year later"
    assert list(work_folder().iterdir()) == []


@pytest.mark.parametrize("jump", [YEAR, -YEAR])
def test_A17_our_own_lock_survives_a_jump_and_is_renewed_by_the_next_beat(tmp_path, monkeypatch, jump):
    path = tmp_path / "Reis.levensreis"
    path.write_bytes(b"x")
    assert locks.take(path)
    later = locks._now() + jump
    monkeypatch.setattr(locks, "_now", lambda: later)
    assert locks.other_holder(path) is None
    assert locks.beat(path)
    assert json.loads(locks.lock_path(path).read_text("utf-8"))["said"] == later.isoformat()
    assert backup_folder(path) == backup_folder(path)


@pytest.mark.parametrize("off", [60 * MINUTE, -60 * MINUTE, YEAR, -YEAR])
def test_A15_a_colleague_whose_clock_is_off_holds_the_file_for_as_long_as_the_lock_on_the_disk_is_new(tmp_path, off):
    path, now = tmp_path / "Reis.levensreis", locks._now()
    told = {"said": (now + off).isoformat(), "since": (now + off - 20 * MINUTE).isoformat()}
    somebody_else(path, **told, written=now)
    holder = locks.other_holder(path)
    assert holder is not None
    assert abs(holder.since - (now - 20 * MINUTE)) < MINUTE, "as it was by a clock that is right"
    assert not locks.take(path)
    somebody_else(path, **told, written=now - 11 * MINUTE)
    assert locks.other_holder(path) is None
    assert locks.take(path)


@pytest.mark.parametrize("off", [60 * MINUTE, -60 * MINUTE, YEAR, -YEAR])
def test_A15_a_disk_whose_clock_is_off_changes_nothing_for_who_holds_the_file(tmp_path, off):
    path, now = tmp_path / "Reis.levensreis", locks._now()
    since = now - 20 * MINUTE
    somebody_else(path, said=(now - MINUTE).isoformat(), since=since.isoformat(), written=now + off)
    holder = locks.other_holder(path)
    assert holder is not None
    assert holder.since == since


def test_A17_nobody_has_held_a_file_since_a_time_that_is_yet_to_come(tmp_path):
    path, now = tmp_path / "Reis.levensreis", locks._now()
    somebody_else(path, said=now.isoformat(), since=(now + YEAR).isoformat())
    holder = locks.other_holder(path)
    assert holder is not None
    assert holder.since == now


def test_A17_a_time_that_no_calendar_here_has_makes_no_lock(tmp_path):
    path = tmp_path / "Reis.levensreis"
    somebody_else(path, since="0001-01-01T00:00:00+12:00")
    assert locks.other_holder(path) is None
