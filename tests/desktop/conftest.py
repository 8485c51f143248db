"""Tests on a real desktop; where its programs are not installed they are skipped, and say what is missing."""

from __future__ import annotations

import pytest

from journeys import store, templates
from tests.desktop.screen import Screen, missing

MISSING = missing()


@pytest.fixture
def screen(tmp_path):
    if MISSING:
        pytest.skip(f"no desktop here: {MISSING}")
    made = Screen(tmp_path)
    yield made
    made.close()


@pytest.fixture
def study_file(tmp_path):
    """A life event as it comes, in Dutch."""
    file = tmp_path / "Een kind krijgen.levensreis"
    store.create_file(file, templates.create("child", "nl"))
    return file
