"""What the self-test tries of the window: all of it goes well here, and what is broken is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTimer

from app import entry, trials
from journeys.cli.surroundings import Surroundings
from journeys.cli.trials import AbsentError, Bench, TrialError
from journeys.i18n import words


@pytest.fixture
def bench(tmp_path) -> Bench:
    say = words("nl")
    return Bench(tmp_path, say, Surroundings(say, entry._window, entry._picture))


def test_every_part_of_the_window_goes_well_and_nothing_of_it_is_remembered(qapp, bench, home):
    """As the user left the window it comes again: the size of one that was drawn for a picture is nobody's choice."""
    told = {}
    for trial in trials.trials(bench):
        try:
            told[trial.title] = trial.run()
        except AbsentError as absent:  # a library of the system, on a computer that shows no windows
            told[trial.title] = str(absent)
    assert told["Qt’s eigen woorden in het Nederlands"] == "Annuleren"
    assert told["Lettertypen op het scherm"].startswith("Source Sans")
    assert told["Afdrukken"] == "1"
    assert told["Het hele venster"] == "1280 × 800"
    assert int(told["Modules van het venster"]) > 400
    assert list(home.rglob("*.ini")) == []


@pytest.mark.parametrize("name", [name for names in trials.PLUGINS.values() for name in names])
def test_every_plug_in_that_is_sought_is_one_of_a_known_folder(name):
    assert name.count("/") == 1


def test_a_plug_in_that_was_not_handed_out_is_named(bench):
    with pytest.raises(TrialError, match="platforms/libqnothing ontbreekt"):
        trials.plugin(bench, "platforms/libqnothing")


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="the loader of Linux")
def test_a_library_of_the_system_that_is_not_there_matters_where_windows_are_shown(
    bench, tmp_path, monkeypatch, no_screen
):
    """Planted: a plug-in that asks for a library that no system has."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    needy = (folder / "libqxcb.so").read_bytes().replace(b"libQt6XcbQpa.so.6", b"libQt6Nowhere.so6")
    (tmp_path / "libqxcc.so").write_bytes(needy)  # by another name, for Qt keeps what it has loaded
    with pytest.raises(AbsentError, match=r"libQt6Nowhere"):
        trials.plugin(bench, str(tmp_path / "libqxcc"))
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(ImportError, match=r"libQt6Nowhere"):
        trials.plugin(bench, str(tmp_path / "libqxcc"))


def test_a_damaged_plug_in_always_matters(bench, tmp_path, no_screen):
    (tmp_path / "libibus.so").write_bytes(b"no library")
    with pytest.raises(ImportError, match=r"libibus\.so"):
        trials.plugin(bench, str(tmp_path / "libibus"))


def test_an_error_in_what_qt_calls_is_not_swallowed(qapp):
    """Qt prints it and goes on: nobody would know."""

    def run() -> str:
        QTimer.singleShot(0, lambda: 1 / 0)
        QCoreApplication.processEvents()
        return "fine"

    with pytest.raises(ZeroDivisionError):
        trials.unhidden(run)()
