"""The audience on the second screen, the presenter on the first, and a cable that is pulled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1},
    {"name": "beamer", "x": 1280, "y": 0, "width": 1280, "height": 720, "dpr": 1},
]


@pytest.fixture
def found(home, tmp_path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": SCREENS}))
    plain = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("two_screens.py"))],
        cwd=ROOT, env=plain, check=False, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_A22_the_audience_has_the_second_screen_and_what_stands_there_comes_back_when_it_goes(found):
    two = {"audience": "beamer", "full": True, "console": "laptop"}
    assert found["begin"] == {**two, "at": 0}
    assert found["keys"] == {**two, "at": 2, "notes for all": False}
    assert found["next"].startswith("Hierna: ")
    assert found["notes"]
    assert found["progress"].startswith("3 / ")
    assert (found["small"], found["nameless"]) == ([], [])
    assert found["black"] == "black"
    swapped = {"audience": "laptop", "full": True, "console": "beamer", "at": 2}
    assert found["swapped"] == swapped
    assert found["pulled"] == {"audience": "laptop", "full": True, "console": None, "at": 2}
    assert found["back"] == swapped
    assert found["told"].startswith("Het andere scherm is weg")
    assert found["told again"] == ""
    assert found["over"]
