"""What tests of what is handed out share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installing.programs import DIST, INSTALLED, ROOT


@pytest.fixture(autouse=True)
def _application_of_the_tests(qapp):
    """Icons are drawn by Qt, which takes one application for a process: not one of those that draw alone."""


@pytest.fixture(scope="session")
def frozen() -> Path:
    """The folder that is handed out, of this source; or the one that somebody wants tried."""
    if given := os.environ.get("LEVENSREIS_FROZEN"):
        return Path(given)
    subprocess.run([sys.executable, ROOT / "packaging" / "freeze.py", "--if-needed"], check=True, timeout=1800)
    return DIST


@pytest.fixture
def around(tmp_path) -> dict[str, str]:
    """The surroundings of somebody who has no Python, and nothing of ours yet."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    usual = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    usual["XDG_RUNTIME_DIR"] = os.environ["XDG_RUNTIME_DIR"]  # short, as the address of a socket has to be
    return {**usual, "HOME": str(home), "TMPDIR": str(temporary)}  # of studies among those it makes a copy first


@pytest.fixture
def said(around, tmp_path):
    """Runs a command to its end outside of the repository; gives what it printed."""

    def run(*command: object, code: int = 0) -> str:
        words = [str(word) for word in command]
        done = subprocess.run(words, cwd=tmp_path, env=around, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout if code == 0 else done.stdout + done.stderr

    return run


@pytest.fixture
def study(said, tmp_path) -> Path:
    path = tmp_path / "Een kind krijgen.levensreis"
    said(*INSTALLED, "new", path, "--sample", "child", "--lang", "nl")
    return path
