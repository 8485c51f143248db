"""What was kept before another folder was chosen is listed and erased like the rest."""

from __future__ import annotations

import tempfile

import pytest

from journeys.store import backups, elsewhere, local_data, locations, recovery
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study


@pytest.fixture(autouse=True)
def _nothing_of_this_computer(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def leave(path):
    copy = WorkCopy.create(study(2))
    copy.touch()
    copy.close()
    backups.keep(path, b"versie")
    log = locations.data_folder() / "log" / "levensreis.log"
    log.parent.mkdir()
    log.write_text("niets")


def test_what_lies_in_the_folder_of_before_is_listed_and_erased_too(tmp_path):
    leave(tmp_path / "Reis.levensreis")
    before = locations.data_folder()
    assert elsewhere.choose(tmp_path / "elders") != before
    leave(tmp_path / "Reis.levensreis")
    assert {one.code: one.count for one in local_data.kept()} == {"work": 2, "backups": 2, "log": 2}
    assert local_data.erase(local_data.CODES) == []
    assert local_data.kept() == []
    assert recovery.abandoned() == []


def test_versions_of_before_are_kept_no_longer_than_the_others(tmp_path):
    leave(tmp_path / "Reis.levensreis")
    elsewhere.choose(tmp_path / "elders")
    for backup in (locations.usual_data_folder() / "backup").rglob("*.levensreis"):
        number, _, sha256 = backup.stem.split("-")
        backup.rename(backup.with_name(f"{number}-20200101T000000Z-{sha256}.levensreis"))
    assert local_data.expire() == 1
