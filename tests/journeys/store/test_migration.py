"""A study of an older version opens, is worked on as it is now, and is kept as it was."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from journeys.edits import views
from journeys.errors import FileError, StoreError
from journeys.session import Session
from journeys.store import backups, migrations, recovery, worknote
from journeys.store.files import identity_of
from journeys.store.locations import work_folder
from journeys.store.opener import open_file
from journeys.store.screening import version_in
from journeys.store.workcopy import WorkCopy
from journeys.store.worknote import DATABASE, WorkNote
from tests.hostile.everything import IMAGES, JOURNEY, SNAPSHOT, VIEW, everything_in

VERSION_1 = Path(__file__).parents[2] / "hostile" / "fixtures" / "version-1.levensreis"


@pytest.fixture
def file(tmp_path):
    """A file that a program of version 1 wrote."""
    path = tmp_path / "Reis.levensreis"
    shutil.copyfile(VERSION_1, path)
    return path


@pytest.fixture
def left(home):
    """A working copy that a program of version 1 left, with edits that lie in no file."""
    folder = work_folder() / ("a" * 32)
    folder.mkdir(parents=True)
    shutil.copyfile(VERSION_1, folder / DATABASE)
    worknote.write(folder, WorkNote(None, "Reis", "", closed=True))
    return folder


def opened(file):
    found = open_file(file)
    copy = WorkCopy.create(found.document, found.images, found.snapshots, path=file, identity=found.identity)
    return Session(found.document, copy.write), copy


def version(path) -> int:
    return version_in(path.read_bytes())


def test_opening_and_closing_leaves_the_older_file_as_it_was(home, file):
    before = identity_of(file)
    _, copy = opened(file)
    copy.close()
    assert identity_of(file) == before
    assert version(file) == 1


def test_an_edit_alone_leaves_the_older_file_as_it_was_and_publishing_renews_it(home, file):
    before = file.read_bytes()
    session, copy = opened(file)
    session.apply(views.add(session.document, "Nieuw", views.Seen((JOURNEY.id,), zoom=120)))
    assert file.read_bytes() == before
    copy.publish()
    copy.close()
    assert version(file) == migrations.VERSION
    assert open_file(file).document == session.document
    assert [view.zoom for view in views.in_order(session.document)] == [None, 120]


def test_the_older_file_is_kept_and_stays_while_newer_ones_grow_thinner(home, file):
    before = file.read_bytes()
    session, copy = opened(file)
    for number in range(30):
        session.apply(views.rename(session.document, VIEW.id, f"Naam {number}"))
        copy.publish()
    copy.close()
    held = [backup.path.read_bytes() for backup in backups.list_for(file)]
    assert before in held
    assert len(held) < 30


def test_without_a_place_for_the_older_version_it_is_not_replaced(home, file, monkeypatch):
    before = file.read_bytes()
    session, copy = opened(file)
    session.apply(views.delete(session.document, VIEW.id))

    def refuse(*_: object, **__: object) -> None:
        raise FileError("file.full", path="", name="")

    monkeypatch.setattr(backups.files, "make_folder", refuse)
    with pytest.raises(FileError):
        copy.publish()
    assert file.read_bytes() == before
    monkeypatch.undo()
    copy.close(discard=True)


def test_what_an_older_program_left_is_offered_and_goes_on_as_it_was(left):
    (found,) = recovery.abandoned()
    copy = recovery.recover(found)
    assert copy.document() == everything_in(1)
    assert copy.images() == IMAGES
    assert copy.snapshots() == (SNAPSHOT,)
    assert copy.unpublished
    session = Session(copy.document(), copy.write)
    session.apply(views.update(session.document, VIEW.id, views.Seen((JOURNEY.id,), zoom=80, shown="compare")))
    assert copy.document() == session.document
    copy.close()


def test_how_it_was_lies_beside_what_became_of_it(left):
    copy = WorkCopy.reopen(left)
    kept = sqlite3.connect(left / "version-1.db")
    assert migrations.version_of(kept) == 1
    assert kept.execute('SELECT name FROM "view"').fetchall() == [(VIEW.name,)]
    kept.close()
    copy.close()


def test_what_was_published_by_the_older_program_is_not_taken_for_an_edit(left):
    copy = WorkCopy.reopen(left)
    digest = sqlite3.connect(VERSION_1).execute("SELECT value FROM meta WHERE key='digest'").fetchone()[0]
    copy._disconnect()
    shutil.copyfile(VERSION_1, left / DATABASE)
    worknote.change(left, published=digest)
    again = WorkCopy.reopen(left)
    assert not again.unpublished
    again.close()


def test_a_damaged_older_copy_is_not_made_to_look_sound(left):
    data = (left / DATABASE).read_bytes()
    at = data.index(VIEW.name.encode())
    (left / DATABASE).write_bytes(data[:at] + b"W" + data[at + 1 :])
    with pytest.raises(StoreError) as refused:
        WorkCopy.reopen(left)
    assert refused.value.code == "store.damaged"


def test_a_copy_of_a_newer_program_is_told_and_left_alone(left):
    connection = sqlite3.connect(left / DATABASE)
    connection.execute(f"PRAGMA user_version={migrations.VERSION + 1}")
    connection.close()
    before = (left / DATABASE).read_bytes()
    with pytest.raises(StoreError) as refused:
        WorkCopy.reopen(left)
    assert refused.value.code == "store.newer"
    assert (left / DATABASE).read_bytes() == before


def test_of_a_damaged_older_file_the_sound_rows_are_saved(file):
    data = file.read_bytes()
    at = data.index(b"Kraamzorg") if b"Kraamzorg" in data else data.index(b"Bel zelf")
    file.write_bytes(data[:at] + b"X" + data[at + 1 :])
    found = open_file(file, salvage=True)
    assert found.damaged
    assert found.document.views[VIEW.id] == everything_in(1).views[VIEW.id]
    assert len(found.document.notes) == len(everything_in(1).notes) - 1


def test_a_working_copy_that_was_torn_before_it_had_a_version_is_told_to_be_damaged(left):
    (left / DATABASE).write_bytes(b"")
    with pytest.raises(StoreError) as refused:
        WorkCopy.reopen(left)
    assert refused.value.code == "store.damaged"
