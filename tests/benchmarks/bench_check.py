"""A1: all findings of a study, linear in its steps and no slower than networkx's own passes over the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from journeys.analysis import lenses
from journeys.analysis.findings import overview_of
from journeys.analysis.scene import scene
from tests.journeys.analysis.lenses.fuller import fuller
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.model.document import Document
    from tests.benchmarks.harness import Harness, Row

PERSONAS = 5
FRAME = 1 / 60
RUNS = 15


def measure(harness: Harness) -> Iterable[Row]:
    small, large = (study(harness.steps(steps) // PERSONAS, PERSONAS) for steps in (10_000, 20_000))
    graphs = [small.graph(journey) for journey in small.journeys]
    yield harness.row(
        "A1", "all findings, 20,000 steps against 10,000", 2.3,
        ours=lambda: everything(large), raw=lambda: everything(small),
    )  # fmt: skip
    yield harness.row(
        "A1", "all findings, 10,000 steps, against networkx's passes", 1.0,
        ours=lambda: everything(small), raw=lambda: _networkx(graphs),
    )  # fmt: skip
    judged = [fuller(harness.steps(steps) // PERSONAS, PERSONAS) for steps in (10_000, 5_000)]
    yield harness.row(
        "A1", "judged throughout, with notes: 10,000 steps against 5,000", 2.3,
        ours=lambda: everything(judged[0]), raw=lambda: everything(judged[1]),
    )  # fmt: skip
    yield from _after_an_edit(harness.steps(1_000))


def everything(document: Document) -> None:
    """As the window asks for it: one scene of a copy, the gaps, then every lens."""
    seen = scene(document.snapshot())
    overview_of(seen)
    lenses.findings(seen)


def _after_an_edit(steps: int) -> Iterable[Row]:
    """What follows an edit of a large journey, in frames of a screen that shows 60 a second."""
    from tests.benchmarks.harness import Row, cpu_seconds

    document = fuller(steps, 1)
    at_once = min(cpu_seconds(lambda: overview_of(scene(document.snapshot())), 1) for _ in range(RUNS))
    whole = min(cpu_seconds(lambda: everything(document), 1) for _ in range(RUNS))
    yield Row(
        "A1", "edit to findings at 1,000 steps: the window waits", 1, at_once / FRAME, unit="frames",
        note=f"{at_once * 1000:.1f} ms; all is found in {whole * 1000:.0f} ms, in a worker",
    )  # fmt: skip


def _networkx(graphs: list[nx.DiGraph]) -> None:
    """Topological order, dominators and longest path of every journey's flow."""
    for graph in graphs:
        first = next(iter(nx.topological_sort(graph)))
        list(nx.topological_sort(graph))
        nx.immediate_dominators(graph, first)
        nx.dag_longest_path(graph)
