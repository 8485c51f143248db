"""Measures ratios of paired runs, because the machine's own speed drifts; prints them against their goals.

A benchmark is a module `tests/benchmarks/bench_<name>.py` with

    def measure(harness: Harness) -> Iterable[Row]:
        document = study(harness.steps(1_000))
        yield harness.row("C1", "whole map fitted, 1,000 steps", 1.6, ours=paint_map, raw=paint_raw)
        yield harness.processes("S1", "start to first paint", 1.6, ours=[PYTHON, …], raw=[PYTHON, …])
        yield Row("S2", "heavy modules at the first paint", goal=0, measured=len(loaded), unit="modules")

`ours` and `raw` take no arguments and do one run; what prepares them comes before. Short runs are repeated
until the clock can tell them apart. `dev.py bench fit drag` runs every benchmark whose name contains one of
the words, each in a process of its own. A row passes when what was measured is at most its goal.
The test suite runs each as a trial, so that none rots unseen.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PYTHON = sys.executable
MEASURABLE = 0.01  # seconds
A_FEW = 12  # steps


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the goal's id, what was measured, both numbers in one unit ("×" is a ratio)."""

    id: str
    what: str
    goal: float
    measured: float
    unit: str = "×"
    note: str = ""

    @property
    def passes(self) -> bool:
        return self.measured <= self.goal

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Harness:
    """How many pairs are run, fewer for a first look; or a trial, which shows only that a benchmark still runs."""

    pairs: int = 15
    trial: bool = False

    def steps(self, wanted: int) -> int:
        """How large a study is measured: so many steps, in a trial a few."""
        return min(wanted, A_FEW) if self.trial else wanted

    def row(
        self,
        id: str,
        what: str,
        goal: float,
        *,
        ours: Callable[[], object],
        raw: Callable[[], object],
        note: str = "",
    ) -> Row:
        """A row with the ratio of our run to the raw one."""
        return Row(id, what, goal, self.ratio(ours, raw), note=note)

    def ratio(self, ours: Callable[[], object], raw: Callable[[], object]) -> float:
        """The median of the ratios of neighbouring runs; whoever goes first changes every pair."""
        if self.trial:
            return _pair(ours, raw, 1, 0)
        ours(), raw()  # the first run of each fills caches
        shortest = min(cpu_seconds(ours), cpu_seconds(raw))
        times = max(1, min(1000, round(MEASURABLE / max(shortest, 1e-6))))
        return statistics.median(_pair(ours, raw, times, number) for number in range(self.pairs))

    def processes(
        self,
        id: str,
        what: str,
        goal: float,
        *,
        ours: Sequence[object],
        raw: Sequence[object],
        note: str = "",
    ) -> Row:
        """A row with the ratio of whole processes, in the CPU seconds they took."""
        return self.row(id, what, goal, ours=lambda: run_process(ours), raw=lambda: run_process(raw), note=note)


def _pair(ours: Callable[[], object], raw: Callable[[], object], times: int, number: int) -> float:
    if number % 2:
        base, mine = cpu_seconds(raw, times), cpu_seconds(ours, times)
    else:
        mine, base = cpu_seconds(ours, times), cpu_seconds(raw, times)
    return mine / max(base, 1e-9)


def cpu_seconds(run: Callable[[], object], times: int = 1) -> float:
    """CPU seconds of so many runs, with children that were waited for, without collector pauses."""
    gc.collect()
    gc.disable()
    try:
        before = _spent()
        for _ in range(times):
            run()
        return _spent() - before
    finally:
        gc.enable()


def _spent() -> float:
    spent = os.times()
    return time.process_time() + spent.children_user + spent.children_system


def run_process(command: Sequence[object]) -> None:
    """Runs a command to its end; stops the benchmark with its words when it fails."""
    done = subprocess.run([str(word) for word in command], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
