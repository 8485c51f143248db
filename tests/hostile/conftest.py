"""A file of ours to damage, and what opening it says."""

from __future__ import annotations

import pytest

from journeys.errors import FileError
from journeys.store import create_file
from journeys.store.opener import open_file
from tests.journeys.studies import study


@pytest.fixture(scope="session")
def sound_bytes(tmp_path_factory):
    """The bytes of a study of 40 steps, two personas."""
    path = tmp_path_factory.mktemp("sound") / "Reis.levensreis"
    create_file(path, study(20, 2))
    return path.read_bytes()


@pytest.fixture
def code_of(tmp_path):
    """The code that opening these bytes ends with; "" when they open."""

    def opened(data: bytes) -> str:
        path = tmp_path / "Reis.levensreis"
        path.write_bytes(data)
        try:
            open_file(path)
        except FileError as error:
            return error.code
        return ""

    return opened
