"""What a session that ended badly left is offered again, and nothing is thrown away unasked."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest

from journeys.edits.edit import Edit
from journeys.errors import StoreError
from journeys.session import Session
from journeys.store import create_file, locks, recovery
from journeys.store.files import host_mark
from journeys.store.locations import work_folder
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study

DEAD = 999_999_999


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map" / "Reis.levensreis"
    path.parent.mkdir()
    create_file(path, study(6))
    return path


def crashed(file=None, *, edits: int = 1, publish: bool = False):
    """A working copy whose program died after so many edits; gives its document."""
    document = study(6)
    identity = None if file is None else open_file(file).identity
    copy = WorkCopy.create(document, path=file, identity=identity)
    session = Session(document, copy.write)
    for number in range(edits):
        step = next(iter(document.steps.values()))
        session.apply(Edit("edit.step.set", {("step", step.id): (step, replace(step, title=f"Nieuw {number}"))}))
    if publish:
        copy.publish()
    copy._disconnect()
    note = copy.folder / "meta.json"
    note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), "pid": DEAD}), "utf-8")
    lock = locks.lock_path(file) if file else None
    if lock and lock.exists():
        lock.write_text(json.dumps({**json.loads(lock.read_text("utf-8")), "pid": DEAD}), "utf-8")
    return document


def test_unpublished_edits_are_offered_and_recovered(file):
    document = crashed(file)
    (found,) = recovery.abandoned()
    assert (found.path, found.title, found.steps, found.damaged) == (file, "Een kind krijgen", 6, False)
    copy = recovery.recover(found)
    assert copy.document() == document
    assert copy.publish().instead_of is None
    assert open_file(file).document == document
    copy.close()
    assert recovery.abandoned() == []


def test_a_study_without_a_name_is_offered_too(home):
    crashed()
    (found,) = recovery.abandoned()
    assert found.path is None


def test_what_was_all_published_is_tidied_away(file):
    crashed(file, publish=True)
    assert recovery.abandoned() == []
    assert list(work_folder().iterdir()) == []
    assert not locks.lock_path(file).exists()


def test_what_nobody_edited_is_tidied_away(file):
    crashed(file, edits=0)
    assert recovery.abandoned() == []
    assert list(work_folder().iterdir()) == []


def test_a_living_window_is_left_alone(file):
    copy = WorkCopy.create(study(6), path=file)
    assert recovery.abandoned() == []
    assert copy.folder.exists()
    copy.close()


def test_a_living_program_is_left_alone_also_when_its_number_was_reused(file, home):
    """The lock on the database tells, whatever the note says."""
    code = (
        "import sys\nfrom journeys.store.workcopy import WorkCopy\nfrom journeys.store import worknote\n"
        "from tests.journeys.studies import study\ncopy = WorkCopy.create(study(3))\n"
        "worknote.change(copy.folder, pid=999999999, published='other')\nprint('ready', flush=True)\nsys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        assert recovery.abandoned() == []
        other.communicate("")
    assert len(recovery.abandoned()) == 1


def test_discarding_renames_and_offers_no_more(file):
    crashed(file)
    (found,) = recovery.abandoned()
    aside = recovery.discard(found)
    assert (aside / "doc.db").exists()
    assert recovery.abandoned() == []


def test_a_damaged_copy_is_offered_as_damaged_and_set_aside(file):
    crashed(file)
    (folder,) = work_folder().iterdir()
    (folder / "doc.db").write_bytes(b"SQLite format 3\0" + bytes(4_000))
    (found,) = recovery.abandoned()
    assert found.damaged
    with pytest.raises(StoreError, match=r"store\."):
        recovery.recover(found)
    (left,) = work_folder().iterdir()
    assert ".damaged-" in left.name


def test_a_copy_that_cannot_even_be_opened_is_offered_as_damaged_with_its_name(file):
    title = open_file(file).document.study.title
    crashed(file)
    (folder,) = work_folder().iterdir()
    (folder / "doc.db").unlink()
    (folder / "doc.db").mkdir()
    (found,) = recovery.abandoned()
    assert (found.folder, found.path, found.title, found.steps, found.damaged) == (folder, file, title, 0, True)


def test_leftovers_of_a_killed_publication_are_taken_away(file):
    crashed(file)
    (folder,) = work_folder().iterdir()
    stale = file.with_name(f".~Reis.levensreis.{host_mark()}-{DEAD}-00000000.tmp")
    staging = folder / "publish-00000000.db"
    stale.write_bytes(b"half")
    staging.write_bytes(b"half")
    recovery.abandoned()
    assert not stale.exists()
    assert not staging.exists()
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def test_a_folder_that_was_hardly_begun_stops_nobody(home):
    for name, content in (("a" * 32, None), ("b" * 32, b"{"), ("c" * 32, b"[]")):
        (work_folder() / name).mkdir(parents=True)
        if content:
            (work_folder() / name / "meta.json").write_bytes(content)
    (work_folder() / "file").write_bytes(b"")
    assert recovery.abandoned() == []


def test_two_sessions_are_offered_newest_first(file, home):
    crashed(file)
    crashed()
    found = recovery.abandoned()
    assert [one.changed for one in found] == sorted((one.changed for one in found), reverse=True)
    assert {one.path for one in found} == {file, None}
    assert os.listdir(work_folder())


def test_a_copy_that_somebody_else_opened_meanwhile_is_not_set_aside(file):
    crashed(file)
    (found,) = recovery.abandoned()
    other = sqlite3.connect(found.folder / "doc.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match=r"store\.in_use"):
        recovery.recover(found)
    other.close()
    assert recovery.recover(found).unpublished


def test_a_copy_of_another_computer_is_offered_whatever_number_its_program_had(file):
    crashed(file)
    (folder,) = work_folder().iterdir()
    note = folder / "meta.json"
    told = {**json.loads(note.read_text("utf-8")), "pid": os.getpid()}
    note.write_text(json.dumps(told), "utf-8")
    assert recovery.abandoned() == [], "this very process has it open"
    note.write_text(json.dumps({**told, "host": "elders"}), "utf-8")
    assert len(recovery.abandoned()) == 1


def test_an_old_folder_in_which_nothing_was_ever_kept_goes_and_a_new_one_stays(home):
    old, new, done = (work_folder() / name for name in ("a" * 32, "b" * 32, "c" * 32 + ".done"))
    for folder in (old, new, done):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    assert recovery.abandoned() == []
    assert sorted(work_folder().iterdir()) == [new]


def test_what_was_set_aside_last_comes_first_whatever_its_folder_is_called(file):
    for name in ("b", "a", "c"):
        crashed(file)
        (one,) = recovery.abandoned()
        stamp = {"a": "20260103", "b": "20260102", "c": "20260101"}[name]
        one.folder.rename(one.folder.with_name(f"{name * 32}.discarded-{stamp}T120000"))
    assert [one.folder.name[0] for one in recovery.set_asides()] == ["a", "b", "c"]
