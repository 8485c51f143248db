"""One edit through the session into the working copy: the CPU it takes, and what it asks of the disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from journeys.edits.edit import Edit
from journeys.session import Session
from journeys.store.workcopy import WorkCopy
from tests.benchmarks.harness import Harness, Row, cpu_seconds
from tests.journeys.studies import study

EDITS = 100


def measure(harness: Harness) -> Iterable[Row]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEVENSREIS_DATA"] = folder
        small, large = editor(harness.steps(200)), editor(harness.steps(5_000))
        each = min(cpu_seconds(small[1], EDITS) for _ in range(3)) / EDITS * 1_000
        yield harness.row(
            "E1", "an edit made durable: CPU at 5,000 steps against 200", 3, ours=large[1], raw=small[1],
            note=f"{each:.2f} ms at 200 steps",
        )  # fmt: skip
        yield Row("E1", "transactions per edit", 1, transactions(large), unit="commits")
        small[0].close(discard=True)
        large[0].close(discard=True)


def editor(steps: int) -> tuple[WorkCopy, Callable[[], None]]:
    """A working copy of so many steps, and what makes one edit in it."""
    document = study(steps)
    copy = WorkCopy.create(document)
    session, numbers = Session(document, copy.write), count()
    ids = list(document.steps)

    def edit() -> None:
        number = next(numbers)
        step = document.steps[ids[number % len(ids)]]
        session.apply(Edit("bench", {("step", step.id): (step, replace(step, title=f"Stap {number} opnieuw"))}))

    edit()  # builds the indexes
    return copy, edit


def transactions(made: tuple[WorkCopy, Callable[[], None]]) -> float:
    copy, edit = made
    commits: list[str] = []
    copy._raw().set_trace_callback(commits.append)
    for _ in range(10):
        edit()
    copy._raw().set_trace_callback(None)
    return commits.count("COMMIT") / 10
