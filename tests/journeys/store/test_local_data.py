"""What the program keeps on this computer is listed, kept no longer than was chosen, and erased when asked."""

from __future__ import annotations

import datetime as dt
import os
import tempfile

import pytest

from journeys.cli import main
from journeys.store import backups, create_file, local_data, locations, recovery, retention
from journeys.store.workcopy import WorkCopy, set_aside
from tests.journeys.studies import study


@pytest.fixture(autouse=True)
def _own_temporary_files(tmp_path, monkeypatch):
    """Those of this computer are not the test's to erase."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


@pytest.fixture
def all_kinds(tmp_path):
    """Something of every kind; gives the file, and the working copy that is open."""
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(3))
    for number in range(3):
        backups.keep(path, b"versie %d" % number)
    for closing in (lambda folder: folder, lambda folder: set_aside(folder, "discarded")):
        copy = WorkCopy.create(study(2))
        copy.touch()
        copy.close()
        closing(copy.folder)
    log = locations.data_folder() / "log" / "levensreis.log"
    log.parent.mkdir()
    log.write_text("niets")
    left = tmp_path / "temporary" / f"{locations.TEMPORARY}abc"
    left.mkdir()
    (left / "copy.db").write_bytes(b"kopie")
    age(left, hours=2)
    held = WorkCopy.create(study(4), path=path)
    yield path, held
    held.close(discard=True)


def age(path, **time):
    then = (dt.datetime.now(dt.UTC) - dt.timedelta(**time)).timestamp()
    os.utime(path, (then, then))


def counts():
    return {one.code: one.count for one in local_data.kept()}


def older(path, days):
    """The backups of a file, as if each had been made so many days earlier."""
    for backup in backups.list_for(path):
        made = backup.time - dt.timedelta(days=days)
        stamp = made.strftime("%Y%m%dT%H%M%S")
        backup.path.rename(backup.path.with_name(f"{backup.number:08d}-{stamp}Z-{backup.sha256}.levensreis"))


def test_I5_everything_is_listed_with_how_much_it_is(all_kinds):
    assert counts() == {"work": 1, "aside": 1, "backups": 3, "log": 1, "known": 1, "temporary": 1, "open": 1}
    by_code = {one.code: one for one in local_data.kept()}
    assert by_code["backups"].size == 3 * len("versie 0")
    assert by_code["work"].size > 10_000
    assert all(one.since is not None for one in by_code.values())


def test_I5_looking_changes_nothing(all_kinds):
    def everything():
        return {path: path.stat().st_mtime_ns for path in sorted(locations.data_folder().rglob("*"))}

    before = everything()
    local_data.kept()
    assert everything() == before


def test_I5_what_was_chosen_is_erased_and_nothing_else(all_kinds):
    assert local_data.erase(["backups", "log"]) == []
    assert counts() == {"work": 1, "aside": 1, "known": 1, "temporary": 1, "open": 1}


def test_I5_all_can_be_erased_but_a_study_that_is_open_stays_whole(all_kinds):
    path, held = all_kinds
    local_data.erase(local_data.CODES)
    assert counts() == {"open": 1}
    assert held.document() == study(4)
    assert path.exists(), "the user's own files are not ours to erase"
    assert held.publish().instead_of is not None, "the file was another one when this began"


def test_I5_a_study_whose_disk_has_just_refused_something_is_open_as_well(all_kinds):
    _, held = all_kinds
    held._disconnect()  # as after every refusal: the lock is taken again by the next edit
    local_data.erase(local_data.CODES)
    assert counts() == {"open": 1}
    assert held.document() == study(4)


def test_I5_erased_work_is_offered_no_more(all_kinds):
    assert len(recovery.abandoned()) == 1
    local_data.erase(["work"])
    assert recovery.abandoned() == []


def test_I5_the_command_line_lists_and_erases_too(all_kinds, capsys):
    def run(*arguments):
        code = main(["local-data", *arguments, "--lang", "nl"], window=None, picture=None)
        return code, capsys.readouterr()

    code, told = run()
    assert code == 0
    assert "Eerdere versies van uw bestanden: 3 versies" in told.out
    assert "90 dagen" in told.out
    code, told = run("--erase", "backups", "--keep", "7", "--json")
    assert code == 0
    assert '"backups"' not in told.out
    assert retention.days() == 7
    assert run("--erase", "open")[0] == 2, "what is in use is closed, not erased"
    assert run("--keep", "366")[0] == 2


def test_earlier_versions_are_kept_as_long_as_was_chosen(all_kinds):
    path, _ = all_kinds
    older(path, 10)
    backups.keep(path, b"nieuw")
    assert local_data.expire() == 0
    held = len(backups.list_for(path))
    assert held > 1
    retention.keep_for(7)
    assert local_data.expire() == held - 1
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [b"nieuw"]


def test_the_newest_version_stays_a_year_as_it_holds_what_the_file_does(all_kinds):
    path, _ = all_kinds
    retention.keep_for(7)
    older(path, 300)
    local_data.expire()
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [b"versie 2"]
    older(path, 100)
    local_data.expire()
    assert backups.list_for(path) == []
    assert not locations.backup_folder(path).exists()


def test_whoever_wants_no_earlier_versions_has_none(all_kinds):
    path, _ = all_kinds
    retention.keep_for(0)
    assert local_data.expire() > 0
    backups.keep(path, b"nieuw")
    assert backups.list_for(path) == []
    assert "aside" not in counts()
    assert "work" in counts(), "work that no file holds goes only when its owner says so"


def test_what_was_set_aside_goes_when_it_is_old(all_kinds):
    (folder,) = (one.paths[0] for one in local_data.kept() if one.code == "aside")
    age(folder, days=91)
    local_data.expire()
    assert not folder.exists()


@pytest.mark.parametrize("written", ["", "veel", "-1", "366", "1e9", "9" * 5_000, "\0"])
def test_a_choice_that_cannot_be_read_is_the_usual_one(home, written):
    folder = locations.data_folder()
    folder.mkdir()
    (folder / "days").write_text(written)
    assert retention.days() == retention.USUAL


@pytest.mark.parametrize("days", [0, 1, 365])
def test_a_choice_is_remembered(home, days):
    retention.keep_for(days)
    assert retention.days() == days
