"""The few tests that take most of the time: costly.txt lists them, so that the ordinary run is short.

`pytest --costs FILE` measures what each test costs, `python -m tests.costly FILE [MINUTES]` writes the list anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

import pytest

LIST = Path(__file__).with_name("costly.txt")
CORES = 2
MINUTES = 4.5
"""Of the ordinary run on so many cores, by its CPU time; starting and collecting comes on top."""
APART = ("long", "judge", "package")
"""Marks of tests that run by themselves as it is."""
HEAD = "# Written by tests/costly.py: tests that run with -m costly only, all their cases together.\n"


def listed() -> frozenset[str]:
    """The tests in the list, as path::name."""
    return frozenset(line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def mark(items: list[pytest.Item]) -> None:
    """Give the tests in the list their mark."""
    names = listed()
    for item in items:
        if name_of(item.nodeid) in names:
            item.add_marker("costly")


def name_of(nodeid: str) -> str:
    """A test without its case."""
    return nodeid.partition("[")[0]


class Costs:
    """Writes down what each test costs: CPU seconds of this process and of those it started, a line each."""

    def __init__(self, out: Path) -> None:
        self._out = out

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        before = os.times()
        result = yield
        seconds = sum(os.times()[:4]) - sum(before[:4])
        if any(item.get_closest_marker(mark) for mark in APART):
            return result
        with self._out.open("a", encoding="utf-8") as file:  # short lines are appended whole, by whichever worker
            file.write(json.dumps([name_of(item.nodeid), round(seconds, 4)]) + "\n")
        return result


def chosen(costs: dict[str, float], minutes: float) -> list[str]:
    """The costliest tests, so many that the rest takes no more minutes."""
    rest, found = sum(costs.values()), []
    for name in sorted(costs, key=lambda name: -costs[name]):
        if rest <= minutes * 60 * CORES:
            break
        found.append(name)
        rest -= costs[name]
    return sorted(found)


def main(measured: Path, minutes: float = MINUTES) -> None:
    costs: dict[str, float] = defaultdict(float)
    for line in measured.read_text("utf-8").splitlines():
        name, seconds = json.loads(line)
        costs[name] += seconds
    found = chosen(costs, minutes)
    LIST.write_text(HEAD + "".join(f"{name}\n" for name in found), "utf-8")
    part = sum(costs[name] for name in found)
    print(f"{len(found)} of {len(costs)} tests, {part:.0f} of {sum(costs.values()):.0f} CPU seconds")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(float(word) for word in sys.argv[2:3]))
