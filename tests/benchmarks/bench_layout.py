"""L1: layout is linear in the steps, and after one edit of a large journey only little is laid out anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeys import fonts
from journeys.i18n import words
from journeys.layout import text
from journeys.layout.map import Engine, MapSpec, map_layout
from tests.benchmarks.harness import Harness, Row
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FEW, MANY = 300, 5000
SAY = words("nl")


def measure(harness: Harness) -> Iterable[Row]:
    few, many = harness.steps(FEW), harness.steps(MANY)
    yield Row(
        "L1", "layout per step, 5,000 steps against 300", 1.5, harness.ratio(whole(many), whole(few)) * few / many,
        note="text caches emptied before each",
    )  # fmt: skip
    yield harness.row(
        "L1", "one edit's layout, 5,000 steps, against all of it", 0.1, ours=edited(many), raw=whole(many)
    )


def whole(steps: int) -> Callable[[], object]:
    """A first layout, with nothing remembered."""
    document = study(steps)
    spec = MapSpec(next(iter(document.journeys)))

    def run() -> object:
        text.broken.cache_clear()
        fonts.em_width.cache_clear()
        return map_layout(document, spec, SAY)

    return run


def edited(steps: int) -> Callable[[], object]:
    """The layout after the title of a step in the middle changed."""
    document = study(steps)
    spec = MapSpec(next(iter(document.journeys)))
    engine = Engine()
    map_layout(document, spec, SAY, engine)
    middle = list(document.steps)[steps // 2]

    def run() -> object:
        before = document.steps[middle]
        after = replace(before, title="Anders" if before.title != "Anders" else "Zo")
        changes = {("step", middle): (before, after)}
        document.write(changes)
        engine.follow(changes)
        return map_layout(document, spec, SAY, engine)

    return run
