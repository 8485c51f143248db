"""A1: all findings of a study, linear in its steps and no slower than networkx's own passes over the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from journeys.analysis.findings import overview
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.harness import Harness, Row

PERSONAS = 5


def measure(harness: Harness) -> Iterable[Row]:
    small, large = study(10_000 // PERSONAS, PERSONAS), study(20_000 // PERSONAS, PERSONAS)
    graphs = [small.graph(journey) for journey in small.journeys]
    yield harness.row(
        "A1", "all findings, 20,000 steps against 10,000", 2.3,
        ours=lambda: overview(large), raw=lambda: overview(small),
    )  # fmt: skip
    yield harness.row(
        "A1", "all findings, 10,000 steps, against networkx's passes", 1.0,
        ours=lambda: overview(small), raw=lambda: _networkx(graphs),
    )  # fmt: skip


def _networkx(graphs: list[nx.DiGraph]) -> None:
    """Topological order, dominators and longest path of every journey's flow."""
    for graph in graphs:
        first = next(iter(nx.topological_sort(graph)))
        list(nx.topological_sort(graph))
        nx.immediate_dominators(graph, first)
        nx.dag_longest_path(graph)
