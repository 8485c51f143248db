"""Every reader under atheris, which follows what its code covers; for long runs, where atheris is installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz import oracle
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
SECONDS = int(os.environ.get("LEVENSREIS_FUZZ_SECONDS", "60"))
"""For each target; a night has 900."""


@pytest.mark.long
@pytest.mark.timeout(SECONDS * 3 + 120)
@pytest.mark.parametrize("name", TARGETS)
def test_a_run_led_by_coverage_finds_nothing(name, tmp_path):
    pytest.importorskip(
        "atheris", reason="atheris is not installed: it has no wheel for every Python and is in no lock"
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.covered", name, str(SECONDS), str(tmp_path)], cwd=ROOT,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    assert runs is not None, done.stderr[-2000:]
    print(f"\n{name}: {int(runs[1]):,} runs in {SECONDS} s")
    assert oracle.kept(tmp_path / "found") == [], done.stdout[-3000:]
