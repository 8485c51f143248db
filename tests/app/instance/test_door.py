"""Whatever somebody says at the door, nothing is opened but whole names of files, and the door stays open."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket

from app.instance import door as doors
from app.instance import place, request
from app.instance.request import Request
from tests.app.instance.conftest import guest

GOOD = {"files": ["/map/Reis.levensreis"], "language": "nl", "activation": "", "startup": ""}
BAD = (
    b"", b"\n", b"{", b"null", b"[]", b"1", b"\xff\xfe", b'"files"', b"[" * 100_000, b"GET / HTTP/1.1", b'{"a": 1e999}',
    *(
        json.dumps({**GOOD, **wrong}).encode()
        for wrong in (
            {"files": None}, {"files": "/map/Reis.levensreis"}, {"files": ["Reis.levensreis"]}, {"files": [""]},
            {"files": ["../Reis.levensreis"]}, {"files": ["/map/\0"]}, {"files": [1]}, {"files": [["/a"]]},
            {"files": ["file:///map/Reis.levensreis"]}, {"files": ["/" + "a" * 40_000]},
            {"files": ["/a"] * (request.MOST_FILES + 1)},
            {"language": "fr"}, {"language": 1}, {"language": ["nl"]}, {"activation": None}, {"startup": 3},
            {"activation": "a\nb"}, {"startup": "a" * 1001}, {"activation": "\x1b[2J"},
        )
    ),
)  # fmt: skip


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_what_is_no_request_is_none(line):
    assert request.read(line) is None


def test_a_request_says_the_same_at_the_other_end(tmp_path):
    odd = tmp_path / os.fsdecode(b"caf\xe9\n.levensreis")
    asked = Request((odd, tmp_path / "漢.levensreis"), "en", "token", "id_TIME1")
    assert request.read(request.written(asked)) == asked


@pytest.mark.parametrize("line", [b"", b"{}", b'{"levensreis": 2, "pid": 1}', b'{"levensreis": 1, "pid": -1}', b"hi"])
def test_a_program_of_another_make_or_version_is_not_understood(line):
    assert request.greeted(line) is None
    assert request.greeted(request.hello()) == os.getpid()


def gone(socket):
    return socket.state() == QLocalSocket.LocalSocketState.UnconnectedState


@pytest.mark.parametrize("line", [b"hello\n", b"{}\n", b"\0" * 70_000 + b"\n", b"x" * (request.LONGEST + 10)])
def test_nonsense_opens_nothing_and_the_door_stays_open(qtbot, monkeypatch, running, line):
    monkeypatch.setattr(doors, "PATIENCE_MS", 60_000)
    socket = guest(qtbot)
    socket.write(line)
    qtbot.waitUntil(lambda: gone(socket))
    assert len(running.windows) == 1
    guest(qtbot).abort()


def test_who_says_nothing_is_hung_up_on(qtbot, running):
    socket = guest(qtbot)
    (late,) = [one for one in running.findChildren(QTimer) if one.interval() == doors.PATIENCE_MS]
    late.timeout.emit()
    qtbot.waitUntil(lambda: gone(socket))


def test_a_crowd_at_the_door_is_not_let_in_all_at_once(qtbot, running):
    crowd = [guest(qtbot) for _ in range(doors.MOST_AT_ONCE)]
    late = QLocalSocket()
    late.connectToServer(place.door())
    qtbot.waitUntil(lambda: gone(late))
    for socket in crowd:
        socket.abort()
    qtbot.waitUntil(lambda: running.findChild(doors.Door)._guests == 0)
    guest(qtbot).abort()


def test_half_a_request_and_then_nothing_opens_nothing(qtbot, running, path):
    socket = guest(qtbot)
    socket.write(request.written(Request((path,)))[:-1])
    socket.flush()
    socket.disconnectFromServer()
    qtbot.waitUntil(lambda: running.findChild(doors.Door)._guests == 0)
    assert running.windows[0].file is None


def test_nobody_else_may_knock(running):
    assert Path(place.door()).stat().st_mode & 0o077 == 0
