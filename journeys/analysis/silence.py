"""The longest stretch of a journey without any contact with the scope, over the borders of phases."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys.analysis.presence import Scope, meets
from journeys.analysis.spots import Spot, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.model.time import Period


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of days without contact; `days` is 0 when there is none."""

    from_day: int
    to_day: int

    @property
    def days(self) -> int:
        """How long it lasts."""
        return self.to_day - self.from_day


def longest_silence(spots: Mapping[str, Spot], periods: Mapping[str, Period], scope: Scope) -> Silence:
    """The longest one (the first of equals) between the journey's start, its contacts and its end.

    A contact counts at its step's day; contacts without a day are spread evenly over their phase.
    """
    if not periods:
        return Silence(0, 0)
    start = min(period[0] for period in periods.values())
    end = max(period[1] for period in periods.values())
    met = {min(max(day, start), end) for phase, spot in spots.items() for day in _days(spot, periods[phase], scope)}
    days = sorted({start, end, *met})
    silences = [Silence(first, last) for first, last in pairwise(days)]
    return max(silences, key=lambda silence: silence.days, default=Silence(start, start))


def _days(spot: Spot, period: Period, scope: Scope) -> Iterator[int]:
    contacts = [step for step in spot.front if meets(step, scope)]
    yield from (step.day for step in contacts if step.day is not None)
    undated = in_reading_order([step for step in contacts if step.day is None])
    start, end = period
    for index in range(len(undated)):
        yield start + (end - start) * (2 * index + 1) // (2 * len(undated))
