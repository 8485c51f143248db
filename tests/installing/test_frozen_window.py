"""The window of the frozen program, from its start to whatever ends it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeys.errors import LevensreisError
from journeys.store import worknote
from journeys.store.opener import open_file
from tests.desktop.screen import Screen, missing
from tests.installing.programs import running, wait_until

pytestmark = [pytest.mark.package, pytest.mark.skipif(sys.platform != "linux", reason="frozen and tried on Linux only")]


@pytest.fixture
def data(around, tmp_path):
    """Where it keeps what is on this computer."""
    around["LEVENSREIS_DATA"] = str(tmp_path / "data")
    return tmp_path / "data"


def test_a_polite_kill_ends_it_well(frozen, around, data, study):
    with running([frozen / "levensreis", study], around, data) as window:
        wait_until(lambda: (study, window.pid) in held(data))
    assert held(data) == []


def test_a_second_start_hands_its_file_to_the_first_and_ends(frozen, around, data, study, tmp_path):
    other = tmp_path / "Anders.levensreis"
    shutil.copy(study, other)
    with running([frozen / "levensreis", study], around, data) as window:
        wait_until(lambda: (study, window.pid) in held(data))
        second = [frozen / "levensreis", other.name]
        assert subprocess.run(second, env=around, cwd=tmp_path, check=False, timeout=60).returncode == 0
        wait_until(lambda: (other, window.pid) in held(data))


def test_what_was_done_before_a_kill_is_offered_at_the_next_start(frozen, study, tmp_path):
    """With a window manager and a keyboard, as a user would."""
    if lacking := missing():
        pytest.skip(f"no desktop here: {lacking}")
    before = study.read_bytes()
    screen = Screen(tmp_path / "screen", program=[str(frozen / "levensreis")])
    try:
        first = screen.open(str(study), title=study.name)
        screen.press("End", "Return")
        screen.type("Vlak voor de klap")
        screen.press("Return")
        screen.until(lambda: b"Vlak voor de klap" in worked(screen), "the step in the working copy")
        first.kill()
        first.wait()
        assert study.read_bytes() == before
        screen.open(title="Recover your work", LEVENSREIS_LANG="en")
        screen.press("Return")
        screen.until(lambda: study.name in screen.title(), "the study in its window")
        screen.press("ctrl+s")
        screen.until(lambda: "Vlak voor de klap" in steps(study), "the step in the file")
    finally:
        screen.close()


def held(data):
    """Which studies are open, each with the process that has it."""
    notes = [worknote.read(folder) for folder in (data / "work").glob("*") if "." not in folder.name]
    return [(Path(note.path), note.pid) for note in notes if note is not None and not note.closed]


def worked(screen):
    """All bytes of the working copies."""
    return b"".join(file.read_bytes() for file in (screen.data / "work").rglob("*") if file.is_file())


def steps(path):
    """Titles of the steps in a file; none while it is just being replaced."""
    try:
        return [step.title for step in open_file(path).document.steps.values()]
    except LevensreisError:
        return []
