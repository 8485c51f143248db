"""Backups grow thinner with age, whatever the clock does."""

from __future__ import annotations

import datetime as dt

from journeys.store import backups, locations
from journeys.store.backups import Backup, thinned

NOW = dt.datetime(2026, 11, 21, 15, 0, tzinfo=dt.UTC)


def made(*times: dt.datetime) -> list[Backup]:
    """Backups made in this order."""
    folder = locations.data_folder()
    return [Backup(folder / str(number), number, time, f"{number:064x}") for number, time in enumerate(times, 1)]


def kept(given: list[Backup], now: dt.datetime = NOW) -> list[Backup]:
    gone = thinned(given, now)
    return [backup for backup in given if backup not in gone]


def test_of_the_last_day_at_most_twenty_stay_and_the_newest_among_them():
    given = made(*(NOW - dt.timedelta(minutes=5 * age) for age in range(280, -1, -1)))
    left = kept(given)
    assert 20 <= len([backup for backup in left if NOW - backup.time < dt.timedelta(days=1)]) <= 22
    assert left[-1] == given[-1]


def test_one_a_day_then_one_a_week_then_one_a_month_stays():
    given = made(*(NOW - dt.timedelta(hours=3 * age) for age in range(8 * 85, -1, -1)))
    left = [backup.time.date() for backup in kept(given)]
    assert len({day for day in left if NOW.date() - day <= dt.timedelta(days=11)}) == 12
    assert len(left) <= 20 + 12 + 10 + 9 + 2
    assert min(left) < NOW.date() - dt.timedelta(days=70)


def test_after_ninety_days_they_go_but_the_newest_stays():
    given = made(NOW - dt.timedelta(days=300), NOW - dt.timedelta(days=200))
    assert kept(given) == given[1:]


def test_a_clock_that_jumps_back_does_not_cost_the_newest():
    given = made(NOW, NOW + dt.timedelta(days=300), NOW - dt.timedelta(days=365))
    assert kept(given, NOW - dt.timedelta(days=365))[-1] == given[-1]
    assert given[1] in kept(given, NOW - dt.timedelta(days=365))


def test_the_same_bytes_are_kept_once(tmp_path):
    path = tmp_path / "Reis.levensreis"
    for data in (b"een", b"een", b"twee", b"een"):
        backups.keep(path, data)
    found = backups.list_for(path)
    assert [backup.number for backup in found] == [3, 2, 1]
    assert [backup.path.read_bytes() for backup in found] == [b"een", b"twee", b"een"]


def test_backups_of_two_files_do_not_mix_and_tell_no_name(tmp_path):
    backups.keep(tmp_path / "Een.levensreis", b"een")
    assert backups.list_for(tmp_path / "Twee.levensreis") == []
    names = [path.relative_to(locations.data_folder()).as_posix() for path in locations.data_folder().rglob("*")]
    assert not [name for name in names if "Een" in name or tmp_path.name in name]


def test_strange_files_among_the_backups_are_passed_over(tmp_path):
    path = tmp_path / "Reis.levensreis"
    backups.keep(path, b"een")
    folder = locations.backup_folder(path)
    (folder / "notes.txt").write_bytes(b"x")
    (folder / f"00000009-99999999T999999Z-{'0' * 64}.levensreis").write_bytes(b"x")
    assert len(backups.list_for(path)) == 1


def test_a_data_folder_that_cannot_be_written_stops_no_publication(tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    monkeypatch.setenv("LEVENSREIS_DATA", str(blocked))
    backups.keep(tmp_path / "Reis.levensreis", b"een")
    assert backups.list_for(tmp_path / "Reis.levensreis") == []
