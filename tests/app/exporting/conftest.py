"""The window with a study in it."""

from __future__ import annotations

import pytest


@pytest.fixture
def window(qtbot, program, path):
    """A window with the study open."""
    return program.open_file(program.new_window(), path)
