"""A computer that keeps no changes: everything can be looked at, and another folder is one choice away."""

from __future__ import annotations

import json
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QDialog

from app.program import Program
from journeys.errors import StoreError
from journeys.store import elsewhere, locations
from tests.app.saving.away import in_own_mounts
from tests.app.saving.doing import choose, dialogs, offered, press, rename, save, shown, titles_in


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """The data folder is a place where not even root can make one."""
    (tmp_path / "geen map").write_bytes(b"")
    monkeypatch.setenv("LEVENSREIS_DATA", str(tmp_path / "geen map" / "levensreis"))
    return tmp_path / "geen map" / "levensreis"


def test_A7_without_a_work_folder_it_starts_says_so_and_goes_on_in_another_one(
    qtbot, qapp, broken, program, path, tmp_path
):
    start = program.new_window()
    start.show_welcome()
    program.look_after_work_folder(start)
    assert "U kunt alles bekijken" in start.bar.text
    assert offered(start) == ["Andere map kiezen…", "Opnieuw proberen"]
    window = program.open_file(start, path)
    window.view.map.when_painted(lambda: None)
    qtbot.waitUntil(lambda: "U kunt alles bekijken" in window.bar.text)
    state, why, button = shown(window)
    assert state.startswith("Bewaard in bestand")
    assert (why, button) == ("alleen-lezen, geen map voor wijzigingen", "Andere map kiezen…")
    assert not rename(window, "Geweigerd")
    qtbot.waitUntil(lambda: "Andere map kiezen…" in offered(window))
    assert shown(window)[0] == "Niet bewaard: alleen-lezen, geen map voor wijzigingen"
    assert not dialogs(window)
    other = tmp_path / "elders"
    other.mkdir()
    press(window.status, "Andere map kiezen…")
    choose(window, other)
    assert "Vanaf nu worden uw wijzigingen bewaard in" in window.bar.text
    assert str(other / "Levensreis") in window.bar.text
    assert rename(window, "Nu wel")
    save(qtbot, window)
    assert "Nu wel" in titles_in(path)
    again = Program(qapp, "nl")  # the next start
    fresh = again.new_window()
    fresh.show_welcome()
    again.look_after_work_folder(fresh)
    assert fresh.bar.text == ""
    assert locations.data_folder() == other / "Levensreis"
    fresh.finish()
    again.deleteLater()


def test_A7_a_folder_that_takes_nothing_either_is_said_and_another_one_asked(qtbot, broken, program, path, tmp_path):
    window = program.open_file(program.new_window(), path)
    qtbot.waitUntil(lambda: "U kunt alles bekijken" in window.bar.text)
    press(window.bar, "Andere map kiezen…")
    choose(window, tmp_path / "geen map")
    assert "U kunt alles bekijken" in window.bar.text
    assert offered(window) == ["Andere map kiezen…", "Opnieuw proberen"]
    (tmp_path / "geen map").unlink()
    press(window.bar, "Opnieuw proberen")
    assert window.bar.text == "Wijzigingen kunnen weer worden bewaard."
    assert rename(window, "Nu wel")


def test_A7_a_study_without_a_file_is_not_called_saved_where_nothing_is_kept(qtbot, broken, program):
    window = program.new_window()
    window.blank_wanted.emit()
    qtbot.waitUntil(lambda: shown(window)[0] == "Niet bewaard: alleen-lezen, geen map voor wijzigingen")
    assert not window.findChildren(QDialog)


def test_A7_what_was_told_goes_as_soon_as_a_change_is_kept_again(qtbot, window, monkeypatch):
    """Something else was erased: then the banner must not go on saying that nothing is kept."""
    with monkeypatch.context() as full:
        full.setattr(window.file.copy, "write", Mock(side_effect=StoreError("store.full")))
        assert not rename(window, "Niet")
        qtbot.waitUntil(lambda: "U kunt alles bekijken" in window.bar.text)
    assert rename(window, "Wel")
    assert window.bar.text == ""


def test_A7_a_full_folder_is_left_with_all_that_is_on_the_screen(qtbot, monkeypatch, program, window, path, tmp_path):
    """The old folder still holds what it held; the new one goes on from there."""
    assert rename(window, "Eerst hier")
    old = window.file.copy.folder
    elsewhere.choose(tmp_path / "elders")
    window.file.settle_anew()
    assert window.file.copy.folder.is_relative_to(tmp_path / "elders" / "Levensreis")
    assert not old.exists()
    assert rename(window, "Dan daar", 1)
    save(qtbot, window)
    assert {"Eerst hier", "Dan daar"} <= titles_in(path)
    assert not list(path.parent.glob("*conflict*"))


def test_A7_what_was_left_in_the_usual_folder_is_still_offered_after_another_was_chosen(program, window, tmp_path):
    from journeys.store import recovery

    assert rename(window, "Blijft liggen")
    window.file.path = window.file.copy.path = None
    window.file.close()
    elsewhere.choose(tmp_path / "elders")
    (one,) = recovery.abandoned()
    assert not one.folder.is_relative_to(locations.data_folder())
    recovery.discard(one)


def test_A7_a_choice_holds_for_the_folder_it_was_made_for(monkeypatch, tmp_path):
    usual = locations.data_folder()
    assert elsewhere.choose(tmp_path) == tmp_path / "Levensreis" == locations.data_folder()
    monkeypatch.setenv("LEVENSREIS_DATA", str(tmp_path / "script"))
    assert locations.data_folder() == tmp_path / "script", "who says where it is to be is obeyed"
    monkeypatch.setenv("LEVENSREIS_DATA", str(usual))
    assert locations.data_folder() == tmp_path / "Levensreis"


@pytest.mark.parametrize("told", [b"", b"[", b"[]", b"{}", b"\xff", b'{"a": 3}', b'{"a": ["b"]}', json.dumps(None)])
def test_A7_a_choice_that_cannot_be_read_is_none(told, home):
    place = locations.choice_file()
    place.parent.mkdir(parents=True)
    place.write_bytes(told if isinstance(told, bytes) else told.encode())
    assert locations.data_folder() == home / "levensreis"
    relative = json.dumps({str(home / "levensreis"): "hier"})
    place.write_text(relative, "utf-8")
    assert locations.data_folder() == home / "levensreis"


def test_A7_a_choice_that_cannot_be_remembered_holds_until_the_end(monkeypatch, program, window, tmp_path):
    locations.choice_file().parent.parent.mkdir(parents=True, exist_ok=True)
    locations.choice_file().parent.write_bytes(b"")  # no folder can be made there
    monkeypatch.setenv("LEVENSREIS_DATA", str(locations.data_folder()))
    from app.dialogs import work_folder

    work_folder._chosen(window, tmp_path / "elders")
    assert "De keuze kon niet worden onthouden" in window.bar.text
    assert locations.data_folder() == tmp_path / "elders" / "Levensreis"
    assert rename(window, "Hier")


@pytest.mark.parametrize("how", ["full", "read only"])
def test_A7_a_disk_without_room_for_changes_is_said_once_and_another_folder_works(tmp_path, path, how):
    for name in ("data", "elders"):
        (tmp_path / name).mkdir()
    seen = in_own_mounts("no_room", tmp_path / "data", "size=64k" if how == "full" else "ro", path)
    assert not seen["edited"]
    assert seen["shown"][0].startswith("Niet bewaard: ")
    assert "U kunt alles bekijken" in seen["bar"]
    assert seen["offered"] == ["Andere map kiezen…", "Opnieuw proberen"]
    assert seen["asked"] == 0
    then, saved, told = seen["then"]
    assert then
    assert saved.startswith("Bewaard in bestand")
    assert "Vanaf nu" in told
    assert seen["next start"] == ""
    assert "Nu wel" in titles_in(path)
