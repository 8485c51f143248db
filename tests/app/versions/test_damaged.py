"""The restore drill: from a damaged file to going on, in at most three clicks, and nothing is written over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from app import settings, tasks
from journeys.edits import steps
from journeys.store import backups
from journeys.store.opener import open_file

NEW = "Dit stond er al"


class Clicks(QObject):
    """Counts every press of the mouse and of the keyboard on a widget."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress) and watched.isWidgetType():
            self.count += 1
        return False


@pytest.fixture
def clicks(qapp):
    counter = Clicks()
    qapp.installEventFilter(counter)
    yield counter
    qapp.removeEventFilter(counter)


def click(button):
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def damaged(qtbot, program, path):
    """A file with an earlier version, damaged after it was closed."""
    window = program.open_file(program.new_window(), path)
    step = next(iter(window.session.document.steps.values()))
    for title in (NEW, "Later getypt"):
        window.history.perform(steps.rename(window.session.document, step.id, title))
        assert window.file.publish_now()
    window.file.close()
    window.finish()
    return damage(path, b"Later getypt")


def damage(path, text):
    data = bytearray(path.read_bytes())
    data[data.find(text)] ^= 1
    path.write_bytes(bytes(data))
    return path


def titles(window):
    return {step.title for step in window.session.document.steps.values()}


def dialog_of(qtbot, window):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QDialog, "damaged")))
    return next(one for one in window.findChildren(QDialog, "damaged") if one.isVisible())


def known(qtbot, dialog):
    """Everything in the list has been looked at."""
    qtbot.waitUntil(lambda: all(dialog.reading.glimpse(one) is not None for one in dialog.list.held))


def test_the_restore_drill_takes_two_clicks_from_the_start_page(qtbot, program, damaged, clicks):
    before = damaged.read_bytes()
    window = program.new_window()
    window.show_welcome()
    qtbot.waitUntil(lambda: bool(window.start_page.files.rows))
    click(next(row for row in window.start_page.files.rows if row.path == damaged))
    dialog = dialog_of(qtbot, window)
    assert "beschadigd" in window.bar.text
    click(dialog.open_button)
    qtbot.waitUntil(lambda: window.session is not None)
    assert clicks.count <= 3, "the promise"
    assert clicks.count == 2
    assert "Later getypt" in titles(window), "the newest version, as it was before the damage"
    assert window.file.path is None
    assert damaged.read_bytes() == before
    qtbot.waitUntil(lambda: "Dit is de versie van vandaag" in window.bar.text)
    step = next(iter(window.session.document.steps.values()))
    assert window.history.perform(steps.rename(window.session.document, step.id, "En verder")), "one can go on at once"


def test_what_is_wrong_is_told_in_plain_words_with_versions_by_date_and_number_of_steps(qtbot, program, damaged):
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog = dialog_of(qtbot, window)
    known(qtbot, dialog)
    rows = [dialog.list.row_of(one) for one in dialog.list.held]
    assert [row.title.split()[0] for row in rows[:-1]] == ["vandaag"] * (len(rows) - 1)
    assert len(rows) == 1 + len(backups.list_for(damaged))
    document = open_file(backups.list_for(damaged)[0].path).document
    for row in rows[:-1]:
        assert f"{len(document.steps)} stappen" in row.lines[0]
        assert row.gist is not None
    assert rows[-1].title == "Wat van dit bestand leesbaar is"
    assert "1 stap" in rows[-1].lines[-1]
    assert rows[-1].warns
    assert dialog.list.currentRow() == 0
    assert all("Wat van" in text or "vandaag" in text for text in heard(dialog.list))
    dialog.reject()


def heard(list_):
    return [list_.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(list_.count())]


def test_what_can_be_read_is_opened_with_a_list_of_what_was_lost_and_gets_another_file(qtbot, program, damaged):
    before = damaged.read_bytes()
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog = dialog_of(qtbot, window)
    known(qtbot, dialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    qtbot.waitUntil(lambda: "Later getypt" in dialog.missing.toPlainText())
    assert "Verloren: 1 stap" in dialog.about.text()
    assert dialog.open_button.text() == "Openen wat nog leesbaar is"
    click(dialog.open_button)
    qtbot.waitUntil(lambda: window.session is not None)
    assert "Later getypt" not in titles(window)
    assert window.file.path is None
    qtbot.waitUntil(lambda: "Verloren: 1 stap" in window.bar.text)
    assert damaged.read_bytes() == before


def test_a_version_that_is_damaged_itself_is_not_chosen(qtbot, program, damaged):
    newest = backups.list_for(damaged)[0]
    damage(newest.path, b"Later getypt")
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog = dialog_of(qtbot, window)
    known(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.list.currentRow() == 1)
    assert dialog.list.row_of(dialog.list.held[0]).warns
    dialog.reject()


def test_without_any_version_what_can_be_read_is_offered(qtbot, program, path):
    word = next(iter(open_file(path).document.steps.values())).title
    damage(path, word.encode())
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, path)
    dialog = dialog_of(qtbot, window)
    known(qtbot, dialog)
    assert dialog.list.count() == 1
    assert dialog.open_button.text() == "Openen wat nog leesbaar is"
    QTest.keyClick(dialog.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)


def test_who_cancels_gets_the_choice_back_from_the_message(qtbot, program, damaged):
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog_of(qtbot, window).reject()
    assert window.session is None
    button = next(b for b in window.bar.findChildren(QAbstractButton) if b.text() == "Wat kan ik doen?")
    click(button)
    dialog_of(qtbot, window).reject()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_B2_a_file_that_ends_too_early_has_the_same_ways_out(qtbot, program, damaged, share):
    data = damaged.read_bytes()
    damaged.write_bytes(data[: int(len(data) * share)])
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog = dialog_of(qtbot, window)
    known(qtbot, dialog)
    click(dialog.open_button)
    qtbot.waitUntil(lambda: window.session is not None)
    assert "Later getypt" in titles(window)


def test_the_damaged_file_is_kept_when_one_saves_under_its_name(qtbot, program, damaged):
    broken = damaged.read_bytes()
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    click(dialog_of(qtbot, window).open_button)
    qtbot.waitUntil(lambda: window.session is not None)
    window.file.rename(damaged)
    tasks.wait_for_all()
    assert "Later getypt" in {step.title for step in open_file(damaged).document.steps.values()}
    assert broken in [one.path.read_bytes() for one in backups.list_for(damaged)]
    assert damaged in settings.remembered_files()
    QApplication.processEvents()


@pytest.mark.parametrize("rest", [b"", bytes(100)], ids=["empty", "without its beginning"])
def test_a_known_file_that_cannot_be_told_from_a_foreign_one_offers_its_versions(qtbot, program, damaged, rest):
    data = damaged.read_bytes()
    damaged.write_bytes(rest and rest + data[len(rest) :])
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    dialog = dialog_of(qtbot, window)
    assert dialog.list.held[0].kind == "version"
    click(dialog.open_button)
    qtbot.waitUntil(lambda: window.session is not None)
    assert "Later getypt" in titles(window)


def test_of_a_file_that_is_gone_the_versions_are_one_click_away(qtbot, program, damaged):
    damaged.unlink()
    window = program.new_window()
    window.show_welcome()
    program.open_file(window, damaged)
    qtbot.waitUntil(lambda: bool(window.bar.text))
    click(next(one for one in window.bar.findChildren(QAbstractButton) if one.text() == "Eerdere versies…"))
    dialog = window.findChild(QDialog, "versions")
    qtbot.waitUntil(lambda: bool(dialog.list.held))
    assert {one.path for one in dialog.list.held} == {damaged}
    dialog.close()
