"""The system asks the program to end: everything is stored, nobody is asked anything, and it ends by itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from journeys.store import locations
from journeys.store.opener import open_file
from journeys.store.recovery import abandoned, recover

ENDED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from app import beginning, main
from app.program import Program

wanted, doing = getattr(signal, sys.argv[2]), sys.argv[3]
started = Program.new_window

def busy(window):
    map_ = window.view.map
    shown = window.view.context.journey
    step = next((s for s in window.session.document.steps.values() if s.journey == shown), None)
    if doing == "typing":
        map_.select([step.id])
        map_.begin_edit(step.id)
        QTest.keyClicks(map_.writer.editor, "Op het laatste moment")
    elif doing == "dragging":
        place = map_.mapFromScene(map_.sceneRect().center())
        map_.reveal(step.id)
        target = map_.hits.main(step.id)
        from app.canvas import scale
        place = map_.mapFromScene(scale.rect(target.rect).center())
        QTest.mousePress(map_.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseMove(map_.viewport(), place + QPoint(30, 10))
        QTest.mouseMove(map_.viewport(), place + QPoint(120, 20))
    elif doing == "a dialog":
        window.actions_by_code["save_as"].trigger()
    elif doing == "a menu":
        window.menuBar().actions()[0].menu().popup(QPoint(5, 5))
    elif doing == "a poster":
        window.actions_by_code["poster"].trigger()
        QTest.qWait(200)
    elif doing == "publishing":
        from journeys.edits import steps
        window.history.perform(steps.rename(window.session.document, step.id, "Vlak voor het einde"))
        window.file.publish()
    elif doing == "presenting":
        window.actions_by_code["present"].trigger()
        QTest.qWait(50)
        from app import present
        assert present.running(window).console is not None, "the second screen has nothing"
    elif doing == "a new study":
        window.actions_by_code["add_persona"].trigger()
    os.kill(os.getpid(), wanted)

def new_window(program):
    window = started(program)
    def wait():
        if doing == "a new study" and window.session is None:
            beginning.start_blank(program, window)
        if window.view is None or (doing != "a new study" and not window.isVisible()):
            QTimer.singleShot(20, window, wait)
        else:
            busy(window)
    QTimer.singleShot(100, window, wait)
    return window

Program.new_window = new_window
code = main.run([] if doing == "a new study" else [Path(sys.argv[1])], "nl")
print("ended", code, flush=True)
"""


SCREENS = [
    {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1}
    for name, x in (("laptop", 0), ("beamer", 1280))
]


def told_to_end_while(doing, path, name, **surroundings):
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", ENDED, str(path), name, doing],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, **surroundings},
    )  # fmt: skip


def end_while(doing, path, name="SIGTERM", **surroundings):
    done = told_to_end_while(doing, path, name, **surroundings)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "ended 0"
    stray = [line for line in done.stderr.splitlines() if line and "This plugin does not support" not in line]
    assert stray == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
@pytest.mark.parametrize("name", ["SIGTERM", *(pytest.param(n, marks=pytest.mark.long) for n in ("SIGINT", "SIGHUP"))])
def test_F5_a_signal_stores_what_is_being_typed_and_ends_the_program(path, name):
    end_while("typing", path, name)
    assert "Op het laatste moment" in {step.title for step in open_file(path).document.steps.values()}
    assert abandoned() == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
@pytest.mark.parametrize("doing", ["dragging", "a dialog", pytest.param("a menu", marks=pytest.mark.long), "a poster"])
def test_F5_a_signal_in_the_middle_of_something_ends_the_program_with_the_file_whole(path, doing, child):
    end_while(doing, path)
    assert open_file(path).document == child, "what was not finished is not done"
    assert abandoned() == []
    assert list(locations.work_folder().glob("*")) == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
def test_F5_a_signal_while_presenting_on_two_screens_closes_both(path, tmp_path, child):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    end_while("presenting", path, QT_QPA_PLATFORM=f"offscreen:configfile={screens}")
    assert open_file(path).document == child
    assert abandoned() == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
@pytest.mark.parametrize("doing", ["typing", pytest.param("dragging", marks=pytest.mark.long), "publishing"])
def test_F5_killed_in_the_middle_of_something_the_file_is_whole_and_what_was_done_is_there(path, doing, child):
    """The letters of a field that is still open are all that goes."""
    done = told_to_end_while(doing, path, "SIGKILL")
    assert done.returncode == -signal.SIGKILL, done.stderr
    found, left = open_file(path).document, abandoned()
    if doing != "publishing":
        assert found == child
        assert left == []
        return
    titles = [{step.title for step in found.steps.values()}]
    titles += [{step.title for step in recover(one).document().steps.values()} for one in left]
    assert any("Vlak voor het einde" in held for held in titles)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
def test_F5_a_signal_while_publishing_waits_for_it(path):
    end_while("publishing", path)
    assert "Vlak voor het einde" in {step.title for step in open_file(path).document.steps.values()}
    assert abandoned() == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs signals")
def test_F5_a_study_without_a_file_is_offered_again_after_a_signal(path):
    end_while("a new study", path)
    (one,) = abandoned()
    assert one.path is None
