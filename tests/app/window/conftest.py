"""The window with a study in it, as most tests want it."""

from __future__ import annotations

import pytest


@pytest.fixture
def window(qtbot, program, path):
    """A window with the study open, its findings shown."""
    made = program.open_file(program.new_window(), path)
    made.view.refresh_findings()
    return made
