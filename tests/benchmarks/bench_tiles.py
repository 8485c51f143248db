"""P3: a poster of 300 steps cut up into sixteen sheets of A3, against the same on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.i18n import words
from journeys.poster import pages, raster
from journeys.poster.kinds.journey import sheets
from journeys.poster.request import Request
from tests.benchmarks.harness import Row
from tests.journeys import studies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.harness import Harness

WHOLE = Request(paper="1560x1060mm", language="nl")
"""A third larger than A0, which takes twelve sheets."""
CUT = replace(WHOLE, tile="A3")


def measure(harness: Harness) -> Iterable[Row]:
    document = studies.study(harness.steps(300))
    made = sheets(document, WHOLE, words("nl"))

    def tiled() -> bytes:
        return pages.painted(document, CUT, made)

    def whole() -> bytes:
        return pages.painted(document, WHOLE, made)

    note = f"{raster.page_count(tiled())} pages, how to put them together included"
    yield harness.row("P3", "painting 16 tiles of A3 against one page", 1.6, ours=tiled, raw=whole, note=note)
    yield Row("P3", "size of that file against one page", 1.15, len(tiled()) / len(whole()))
