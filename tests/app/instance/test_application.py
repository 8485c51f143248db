"""What macOS asks by an event: files from the Finder, from the dock, and before the first window stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from app.instance import serving
from tests.app.instance.starts import start


@pytest.fixture
def asked(qapp):
    """Asks the application as the system does; afterwards nobody listens."""
    yield lambda what: QCoreApplication.sendEvent(qapp, QFileOpenEvent(what))
    qapp.on_open(None)


def test_what_was_asked_before_anybody_listened_is_not_lost(qapp, asked, path):
    asked(str(path))
    asked(QUrl.fromLocalFile(str(path.with_name("Tweede.levensreis"))))
    later = []
    assert qapp.on_open(later.append) == (path, path.with_name("Tweede.levensreis"))
    assert later == []
    asked(str(path))
    assert later == [path]
    assert qapp.on_open(None) == ()


@pytest.mark.parametrize(
    "what", [QUrl("https://voorbeeld.nl/a.levensreis"), QUrl("levensreis:open"), "", "Reis.levensreis"]
)
def test_addresses_that_are_no_file_here_are_left_alone(qapp, asked, what):
    asked(what)
    assert qapp.early == ()


def test_a_file_that_is_opened_from_the_dock_gets_the_empty_window_and_the_next_one_its_own(program, qapp, asked, path):
    program.new_window().show_welcome()
    qapp.on_open(lambda found: serving.take_file(program, found))
    asked(str(path))
    asked(str(path))
    assert [window.file.path for window in program.windows] == [path]
    asked(str(path.with_name("Weg.levensreis")))
    assert "Weg.levensreis" in program.windows[0].bar.text


def test_the_program_that_is_started_keeps_what_the_system_asks_for(path):
    """In a process of its own, as here the application object is made by the tests."""
    code = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from app import main
app = main.application()
QCoreApplication.sendEvent(app, QFileOpenEvent(sys.argv[1]))
print(*app.early)
"""
    out, error = start(path, code=code).communicate(timeout=60)
    assert out.decode().strip() == str(path), error.decode()
