"""A disk takes its time: meanwhile the study gets another name, or its window is closed."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from app.dialogs import documents
from journeys.edits import steps
from journeys.store import publish, recovery, worknote
from journeys.store.locations import work_folder
from journeys.store.opener import open_file


@pytest.fixture
def slow(monkeypatch):
    """A disk that writes when it is let go."""
    let_go, at_once = threading.Event(), publish.finish_publish

    def finish(prepared):
        assert let_go.wait(20)
        return at_once(prepared)

    monkeypatch.setattr(publish, "finish_publish", finish)
    yield let_go
    let_go.set()


def rename_first(window, title):
    step = next(iter(window.session.document.steps.values()))
    assert window.history.perform(steps.rename(window.session.document, step.id, title))


def saved_as(qtbot, window, slow, chosen):
    rename_first(window, "Wij zijn zwanger")
    window.file.publish(asked=True)
    window.file.rename(chosen)
    slow.set()
    qtbot.waitUntil(lambda: window.file.state.kind == "file")


def test_what_is_saved_elsewhere_meanwhile_lies_there(qtbot, window, path, slow):
    other = path.with_name("Elders.levensreis")
    saved_as(qtbot, window, slow, other)
    assert open_file(other).document == window.session.document
    assert window.file.path == other
    assert worknote.read(window.file.copy.folder).target == other


def test_the_same_name_again_makes_no_second_version(qtbot, window, path, slow):
    saved_as(qtbot, window, slow, path)
    assert open_file(path).document == window.session.document
    assert [file.name for file in path.parent.iterdir() if file.suffix == path.suffix] == [path.name]


def test_a_publication_that_failed_under_the_old_name_stops_nobody(qtbot, window, path, slow):
    other = path.with_name("Elders.levensreis")
    rename_first(window, "Wij zijn zwanger")
    window.file.publish(asked=True)
    window.file.rename(other)
    path.unlink()
    slow.set()
    qtbot.waitUntil(lambda: window.file.state.kind == "file")
    assert open_file(other).document == window.session.document


def test_a_publication_that_ends_after_closing_makes_nothing_anew(qtbot, window, slow):
    rename_first(window, "Wij zijn zwanger")
    file = window.file
    file.publish(asked=True)
    file.close(within=0.0)
    before = sorted(work_folder().iterdir())
    slow.set()
    file.wait()
    assert sorted(work_folder().iterdir()) == before


def test_closing_does_not_wait_for_a_disk_for_ever(qtbot, monkeypatch, window, path, slow):
    monkeypatch.setattr(documents, "PATIENCE", 0.05)
    monkeypatch.setattr(documents, "LEFT", 0.05)
    rename_first(window, "Wij zijn zwanger")
    window.close()
    asked = window.findChild(QMessageBox, "unpublished")
    with qtbot.waitSignal(window.closed):
        next(button for button in asked.buttons() if button.text() == "Sluiten").click()
    assert [one.path for one in recovery.abandoned()] == [path]
