"""Two windows, two programs, two computers and one file: never two writers, and nothing is written over unseen."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from app import tasks
from app.coming_free import ComingFree
from journeys import store
from journeys.edits import steps
from journeys.store import files, locks, recovery
from journeys.store.opener import open_file
from tests.app.saving.doing import (
    COMPUTER,
    choose,
    conflicts,
    dialogs,
    offered,
    press,
    rename,
    save,
    settled,
    shown,
    titles,
    titles_in,
)
from tests.journeys.store.colleagues import somebody_else

ROOT = Path(__file__).parents[3]
SECOND = """
import json, sys
from pathlib import Path
from tests.app.saving import away
from tests.app.saving.doing import offered, rename, shown

window = away.opened(Path(sys.argv[1]))
seen = {"edited": rename(window, "Van de tweede", 1)}
away.settle()
seen |= {"bar": window.bar.text, "offered": offered(window), "shown": shown(window)}
window.file.close()
window.finish()
print(json.dumps(seen))
"""


def second_program(path):
    """Another program on this computer opens the file and edits it; gives what it saw."""
    done = subprocess.run(
        [sys.executable, "-c", SECOND, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def a_moment_later(monkeypatch):
    """What a program told at the last look is older now: everybody here has another idea of the time."""

    def pass_(**span):
        now = locks._now() + dt.timedelta(**span)
        monkeypatch.setattr(locks, "_now", lambda: now)

    return pass_


def test_A12_another_version_that_arrives_while_it_is_open_is_kept_and_both_are_whole(qtbot, window, path):
    rename(window, "Van mij")
    theirs = path.with_name("nieuw.tmp")  # as a sync client brings it: whole, under the same name
    theirs.write_bytes(path.read_bytes() + b"\0")
    arrived = theirs.read_bytes()
    theirs.replace(path)
    save(qtbot, window)
    (ours,) = conflicts(path)
    assert path.read_bytes() == arrived
    assert window.file.path == ours
    assert "Van mij" in titles_in(ours)
    assert path.name in window.bar.text
    assert ours.name in window.bar.text
    assert offered(window) == ["Beide bestanden tonen…", "Andere versie openen"]
    rename(window, "En verder", 1)
    save(qtbot, window)
    assert conflicts(path) == [ours], "from now on that is the file"
    assert path.read_bytes() == arrived


@pytest.mark.parametrize("late", ["while it is kept", "so, without links", "just before", "just after the last look"])
def test_A12_a_version_that_arrives_while_ours_is_being_written_is_never_lost(qtbot, monkeypatch, window, path, late):
    """Between looking and replacing is always a moment: also what comes then has a name afterwards."""
    from journeys.store import backups

    rename(window, "Van mij")
    arrived = path.read_bytes() + b"\0"
    real_keep, real_name, real_replace = backups.keep_file, files.second_name, files.replace

    def arrive(*_):
        if path.read_bytes() != arrived:
            fresh = path.with_name("nieuw.tmp")
            fresh.write_bytes(arrived)
            fresh.replace(path)

    def keep(document, identity):
        arrive()
        real_keep(document, identity)

    def name(place):
        arrive()
        return real_name(place)

    def replace(source, target):
        if target == path:
            path.write_bytes(arrived)  # in place, so that it is seen under the second name
        real_replace(source, target)

    with monkeypatch.context() as patch:
        if late in ("while it is kept", "so, without links"):
            patch.setattr(backups, "keep_file", keep)
            if late != "while it is kept":  # most USB sticks have none
                patch.setattr(files, "second_name", lambda place: None)
        elif late == "just before":
            patch.setattr(files, "second_name", name)
        else:
            patch.setattr(files, "replace", replace)
        save(qtbot, window)
    found = {file.read_bytes() for file in path.parent.glob("*.levensreis")}
    assert arrived in found
    assert "Van mij" in titles_in(window.file.path)
    assert len(found) == 2
    assert "Iemand anders" in window.bar.text
    assert not [one for one in os.listdir(path.parent) if one.endswith(".tmp")]


def test_A14_of_two_programs_the_second_to_edit_is_told_and_works_in_a_copy(qtbot, window, path):
    rename(window, "Van de eerste")
    seen = second_program(path)
    assert seen["edited"]
    assert "ander venster van Levensreis op deze computer" in seen["bar"]
    assert seen["offered"] == ["Opslaan als…"]
    assert seen["shown"][0] == COMPUTER
    assert seen["shown"][1].endswith("werkt aan het bestand")
    save(qtbot, window)
    assert titles(window.session.document) == titles_in(path)
    assert "Van de tweede" not in titles_in(path)
    assert conflicts(path) == []
    (one,) = recovery.abandoned()
    assert one.path is None, "what the second did is offered as a study of its own"
    recovery.discard(one)


def test_A14_of_two_programs_that_edit_one_after_the_other_neither_is_written_over(qtbot, window, path):
    """The second began and ended while the first only looked: the first finds a version that it never saw."""
    seen = second_program(path)
    assert seen["shown"][0] == COMPUTER
    (one,) = recovery.abandoned()
    assert one.path == path
    recovery.recover(one).publish()
    theirs = path.read_bytes()
    rename(window, "Van de eerste")
    save(qtbot, window)
    assert path.read_bytes() == theirs
    assert "Van de eerste" in titles_in(window.file.path)
    assert len(conflicts(path)) == 1


LEFT = "from journeys.store import recovery\nprint([str(one.path) for one in recovery.abandoned()])"


def test_A14_a_study_that_is_open_is_offered_to_nobody_also_after_an_edit_was_refused(qtbot, window, monkeypatch):
    """A disk that failed for a moment: the window goes on, so what lies on this computer is not left behind."""
    from journeys.store import statements

    rename(window, "Gelukt")
    with monkeypatch.context() as patch:
        patch.setattr(statements, "put", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("disk I/O error")))
        assert not rename(window, "Geweigerd")
    done = subprocess.run([sys.executable, "-c", LEFT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert rename(window, "Nu wel")
    save(qtbot, window)
    assert "Nu wel" in titles_in(window.file.path)


def test_A15_a_file_that_a_colleague_has_open_says_who_and_since_when(qtbot, program, path):
    somebody_else(path, since=(locks._now() - dt.timedelta(days=400)).isoformat())
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: "Anna werkt sinds" in window.bar.text)
    assert "elders" in window.bar.text
    assert str(locks._now().year) in window.bar.text or str(locks._now().year - 1) in window.bar.text
    assert "kopie" in window.bar.text
    assert not dialogs(window)


def come_free(window):
    """The next look at the lock, which the program takes three times a minute."""
    watching = window.file.findChild(ComingFree)
    watching.look()
    tasks.wait_for_all()
    QCoreApplication.processEvents()
    return watching


def test_A15_a_colleague_whose_clock_is_a_year_ahead_holds_the_file_since_a_time_that_was(qtbot, program, path):
    now = locks._now()
    ahead = (now + dt.timedelta(days=365)).isoformat()
    somebody_else(path, said=ahead, since=ahead, written=now)
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: "Anna werkt sinds" in window.bar.text)
    assert str(now.year + 1) not in window.bar.text


def test_A15_whoever_only_looks_hears_when_the_file_is_free_and_gets_the_newer_version(qtbot, program, path):
    lock = somebody_else(path)
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: offered(window) == ["Eigen kopie opslaan…"])
    come_free(window)
    assert "Anna" in window.bar.text
    theirs = open_file(path)
    renamed = steps.rename(theirs.document, next(iter(theirs.document.steps)), "Van Anna")
    theirs.document.write(renamed.changes)
    store.create_file(path, theirs.document, overwrite=True)
    lock.unlink()
    watching = come_free(window)
    assert window.bar.text.startswith("Niemand anders werkt nog aan Reis.levensreis.")
    assert offered(window) == ["Nieuwere versie tonen"]
    assert not watching._timer.isActive()
    press(window.bar, "Nieuwere versie tonen")
    assert program.windows == [window]
    assert "Van Anna" in titles(window.session.document)
    assert rename(window, "Van mij", 1)
    save(qtbot, window)
    assert {"Van Anna", "Van mij"} <= titles_in(path)
    assert conflicts(path) == []


def test_A15_a_file_that_comes_free_as_it_was_can_be_changed_there(qtbot, program, path):
    lock = somebody_else(path)
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: "Anna" in window.bar.text)
    lock.unlink()
    come_free(window)
    assert window.bar.text == "Niemand anders werkt nog aan Reis.levensreis. U kunt er nu zelf in werken."
    assert rename(window, "Van mij")
    save(qtbot, window)
    assert "Van mij" in titles_in(path)


def test_A15_whoever_went_on_in_a_copy_is_not_told_of_the_file_any_more(qtbot, program, path):
    lock = somebody_else(path)
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: "Anna" in window.bar.text)
    rename(window, "Van mij")
    qtbot.waitUntil(lambda: "U werkt nu in een kopie" in window.bar.text)
    told = window.bar.text
    lock.unlink()
    assert not come_free(window)._timer.isActive()
    assert window.bar.text == told


def test_A13_closing_offers_to_write_the_file_again_where_it_is_gone(qtbot, window, path):
    rename(window, "Van mij")
    path.unlink()
    window.close()
    box = window.findChild(QMessageBox, "unpublished")
    assert box.defaultButton().text() == "Opnieuw schrijven"
    press(box, "Opnieuw schrijven")
    assert "Van mij" in titles_in(path)
    assert window._finished


def test_A13_closing_offers_to_go_on_where_the_file_was_moved_to(qtbot, window, path):
    rename(window, "Van mij")
    moved = path.rename(path.with_name("Elders.levensreis"))
    window.close()
    press(window.findChild(QMessageBox, "unpublished"), "Verder met dat bestand")
    assert "Van mij" in titles_in(moved)
    assert not path.exists()
    assert window._finished


def test_A15_what_is_changed_then_goes_into_a_copy_that_gets_a_name_of_its_own(qtbot, window, path, tmp_path):
    before = path.read_bytes()
    lock = somebody_else(path)
    assert rename(window, "Van mij")
    qtbot.waitUntil(lambda: "kopie" in window.bar.text)
    assert shown(window) == (COMPUTER, "Anna werkt aan het bestand", "Opslaan als…")
    press(window.status, "Opslaan als…")
    choose(window, tmp_path / "Mijn kopie.levensreis")
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert path.read_bytes() == before
    assert lock.exists(), "the colleague's lock is the colleague's"
    assert titles_in(tmp_path / "Mijn kopie.levensreis") == titles(window.session.document)


def test_A15_a_lock_without_a_word_for_ten_minutes_is_taken_over(qtbot, program, path, a_moment_later):
    lock = somebody_else(path)
    a_moment_later(minutes=9)
    assert locks.other_holder(path) is not None
    a_moment_later(minutes=2)
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Overgenomen")
    save(qtbot, window)
    assert window.bar.text == ""
    assert json.loads(lock.read_text("utf-8"))["host"] == files.host()
    assert "Overgenomen" in titles_in(path)


def test_A15_whoever_was_silent_and_taken_over_goes_on_in_a_copy(qtbot, window, path, a_moment_later):
    """A laptop that slept: a colleague has the file now, and published."""
    rename(window, "Van gisteren")
    a_moment_later(hours=9)
    somebody_else(path)
    theirs = path.read_bytes() + b"\0"
    path.write_bytes(theirs)
    window.file.heartbeat.beat()
    qtbot.waitUntil(lambda: not window.file.heartbeat._beating)
    assert not window.file.copy.locked
    rename(window, "Van vandaag", 1)
    qtbot.waitUntil(lambda: "kopie" in window.bar.text)
    assert path.read_bytes() == theirs
    assert {"Van gisteren", "Van vandaag"} <= titles(window.file.copy.document())


@pytest.mark.parametrize(
    "left",
    [
        {"host": files.host(), "pid": 999_999_999},
        {"host": files.host(), "pid": os.getppid(), "said": "2020-01-01T00:00:00+00:00"},  # after a restart
        {"host": files.host(), "pid": os.getpid(), "said": "2020-01-01T00:00:00+00:00"},
        {"said": "2020-01-01T00:00:00+00:00"},
        {"said": "2999-01-01T00:00:00+00:00"},
        {"said": "gisteren"},
    ],
)
def test_A16_a_lock_that_a_dead_program_left_holds_nobody_up(qtbot, program, path, left):
    somebody_else(path, **left)
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Toch")
    save(qtbot, window)
    assert window.bar.text == ""
    assert "Toch" in titles_in(path)
    window.file.close()
    assert os.listdir(path.parent) == [path.name]


GARBAGE = (b"", b"{", b"[]", b"\xff\xfe", b"null", b"{}", b"[" * 100_000, b'{"pid": 1e999}', bytes(100_000), b"folder")


@pytest.mark.parametrize("left", GARBAGE, ids=range(len(GARBAGE)))
def test_A16_a_lock_that_cannot_be_read_holds_nobody_up(qtbot, program, path, left):
    lock = locks.lock_path(path)
    if left == b"folder":
        lock.mkdir()
    else:
        lock.write_bytes(left)
    window = program.open_file(program.new_window(), path)
    assert rename(window, "Toch")
    save(qtbot, window)
    assert "Toch" in titles_in(path)
    settled(qtbot, window)
