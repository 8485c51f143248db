"""E1: an edit from end to end, as the user makes it: a key on the map, the map painted again, the edit durable."""

from __future__ import annotations

import os
import tempfile
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from app.program import Program
from tests.benchmarks.harness import cpu_seconds
from tests.benchmarks.maps import application
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.window import StudyWindow
    from tests.benchmarks.harness import Harness, Row

EDITS = 20


def measure(harness: Harness) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LEVENSREIS_DATA"] = os.environ["XDG_CONFIG_HOME"] = folder
        program = Program(application(), "nl")
        small, large = (opened(program, harness.steps(steps)) for steps in (200, 5_000))
        one, other = editing(large), editing(small)
        each = min(cpu_seconds(other, EDITS) for _ in range(3)) / EDITS * 1_000
        yield harness.row(
            "E1", "a key to repaint and durable: CPU at 5,000 steps against 200", 3, ours=one, raw=other,
            note=f"{each:.1f} ms at 200 steps",
        )  # fmt: skip
        for window in (small, large):
            assert window.file is not None
            window.file.close(discard=True)
            window.finish()


def opened(program: Program, steps: int) -> StudyWindow:
    """A window with a study of so many steps, all of it laid out and judged."""
    window = program.show_new(program.new_window(), study(steps))
    assert window.view is not None
    QTest.qWait(200)
    window.view.map.zoom_to_fit()
    window.view.map.zoom_to(1.0)
    window.view.refresh_findings()
    return window


def editing(window: StudyWindow) -> Callable[[], None]:
    """One key that sets the emotion of a step in the middle, and everything up to the painted map."""
    view = window.view
    assert view is not None
    steps = list(view.session.document.steps.values())
    view.map.reveal(steps[len(steps) // 2].id)
    keys = cycle("51")

    def edit() -> None:
        QTest.keyClicks(view.map, next(keys))
        application().processEvents()
        view.map.viewport().repaint()

    edit()
    assert view.session.document.steps[steps[len(steps) // 2].id].emotion == 2
    return edit
