"""What a person sees of a file that another program holds, and of a disk that does not keep what it was given."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from app.files import AGAIN_MS
from journeys.edits import steps
from journeys.store import files, recovery
from journeys.store.opener import open_file
from tests.crash.windows import CODES, DENIED, FOR_EVER, SHARING, Held

COMPUTER = "Bewaard op deze computer, bestand volgt"


def rename_first(window, title):
    step = next(iter(window.session.document.steps.values()))
    return window.history.perform(steps.rename(window.session.document, step.id, title))


def publish(qtbot, window):
    window.file.publish()
    qtbot.waitUntil(lambda: window.file._publishing is None)


def answers(parent):
    return [button.text() for button in parent.findChildren(QPushButton) if button.text() and not button.isHidden()]


@pytest.mark.parametrize("code", CODES)
def test_A9_a_file_that_is_held_for_a_moment_is_saved_without_a_word(qtbot, monkeypatch, window, path, code):
    held = Held(monkeypatch, path, code, 4)
    rename_first(window, "Even bezet")
    publish(qtbot, window)
    assert held.refused == 4
    assert window.status.saved.text().startswith("Bewaard in bestand")
    assert window.view.bar.text == ""
    assert not window.findChildren(QDialog)
    assert open_file(path).document == window.session.document


@pytest.mark.parametrize("code", [DENIED, SHARING])
def test_A10_a_file_that_stays_held_is_told_once_and_follows_later_by_itself(qtbot, monkeypatch, window, path, code):
    before = path.read_bytes()
    held = Held(monkeypatch, path, code, FOR_EVER)
    rename_first(window, "Blijvend bezet")
    publish(qtbot, window)
    assert window.status.saved.text() == COMPUTER
    assert "veilig op deze computer" in window.view.bar.text
    assert ("ander programma" in window.view.bar.text) == (code == SHARING)
    assert {"Opnieuw proberen", "Ergens anders opslaan…"} <= set(answers(window.view.bar))
    window.view.bar.hide()
    assert rename_first(window, "En nog een"), "editing goes on"
    again = window.file._again
    assert AGAIN_MS == 30_000
    publish(qtbot, window)
    assert again.isActive()
    assert again.interval() == AGAIN_MS
    assert window.view.bar.text == "", "the same trouble is not told at every try"
    assert path.read_bytes() == before
    held.left = 0
    again.timeout.emit()
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(path).document == window.session.document
    assert window.status.saved.text().startswith("Bewaard in bestand")


def test_A10_closing_tries_once_more_and_explains_where_the_work_is(qtbot, monkeypatch, window, path):
    before = path.read_bytes()
    held = Held(monkeypatch, path, SHARING, FOR_EVER)
    rename_first(window, "Tot het eind bezet")
    publish(qtbot, window)
    tried = held.refused
    window.close()
    box = window.findChild(QMessageBox, "unpublished")
    qtbot.waitUntil(box.isVisible)
    assert held.refused == tried + len(files.REPLACE_WAITS) + 1
    assert "ander programma" in box.text()
    assert "veilig op deze computer" in box.informativeText()
    assert {"Ergens anders opslaan…", "Sluiten", "Niet sluiten"} <= set(answers(box))
    with qtbot.waitSignal(window.closed):
        next(button for button in box.findChildren(QPushButton) if button.text() == "Sluiten").click()
    assert path.read_bytes() == before
    (one,) = recovery.abandoned()
    copy = recovery.recover(one)
    assert "Tot het eind bezet" in {step.title for step in copy.document().steps.values()}
    held.left = 0
    copy.publish()
    copy.close()


def test_A10_closing_saves_when_the_file_is_free_again(qtbot, monkeypatch, window, path):
    held = Held(monkeypatch, path, SHARING, FOR_EVER)
    rename_first(window, "Op tijd vrij")
    publish(qtbot, window)
    held.left = 2
    with qtbot.waitSignal(window.closed):
        window.close()
    assert "Op tijd vrij" in {step.title for step in open_file(path).document.steps.values()}
    assert recovery.abandoned() == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which file is synced")
def test_A6_a_sync_that_fails_is_not_saved_and_another_place_is_offered(qtbot, monkeypatch, window, path, tmp_path):
    before = path.read_bytes()
    sync = os.fsync

    def broken(descriptor):
        if str(path.parent) in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(descriptor)

    rename_first(window, "Niet gesynct")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        for _ in range(3):
            publish(qtbot, window)
            assert window.status.saved.text() == COMPUTER, "a second try on the same disk is no success either"
        assert "veilig op deze computer" in window.view.bar.text
        assert "Ergens anders opslaan…" in answers(window.view.bar)
        assert path.read_bytes() == before
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    window.file.rename(elsewhere / path.name)
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(elsewhere / path.name).document == window.session.document
    assert path.read_bytes() == before
