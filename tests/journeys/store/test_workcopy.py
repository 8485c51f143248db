"""Every edit is durable when it is shown, and an edit that was refused never comes back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from journeys.edits.edit import Edit
from journeys.errors import FileError, StoreError
from journeys.session import Session
from journeys.store import create_file, files, locks, recovery, worknote
from journeys.store.files import identity_of
from journeys.store.locations import work_folder
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.hostile.everything import IMAGES, PIXEL, SNAPSHOT, everything
from tests.journeys.studies import study


def renamed(document, title, number=0) -> Edit:
    step = list(document.steps.values())[number]
    return Edit("edit.step.set", {("step", step.id): (step, replace(step, title=title))})


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Reis.levensreis"
    create_file(path, study(10))
    return path


@pytest.fixture
def opened(file):
    """(session, working copy) of the file."""
    found = open_file(file)
    copy = WorkCopy.create(found.document, found.images, path=file, identity=found.identity)
    yield Session(found.document, copy.write), copy
    copy._unlock()
    copy._disconnect()


def again(copy: WorkCopy) -> WorkCopy:
    """The copy as the next start finds it after a crash."""
    copy._disconnect()
    return WorkCopy.reopen(copy.folder)


def test_an_edit_is_there_after_a_crash(opened):
    session, copy = opened
    session.apply(renamed(session.document, "Nieuw"))
    found = again(copy)
    assert found.document() == session.document
    assert found.unpublished
    found._disconnect()


def test_everything_a_study_can_hold_is_stored(home):
    copy = WorkCopy.create(everything(), IMAGES, [SNAPSHOT])
    assert copy.document() == everything()
    assert copy.images() == IMAGES
    assert copy.snapshots() == (SNAPSHOT,)
    copy.close()


def test_adding_changing_and_deleting_are_one_transaction(opened):
    session, copy = opened
    commits: list[str] = []
    copy._raw().set_trace_callback(commits.append)
    first, second, *_ = session.document.steps.values()
    gone: Any = {("link", link.id): (link, None) for link in session.document.referring(first.id, "link")}
    notes: Any = {("note", note.id): (note, None) for note in session.document.referring(first.id, "note")}
    made = replace(first, id="f" * 32, column=99)
    session.apply(
        Edit("all", {**gone, **notes, ("step", first.id): (first, None), ("step", made.id): (None, made),
                     ("step", second.id): (second, replace(second, title="x"))})
    )  # fmt: skip
    assert commits.count("BEGIN IMMEDIATE") == commits.count("COMMIT") == 1
    assert copy.document() == session.document


def test_nothing_is_unpublished_before_the_first_edit(opened):
    session, copy = opened
    assert not copy.unpublished
    session.apply(renamed(session.document, "Nieuw"))
    assert copy.unpublished
    copy.publish()
    assert not copy.unpublished


def test_closing_without_edits_leaves_nothing(opened, file):
    _, copy = opened
    copy.close()
    assert list(work_folder().iterdir()) == []
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_closing_with_unpublished_edits_keeps_them(opened):
    session, copy = opened
    session.apply(renamed(session.document, "Nieuw"))
    copy.close()
    assert WorkCopy.reopen(copy.folder).document() == session.document


def test_discarded_edits_are_renamed_and_not_removed(opened):
    session, copy = opened
    session.apply(renamed(session.document, "Nieuw"))
    copy.close(discard=True)
    (left,) = work_folder().iterdir()
    assert ".discarded-" in left.name
    assert (left / "doc.db").exists()


def test_the_lock_lies_beside_the_document_from_the_first_edit_to_the_end(opened, file):
    session, copy = opened
    assert not locks.lock_path(file).exists()
    session.apply(renamed(session.document, "Nieuw"))
    assert locks.lock_path(file).exists()
    copy.close()
    assert not locks.lock_path(file).exists()


def full(copy: WorkCopy, pages: int) -> None:
    """From now on the disk has no room for more pages: SQLite says what it says when a disk is full."""
    copy._raw().execute(f"PRAGMA max_page_count={pages}")


def test_A4_when_the_disk_is_full_nothing_changes_and_editing_goes_on_afterwards(opened):
    session, copy = opened
    before = session.document.snapshot()
    pages = copy._raw().execute("PRAGMA page_count").fetchone()[0]
    full(copy, pages)
    step = next(iter(session.document.steps.values()))
    large = Edit("edit.step.set", {("step", step.id): (step, replace(step, body="x" * 9_000))})
    with pytest.raises(StoreError, match=r"store\.full"):
        session.apply(large)
    assert session.document == before
    assert copy.document() == before
    assert not copy.unpublished
    session.apply(large)  # the limit went with the connection: there is room again
    assert again(copy).document() == session.document


def test_A4_an_edit_that_was_refused_after_it_reached_the_disk_does_not_come_back(opened):
    """A sync that fails after the commit leaves the edit on the disk; the next transaction takes it out."""
    session, copy = opened
    refused = renamed(session.document, "Geweigerd", 0)
    engine = copy._ready()

    class Failing:
        def begin(self):
            return self

        def __enter__(self):
            self.inner = engine.begin()
            return self.inner.__enter__()

        def __exit__(self, *details):
            self.inner.__exit__(*details)
            raise sqlite3.OperationalError("disk I/O error")

    copy._engine = Failing()  # the real engine, and then a failing disk
    before = session.document.snapshot()
    with pytest.raises(StoreError, match=r"store\.not_written"):
        session.apply(refused)
    assert session.document == before
    session.apply(renamed(session.document, "Wel", 1))
    assert copy.document() == session.document
    assert all(step.title != "Geweigerd" for step in copy.document().steps.values())


def test_publishing_first_takes_out_what_was_refused(opened, file):
    session, copy = opened
    session.apply(renamed(session.document, "Wel", 1))
    step = session.document.steps[next(iter(session.document.steps))]
    copy._store({("step", step.id): replace(step, title="Geweigerd")}, {})
    copy._doubt = {("step", step.id): step}
    copy.publish()
    assert open_file(file).document == session.document


def test_a_copy_whose_disk_went_away_tells_and_goes_on_when_it_is_back(opened):
    session, copy = opened
    away = copy.folder.with_name("away")
    copy._disconnect()
    copy.folder.rename(away)
    with pytest.raises(StoreError, match=r"store\."):
        session.apply(renamed(session.document, "Nieuw"))
    away.rename(copy.folder)
    session.apply(renamed(session.document, "Nieuw"))
    assert copy.document() == session.document


def test_an_image_is_stored_before_the_edit_that_shows_it_and_dropped_when_nothing_does(opened, file):
    session, copy = opened
    sha256 = copy.add_image(PIXEL)
    assert copy.add_image(PIXEL) == sha256
    assert copy.images() == {sha256: PIXEL}
    session.apply(renamed(session.document, "Nieuw"))
    copy.publish()
    assert open_file(file).images == {}
    assert PIXEL not in file.read_bytes()
    assert copy.images() == {sha256: PIXEL}  # undo may still need it


def test_snapshots_go_along_and_come_out(opened, file):
    _, copy = opened
    copy.put_snapshot(SNAPSHOT)
    assert copy.unpublished
    copy.publish()
    assert open_file(file).snapshots == (SNAPSHOT,)
    copy.drop_snapshot(SNAPSHOT)
    copy.publish()
    assert open_file(file).snapshots == ()


@pytest.mark.parametrize(("number", "code"), [(28, "full"), (13, "not_writable"), (5, "not_written")])
def test_A4_a_disk_that_takes_nothing_makes_no_good_copy_look_damaged(opened, monkeypatch, number, code):
    session, copy = opened
    session.apply(renamed(session.document, "Nieuw"))
    copy._disconnect()
    worknote.change(copy.folder, closed=True)
    (one,) = recovery.abandoned()

    def refuse(descriptor, data):
        raise OSError(number, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(files, "_write_all", refuse)
        with pytest.raises(StoreError, match=rf"store\.{code}"):
            recovery.recover(one)
    again = recovery.recover(one)
    assert again.document() == session.document
    again._disconnect()


def test_a_damaged_copy_is_not_taken_for_a_good_one(opened):
    session, copy = opened
    session.apply(renamed(session.document, "Bijzonder"))
    copy._disconnect()
    database = copy.folder / "doc.db"
    database.write_bytes(database.read_bytes().replace(b"Bijzonder", b"Bijsonder"))
    with pytest.raises(StoreError, match=r"store\.damaged"):
        WorkCopy.reopen(copy.folder)


def test_a_study_without_a_name_is_not_published(home):
    copy = WorkCopy.create(study(3))
    with pytest.raises(FileError, match=r"file\.no_name"):
        copy.publish()
    copy.close()


def test_a_study_gets_a_name_and_is_published_there(home, tmp_path):
    copy = WorkCopy.create(study(3))
    copy.rename_target(tmp_path / "Naam.levensreis")
    assert copy.unpublished
    copy.publish()
    assert open_file(tmp_path / "Naam.levensreis").document == study(3)
    note = worknote.read(copy.folder)
    assert note is not None
    assert note.target == tmp_path / "Naam.levensreis"
    assert note.seen == (identity_of(tmp_path / "Naam.levensreis"),)
    copy.close()


def test_two_cannot_write_in_one_copy(opened):
    _, copy = opened
    other = sqlite3.connect(copy.folder / "doc.db", timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("SELECT * FROM study")
    other.close()


def test_the_file_is_ours_while_an_earlier_state_of_it_is_kept(opened, file):
    _, copy = opened
    assert not copy.locked
    copy.put_snapshot(SNAPSHOT)
    assert copy.locked
    assert locks.lock_path(file).exists()


def test_a_file_that_was_moved_is_published_where_it_is_now(opened, file, tmp_path):
    session, copy = opened
    session.apply(renamed(session.document, "Nieuw"))
    there = file.rename(tmp_path / "Verhuisd.levensreis")
    copy.follow_target(there)
    assert copy.path == there
    assert copy.publish().path == there
    assert open_file(there).document == session.document
    assert not file.exists()
