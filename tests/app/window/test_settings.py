"""The settings: each holds at once, by mouse and by keyboard, in the language that was just chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app import settings
from app.dialogs import settings as dialog_of_settings
from app.pictures import settle

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def window(program, path):
    settings.add_recent_file(path)
    made = program.new_window()
    made.show_welcome()
    return made


@pytest.fixture
def dialog(window):
    window.activateWindow()
    window.actions_by_code["settings"].trigger()
    settle()
    return window.findChild(dialog_of_settings.Settings)


def part(dialog, choice):
    return next(b for b in dialog.findChildren(QAbstractButton) if b.property("choice") == choice and b.isVisible())


def test_another_language_holds_at_once_and_the_dialog_speaks_it(qtbot, window, dialog):
    qtbot.mouseClick(part(dialog, "en"), LEFT)
    assert settings.language() == "en"
    assert window.menuBar().actions()[0].text() == "&File"
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Settings"
    assert part(dialog, "en").isChecked()
    assert part(dialog, "en").hasFocus()
    assert "Language" in [label.text() for label in dialog.findChildren(QLabel)]


def test_another_look_is_shown_small_and_holds_at_once(qtbot, window, dialog):
    for look in ("contrast", "system"):
        assert not part(dialog, look).icon().isNull()
        qtbot.mouseClick(part(dialog, look), LEFT)
        assert settings.theme() == look
        assert window.dress.look == ("light" if look == "system" else look)
        assert part(dialog, look).isChecked()


def test_larger_text_makes_the_dialog_larger_and_nothing_is_cut_off(qtbot, window, dialog):
    before = dialog.size()
    qtbot.mouseClick(part(dialog, 150), LEFT)
    settle()
    assert window.dress.percent == 150
    assert dialog.width() > before.width()
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    window.text_size_wanted.emit(100)


def test_ticks_hold_at_once(qtbot, dialog):
    for choice, read in (("calm", settings.calm), ("sound", settings.sound), ("remember", settings.remembers)):
        before = read()
        part(dialog, choice).setFocus()
        qtbot.keyClick(part(dialog, choice), Key.Key_Space)
        assert read() is not before, choice


def test_everything_large_for_a_room_and_back(qtbot, window, dialog):
    part(dialog, "large").setFocus()
    qtbot.keyClick(part(dialog, "large"), Key.Key_Space)
    assert window.dress.large
    assert part(dialog, "large").isChecked()
    qtbot.keyClick(part(dialog, "large"), Key.Key_Space)
    assert not window.dress.large


def test_who_forgets_files_has_an_empty_list_at_once(qtbot, dialog, path):
    assert settings.remembered_files() == [path]
    part(dialog, "remember").setFocus()
    qtbot.keyClick(part(dialog, "remember"), Key.Key_Space)
    assert settings.remembered_files() == []


def test_everything_as_at_first_leaves_the_list_of_files(qtbot, window, dialog, path):
    for choice in ("dark", 130):
        qtbot.mouseClick(part(dialog, choice), LEFT)
    settings.set_calm(chosen=True)
    qtbot.mouseClick(dialog.reset, LEFT)
    assert (settings.theme(), settings.text_size(), settings.calm()) == ("system", 100, False)
    assert (window.dress.look, window.dress.percent) == ("light", 100)
    assert part(dialog, "system").isChecked()
    assert dialog.reset.hasFocus()
    assert settings.remembered_files() == [path]


def test_the_arrow_keys_go_from_choice_to_choice(qtbot, window, dialog):
    part(dialog, 100).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert settings.text_size() == 115
    window.text_size_wanted.emit(100)


def test_the_settings_open_once_and_do_not_hold_the_window_up(window, dialog):
    assert not dialog.isModal()
    window.actions_by_code["settings"].trigger()
    assert len(window.findChildren(dialog_of_settings.Settings)) == 1


def test_every_choice_has_a_name_and_is_large_enough(dialog):
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.text() or button.accessibleName()
            assert min(button.width(), button.height()) >= 24


def test_it_shows_where_the_data_lie(home, dialog):
    assert str(home / "levensreis") in [label.text() for label in dialog.findChildren(QLabel)]
