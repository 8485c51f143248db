"""What the system sees of the program: it never asks for a connection that leaves this computer."""

from __future__ import annotations

import re
import subprocess
import sys

from journeys import store
from tests.crash.strace import ROOT, needs_strace
from tests.journeys.studies import study

SESSION = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import main
from app.instance import meeting
from app.program import Program
from journeys.edits import steps

def work(window):
    QTimer.singleShot(1_500, program_of[0], program_of[0].end)
    document = window.session.document
    window.view.context.do(lambda: steps.rename(document, next(iter(document.steps)), "Anders"))
    for code in ("help", "about", "settings", "poster", "compare", "ecosystem", "findings", "palette"):
        window.actions_by_code[code].trigger()

program_of = []
opened = Program.show_study
def show_study(program, *arguments, **options):
    program_of.append(program)
    window = opened(program, *arguments, **options)
    QTimer.singleShot(500, window, lambda: work(window))
    return window
Program.show_study = show_study
main.run([Path(sys.argv[1])], "nl", meeting.first([Path(sys.argv[1])]))
"""
INTERNET = re.compile(r"AF_INET6?\b.*")


def asked_for(log) -> list[str]:
    """The calls that name an address of the internet, that of this computer too."""
    return [line for line in log.read_text("utf-8", "replace").splitlines() if INTERNET.search(line)]


def traced(log, *arguments) -> None:
    command = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,bind", "-o", str(log), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2_000:]


@needs_strace
def test_I4_a_whole_session_with_a_window_reaches_for_nothing(tmp_path):
    path, log = tmp_path / "Reis.levensreis", tmp_path / "log"
    store.create_file(path, study(20, 2))
    before = path.read_bytes()
    traced(log, sys.executable, "-c", SESSION, path)
    assert path.read_bytes() != before, "it was a real session"
    assert asked_for(log) == []


@needs_strace
def test_I4_the_commands_reach_for_nothing(tmp_path):
    path, log = tmp_path / "Reis.levensreis", tmp_path / "log"
    store.create_file(path, study(20, 2))
    for arguments in (
        ("check", path),
        ("poster", path, "-o", tmp_path / "p.pdf", "--link", "https://levensreis.invalid"),
    ):
        traced(log, sys.executable, "-m", "app.entry", *arguments)
        assert asked_for(log) == []


@needs_strace
def test_a_connection_would_be_seen(tmp_path):
    log = tmp_path / "log"
    code = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 0.1)\nexcept OSError: pass"
    traced(log, sys.executable, "-c", code)
    assert len(asked_for(log)) > 0
