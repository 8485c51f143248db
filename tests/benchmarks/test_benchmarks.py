"""Each benchmark still runs, on a study of a few steps; how fast anything is, no test says."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.bench_frozen import starts
from tests.benchmarks.harness import PYTHON, Harness
from tests.benchmarks.run import in_own_process, names

TRIAL = Harness(trial=True)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("name", sorted({*names()} - {"frozen"}))
def test_a_benchmark_runs_to_its_end(name):
    rows = in_own_process(name, TRIAL)

    assert rows
    assert [row.what for row in rows if row.unit == "crash"] == []


def test_what_is_asked_of_the_frozen_program_it_can_do(monkeypatch):
    monkeypatch.setenv("LEVENSREIS_DATA", "")  # the benchmark sets it; afterwards it is as it was
    monkeypatch.setenv("XDG_CONFIG_HOME", "")

    rows = list(starts(TRIAL, [PYTHON, "-m", "app.entry"], [PYTHON, "-c", ""]))

    assert [row.id for row in rows] == ["Z2", "Z3", "Z4"]
