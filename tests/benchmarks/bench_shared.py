"""SN, MG, VE: keeping and reading a snapshot, bringing another study in, and hiding names, all linear in the steps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journeys.analysis.veil import veiled
from journeys.edits.merge.bring import merge
from journeys.exchange import snapshots
from journeys.i18n import words
from journeys.layout.map import MapSpec, map_layout
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.harness import Harness, Row

FEW, MANY = 1_000, 5_000
LINEAR = 1.5 * MANY / FEW
AT = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


def measure(harness: Harness) -> Iterator[Row]:
    few, many = study(harness.steps(FEW)), study(harness.steps(MANY))
    kept = [snapshots.take(document, "x", AT) for document in (few, many)]
    against = f"{MANY:,} steps against {FEW:,}"
    yield harness.row(
        "SN1", f"a snapshot taken, {against}", LINEAR,
        ours=lambda: snapshots.take(many, "x", AT), raw=lambda: snapshots.take(few, "x", AT),
    )  # fmt: skip
    yield harness.row(
        "SN2", f"a snapshot read, {against}", LINEAR,
        ours=lambda: snapshots.read(kept[1]), raw=lambda: snapshots.read(kept[0]),
    )  # fmt: skip
    host = study(10)
    yield harness.row(
        "MG1", f"brought into another study, {against}", LINEAR,
        ours=lambda: merge(host, many), raw=lambda: merge(host, few),
    )  # fmt: skip
    say = words("nl")
    yield harness.row(
        "VE1", f"names hidden, {against}", LINEAR, ours=lambda: veiled(many, say), raw=lambda: veiled(few, say)
    )
    spec = MapSpec(next(iter(few.journeys)))
    yield harness.row(
        "VE2", f"names hidden, {FEW:,} steps, against laying out the map", 1.0,
        ours=lambda: veiled(few, say), raw=lambda: map_layout(few, spec, say),
    )  # fmt: skip
