"""Errors in our own code and rubbish in our own settings: told, logged without content, and life goes on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings

from app import settings
from journeys.store import locations, recovery
from journeys.store.opener import open_file

CANARY = "ZZKANARIE123456782"

STUMBLING = """
import os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from app import main, tasks
from app.program import Program
from journeys.edits import steps

CANARY = sys.argv[2]
started, told = Program.new_window, []
tell = Program.tell_mishap
Program.tell_mishap = lambda program, kind: (told.append(kind), tell(program, kind))

def stumble():
    raise ValueError(CANARY)

class Stumbling(QWidget):
    def paintEvent(self, event):
        stumble()

def work(_):
    raise KeyError(CANARY)

def hand_over(error):
    raise error

def go(window):
    if not (Path(os.environ["LEVENSREIS_DATA"]) / "log" / "crash.log").exists():
        QTimer.singleShot(50, window, lambda: go(window))  # the log begins when the picture stands
        return
    step = next(iter(window.session.document.steps.values()))
    button = QPushButton(window)
    button.clicked.connect(stumble)
    for _ in range(3):
        button.click()
    picture = Stumbling(window)
    picture.resize(50, 50)
    picture.show()
    for _ in range(3):
        try:
            picture.repaint()
        except ValueError:
            pass
    tasks.start(work, window, None, hand_over).wait()
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    window.session.listen(lambda edit: stumble())
    window.history.perform(steps.rename(window.session.document, step.id, CANARY))
    picture.hide()
    print(sorted(set(told)), window.bar.text, sep=chr(10), flush=True)
    if sys.argv[3] == "abort":
        os.abort()
    os.kill(os.getpid(), signal.SIGTERM)

def new_window(program):
    window = started(program)
    QTimer.singleShot(600, window, lambda: go(window))
    return window

Program.new_window = new_window
sys.exit(main.run(Path(sys.argv[1]), "nl"))
"""


def stumble(path, end):
    done = subprocess.run(
        [sys.executable, "-c", STUMBLING, str(path), CANARY, end], capture_output=True, text=True, check=False,
        timeout=60,
    )  # fmt: skip
    return done, (locations.data_folder() / "log" / "levensreis.log").read_text("utf-8")


def test_errors_in_slots_painting_and_workers_are_told_and_the_program_goes_on(path):
    done, log = stumble(path, "end")
    assert done.returncode == 0, done.stderr
    told, bar = done.stdout.splitlines()
    assert told == "['KeyError', 'ValueError']"
    assert "Uw werk is veilig" in bar
    assert CANARY in {step.title for step in open_file(path).document.steps.values()}, "the edit went on to the file"
    assert "ValueError at" in log
    assert "a listener failed on step.rename" in log
    for secret in (CANARY, str(path.parent), path.name):
        assert secret not in log


def test_after_a_crash_of_the_program_itself_the_stack_is_kept_and_the_work_is_offered(path):
    done, _ = stumble(path, "abort")
    assert done.returncode == -6, done.stderr
    crash = (locations.data_folder() / "log" / "crash.log").read_text("utf-8")
    assert "Fatal Python error: Aborted" in crash
    assert CANARY not in crash
    (one,) = recovery.abandoned()
    copy = recovery.recover(one)
    assert CANARY in {step.title for step in copy.document().steps.values()}
    copy.close(discard=True)


RUBBISH = {
    "bytes": bytes(range(256)) * 20,
    "empty": b"",
    "unclosed": b"[General\nlanguage=",
    "wrong kinds": (
        b"[General]\nlanguage=@Variant(\\0\\0\\0\\x7f)\ntheme=@ByteArray(x)\ntext_size=NaN\n"
        b"recent=@Variant(\\xff\\xff), 3, @Invalid()\nwindow=@ByteArray(\\x1\\x2)\npanes=hallo\n"
    ),
    "far away": b"[General]\ntext_size=-9999999999999999999\nrecent=/niet/hier, ../.., \\0, ~\nwindow=99\npanes=1, 2\n",
}


@pytest.mark.qt_log_ignore("QVariant::load: unknown user type", extend=True)  # Qt tells what it found
@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_in_the_settings_is_ignored_and_overwritten(program, home, path, name):
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Levensreis", "levensreis")
    file = home / "settings" / "Levensreis" / "levensreis.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(RUBBISH[name])
    store.sync()
    assert settings.language() in ("nl", "en")
    assert settings.theme() in settings.THEMES
    assert settings.text_size() in settings.TEXT_SIZES
    assert all(known.is_absolute() for known in settings.remembered_files())
    program.redress()
    window = program.new_window()
    window.show_welcome()
    opened = program.open_file(window, path)
    opened.remember()
    assert path in settings.remembered_files()
