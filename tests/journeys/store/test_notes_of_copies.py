"""The note beside a working copy says which versions of the file are ours, also after a half publication."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from journeys.edits.edit import Edit
from journeys.errors import FileError, StoreError
from journeys.store import (
    connections,
    create_file,
    files,
    locks,
    migrations,
    publish,
    recovery,
    verify,
    workcopy,
    worknote,
)
from journeys.store.contents import DamagedError
from journeys.store.files import Identity
from journeys.store.opener import open_file
from journeys.store.publish import finish_publish
from journeys.store.recovery import Abandoned
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study

ONE, OTHER = Identity(3, "a" * 64), Identity(4, "b" * 64)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map" / "Reis.levensreis"
    path.parent.mkdir()
    create_file(path, study(2))
    return path


@pytest.fixture
def copies(file):
    """Makes working copies of the file."""
    made = []

    def another() -> WorkCopy:
        found = open_file(file)
        made.append(WorkCopy.create(found.document, path=file, identity=found.identity))
        return made[-1]

    yield another
    for copy in made:
        copy._unlock()
        copy._disconnect()


def note_of(copy: WorkCopy) -> worknote.WorkNote:
    note = worknote.read(copy.folder)
    assert note is not None
    return note


def edited(copy: WorkCopy) -> None:
    step = next(iter(copy.document().steps.values()))
    copy.write(Edit("edit.step.set", {("step", step.id): (step, replace(step, title="Anders"))}))


def test_who_takes_over_a_file_takes_over_what_is_known_of_it(copies, file):
    old, new = copies(), copies()
    edited(old)
    old._seen = (ONE,)
    worknote.change(old.folder, tried=(OTHER,))
    assert old.locked
    new.inherit(old)
    assert (note_of(new).seen, note_of(new).tried) == ((ONE,), (OTHER,))
    prepared = new.prepare_publish()
    assert (prepared.seen, prepared.tried) == ((ONE,), (OTHER,))
    assert new.unpublished
    assert note_of(new).published == ""
    assert (new.locked, old.locked) == (True, False)
    assert locks.lock_path(file).exists()


def test_who_takes_over_what_is_all_published_has_nothing_to_publish(copies):
    old, new = copies(), copies()
    new.inherit(old)
    assert not new.unpublished


def test_another_name_is_noted_with_what_lies_there_and_nothing_of_before(copies, file, tmp_path):
    copy = copies()
    worknote.change(copy.folder, tried=(OTHER,))
    there = tmp_path / "ander.levensreis"
    there.write_bytes(b"iets")
    copy.rename_target(there)
    present = files.identity_of(there)
    assert (note_of(copy).path, note_of(copy).seen, note_of(copy).tried) == (str(there), (present,), ())
    assert copy.path == there
    assert copy.prepare_publish().seen == (present,)
    copy.rename_target(tmp_path / "nieuw.levensreis")
    assert note_of(copy).seen == ()
    assert copy.unpublished


def test_a_file_that_is_let_go_is_not_ours_in_any_version(copies, file):
    copy = copies()
    edited(copy)
    worknote.change(copy.folder, tried=(OTHER,))
    copy.leave_target()
    note = note_of(copy)
    assert (note.path, note.seen, note.tried) == (None, (), ())
    assert (copy.path, copy.locked) == (None, False)
    with pytest.raises(FileError, match=r"file\.no_name"):
        copy.prepare_publish()


def test_after_a_publication_to_an_earlier_name_the_note_says_the_present_one(copies, tmp_path):
    copy = copies()
    copy.rename_target(tmp_path / "nieuw.levensreis")
    worknote.change(copy.folder, path="/elders", seen=(ONE,), tried=(), published="x")
    copy.stay_with_target([OTHER])
    note = note_of(copy)
    assert (note.path, note.seen, note.tried, note.published) == (str(copy.path), (), (OTHER,), "")


def takes_no_new_file(monkeypatch, folder: Path) -> None:
    real = files.write_temporary

    def write(target: Path, data: bytes) -> Path:
        if target.parent == folder:
            raise PermissionError(13, "no new files")
        return real(target, data)

    monkeypatch.setattr(files, "write_temporary", write)


@pytest.mark.parametrize("written", [b"", b"half"])
def test_what_a_writing_in_place_left_half_done_is_ours(copies, file, monkeypatch, written):
    copy = copies()
    edited(copy)

    def breaks_off(target: Path, _data):
        target.write_bytes(written)
        raise OSError(5, "broken")

    takes_no_new_file(monkeypatch, file.parent)
    monkeypatch.setattr(files, "overwrite", breaks_off)
    prepared = copy.prepare_publish()
    with pytest.raises(FileError, match=r"file\.not_written"):
        finish_publish(prepared)
    tried = note_of(copy).tried
    assert files.identity_of(file) in tried
    assert len(tried) == 2, "the whole one and the half one"
    monkeypatch.undo()
    copy.publish()
    assert open_file(file).document == copy.document()


def test_what_a_writing_in_place_took_away_is_told_all_the_same(copies, file, monkeypatch):
    copy = copies()
    edited(copy)

    def takes_away(target: Path, _data):
        target.unlink()
        raise OSError(5, "broken")

    takes_no_new_file(monkeypatch, file.parent)
    monkeypatch.setattr(files, "overwrite", takes_away)
    with pytest.raises(FileError, match=r"file\.not_written"):
        finish_publish(copy.prepare_publish())
    assert len(note_of(copy).tried) == 1


@pytest.mark.parametrize("place", ["anders.levensreis", "../verplaatst/Reis.levensreis"])
def test_a_file_that_was_moved_is_told_with_its_new_place(copies, file, place):
    copy = copies()
    edited(copy)
    there = (file.parent / place).resolve()
    if there.parent == file.parent:
        file.rename(there)
    else:
        file.parent.rename(there.parent)
    with pytest.raises(FileError, match=r"file\.moved") as caught:
        copy.publish()
    where = place.removeprefix("../")
    assert caught.value.values == {"path": str(file), "name": file.name, "there": str(there), "where": where}


@pytest.mark.parametrize("left_out", ["tried", "seen", "closed", "started"])
def test_a_note_of_an_older_program_may_say_less(copies, left_out):
    copy = copies()
    path = copy.folder / worknote.NAME
    told = json.loads(path.read_bytes())
    del told[left_out]
    path.write_text(json.dumps(told))
    assert note_of(copy).title == "Een kind krijgen"
    assert left_out not in ("tried", "seen") or getattr(note_of(copy), left_out) == ()


def test_how_the_file_of_what_was_left_is_now(copies, file):
    copy = copies()
    now = copy.document()
    left = Abandoned(copy.folder, file, "Reis", dt.datetime.now(dt.UTC), len(now.steps))
    assert recovery.state_of(left) == "same"
    file.write_bytes(b"anders")
    assert recovery.state_of(left) == "changed"
    worknote.change(copy.folder, tried=(files.identity_of(file),))
    assert recovery.state_of(left) == "same"
    file.unlink()
    assert recovery.state_of(left) == "gone"
    assert recovery.state_of(replace(left, path=None)) == "none"


def test_a_damaged_file_is_told_with_its_name_and_what_is_wrong(tmp_path, file):
    assert verify(file) == []
    data = bytearray(file.read_bytes())
    data[data.index(b"Stap 1")] ^= 1
    file.write_bytes(data)
    (found,) = verify(file)
    assert (found.code, found.values) == (
        "file.damaged", {"path": str(file), "name": file.name, "reason": "rows"},
    )  # fmt: skip


def test_a_database_of_a_newer_program_is_told_with_both_versions():
    with closing(connections.building()) as connection:
        connection.execute("PRAGMA user_version=99")
        with pytest.raises(StoreError, match=r"store\.newer") as caught:
            migrations.migrate(connection)
    assert caught.value.values == {"found": 99, "known": migrations.VERSION}


@pytest.mark.parametrize("theirs", [b"van een ander", None])
def test_where_no_new_file_can_be_made_only_what_we_saw_is_written_over(copies, file, monkeypatch, theirs):
    copy = copies()
    edited(copy)
    prepared = copy.prepare_publish()
    takes_no_new_file(monkeypatch, file.parent)
    if theirs is None:
        file.unlink()
    else:
        file.write_bytes(theirs)
    with pytest.raises(FileError, match=r"file\.not_writable") as caught:
        finish_publish(prepared)
    assert caught.value.values == {"path": str(file), "name": file.name}
    assert (file.read_bytes() if file.exists() else None) == theirs


def test_what_does_not_prove_to_be_whole_is_not_published_and_told(copies, file, monkeypatch):
    copy = copies()
    edited(copy)
    before = file.read_bytes()

    def damaged(*_):
        raise DamagedError("rows")

    monkeypatch.setattr(publish, "read_bytes", damaged)
    with pytest.raises(FileError, match=r"file\.not_verified") as caught:
        copy.publish()
    assert caught.value.values == {"path": str(file), "name": file.name}
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": 7}, {"published": None}, {"host": 1}, {"started": 3}, {"path": 5}, {"path": "a\0b"}, {"closed": 1},
        {"pid": "7"}, {"pid": True}, {"seen": 7}, {"seen": [[1]]}, {"tried": [["a", "b"]]}, {"onbekend": 1},
    ],
)  # fmt: skip
def test_a_note_with_a_value_of_another_kind_is_none(copies, wrong):
    copy = copies()
    path = copy.folder / worknote.NAME
    path.write_text(json.dumps(json.loads(path.read_bytes()) | wrong))
    assert worknote.read(copy.folder) is None
    worknote.change(copy.folder, title="Anders")
    assert worknote.read(copy.folder) is None


@pytest.mark.parametrize("path", [None, "/ergens/Reis.levensreis"])
def test_a_note_is_read_as_it_was_written(tmp_path, path):
    note = worknote.WorkNote(path, "Reis", "x", (ONE,), True, 7, "elders", (OTHER,), "2026-01-01T00:00:00+00:00")
    worknote.write(tmp_path, note)
    assert worknote.read(tmp_path) == note
    assert note.target == (None if path is None else Path(path))


def test_what_somebody_else_wrote_at_the_very_moment_gets_a_name_of_its_own(copies, file, monkeypatch):
    copy = copies()
    edited(copy)
    real = files.replace

    def late(source: Path, target: Path) -> None:
        if target == file:
            file.write_bytes(b"van een ander")
        real(source, target)

    monkeypatch.setattr(files, "replace", late)
    published = copy.publish()
    assert published.path == file
    assert published.instead_of is None
    assert published.late is not None
    assert published.late.read_bytes() == b"van een ander"
    assert "(conflict" in published.late.name
    assert open_file(file).document == copy.document()
    lock = locks.lock_path(file).name
    assert {path.name for path in file.parent.iterdir()} == {file.name, published.late.name, lock}


def test_a_copy_that_could_not_be_made_is_told_and_editing_goes_on(copies, file, monkeypatch):
    copy = copies()
    edited(copy)
    monkeypatch.setattr(workcopy, "staging_path", lambda folder: folder / "weg" / "publish-1.db")
    with pytest.raises(FileError, match=r"file\.not_written") as caught:
        copy.prepare_publish()
    assert caught.value.values == {"path": str(file), "name": file.name}
    assert copy._connection is not None, "held on to, so that no other program takes it for left behind"
    monkeypatch.undo()
    copy.publish()
    assert open_file(file).document == copy.document()


def test_a_file_that_was_moved_is_followed_with_all_that_is_known_of_it(copies, file):
    copy = copies()
    edited(copy)
    seen = note_of(copy).seen
    there = file.rename(file.with_name("Anders.levensreis"))
    copy.follow_target(there)
    assert (note_of(copy).path, note_of(copy).seen, copy.path, copy.locked) == (str(there), seen, there, False)
    assert copy.publish().path == there
