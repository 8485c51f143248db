"""What an administrator fixed is grey in the window and says so; what they only begin with, the user may change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMenu
from shiboken6 import isValid

from app import main, menus, settings
from app.dialogs import settings as dialog_of_settings
from app.dialogs import work_folder
from app.local_data.dialog import LocalData
from app.pictures import settle
from app.report import facts
from journeys import cli
from journeys.settings import keys
from journeys.store import locations, retention
from tests.app.saving.doing import offered

LEFT = Qt.MouseButton.LeftButton
FIXED = "Vastgezet door de beheerder van deze computer."


@pytest.fixture
def window(program):
    made = program.new_window()
    made.show_welcome()
    return made


def dialog_of(window):
    window.actions_by_code["settings"].trigger()
    settle()
    return window.findChild(dialog_of_settings.Settings)


def parts(dialog):
    found = [b for b in dialog.findChildren(QAbstractButton) if b.property("choice") is not None and b.isVisible()]
    return {b.property("choice"): b for b in found}


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_what_is_fixed_holds_whatever_was_chosen_before(lay_down):
    settings.set_theme("dark")
    settings.set_calm(chosen=False)
    lay_down("[fixed]\ntheme = contrast\ncalm = yes\n[defaults]\ntext_size = 130\nsound = no")
    assert (settings.theme(), settings.calm(), settings.text_size(), settings.sound()) == ("contrast", True, 130, False)
    settings.set_theme("light")
    settings.set_text_size(115)
    assert (settings.theme(), settings.text_size()) == ("contrast", 115)
    lay_down("")
    assert (settings.theme(), settings.calm()) == ("dark", False), "and comes back when it is fixed no more"


def test_only_what_is_fixed_is_grey_and_says_why(lay_down, window):
    lay_down("[fixed]\nlanguage = nl\nlarge = no\nremember = yes")
    dialog = dialog_of(window)
    grey = {choice for choice, button in parts(dialog).items() if not button.isEnabled()}
    assert grey == {"nl", "en", "large", "remember"}
    assert said(dialog).count(FIXED) == 3
    assert all(parts(dialog)[choice].accessibleDescription() == FIXED for choice in grey)
    assert dialog.focusWidget() is parts(dialog)["system"], "the keyboard begins at what can be chosen"


def test_without_anything_fixed_nothing_is_grey_and_nothing_says_so(lay_down, window):
    lay_down("[defaults]\nlanguage = nl\ncalm = yes")
    dialog = dialog_of(window)
    assert all(button.isEnabled() for button in parts(dialog).values())
    assert FIXED not in said(dialog)
    assert parts(dialog)["calm"].isChecked()


def test_everything_as_at_first_is_as_the_administrator_begins(qtbot, lay_down, window):
    lay_down("[defaults]\nlarge = yes\ntheme = light\n[fixed]\nlanguage = nl")
    window.large_wanted.emit(False)
    settings.set_theme("dark")
    dialog = dialog_of(window)
    qtbot.mouseClick(dialog.reset, LEFT)
    assert window.dress.large
    assert (settings.theme(), settings.language()) == ("light", "nl")
    lay_down("")
    assert (settings.large(), settings.theme()) == (False, "system"), "nothing of it became the user's own choice"
    window.large_wanted.emit(False)


@pytest.mark.parametrize(
    ("key", "value", "name"), [("theme", "dark", "theme"), ("text_size", "115", "size"), ("language", "nl", "language")]
)
def test_a_menu_of_what_is_fixed_says_so_and_takes_no_choice(lay_down, window, key, value, name):
    menu = QMenu(window)
    menus.submenus(window)[name](menu)
    assert all(action.isEnabled() for action in menu.actions())
    menu.clear()
    lay_down(f"[fixed]\n{key} = {value}")
    menus.submenus(window)[name](menu)
    assert not any(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    assert menu.actions()[-1].text() == FIXED


def test_everything_large_cannot_be_switched_when_that_is_fixed(lay_down, window):
    lay_down("[fixed]\nlarge = no")
    window.update_actions()
    assert not window.actions_by_code["large"].isEnabled()
    window.large_wanted.emit(True)
    assert not window.dress.large
    lay_down("")
    window.update_actions()
    assert window.actions_by_code["large"].isEnabled()


def test_where_files_may_not_be_remembered_the_list_is_emptied_at_the_next_start(lay_down, path):
    settings.add_recent_file(path)
    settings.pin_file(path, pinned=True)
    main._obey_the_administrator()
    assert settings.remembered_files() == [path]
    lay_down("[fixed]\nremember = no")
    main._obey_the_administrator()
    assert settings.remembered_files() == []
    settings.add_recent_file(path)
    assert settings.remembered_files() == []


def test_what_was_passed_over_stands_in_the_log_without_a_word_of_it(lay_down, caplog):
    lay_down("[fixed]\ntheme = geheim\nJan de Vries = ja")
    with caplog.at_level("INFO"):
        main._obey_the_administrator()
    assert [record.getMessage() for record in caplog.records] == [
        "administrator.ini, line 2: wrong_value theme", "administrator.ini, line 3: unknown_key",
    ]  # fmt: skip


def test_how_long_versions_are_kept_is_grey_when_it_is_fixed(lay_down, window):
    lay_down("[fixed]\ndays = 30")
    window.actions_by_code["local_data"].trigger()
    dialog = window.findChild(LocalData)
    assert not dialog.days.isEnabled()
    assert dialog.days.text() == "30 dagen"
    assert FIXED in said(dialog)


def test_a_fixed_folder_that_takes_no_files_offers_no_other_one(lay_down, window, tmp_path, monkeypatch):
    monkeypatch.delenv("LEVENSREIS_DATA")
    (tmp_path / "dicht").write_bytes(b"")
    lay_down(f"[fixed]\nfolder = {tmp_path}/dicht/Levensreis")
    work_folder.check(window)
    assert "De beheerder heeft deze map vastgezet" in window.bar.text
    assert offered(window) == ["Opnieuw proberen"]
    (tmp_path / "dicht").unlink()
    retry = next(b for b in window.bar.findChildren(QAbstractButton) if b.text() == "Opnieuw proberen")
    retry.click()
    assert window.bar.text == "Wijzigingen kunnen weer worden bewaard."


def test_a_study_in_a_fixed_folder_that_takes_no_files_is_said_and_offers_no_other_one(
    qtbot, lay_down, program, path, tmp_path, monkeypatch
):
    monkeypatch.delenv("LEVENSREIS_DATA")
    (tmp_path / "dicht").write_bytes(b"")
    lay_down(f"[fixed]\nfolder = {tmp_path}/dicht/Levensreis")
    window = program.open_file(program.new_window(), path)
    window.view.map.when_painted(lambda: None)
    qtbot.waitUntil(lambda: "vastgezet" in window.bar.text)
    assert window.status.save_button.text() == "Opnieuw proberen"


def test_a_report_tells_what_is_fixed_and_no_value_of_it(lay_down, window, tmp_path, monkeypatch):
    monkeypatch.delenv("LEVENSREIS_DATA")
    lay_down(f"[fixed]\nfolder = {tmp_path}/geheim\ncalm = yes\n[defaults]\nsound = no\nx = y")
    told = facts.text(window)
    assert "Vastgezet door de beheerder: calm, folder" in told
    assert "Standaard van de beheerder: sound" in told
    assert "1 regel van de beheerder is overgeslagen" in told
    assert "geheim" not in told


READ = {
    "theme": settings.theme, "text_size": settings.text_size, "large": settings.large, "calm": settings.calm,
    "sound": settings.sound, "remember": settings.remembers, "days": retention.days,
}  # fmt: skip


@pytest.mark.parametrize("chosen", [{}, {"theme": "dark", "calm": True, "text_size": 130, "remember": False}])
@pytest.mark.parametrize("laid_down", ["", "[defaults]\ntheme = light\ntext_size=90\n[fixed]\ncalm = no\ndays = 3"])
def test_the_window_and_the_command_line_find_the_same(lay_down, capsys, chosen, laid_down, monkeypatch):
    lay_down("")
    for key, value in chosen.items():
        setter = {"remember": settings.set_remembers, "calm": settings.set_calm}.get(key)
        setter(chosen=value) if setter else getattr(settings, f"set_{key}")(value)
    settings._store().sync()
    monkeypatch.setattr(locations, "_settings_folder", _folder_of_qt)
    lay_down(laid_down)
    cli.main(["settings", "--json"], window=None, picture=None)
    found = {one["key"]: one["value"] for one in json.loads(capsys.readouterr().out)["settings"]}
    assert {key: found[key] for key in READ} == {key: read() for key, read in READ.items()}
    assert set(keys.KEYS) == {*READ, "language", "folder"}


def _folder_of_qt():
    return Path(settings._store().fileName()).parent


def test_qt_keeps_the_settings_where_they_are_told_to_be(home, monkeypatch):
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home / "xdg" / "config"))
    assert settings._store().fileName() == str(locations.settings_file())


def folders_of_qt():
    return QSettings(QSettings.Scope.UserScope, "QtProject").value("FileDialog/lastVisited")


def test_where_files_may_not_be_remembered_the_file_dialog_keeps_no_folders_either(qtbot, lay_down, window, tmp_path):
    for answer in ("yes", "no"):
        lay_down(f"[fixed]\nremember = {answer}")
        window.actions_by_code["open"].trigger()
        dialog = window.findChild(QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.reject()
        qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))
        assert bool(folders_of_qt()) == (answer == "yes")
    lay_down("")
    settings.forget_files()
    assert not folders_of_qt()


def test_the_sound_of_the_timer_is_grey_when_it_is_fixed(lay_down, program, path):
    window = program.open_file(program.new_window(), path)
    lay_down("[fixed]\nsound = no")
    window.actions_by_code["timer"].trigger()
    switch = window.view.strip("timer").sound
    assert (switch.isEnabled(), switch.isChecked()) == (False, False)
    assert FIXED in switch.toolTip()
