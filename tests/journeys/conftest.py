"""What tests of the command line share."""

from __future__ import annotations

import pytest

from journeys import cli


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs a command without a screen; gives its exit code, standard output and standard error."""
    monkeypatch.setenv("LEVENSREIS_LANG", "nl")
    monkeypatch.setenv("LEVENSREIS_DEBUG", "1")  # what nobody foresaw fails the test with its traceback

    def run(*argv):
        code = cli.main([str(word) for word in argv], window=None, picture=None)
        return code, *capsys.readouterr()

    return run
