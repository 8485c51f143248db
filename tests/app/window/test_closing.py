"""Closed in the middle of anything: what was typed is kept, what was not finished is dropped, and nothing is left."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app import leaving, tasks
from journeys.store import locations
from journeys.store.opener import open_file
from journeys.store.recovery import abandoned
from tests.app.window.moments import GIVEN_UP, MOMENTS, Scene

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def by_the_cross(scene):
    """Also Alt+F4: the window system tells the window's handle."""
    scene.window.windowHandle().close()


def by_the_command(scene):
    scene.do("close")


def by_quitting(scene):
    scene.do("quit")


def by_a_signal(scene):
    """What SIGTERM, Ctrl+C in a terminal and a hang-up come down to."""
    scene.program.end()


def by_logging_off(scene):
    """The system says beforehand that it will end, and then ends without a word."""
    leaving.store(scene.program.windows)
    assert not scene.window.file.unpublished
    scene.program.end()


@pytest.fixture(autouse=True)
def _loops_run_again(qapp):
    """A program that ended lets no event loop run until the next one begins."""
    yield
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


WAYS = {way.__name__: way for way in (by_the_cross, by_the_command, by_quitting, by_a_signal, by_logging_off)}
TURNS = [(moment, list(WAYS)[number % len(WAYS)]) for number, moment in enumerate(MOMENTS)]
"""In the ordinary run every moment once, each in one of the ways."""


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)


def later():
    """What was promised for later happens, as in the loop of the real program."""
    tasks.wait_for_all()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def closed_in_the_middle(program, path, folder, moment, way):
    window = program.open_file(program.new_window(), path)
    window.view.refresh_findings()
    before = window.session.document.snapshot()
    scene = Scene(program, window, folder)
    words = MOMENTS[moment](scene)
    WAYS[way](scene)
    later()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert window not in program.windows, f"still open: {[(type(w).__name__, w.objectName()) for w in shown]}"
    left = [other for other in program.windows if other.isVisible()]  # an import that came to its end has its own
    for other in left:
        other.file.close(discard=True)
        other.finish()
    later()
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert not QApplication.overrideCursor()
    stored = open_file(path).document
    if words is None:
        assert stored == before, "what was not finished is not done"
    else:
        assert [one.title for one in stored.steps.values()].count(words) == 1
        assert {one.id for one in stored.steps.values()} == set(before.steps)
    assert GIVEN_UP not in {step.title for step in stored.steps.values()}
    assert abandoned() == []
    assert not [one for one in locations.work_folder().glob("*") if "." not in one.name]
    assert not [one for one in path.parent.iterdir() if one.name.startswith((".~", "~"))], "something lies beside it"


@pytest.mark.parametrize(("moment", "way"), TURNS)
def test_F5_closed_in_the_middle_of(program, path, tmp_path, qtbot, moment, way):
    closed_in_the_middle(program, path, tmp_path, moment, way)


@pytest.mark.long
@pytest.mark.parametrize(("moment", "way"), [pair for pair in product(MOMENTS, WAYS) if pair not in TURNS])
def test_F5_closed_in_every_way_in_the_middle_of(program, path, tmp_path, qtbot, moment, way):
    closed_in_the_middle(program, path, tmp_path, moment, way)
