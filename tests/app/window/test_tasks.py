"""Work in a worker: its outcome arrives, however long it took, and nobody who has gone is told."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from app import tasks
from journeys.i18n import words

NL = words("nl")


@pytest.fixture
def gate():
    """Work waits here until the test lets it through."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def at_once(monkeypatch):
    """The cursor and the progress dialog come without waiting."""
    monkeypatch.setattr(tasks, "BUSY_MS", 0)
    monkeypatch.setattr(tasks, "PROGRESS_MS", 0)


def shown(qtbot, gate, done):
    parent = QWidget()
    parent.show()
    task = tasks.start_shown(lambda _: gate.wait(20), parent, "Werk", NL, done.append, done.append)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in parent.findChildren(QProgressDialog)))
    assert QGuiApplication.overrideCursor() is not None
    return parent, task


def test_work_that_took_long_enough_for_the_progress_dialog_still_tells_its_outcome(qtbot, gate, at_once):
    done = []
    parent, task = shown(qtbot, gate, done)
    with qtbot.waitSignal(task.finished):
        gate.set()
    assert done == [True]
    assert not any(dialog.isVisible() for dialog in parent.findChildren(QProgressDialog))
    assert QGuiApplication.overrideCursor() is None
    parent.close()


def test_cancelled_work_gives_the_cursor_back_at_once_and_tells_nothing(qtbot, gate, at_once):
    done = []
    parent, task = shown(qtbot, gate, done)
    parent.findChild(QProgressDialog).findChild(QPushButton).click()
    assert task.cancelled
    assert QGuiApplication.overrideCursor() is None
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert done == []
    parent.close()


def test_work_outlives_the_window_that_wanted_it(qtbot, gate, at_once):
    done = []
    parent, task = shown(qtbot, gate, done)
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert done == []
    assert QGuiApplication.overrideCursor() is None


def test_work_that_says_how_far_it_is_moves_the_bar_and_stops_there_when_cancelled(qtbot, gate, at_once):
    ended, parent = [], QWidget()
    parent.show()

    def work(task):
        try:
            task.watch(0.4)
            gate.wait(20)
            task.watch(0.6)
        except tasks.Cancelled:
            ended.append("stopped")
            raise

    task = tasks.start_shown(work, parent, "Werk", NL, ended.append, ended.append)
    qtbot.waitUntil(lambda: [bar.value() for bar in parent.findChildren(QProgressDialog)] == [40])
    parent.findChild(QProgressDialog).findChild(QPushButton).click()
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert ended == ["stopped"]
    parent.close()


def test_a_hitch_in_which_the_work_ends_leaves_no_busy_cursor(qtbot, monkeypatch):
    monkeypatch.setattr(tasks, "BUSY_MS", 20)
    monkeypatch.setattr(tasks, "LOOK_MS", 1)
    parent, over = QWidget(), threading.Event()
    task = tasks.start_shown(lambda _: over.set(), parent, "Werk", NL, lambda _: None, lambda _: None)
    over.wait(20)
    threading.Event().wait(0.05)  # nobody looks at any timer: all are due at once
    qtbot.wait(60)
    assert not task.cancelled
    assert QGuiApplication.overrideCursor() is None
    parent.deleteLater()
