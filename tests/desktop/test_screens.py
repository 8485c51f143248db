"""A projector is unplugged while somebody presents: really, by an X server that loses a monitor."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import MISSING

ROOT = Path(__file__).parents[2]
UNPLUGGED = """
import json, subprocess, sys
from pathlib import Path
from PySide6.QtTest import QTest
from app import in_sight, main, present
from app.program import Program
from journeys.edits import steps

def monitor(*arguments):
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True)

def until(true):
    for _ in range(400):
        if true():
            return
        QTest.qWait(25)

app = main.application()
in_sight.follow(app)
program = Program(app, "nl")
window = program.open_file(program.new_window(), Path(sys.argv[1]))
until(window.isVisible)
QTest.qWait(300)
present.present(window)
now = present.running(window)
until(lambda: now.audience.isVisible())
now.placing.choose("beamer")
until(lambda: now.audience.screen().name() == "beamer")
QTest.qWait(500)
now.run("next")
window.move(1500, 100)
step = next(iter(window.session.document.steps.values()))
window.history.perform(steps.rename(window.session.document, step.id, "Tijdens het presenteren"))
QTest.qWait(300)
seen = {"screens": len(app.screens()), "audience": now.audience.screen().name(), "at": now.showing.place.index}
monitor("--delmonitor", "beamer")
until(lambda: len(app.screens()) == 1)
QTest.qWait(1500)
area = app.primaryScreen().availableGeometry()
seen["left"] = len(app.screens())
seen["window"] = in_sight.in_sight(window.frameGeometry(), [area])
seen["audience then"] = in_sight.in_sight(now.audience.frameGeometry(), [area])
seen["runs"] = not now.over
seen["at then"] = now.showing.place.index
seen["kept"] = "Tijdens het presenteren" in {s.title for s in window.file.copy.document().steps.values()}
now.end()
QTest.qWait(200)
window.file.close(discard=True)
window.finish()
QTest.qWait(200)
print(json.dumps(seen))
"""


@pytest.fixture
def wide(tmp_path):
    """One wide screen, of which a part can become a monitor of its own."""
    missing = MISSING or ("" if shutil.which("xrandr") else "xrandr")
    if missing:
        pytest.skip(f"no desktop here: {missing}")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "2680x900x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    display = ":" + server.stdout.readline().strip()
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    env.pop("WAYLAND_DISPLAY", None)
    for monitor in (("laptop", "1400/370x900/240+0+0", "screen"), ("beamer", "1280/340x800/210+1400+0", "none")):
        subprocess.run(["xrandr", "--setmonitor", *monitor], env=env, check=True, capture_output=True)
    manager = subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield env
    for process in (manager, server):
        process.terminate()
        process.wait(10)
    server.stdout.close()


def test_A22_a_projector_that_is_unplugged_leaves_every_window_in_sight_and_nothing_is_lost(wide, study_file):
    done = subprocess.run(
        [sys.executable, "-c", UNPLUGGED, str(study_file)], env=wide, cwd=ROOT, capture_output=True, text=True,
        check=False, timeout=90,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["screens"] == 2
    assert seen["audience"] == "beamer"
    assert seen["left"] == 1
    assert seen["window"], "the study's window is where it can be dragged"
    assert seen["audience then"]
    assert seen["runs"]
    assert seen["at then"] == seen["at"] == 1
    assert seen["kept"]
