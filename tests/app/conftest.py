"""Guards around every test with a window: no Qt warning, no leaked window, no running timer."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app import overrides, tasks
from journeys import templates

overrides.make_safe()  # as the program does at its start, before any class of it is made

QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(scope="session")
def child():
    """The life event with its three personas, in Dutch; copy it before use."""
    return templates.create("child", "nl")


@pytest.fixture(autouse=True)
def _fresh_settings(home):
    """Every test starts as a new user; Qt remembers where settings were first found."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home / "settings"))


@pytest.fixture
def program(qapp):
    """A program with windows, as the user has it; closed behind every test."""
    from app.program import Program

    made = Program(qapp, "nl")
    yield made
    for window in list(made.windows):
        if window.file is not None:
            window.file.close(discard=True)
        window.finish()
    made.deleteLater()


@pytest.fixture(scope="session")
def child_file(tmp_path_factory, child):
    """That study as it stands in a file: made once, as it is the same for every test."""
    from journeys import store

    file = tmp_path_factory.mktemp("child") / "Een kind krijgen.levensreis"
    store.create_file(file, child)
    return file.read_bytes()


@pytest.fixture
def path(tmp_path, child_file):
    """A study in a file."""
    file = tmp_path / "Een kind krijgen.levensreis"
    file.write_bytes(child_file)
    return file


def _windows() -> list:
    return [w for w in QApplication.topLevelWidgets() if isValid(w) and w.parent() is None]


_start = QTimer.start
_started: list[weakref.ref[QTimer]] = []


def _start_and_remember(timer: QTimer, *interval: int) -> None:
    """Qt keeps no list of its timers, and a walk over all objects would cost 40 ms a test."""
    _started.append(weakref.ref(timer))
    _start(timer, *interval)


QTimer.start = _start_and_remember  # type: ignore[method-assign] # the only road to a running one


def _running_timers() -> list[QTimer]:
    timers = {id(timer): timer for ref in _started if (timer := ref()) is not None}
    return [timer for timer in timers.values() if isValid(timer) and timer.isActive()]


def _settle() -> None:
    """Lets workers finish and carries out what deleteLater() promised."""
    tasks.wait_for_all()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def _nothing_of_qt_leaks(qapp):
    """Fails the test that leaves a window or a running timer behind; both are remembered by id."""
    windows = {id(w) for w in _windows()}
    _started[:] = [weakref.ref(timer) for timer in _running_timers()]
    timers = {id(t) for t in _running_timers()}
    yield
    _settle()
    left = [w for w in _windows() if id(w) not in windows]
    if left:
        names = [f"{type(w).__name__} {w.objectName()!r} {w.windowTitle()!r}" for w in left if w.isVisible()]
        for window in left:
            window.close()
        left.clear()
        gc.collect(1)  # what was made in this test is young
        _settle()
        assert not names, f"windows left open: {names}"
    running = [t for t in _running_timers() if id(t) not in timers]
    names = [f"{type(t).__name__} of {type(t.parent()).__name__}, {t.interval()} ms" for t in running]
    for timer in running:
        timer.stop()
    assert not names, f"timers left running: {names}"


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard():
    """WORKAROUND: without a screen Qt lets go of what was copied only after Python has ended, which crashes PySide."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
