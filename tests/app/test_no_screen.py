"""Where no window can open, the terminal says why, and which package has what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import pytest

from app import no_screen
from journeys.errors import UsageError

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings along what it needs")
NOWHERE = {"libnever.so.1": "libnever1", "libalso.so.2": "libalso2"}


def test_a_screen_that_does_not_answer_is_told_and_is_no_crash(tmp_path):
    seen = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    around = {**seen, "DISPLAY": ":4711", "LEVENSREIS_DATA": str(tmp_path), "LEVENSREIS_LANG": "en"}
    command = [sys.executable, "-m", "app.entry"]
    done = subprocess.run(command, cwd=ROOT, env=around, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "no screen" in done.stderr or "apt install" in done.stderr
    assert (tmp_path / "log" / "crash.log").read_text() == ""


def test_the_package_of_a_missing_library_is_named(monkeypatch):
    monkeypatch.setattr(no_screen, "wanted", lambda: NOWHERE)
    with pytest.raises(UsageError) as caught, no_screen.explained():
        raise ImportError("libnever.so.1: cannot open shared object file: No such file or directory")
    assert caught.value.values == {"libraries": "libnever.so.1, libalso.so.2", "packages": "libalso2 libnever1"}


def test_an_error_of_another_kind_is_not_covered_up(monkeypatch):
    monkeypatch.setattr(no_screen, "wanted", lambda: NOWHERE)
    with pytest.raises(ImportError), no_screen.explained():
        raise ImportError("cannot import name 'gone' from 'app'")


def test_nothing_is_missing_where_windows_open(qapp):
    assert no_screen.lacking(no_screen.wanted({})) is None


def test_the_task_runner_names_the_same_libraries():
    assert (environment.QT_LIBRARIES, environment.SCREEN_LIBRARIES) == (no_screen.QT, no_screen.X11)
