"""A program with windows, as the user has it; closed behind every test."""

from __future__ import annotations

import pytest

from app.program import Program
from journeys import store


@pytest.fixture
def program(qapp):
    made = Program(qapp, "nl")
    yield made
    for window in list(made.windows):
        if window.file is not None:
            window.file.close(discard=True)
        window.finish()
    made.deleteLater()


@pytest.fixture
def path(tmp_path, child):
    """A study in a file."""
    file = tmp_path / "Een kind krijgen.levensreis"
    store.create_file(file, child)
    return file


@pytest.fixture
def window(qtbot, program, path):
    """A window with the study open, its findings shown."""
    made = program.open_file(program.new_window(), path)
    made.view.refresh_findings()
    return made
