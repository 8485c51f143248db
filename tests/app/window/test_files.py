"""Saving, closing, opening again; files that are bad, gone or changed by somebody else."""

from __future__ import annotations

import hashlib
import os
import re

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from app.file_names import file_name
from app.files import StudyFile
from app.saving import state_text
from journeys.edits import steps
from journeys.i18n import words
from journeys.store.opener import open_file

NL = words("nl")


def rename_first(window, title):
    step = next(iter(window.session.document.steps.values()))
    assert window.history.perform(steps.rename(window.session.document, step.id, title))
    return step.id


def press(box, text):
    next(b for b in box.findChildren(QPushButton) if b.text() == text).click()


def box_of(qtbot, window, name):
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, name) is not None)
    return window.findChild(QMessageBox, name)


def choose(window, path):
    """Answer the file dialog that the window shows."""
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def listing(folder):
    return {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in folder.iterdir()
        if file.is_file()
    }


def test_everything_is_there_after_closing_and_opening_again(qtbot, program, window, path):
    step = rename_first(window, "Wij zijn zwanger")
    document = window.session.document.snapshot()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert open_file(path).document == document
    again = program.open_file(program.new_window(), path)
    assert again.session.document.steps[step].title == "Wij zijn zwanger"
    assert again.history.undoable() is None


def test_opening_and_closing_changes_nothing_on_the_disk(qtbot, program, path):
    before = listing(path.parent)
    window = program.open_file(program.new_window(), path)
    window.view.refresh_findings()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert listing(path.parent) == before


def test_the_status_bar_goes_from_file_to_computer_to_file(qtbot, window, path):
    assert re.fullmatch(r"Bewaard in bestand .*\d\d:\d\d", window.status.saved.text())
    rename_first(window, "Anders")
    assert window.status.saved.text() == "Bewaard op deze computer, bestand volgt"
    window.actions_by_code["save"].trigger()
    qtbot.waitUntil(lambda: window.status.saved.text().startswith("Bewaard in bestand"))
    assert open_file(path).document == window.session.document


def test_the_file_follows_by_itself_after_a_quiet_moment(qtbot, window, path):
    rename_first(window, "Vanzelf")
    qtbot.waitUntil(lambda: not window.file.unpublished, timeout=10_000)
    assert "Vanzelf" in {step.title for step in open_file(path).document.steps.values()}


def test_a_study_without_a_file_asks_for_a_name_when_it_is_saved(qtbot, program, tmp_path):
    window = program.new_window()
    window.show_welcome()
    window.start_page.life_event_wanted.emit("child", True)
    assert window.session.document.study.life_event == "child"
    assert window.status.save_button.text() == "Opslaan als…"
    window.actions_by_code["save"].trigger()
    assert window.findChild(QFileDialog).windowTitle() == "Studie opslaan als"
    target = tmp_path / "Nieuw.levensreis"
    choose(window, target)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(target).document == window.session.document
    assert "Nieuw.levensreis" in window.windowTitle()


def test_closing_an_edited_study_without_a_file_asks_and_may_throw_away(qtbot, program):
    window = program.new_window()
    window.blank_wanted.emit()
    window.actions_by_code["add_persona"].trigger()
    window.close()
    press(box_of(qtbot, window, "unnamed"), "Niet sluiten")
    assert window.isVisible()
    window.close()
    with qtbot.waitSignal(window.closed):
        press(box_of(qtbot, window, "unnamed"), "Niet opslaan")


def test_a_fresh_study_in_which_nothing_was_done_closes_without_a_question(qtbot, program):
    window = program.new_window()
    window.blank_wanted.emit()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_file_changed_by_somebody_else_is_left_alone_and_both_versions_are_named(qtbot, window, path, child):
    rename_first(window, "Van mij")
    other = path.read_bytes() + b"\0"
    path.write_bytes(other)
    window.actions_by_code["save"].trigger()
    qtbot.waitUntil(lambda: "Iemand anders" in window.view.bar.text)
    assert path.read_bytes() == other
    assert window.file.path != path
    assert open_file(window.file.path).document == window.session.document


def test_a_file_that_is_gone_is_not_written_again_unasked(qtbot, window, path):
    rename_first(window, "Van mij")
    path.unlink()
    window.actions_by_code["save"].trigger()
    qtbot.waitUntil(lambda: bool(window.view.bar.text))
    assert not path.exists()
    press(window.view.bar, "Opnieuw schrijven")
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(path).document == window.session.document


def test_closing_while_the_file_cannot_be_written_says_where_the_work_is(qtbot, window, path):
    rename_first(window, "Van mij")
    path.unlink()
    window.close()
    box = box_of(qtbot, window, "unpublished")
    assert "veilig op deze computer" in box.informativeText()
    with qtbot.waitSignal(window.closed):
        press(box, "Sluiten")


BAD = {
    "leeg.levensreis": b"",
    "tekst.levensreis": b"Dit is geen studie.",
    "zip.levensreis": b"PK\x03\x04" + bytes(200),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_one_clear_sentence_and_writes_nothing(program, tmp_path, name):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    before = listing(tmp_path)
    window = program.new_window()
    window.show_welcome()
    assert program.open_file(window, bad) is None
    assert name in window.bar.text
    assert "_" not in window.bar.text, "a code instead of a sentence"
    assert listing(tmp_path) == before
    assert window.session is None


def test_a_folder_and_a_missing_file_give_a_sentence_too(program, tmp_path):
    window = program.new_window()
    window.show_welcome()
    for wrong in (tmp_path, tmp_path / "weg.levensreis"):
        assert program.open_file(window, wrong) is None
        assert wrong.name in window.bar.text


def test_C14_names_of_files_are_safe(tmp_path):
    odd = ("../../x", "..", "~", "C:\\x", "\\\\srv\\s", "CON", "nul.txt", "COM¹", "lpt9 .x", "a:b", "x.", "%2e%2f")
    long = ("y" * 300, "😀" * 100, "é" * 150, "x" * 99 + " .")
    for title in (*odd, *long, "/", "", "   ", "\u202e\u2066", "a\nb", "R&D"):
        name = file_name(title)
        assert name.endswith(".levensreis")
        assert len(name) <= 120
        assert len(name.encode()) <= 220
        (tmp_path / name).write_bytes(b"")
        assert (tmp_path / name).resolve().parent == tmp_path.resolve()
        assert not re.search(r'[<>:"/\\|?*]', name)
        assert not re.match(r"(con|nul|prn|aux|com[\d¹²³]|lpt[\d¹²³]|) *\.", name, re.IGNORECASE), (
            "Windows takes none of these"
        )
        assert not name.removesuffix(".levensreis").endswith((".", " "))


def test_the_three_states_have_three_sentences(child, tmp_path):
    file = StudyFile(child, None)
    assert state_text(file.state, NL) == "Bewaard op deze computer, bestand volgt"
    file.deleteLater()


def test_a_journey_named_with_an_ampersand_shows_it_in_every_menu(window):
    document = window.session.document
    from journeys.edits import entities

    window.history.perform(entities.change(document, "journey", window.view.context.journey, title="R&D & meer"))
    menu = next(a.menu() for a in window.menuBar().actions() if a.text() == "&Reis")
    sub = next(a.menu() for a in menu.actions() if a.menu() and "tonen" in a.text())
    sub.aboutToShow.emit()
    assert any("R&&D && meer" in action.text() for action in sub.actions())


@pytest.mark.skipif(not hasattr(os, "kill"), reason="needs signals")
def test_two_windows_never_open_the_same_file_twice(program, window, path):
    assert program.open_file(program.new_window(), path) is window
