"""What is kept on this computer: seen first, ticked, asked once more, and then gone; the open study goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from app import entry, settings, tasks
from app.local_data.dialog import LocalData
from app.pictures import settle
from journeys.edits import steps
from journeys.store import backups, retention
from journeys.store.workcopy import WorkCopy

LEFT, SPACE = Qt.MouseButton.LeftButton, Qt.Key.Key_Space


@pytest.fixture
def window(program, path, child):
    """A window with a study; beside it an earlier version, work without a file, and a list of recent files."""
    backups.keep(path, b"eerder")
    copy = WorkCopy.create(child)
    copy.touch()
    copy.close()
    made = program.open_file(program.new_window(), path)
    settle()
    return made


@pytest.fixture
def dialog(window):
    window.actions_by_code["local_data"].trigger()
    settle()
    return window.findChild(LocalData)


def answer(dialog, text):
    box = dialog.findChild(QMessageBox, "erase")
    next(button for button in box.findChildren(QPushButton) if button.text() == text).click()
    settle()


def words(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_I5_it_is_listed_first_with_what_it_is_and_what_goes_with_it(dialog):
    assert {"work", "backups", "recent"} <= set(dialog.ticks)
    assert "open" not in dialog.ticks, "what is in use is only told"
    assert "Open studies" in words(dialog)
    assert "Wie dit wist, is dat werk kwijt. Het gaat om: Een kind krijgen." in words(dialog)
    assert not dialog.erase.isEnabled(), "nothing is ticked yet"


def test_I5_it_is_asked_once_more_and_then_gone(qtbot, window, dialog, path):
    for code in ("backups", "work", "recent"):
        qtbot.keyClick(dialog.ticks[code], SPACE)
    qtbot.mouseClick(dialog.erase, LEFT)
    box = dialog.findChild(QMessageBox, "erase")
    assert "U raakt werk kwijt dat in geen bestand staat: Een kind krijgen." in box.informativeText()
    assert box.defaultButton().text() == "Annuleren"
    answer(dialog, "Wissen")
    assert not {"work", "backups", "recent"} & set(dialog.ticks)
    assert backups.list_for(path) == []
    assert settings.remembered_files() == []
    assert "Gewist." in words(dialog)
    assert path.exists()


def test_I5_the_study_that_is_open_can_be_edited_and_saved_afterwards(qtbot, window, dialog):
    for tick in dialog.ticks.values():
        tick.setChecked(True)
    qtbot.mouseClick(dialog.erase, LEFT)
    answer(dialog, "Wissen")
    document = window.session.document
    step = next(iter(document.steps))
    window.view.context.do(lambda: steps.rename(document, step, "Daarna"))
    assert window.file.publish_now()
    assert window.session.document.steps[step].title == "Daarna"


def test_I5_whoever_thinks_better_of_it_loses_nothing(qtbot, dialog, path):
    dialog.ticks["backups"].setChecked(True)
    qtbot.mouseClick(dialog.erase, LEFT)
    answer(dialog, "Annuleren")
    assert [backup.path.read_bytes() for backup in backups.list_for(path)] == [b"eerder"]
    assert dialog.ticks["backups"].isChecked()


def test_how_long_earlier_versions_stay_is_chosen_from_a_menu_and_holds_at_once(window, dialog, path):
    menu = dialog.days.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["90 dagen"]
    next(action for action in menu.actions() if action.text() == "Niet bewaren").trigger()
    tasks.wait_for_all()
    settle()
    assert retention.days() == 0
    assert dialog.days.text() == "Niet bewaren"
    assert backups.list_for(path) == []
    assert "1 oudere versie is weg." in words(dialog)


def test_another_language_opens_it_anew_in_that_language(window, dialog):
    window.language_wanted.emit("en")
    settle()
    made = next(each for each in window.findChildren(LocalData) if each.isVisible())
    assert made.windowTitle() == "Kept on this computer"


def test_what_is_old_goes_when_the_program_starts(home, path, tmp_path):
    import subprocess
    import sys

    backups.keep(path, b"oud")
    (old,) = backups.list_for(path)
    old.path.rename(old.path.with_name(f"00000001-20200101T000000Z-{old.sha256}.levensreis"))
    code = (
        "import sys\nfrom PySide6.QtCore import QTimer\nfrom app import main, tasks\n"
        "settle = main._settle\n"
        "def settled(program, claim):\n    QTimer.singleShot(0, program, program.end)\n    settle(program, claim)\n"
        "main._settle = settled\nmain.run([], 'nl')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True)
    assert backups.list_for(path) == []


@pytest.mark.parametrize("what", ["recent", "all"])
def test_the_command_line_empties_the_list_of_recent_files_as_well(path, what):
    settings.add_recent_file(path)
    assert settings.remembered_files() == [path]
    assert entry.main(["local-data", "--erase", "log"]) == 0
    assert settings.remembered_files() == [path]
    assert entry.main(["local-data", "--erase", what]) == 0
    assert settings.remembered_files() == []
    assert path.exists()
