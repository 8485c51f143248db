"""The file is replaced whole, and a version that we did not see is never written over."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from journeys.edits.edit import Edit
from journeys.errors import FileError
from journeys.session import Session
from journeys.store import backups, create_file, files, verify
from journeys.store.opener import open_file
from journeys.store.publish import finish_publish
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study


@pytest.fixture
def file(tmp_path):
    folder = tmp_path / "map"
    folder.mkdir()
    create_file(folder / "Reis.levensreis", study(6))
    return folder / "Reis.levensreis"


@pytest.fixture
def opened(file):
    found = open_file(file)
    copy = WorkCopy.create(found.document, path=file, identity=found.identity)
    yield Session(found.document, copy.write), copy
    copy._unlock()
    copy._disconnect()


def rename(session: Session, title: str) -> None:
    step = next(iter(session.document.steps.values()))
    session.apply(Edit("edit.step.set", {("step", step.id): (step, replace(step, title=title))}))


def listing(folder) -> list[str]:
    return sorted(name for name in os.listdir(folder) if not name.startswith(".~lock"))


def test_what_is_published_opens_and_is_whole(opened, file):
    session, copy = opened
    rename(session, "Nieuw")
    published = copy.publish()
    assert published.path == file
    assert published.identity == files.identity_of(file)
    assert open_file(file).document == session.document
    assert verify(file) == []
    assert listing(file.parent) == [file.name]


def test_edits_made_while_it_is_being_published_stay_unpublished(opened, file):
    session, copy = opened
    rename(session, "Een")
    prepared = copy.prepare_publish()
    rename(session, "Twee")
    copy.accept(finish_publish(prepared))
    assert copy.unpublished
    assert next(iter(open_file(file).document.steps.values())).title == "Een"
    copy.publish()
    assert open_file(file).document == session.document
    assert not copy.unpublished


def test_deleted_text_is_in_no_byte_of_the_file(opened, file):
    session, copy = opened
    rename(session, "Geheim dat weg moet")
    copy.publish()
    rename(session, "Anders")
    copy.publish()
    assert b"Geheim dat weg moet" not in file.read_bytes()


def test_the_file_tells_nothing_of_this_computer(opened, file, home):
    session, copy = opened
    rename(session, "Nieuw")
    copy.publish()
    data = file.read_bytes()
    for told in (str(home), str(file.parent), files.host()):
        assert told.encode() not in data


def test_a_change_by_somebody_else_is_never_written_over(opened, file):
    session, copy = opened
    rename(session, "Van ons")
    create_file(file, study(2), overwrite=True)
    published = copy.publish()
    assert published.instead_of == file
    assert "(conflict " in published.path.name
    assert open_file(file).document == study(2)
    assert open_file(published.path).document == session.document
    rename(session, "Nog een keer")
    again = copy.publish()
    assert again.path == published.path
    assert again.instead_of is None
    assert len(listing(file.parent)) == 2


def test_a_file_that_was_moved_away_is_not_made_again_unasked(opened, file):
    session, copy = opened
    rename(session, "Nieuw")
    file.rename(file.with_name("Elders.levensreis"))
    with pytest.raises(FileError, match=r"file\.moved"):
        copy.publish()
    assert listing(file.parent) == ["Elders.levensreis"]
    assert copy.unpublished
    copy.rename_target(file)
    copy.publish()
    assert open_file(file).document == session.document


def test_a_link_stays_a_link_to_the_file(opened, file, tmp_path):
    session, copy = opened
    link = tmp_path / "link.levensreis"
    link.symlink_to(file)
    copy.rename_target(link)
    rename(session, "Nieuw")
    copy.publish()
    assert link.is_symlink()
    assert not file.is_symlink()
    assert open_file(file).document == session.document


def test_rights_of_the_file_are_kept(opened, file):
    session, copy = opened
    file.chmod(0o640)
    rename(session, "Nieuw")
    copy.publish()
    assert file.stat().st_mode & 0o777 == 0o640


def test_A5_a_full_disk_leaves_the_old_file_and_nothing_beside_it(opened, file, monkeypatch):
    session, copy = opened
    rename(session, "Nieuw")
    before = file.read_bytes()

    def full(descriptor, data):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "_write_all", full)
        with pytest.raises(FileError, match=r"file\.computer_full"):
            copy.publish()
    assert file.read_bytes() == before
    assert listing(file.parent) == [file.name]
    assert sorted(os.listdir(copy.folder)) == ["doc.db", "doc.db-journal", "meta.json"]
    copy.publish()
    assert open_file(file).document == session.document


def test_A6_a_sync_that_fails_is_not_saved(opened, file, monkeypatch):
    session, copy = opened
    rename(session, "Nieuw")
    before = file.read_bytes()

    def broken(descriptor):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(FileError, match=r"file\.not_written"):
            copy.publish()
    assert file.read_bytes() == before
    assert copy.unpublished


def test_a_folder_that_takes_no_new_file_gets_the_file_in_place_after_a_backup(opened, file, monkeypatch):
    session, copy = opened
    rename(session, "Nieuw")
    write_temporary = files.write_temporary

    def refuse(target, data):
        if target == file:
            raise PermissionError(13, "Permission denied")
        return write_temporary(target, data)

    monkeypatch.setattr(files, "write_temporary", refuse)
    published = copy.publish()
    assert published.in_place
    assert open_file(file).document == session.document
    assert backups.list_for(file)[0].sha256 == published.identity.sha256
    assert len(backups.list_for(file)) == 2


def test_the_version_before_and_the_new_one_are_both_kept(opened, file):
    session, copy = opened
    before = files.identity_of(file)
    rename(session, "Nieuw")
    published = copy.publish()
    kept = [backup.sha256 for backup in backups.list_for(file)]
    assert before is not None
    assert kept == [published.identity.sha256, before.sha256]
    assert open_file(backups.list_for(file)[1].path).document == study(6)


def test_what_a_killed_writer_left_is_taken_away_and_a_living_ones_is_not(opened, file):
    session, copy = opened
    dead = file.with_name(f".~Reis.levensreis.{files.host_mark()}-999999999-00000000.tmp")
    alive = file.with_name(f".~Reis.levensreis.{files.host_mark()}-{os.getppid()}-00000000.tmp")
    elsewhere = file.with_name(".~Reis.levensreis.00000000-999999999-00000000.tmp")
    for path in (dead, alive, elsewhere):
        path.write_bytes(b"x")
    rename(session, "Nieuw")
    copy.publish()
    assert not dead.exists()
    assert alive.exists()
    assert elsewhere.exists()
