"""Windows with a study in a file, and what is done to that file behind their backs."""

from __future__ import annotations

import pytest

from journeys import store
from tests.journeys.studies import study


@pytest.fixture
def path(tmp_path):
    """A small study in a folder of its own: these tests open many windows."""
    file = tmp_path / "map" / "Reis.levensreis"
    file.parent.mkdir()
    store.create_file(file, study(8, 2))
    return file


@pytest.fixture
def window(program, path):
    return program.open_file(program.new_window(), path)
