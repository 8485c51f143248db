"""The save state: three sentences, why in a few words, and a button where something can be done."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from app import saving
from app.files import SaveState
from journeys.errors import FileError, StoreError
from journeys.i18n import words
from journeys.messages import MESSAGES
from tests.app.saving.doing import COMPUTER, conflicts, dialogs, press, rename, save, settled, shown

ROOT = Path(__file__).parents[3]
VALUES = {
    "name": "Reis.levensreis", "user": "Anna", "host": "pc", "where": "Nieuw.levensreis", "folder": "map", "path": "x",
    "found": 2, "wanted": 1,
}  # fmt: skip


def raised_codes():
    """Every code that writing a file or a working copy can end with."""
    found = set()
    for name in ("files", "publish", "workcopy", "elsewhere"):
        for node in ast.walk(ast.parse((ROOT / f"journeys/store/{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} & {code for code in MESSAGES if code.startswith(("file.", "store."))}
    return sorted(found - {"store.newer", "file.choice_lost"})


@pytest.mark.parametrize("code", raised_codes())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_trouble_has_a_few_words_and_an_answer(code, language):
    assert code in saving.WAYS
    say, error = words(language), (StoreError if code.startswith("store") else FileError)(code, **VALUES)
    assert 3 < len(saving.short(error, say)) < 45
    for kind in ("file", "computer", "failed"):
        state = SaveState(kind, error=error)
        assert "{" not in saving.whole_text(state, say) + saving.state_text(state, say) + saving.reason_text(state, say)
    assert saving.way(error).answers
    assert set(saving.way(error).answers) <= set(saving.ANSWERS)


def test_there_are_three_sentences_whatever_is_wrong():
    say = words("nl")
    told = {
        saving.state_text(SaveState(kind, error=FileError(code, **VALUES)), say).partition(":")[0]
        for kind in ("file", "computer", "failed")
        for code in saving.WAYS
    }
    assert told == {"Bewaard in bestand", COMPUTER, "Niet bewaard"}


def test_a_study_without_a_file_says_so_and_its_button_asks_for_a_name(program):
    window = program.new_window()
    window.blank_wanted.emit()
    assert shown(window) == (COMPUTER, "kies een naam", "Opslaan als…")
    window.status.save_button.click()
    assert [dialog.windowTitle() for dialog in dialogs(window)] == ["Studie opslaan als"]


def test_what_is_in_the_file_needs_no_button(qtbot, window):
    assert rename(window, "Anders")
    assert shown(window) == (COMPUTER, "", "")
    save(qtbot, window)
    state, why, button = shown(window)
    assert state.startswith("Bewaard in bestand ")
    assert (why, button) == ("", "")


def test_why_goes_before_the_sentence_does_when_the_window_is_narrow(qtbot, window, path):
    path.unlink()
    rename(window, "Anders")
    save(qtbot, window)
    assert shown(window) == (COMPUTER, "het bestand is weg", "Opnieuw schrijven")
    status = window.status
    for width, there in ((1600, True), (520, False)):
        status.setFixedWidth(width)
        status._make_room()
        assert status.why.isVisibleTo(status) == there
        assert status.save_button.isVisibleTo(status)
        assert "Reis.levensreis" in status.saved.toolTip()
        assert "Reis.levensreis" in status.save_button.accessibleDescription()


def test_two_versions_are_shown_and_known_from_then_on(qtbot, window, path):
    rename(window, "Van mij")
    path.write_bytes(path.read_bytes() + b"\0")
    save(qtbot, window)
    (ours,) = conflicts(path)
    state, why, button = shown(window)
    assert state.startswith("Bewaard in bestand ")
    assert (why, button) == ("er is ook een andere versie", "Beide bestanden tonen…")
    press(window.status, button)
    box = window.findChild(QMessageBox, "versions_two")
    assert ours.name in box.text()
    assert path.name in box.text()
    assert str(path.parent) in box.informativeText()
    asked = []
    window.files_wanted.connect(asked.extend)
    press(box, "Andere versie openen")
    assert asked == [path]
    assert shown(window)[1:] == ("", "")


def test_a_folder_that_takes_no_new_file_is_mentioned_beside_saved(qtbot, window, monkeypatch):
    from journeys.store import files

    real = files.write_temporary

    def refuse(target, data):
        if target != window.file.path:
            return real(target, data)
        raise PermissionError(13, "no", str(target))

    rename(window, "Eroverheen")
    with monkeypatch.context() as patch:
        patch.setattr(files, "write_temporary", refuse)
        save(qtbot, window)
    state, why, button = shown(window)
    assert state.startswith("Bewaard in bestand ")
    assert (why, button) == ("over het oude heen geschreven", "Ergens anders opslaan…")
    rename(window, "En nu gewoon")
    save(qtbot, window)
    settled(qtbot, window)
    assert shown(window)[1:] == ("", "")
