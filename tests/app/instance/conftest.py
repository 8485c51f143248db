"""A running program that listens for second starts."""

from __future__ import annotations

import pytest
from PySide6.QtNetwork import QLocalSocket

from app.instance import meeting, place, request, serving
from app.instance.claim import Claim
from journeys import store
from tests.journeys.studies import study


@pytest.fixture
def claim():
    made = Claim(place.door())
    yield made
    made.let_go()


@pytest.fixture
def running(program, claim):
    """The program as it is a moment after its start, with its first window."""
    assert claim.take() == "ours"
    program.new_window().show_welcome()
    serving.begin(program, claim)
    return program


@pytest.fixture
def path(tmp_path):
    """A small study in a folder of its own."""
    return made(tmp_path / "map" / "Reis.levensreis")


def made(file):
    file.parent.mkdir(exist_ok=True)
    store.create_file(file, study(8, 2))
    return file


def guest(qtbot):
    """Somebody at the door, who was greeted."""
    socket = QLocalSocket()
    socket.connectToServer(place.door())
    qtbot.waitUntil(socket.canReadLine)
    assert request.greeted(socket.readLine().data())
    return socket


def knock(qtbot, *paths, language=None):
    """What a second start says at the door, without the start: that takes a second each time."""
    socket = guest(qtbot)
    socket.write(request.written(meeting.request(paths, language)))
    qtbot.waitUntil(socket.canReadLine)
    return request.was_taken(socket.readLine().data())
