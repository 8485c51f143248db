"""The longest stretch of a journey without any contact with the scope, over the borders of phases."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys.analysis.spots import Spot, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step
    from journeys.model.time import Period


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of days without contact; `days` is 0 when there is none.

    `after` and `before`: the ids of the contacts between which it lies; None at the journey's start or end.
    """

    from_day: int
    to_day: int
    after: str | None = field(default=None, compare=False)
    before: str | None = field(default=None, compare=False)

    @property
    def days(self) -> int:
        """How long it lasts."""
        return self.to_day - self.from_day


def silences(scene: Scene) -> dict[str, Silence]:
    """The longest one of every journey; ask for `scene.once(silences)`."""
    return {journey: _longest(stretches) for journey, stretches in scene.once(all_silences).items()}


def all_silences(scene: Scene) -> dict[str, list[Silence]]:
    """All stretches between contacts of every journey, in order of time; ask for `scene.once(all_silences)`."""
    return {
        journey.id: _stretches(scene.spots.get(journey.id, {}), scene.periods, scene.scope)
        for journey in scene.journeys
    }


def longest_silence(spots: Mapping[str, Spot], periods: Mapping[str, Period], scope: Scope) -> Silence:
    """The longest one (the first of equals) between the journey's start, its contacts and its end.

    A contact counts at its step's day; contacts without a day are spread evenly over their phase.
    """
    return _longest(_stretches(spots, periods, scope))


def _longest(stretches: list[Silence]) -> Silence:
    return max(stretches, key=lambda silence: silence.days, default=Silence(0, 0))


def _stretches(spots: Mapping[str, Spot], periods: Mapping[str, Period], scope: Scope) -> list[Silence]:
    if not periods:
        return []
    start = min(period[0] for period in periods.values())
    end = max(period[1] for period in periods.values())
    met: dict[int, str] = {}
    for phase, spot in spots.items():
        for day, step in _days(spot, periods[phase], scope):
            at = day if start <= day <= end else min(max(day, start), end)
            known = met.get(at)
            if known is None or step < known:
                met[at] = step
    days = sorted({start, end, *met})
    return [Silence(first, last, met.get(first), met.get(last)) for first, last in pairwise(days)]


def _days(spot: Spot, period: Period, scope: Scope) -> Iterator[tuple[int, str]]:
    inside, acting = scope.inside, scope.acting
    undated: list[Step] = []
    for step in spot.front:
        for contact in step.contacts:
            if contact.party in inside or contact.party in acting or contact.passes_on_for in inside:
                if step.day is not None:
                    yield step.day, step.id
                else:
                    undated.append(step)
                break
    start, end = period
    for index, step in enumerate(in_reading_order(undated)):
        yield start + (end - start) * (2 * index + 1) // (2 * len(undated)), step.id
