"""The list of files to go on with: where they lie, whether they are there, pinned, forgotten, and never waited for."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from app import menus, recent, settings, tasks
from app.pictures import settle
from journeys.analysis import gist

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lists(program):
    """Makes the welcome page with these files in its list, the first on top."""

    def made(*paths):
        for path in reversed(paths):
            settings.add_recent_file(path)
        window = program.new_window()
        window.show_welcome()
        window.activateWindow()
        settle()
        return window

    return made


def rows(window):
    return window.start_page.files.rows


def names(window):
    return [row.path.stem for row in rows(window)]


def files_in(folder, *names_):
    paths = [folder / f"{name}.levensreis" for name in names_]
    for path in paths:
        path.write_bytes(b"x")
    return paths


def test_a_file_says_where_it_lies_and_when_it_was_changed(lists, path):
    (row,) = rows(lists(path))
    assert row.accessibleName().startswith("Een kind krijgen. vandaag ")
    assert recent.folder_text(path.parent) in row.accessibleName()


def test_a_click_on_a_file_opens_it(qtbot, lists, path):
    window = lists(path)
    qtbot.mouseClick(rows(window)[0], LEFT)
    settle()
    assert window.session.document.study.title == "Een kind krijgen"


def test_a_file_that_is_gone_says_so_and_can_be_taken_out(qtbot, lists, path):
    window = lists(path)
    path.unlink()
    window.start_page.refresh()
    settle()
    assert "Staat daar niet meer" in rows(window)[0].accessibleName()
    qtbot.mouseClick(rows(window)[0], LEFT)
    settle()
    assert window.session is None
    assert window.bar.text.startswith("“Een kind krijgen.levensreis” staat niet meer in")
    qtbot.mouseClick(next(b for b in window.bar.findChildren(QPushButton) if b.text() == "Uit de lijst halen"), LEFT)
    assert rows(window) == []
    assert settings.remembered_files() == []


def test_a_file_whose_folder_is_not_there_cannot_be_reached_now(qtbot, lists, tmp_path):
    window = lists(tmp_path / "stick" / "Werksessie.levensreis")
    assert "Nu niet bereikbaar" in rows(window)[0].accessibleName()
    qtbot.mouseClick(rows(window)[0], LEFT)
    settle()
    assert "geeft geen antwoord" in window.bar.text
    assert [b.text() for b in window.bar._buttons] == ["Opnieuw proberen", "Uit de lijst halen"]


def test_a_drive_that_does_not_answer_holds_nobody_up(qtbot, monkeypatch, program, path):
    answer, asked, real = threading.Event(), threading.Event(), recent.look

    def look(wanted):
        if wanted.parts[1] == "lost":
            asked.set()
            answer.wait(60)
        return real(wanted)

    monkeypatch.setattr(recent, "look", look)
    monkeypatch.setattr(recent, "PATIENCE", 0.05)
    lost = Path("/lost/share/Studie.levensreis")
    for known in (path, lost):
        settings.add_recent_file(known)
    window = program.new_window()
    window.show_welcome()
    assert names(window) == ["Studie", "Een kind krijgen"]
    assert asked.wait(10)
    tasks.wait_for_all()
    assert "Nu niet bereikbaar" in rows(window)[0].accessibleName()
    assert "vandaag" in rows(window)[1].accessibleName()
    qtbot.mouseClick(rows(window)[1], LEFT)
    settle()
    assert window.session is not None
    answer.set()


def test_the_menu_of_recent_files_touches_no_disk(monkeypatch, lists, path, tmp_path):
    window = lists(path)
    other = tmp_path / "elders" / path.name
    settings.add_recent_file(other)

    def refuse(*_args, **_more):
        raise AssertionError("the disk was asked")

    for name in ("stat", "is_file", "exists", "resolve"):
        monkeypatch.setattr(Path, name, refuse)
    menu = QMenu(window)
    menus.submenus(window)["recent"](menu)
    monkeypatch.undo()
    shown = [action.text() for action in menu.actions() if action.text()]
    assert shown[0] == f"{path.name} — {recent.folder_text(other.parent)}"
    assert shown[1] == f"{path.name} — {recent.folder_text(path.parent)}"
    assert shown[2] == "Lijst leegmaken"
    menu.actions()[1].trigger()
    settle()
    assert window.session is not None


def test_a_pinned_file_stays_on_top_and_outlives_the_others(qtbot, lists, tmp_path):
    window = lists(*files_in(tmp_path, "Een", "Twee", "Drie"))
    qtbot.mouseMove(rows(window)[2])
    qtbot.mouseClick(rows(window)[2].pin, LEFT)
    settle()
    assert names(window) == ["Drie", "Een", "Twee"]
    assert "Vastgezet" in rows(window)[0].accessibleName()
    for path in files_in(tmp_path, *(f"Nieuw {n}" for n in range(settings.RECENT_MAX + 2))):
        settings.add_recent_file(path)
    window.start_page.refresh()
    assert names(window)[0] == "Drie"
    assert len(names(window)) == settings.RECENT_MAX + 1
    qtbot.mouseClick(rows(window)[0].pin, LEFT)
    settle()
    assert names(window)[0] == "Drie"
    assert settings.pinned_files() == []


def test_delete_takes_a_file_out_of_the_list_and_the_keyboard_stays(qtbot, lists, tmp_path):
    paths = files_in(tmp_path, "Een", "Twee", "Drie")
    window = lists(*paths)
    rows(window)[0].setFocus()
    qtbot.keyClick(rows(window)[0], Key.Key_Down)
    assert rows(window)[1].hasFocus()
    qtbot.keyClick(rows(window)[1], Key.Key_Delete)
    settle()
    assert names(window) == ["Een", "Drie"]
    assert rows(window)[1].hasFocus()
    assert paths[1].exists()
    qtbot.keyClick(rows(window)[1], Key.Key_Up)
    assert rows(window)[0].hasFocus()


def test_the_menu_key_offers_what_the_small_buttons_do(qtbot, lists, tmp_path):
    window = lists(*files_in(tmp_path, "Een", "Twee"))
    menu = QMenu(window)
    rows(window)[1].fill_menu(menu)
    assert [a.text() for a in menu.actions()] == ["Openen", "Bovenaan houden", "De map tonen", "Uit de lijst halen"]
    menu.actions()[1].trigger()
    settle()
    assert names(window) == ["Twee", "Een"]


def test_clearing_the_list_leaves_what_was_pinned(qtbot, lists, tmp_path):
    paths = files_in(tmp_path, "Een", "Twee", "Drie")
    settings.pin_file(paths[1], pinned=True)
    window = lists(*paths)
    clear = next(b for b in window.start_page.findChildren(QPushButton) if b.text() == "Lijst leegmaken")
    qtbot.mouseClick(clear, LEFT)
    assert names(window) == ["Twee"]
    assert rows(window)[0].hasFocus()


def test_a_study_that_is_closed_leaves_its_strokes_in_the_list_and_no_word_of_it(program, path):
    window = program.open_file(program.new_window(), path)
    expected = gist.gist(window.session.document, window.view.context.journey)
    window.finish()
    assert gist.read(settings.gist(path)) == expected
    settings.forget_file(path)
    assert settings.gist(path) == ""


def test_who_wants_no_list_gets_none(program, path):
    settings.set_remembers(chosen=False)
    window = program.open_file(program.new_window(), path)
    window.finish()
    assert settings.remembered_files() == []
    assert settings.gist(path) == ""


def test_a_window_without_files_says_how_it_goes(lists):
    page = lists().start_page
    assert any(label.text() == "Zie de gaten" for label in page.findChildren(type(page.samples._heading)))


def test_one_s_own_folder_is_told_short(home):
    assert recent.folder_text(home / "Documenten") == str(Path("~") / "Documenten")
    assert recent.folder_text(home) == "~"
    assert recent.folder_text(Path("/elders")) == "/elders"
