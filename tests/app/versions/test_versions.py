"""Earlier versions: seen, compared with now, opened beside it or put back, and one undo takes that back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from app import settings
from journeys.edits import images, steps
from journeys.store import backups
from tests.app.pictures_made import picture

OLD, NEW = "Zoals het was", "Zoals het nu is"


def rename(window, title):
    step = next(iter(window.session.document.steps.values()))
    assert window.history.perform(steps.rename(window.session.document, step.id, title))
    return step.id


@pytest.fixture
def changed(qtbot, window):
    """A study with two versions behind it."""
    for title in (OLD, NEW):
        rename(window, title)
        assert window.file.publish_now()
    return window


def shown(qtbot, window):
    window.actions_by_code["versions"].trigger()
    dialog = window.findChild(QDialog, "versions")
    if dialog.list.held:
        qtbot.waitUntil(lambda: dialog._read is not None)
        qtbot.waitUntil(lambda: all(dialog.reading.glimpse(one) is not None for one in dialog.list.held))
    return dialog


def go_to(qtbot, dialog, title):
    """The version in which a step is called so."""
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda: dialog._read is not None and dialog._read.held == dialog.list.current())
        if title in {step.title for step in dialog._read.opened.document.steps.values()}:
            return
    raise AssertionError(f"no version with {title}")


def test_every_version_tells_when_how_much_and_what_is_different(qtbot, changed, path):
    dialog = shown(qtbot, changed)
    assert dialog.list.count() == len(backups.list_for(path)) >= 2
    rows = [dialog.list.row_of(one) for one in dialog.list.held]
    document = changed.session.document
    for row in rows:
        assert row.title.startswith("vandaag")
        for told in (f"{len(document.steps)} stappen", "fasen", "persona"):
            assert told in row.lines[0]
        assert row.gist is not None
    assert any("verschil" in row.lines[1] for row in rows)
    go_to(qtbot, dialog, OLD)
    assert any(OLD in line.text and NEW in line.text for line in dialog.page.changes.lines)
    dialog.close()


def test_a_version_is_put_back_as_one_step_that_undo_takes_back(qtbot, changed):
    before = changed.session.document.snapshot()
    dialog = shown(qtbot, changed)
    go_to(qtbot, dialog, OLD)
    dialog.page.back.click()
    assert not dialog.isVisible()
    assert OLD in {step.title for step in changed.session.document.steps.values()}
    assert "Teruggezet" in changed.bar.text or "versie van vandaag" in changed.bar.text
    assert changed.file.snapshots(), "how it was just now is kept"
    changed.actions_by_code["undo"].trigger()
    assert changed.session.document == before


def test_a_picture_that_the_study_no_longer_has_comes_back_with_its_version(qtbot, program, changed, path):
    stored = images.Stored(changed.file.add_image(picture()), "png", 60, 40)
    persona = next(iter(changed.session.document.personas))
    assert changed.history.perform(images.put_portrait(changed.session.document, persona, stored))
    assert changed.file.publish_now()
    assert changed.history.perform(images.remove_portrait(changed.session.document, persona))
    rename(changed, "Zonder portret")
    assert changed.file.publish_now()
    changed.file.close()
    changed.finish()
    window = program.open_file(program.new_window(), path)
    assert window.file.image(stored.sha256) is None, "the file holds only what is shown"
    dialog = shown(qtbot, window)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda: dialog._read is not None and dialog._read.held == dialog.list.current())
        if dialog._read.opened.document.images:
            break
    dialog.page.back.click()
    assert window.session.document.personas[persona].portrait
    assert window.file.image(stored.sha256) == picture()


def test_a_version_opens_as_a_copy_that_never_writes_over_the_file(qtbot, program, changed, path):
    before = path.read_bytes()
    dialog = shown(qtbot, changed)
    go_to(qtbot, dialog, OLD)
    dialog.page.copy.click()
    other = program.windows[-1]
    assert other is not changed
    assert OLD in {step.title for step in other.session.document.steps.values()}
    assert other.file.path is None
    qtbot.waitUntil(lambda: "Dit is de versie van" in other.bar.text)
    rename(other, "In de kopie")
    assert path.read_bytes() == before
    dialog.close()


def test_versions_of_a_recent_file_are_there_without_a_study_and_also_when_the_file_is_gone(
    qtbot, program, changed, path
):
    changed.file.close()
    changed.finish()
    path.unlink()
    window = program.new_window()
    window.show_welcome()
    assert path in settings.remembered_files()
    dialog = shown(qtbot, window)
    assert dialog.files.currentData() == str(path)
    qtbot.waitUntil(lambda: dialog._read is not None)
    go_to(qtbot, dialog, OLD)
    assert dialog.page.back.isHidden(), "there is no open study to put it back in"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    assert OLD in {step.title for step in window.session.document.steps.values()}
    dialog.close()


def test_any_other_file_can_be_asked_for(qtbot, program, window, path, tmp_path):
    dialog = shown(qtbot, window)
    dialog.files.display("other")
    dialog._choose_file()
    asked = dialog.findChild(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "Onbekend.levensreis"))
    asked.reject()
    qtbot.waitUntil(lambda: "geen eerdere versie" in dialog.about.text())
    assert dialog.list.count() == 0
    dialog.close()


def test_a_damaged_version_says_what_is_lost_and_cannot_be_put_back(qtbot, changed, path):
    newest = backups.list_for(path)[0]
    data = bytearray(newest.path.read_bytes())
    data[data.find(NEW.encode() if NEW.encode() in data else OLD.encode())] ^= 1
    newest.path.write_bytes(bytes(data))
    dialog = shown(qtbot, changed)
    qtbot.waitUntil(lambda: "Verloren: 1 stap" in dialog.page.lost.text())
    assert not dialog.page.back.isEnabled()
    assert dialog.page.copy.isEnabled()
    dialog.close()


def test_hidden_names_are_shown_first(qtbot, window):
    window.actions_by_code["hide_names"].trigger()
    window.actions_by_code["versions"].trigger()
    assert window.findChild(QDialog, "versions") is None
    assert "De namen zijn verborgen" in window.bar.text


def test_the_window_speaks_another_language_when_the_program_does(qtbot, program, changed):
    dialog = shown(qtbot, changed)
    assert dialog.windowTitle() == "Eerdere versies"
    program._set_language("en")

    def titled():
        return [one for one in changed.findChildren(QDialog) if one.windowTitle() == "Earlier versions"]

    qtbot.waitUntil(lambda: bool(titled()))
    titled()[0].close()
