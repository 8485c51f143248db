"""What an earlier session left: offered in one calm window, and never thrown away, whatever is answered."""

from __future__ import annotations

import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from app import tasks
from journeys.edits import steps
from journeys.session import Session
from journeys.store import locks, recovery
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy

DEAD = 999_999_999
NEW = "Ingetypt vlak voor de klap"


def left(child, path=None, title=NEW):
    """What a program left that died right after an edit; gives the folder."""
    opened = open_file(path) if path is not None else None
    document = opened.document if opened is not None else child.snapshot()
    copy = WorkCopy.create(document, path=path, identity=opened.identity if opened is not None else None)
    step = next(iter(document.steps))
    Session(document, copy.write).apply(steps.rename(document, step, title))
    copy._disconnect()
    note = copy.folder / "meta.json"
    note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), "pid": DEAD}), "utf-8")
    if path is not None:
        lock = locks.lock_path(path)
        lock.write_text(json.dumps({**json.loads(lock.read_text("utf-8")), "pid": DEAD}), "utf-8")
    return copy.folder


@pytest.fixture
def empty(program):
    window = program.new_window()
    window.show_welcome()
    return window


def offered(qtbot, program, window):
    program.offer_recovery(window)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QDialog, "recovery")))
    return next(one for one in window.findChildren(QDialog, "recovery") if one.isVisible())


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def has_new(window):
    return NEW in {step.title for step in window.session.document.steps.values()}


def test_one_card_per_study_tells_when_how_much_and_which_file(qtbot, program, empty, path, child):
    left(child, path)
    left(child)
    dialog = offered(qtbot, program, empty)
    assert len(dialog.cards) == 2
    told = [" ".join(words(card)) for card in dialog.cards]
    assert any(path.name in text for text in told)
    assert any("Nog niet in een bestand" in text for text in told)
    for text in told:
        assert "vandaag" in text
        assert f"{len(child.steps)} stappen" in text
    assert dialog.all.isVisible()
    dialog.reject()


def test_restoring_all_opens_each_in_a_window_of_its_own(qtbot, program, empty, path, child):
    left(child, path)
    left(child)
    dialog = offered(qtbot, program, empty)
    dialog.all.click()
    shown = [window for window in program.windows if window.session is not None]
    assert len(shown) == 2
    assert all(has_new(window) for window in shown)
    assert not dialog.isVisible()
    assert program.waiting == 0
    tasks.wait_for_all()
    assert NEW in {step.title for step in open_file(path).document.steps.values()}


def test_the_original_is_opened_and_the_rest_is_found_under_earlier_versions(qtbot, program, empty, path, child):
    left(child, path)
    before = path.read_bytes()
    offered(qtbot, program, empty).cards[0].original.click()
    assert not has_new(empty)
    assert path.read_bytes() == before
    assert recovery.abandoned() == []
    (aside,) = recovery.set_asides()
    assert (aside.path, aside.why) == (path, "discarded")
    assert "opzijgezet, niet weggegooid" in empty.bar.text
    next(b for b in empty.bar.findChildren(QPushButton) if b.text() == "Eerdere versies…").click()
    versions = empty.findChild(QDialog, "versions")
    versions.files.display("left")
    versions._choose_file()
    qtbot.waitUntil(versions.page.copy.isEnabled)
    versions.page.copy.click()
    other = program.windows[-1]
    assert has_new(other)
    assert other.file.path is None, "it never writes over the original"
    versions.close()


def test_later_waits_on_the_start_page_and_is_asked_again(qtbot, program, empty, child):
    left(child)
    offered(qtbot, program, empty).cards[0].later.click()
    assert empty.start_page.files.waiting.isVisibleTo(empty)
    assert "1 studie wacht op herstel" in empty.start_page.files.waiting.text()
    empty.start_page.files.waiting.click()
    versions = empty.findChild(QDialog, "versions")
    qtbot.waitUntil(lambda: versions.page.recover.isVisibleTo(versions))
    versions.page.recover.click()
    assert has_new(empty)
    assert recovery.abandoned() == []


def test_escape_is_later_and_nothing_is_gone(qtbot, program, empty, child):
    folder = left(child)
    dialog = offered(qtbot, program, empty)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert folder.is_dir()
    assert program.waiting == 1
    dialog = offered(qtbot, program, empty)
    assert dialog.cards[0].waiting.one.folder == folder
    dialog.reject()


def test_a_file_that_somebody_changed_since_is_told_and_both_stay(qtbot, program, empty, path, child):
    left(child, path)
    other = open_file(path)
    copy = WorkCopy.create(other.document, path=path, identity=other.identity)
    step = next(iter(other.document.steps))
    Session(other.document, copy.write).apply(steps.rename(other.document, step, "Van een collega"))
    copy.publish()
    copy.close()
    dialog = offered(qtbot, program, empty)
    assert any("Iemand heeft het bestand intussen gewijzigd" in text for text in words(dialog.cards[0]))
    dialog.cards[0].restore.click()
    tasks.wait_for_all()
    assert "Van een collega" in {step.title for step in open_file(path).document.steps.values()}
    (beside,) = [one for one in path.parent.glob("*.levensreis") if one != path]
    assert NEW in {step.title for step in open_file(beside).document.steps.values()}


def test_a_file_that_is_gone_is_told(qtbot, program, empty, path, child):
    left(child, path)
    path.unlink()
    dialog = offered(qtbot, program, empty)
    assert any("Het bestand is er nu niet" in text for text in words(dialog.cards[0]))
    dialog.cards[0].restore.click()
    assert has_new(empty)


def test_of_a_damaged_copy_what_can_be_read_is_opened_and_the_copy_is_kept(qtbot, program, empty, path, child):
    folder = left(child, path)
    data = bytearray((folder / "doc.db").read_bytes())
    at = data.find(NEW.encode())
    data[at] ^= 1
    (folder / "doc.db").write_bytes(bytes(data))
    dialog = offered(qtbot, program, empty)
    assert any("Deze kopie is beschadigd" in text for text in words(dialog.cards[0]))
    dialog.cards[0].restore.click()
    assert len(empty.session.document.steps) == len(child.steps) - 1
    assert empty.file.path is None
    qtbot.waitUntil(lambda: "wat nog leesbaar was" in empty.bar.text)
    (aside,) = recovery.set_asides()
    assert aside.why == "damaged"


def test_an_unreadable_copy_is_told_and_kept(qtbot, program, empty, child):
    folder = left(child)
    (folder / "doc.db").write_bytes(b"SQLite format 3\0" + bytes(5_000))
    dialog = offered(qtbot, program, empty)
    dialog.cards[0].restore.click()
    assert empty.session is None
    assert "beschadigd" in empty.bar.text
    assert "doc.db" not in empty.bar.text
    (aside,) = recovery.set_asides()
    assert (aside.folder / "doc.db").is_file()


def test_a_look_at_a_copy_changes_nothing_of_it(child):
    folder = left(child)
    recovery.abandoned()
    before = {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()}
    opened = recovery.look(folder)
    assert NEW in {step.title for step in opened.document.steps.values()}
    assert {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir()} == before


def test_buttons_are_heard_with_the_title_they_are_about(qtbot, program, empty, child):
    left(child)
    dialog = offered(qtbot, program, empty)
    card = dialog.cards[0]
    assert card.restore.hasFocus()
    for button in (card.restore, card.original, card.later):
        assert child.study.title in button.accessibleName()
        assert button.minimumSizeHint().height() >= 24
    dialog.reject()


def test_nothing_left_asks_nothing(program, empty, home):
    shutil.rmtree(home / "levensreis", ignore_errors=True)
    program.offer_recovery(empty)
    tasks.wait_for_all()
    assert not empty.findChildren(QDialog)
    assert empty.bar.text == ""


def test_what_was_set_aside_stands_first_among_the_versions_of_its_file_and_can_be_put_back(
    qtbot, program, empty, path, child
):
    left(child, path)
    offered(qtbot, program, empty).cards[0].original.click()
    next(b for b in empty.bar.findChildren(QPushButton) if b.text() == "Eerdere versies…").click()
    versions = empty.findChild(QDialog, "versions")
    assert [one.kind for one in versions.list.held][:1] == ["discarded"]
    qtbot.waitUntil(versions.page.back.isEnabled)
    versions.page.back.click()
    assert has_new(empty)
    empty.history.undo()
    assert not has_new(empty)


def test_enter_answers_with_the_button_that_has_the_focus(qtbot, program, empty, path, child):
    left(child, path)
    dialog = offered(qtbot, program, empty)
    QTest.keyClick(dialog.cards[0].restore, Qt.Key.Key_Return)
    assert has_new(empty)


def test_f1_opens_help_that_can_be_used_above_the_question(qtbot, program, empty, path, child):
    left(child, path)
    dialog = offered(qtbot, program, empty)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.cards[0].restore, Qt.Key.Key_F1)
    helping = dialog.findChild(QDialog, "help")
    assert helping.code == "saving"
    helping.close()
    dialog.reject()
