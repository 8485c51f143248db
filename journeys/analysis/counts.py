"""How many phases before, at and after the desk are without the scope."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.model.time import side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level
    from journeys.model.time import Period


@dataclass(frozen=True, slots=True)
class Count:
    """The phases on one side of the desk: all, absent, deliberately absent and not filled in."""

    phases: int
    gaps: int
    deliberate: int
    unmapped: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Before, at and after the desk."""

    before: Count
    at: Count
    after: Count


def counts(levels: Mapping[str, Level], periods: Mapping[str, Period]) -> Counts:
    """The counts of one journey, by its levels per phase."""
    per_side: dict[str, Counter[Level]] = {"before": Counter(), "at": Counter(), "after": Counter()}
    for phase, level in levels.items():
        per_side[side(periods[phase])][level] += 1
    return Counts(*(_count(found) for found in per_side.values()))


def _count(found: Counter[Level]) -> Count:
    return Count(found.total(), found["absent"], found["deliberate"], found["unmapped"])
