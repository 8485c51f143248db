"""Killed in the middle of work: the next start offers everything that was done."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QDialog, QPushButton

from journeys.store.opener import open_file

KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app import main
from app.program import Program
from journeys.edits import steps

app = main.application()
program = Program(app, "nl")
window = program.open_file(program.new_window(), Path(sys.argv[1]))
app.processEvents()
step = next(iter(window.session.document.steps.values()))
for number in range(5):
    window.history.perform(steps.rename(window.session.document, step.id, f"Bewerking {number}"))
print(step.id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def kill_in_the_middle(path):
    """A real process of the program: opens, edits, dies. Gives the id of the step it renamed."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == -9, done.stderr
    return done.stdout.strip()


def answer(qtbot, program, window, text):
    """Wait until it is offered, and press the button."""
    program.offer_recovery(window)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QDialog, "recovery")))
    dialog = next(one for one in window.findChildren(QDialog, "recovery") if one.isVisible())
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_after_kill_9_every_edit_can_be_recovered(qtbot, program, path):
    step = kill_in_the_middle(path)
    window = program.open_file(program.new_window(), path)
    assert window.session.document.steps[step].title != "Bewerking 4", "the file itself had not followed yet"
    answer(qtbot, program, window, "Herstellen")
    assert window.session.document.steps[step].title == "Bewerking 4"
    qtbot.waitUntil(lambda: not window.file.unpublished)
    assert open_file(path).document.steps[step].title == "Bewerking 4"


def test_after_kill_9_the_original_can_be_chosen(qtbot, program, path):
    step = kill_in_the_middle(path)
    before = path.read_bytes()
    window = program.new_window()
    window.show_welcome()
    answer(qtbot, program, window, "Origineel openen")
    assert window.session.document.steps[step].title != "Bewerking 4"
    assert path.read_bytes() == before


def test_later_offers_it_again_at_the_next_start(qtbot, program, path):
    kill_in_the_middle(path)
    window = program.new_window()
    window.show_welcome()
    answer(qtbot, program, window, "Later")
    answer(qtbot, program, window, "Later")
