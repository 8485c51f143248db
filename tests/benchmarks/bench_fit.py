"""C1–C3, C6: painting the map fitted, halved and at 100 %, against a bare painter; and what the canvas weighs."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.canvas.hits import Hits
from app.canvas.inks import Inks
from app.canvas.picture import Picture
from app.canvas.zoom_view import ZoomView
from journeys.i18n import words
from journeys.layout.map import MapSpec, map_layout
from journeys.layout.palettes import palette
from tests.benchmarks.harness import Row
from tests.benchmarks.maps import SIZE, Raw, application, opened, repaint
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.harness import Harness

FITTED = (1_000, 5_000, 20_000)
WEIGHED = 5_000


def measure(harness: Harness) -> Iterator[Row]:
    for steps in FITTED:
        view = opened(harness.steps(steps))
        view.zoom_to_fit()
        application().processEvents()
        yield harness.row("C1", f"whole map fitted, {steps:,} steps", 1.6, ours=repaint(view), raw=Raw(view).repaint)
        if steps == FITTED[0]:
            for zoom, goal, what in ((0.5, 1.35, "half size"), (1.0, 1.45, "100 %")):
                view.zoom_to(zoom)
                application().processEvents()
                yield harness.row("C2", f"{what}, {steps:,} steps", goal, ours=repaint(view), raw=Raw(view).repaint)
    small, large = opened(harness.steps(200)), opened(harness.steps(20_000))
    yield harness.row("C3", "100 % with 20,000 steps against 200", 1.3, ours=repaint(large), raw=repaint(small))
    weight = weight_alone(harness.steps(WEIGHED))
    yield Row("C6", f"canvas memory a step, {WEIGHED:,} steps", 8.0, weight, unit="KiB")


def weight_alone(steps: int) -> float:
    """`weight` in a process of its own: after other maps the memory that they used and left is counted too."""
    code = f"from tests.benchmarks.bench_fit import weight; print(weight({steps}))"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(told.stdout)


def weight(steps: int) -> float:
    """KiB a step that showing a drawing adds to the process, after a look at it whole and at 100 %."""
    app = application()
    document = study(steps)
    drawing = map_layout(document, MapSpec(next(iter(document.journeys))), words("nl"))
    gc.collect()
    before = _resident()
    view = ZoomView()
    picture, inks = Picture(view), Inks(palette("light"))
    view.setScene(picture.scene)
    view.resize(*SIZE)
    view.show()
    picture.show(drawing, inks, 1.0)
    hits = Hits(drawing)
    for step in document.steps:
        hits.main(step)
    app.processEvents()
    view.zoom_to_fit()
    picture.zoomed(view.zoom, inks)
    view.viewport().repaint()
    gc.collect()
    return (_resident() - before) / 1024 / steps


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
