"""Steps go from one running program to another, by the clipboard of the system."""

from __future__ import annotations

import pytest

from journeys import store, templates
from journeys.errors import LevensreisError
from journeys.store.opener import open_file


@pytest.fixture
def other_file(tmp_path):
    """The same life event, as other people mapped it."""
    file = tmp_path / "Anders.levensreis"
    store.create_file(file, templates.create("child", "nl"))
    return file


def test_copied_steps_are_pasted_in_another_program(screen, study_file, other_file, tmp_path):
    steps = len(open_file(other_file).document.steps)
    screen.open(str(study_file), title=study_file.name)
    screen.press("ctrl+a", "ctrl+c")
    screen.open(str(other_file), title=other_file.name, LEVENSREIS_DATA=str(tmp_path / "elsewhere"))
    screen.press("ctrl+v", "ctrl+s")

    def arrived():
        try:
            return len(open_file(other_file).document.steps) == steps + 10
        except LevensreisError:  # it is just being replaced
            return False

    screen.until(arrived, "ten steps in the other file")
