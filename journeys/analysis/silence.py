"""The longest stretch of a journey without any contact with the scope, over the borders of phases."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.analysis.meetings import meetings
from journeys.analysis.presence import meets
from journeys.analysis.reading import reading
from journeys.analysis.spots import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.model.entities import Step
    from journeys.model.time import Period


SHORT: Final = 7
"""Days; a shorter stretch is no silence, unless there is no longer one."""


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
    """The stretches between contacts of every journey that last long enough to count, in order of time.

    Ask for `scene.once(all_silences)`.
    """
    ours = scene.once(meetings).ours
    found = {}
    for journey in scene.journeys:
        met: dict[str, list[Step]] = {}
        for step in scene.once(reading)[journey.id]:
            if step.id in ours and step.stage == "front":
                met.setdefault(step.phase, []).append(step)
        found[journey.id] = _stretches(met, scene.periods)
    return found


def longest_silence(spots: Mapping[str, Spot], periods: Mapping[str, Period], scope: Scope) -> Silence:
    """The longest one (the first of equals) between the journey's start, its contacts and its end.

    A contact counts at its step's day; contacts without a day are spread evenly over their phase.
    """
    front = {phase: in_reading_order(spot.front) for phase, spot in spots.items()}
    met = {phase: [step for step in steps if meets(step, scope)] for phase, steps in front.items()}
    return _longest(_stretches(met, periods))


def _longest(stretches: list[Silence]) -> Silence:
    return max(stretches, key=lambda silence: silence.days, default=Silence(0, 0))


def _stretches(contacts: Mapping[str, list[Step]], periods: Mapping[str, Period]) -> list[Silence]:
    """Between the steps of each phase, in reading order, in which the scope is met."""
    if not periods:
        return []
    start = min(period[0] for period in periods.values())
    end = max(period[1] for period in periods.values())
    met: dict[int, str] = {}
    for phase, steps in contacts.items():
        for day, step in _days(steps, periods[phase]):
            at = day if start <= day <= end else min(max(day, start), end)
            known = met.get(at)
            if known is None or step < known:
                met[at] = step
    days = sorted({start, end, *met})
    least = min(SHORT, max((last - first for first, last in pairwise(days)), default=0))
    return [
        Silence(first, last, met.get(first), met.get(last)) for first, last in pairwise(days) if last - first >= least
    ]


def _days(steps: list[Step], period: Period) -> Iterator[tuple[int, str]]:
    yield from ((step.day, step.id) for step in steps if step.day is not None)
    undated = [step for step in steps if step.day is None]
    (start, end), parts = period, 2 * len(undated)
    yield from ((start + (end - start) * (2 * index + 1) // parts, step.id) for index, step in enumerate(undated))
