"""The longest silence of each journey, where it is long enough to speak of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, count
from journeys.analysis.gaps import is_open_need
from journeys.analysis.reading import lived
from journeys.analysis.silence import Silence, all_silences
from journeys.analysis.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note, Step

SHORTEST: Final = 28
"""Days; with an open need in it a silence of four weeks is worth a look."""
PART: Final = 5
"""And when it lasts at least a fifth of the journey."""


def findings(scene: Scene) -> Iterator[Finding]:
    """At most one per journey: the longest with an open need in it."""
    least = _least(scene)
    for journey in lived(scene):
        stretches = [silence for silence in scene.once(all_silences)[journey.id] if silence.days >= least]
        stretches.sort(key=lambda silence: -silence.days)
        yield from islice(_told(scene, journey, stretches), 1)


def _told(scene: Scene, journey: Journey, stretches: list[Silence]) -> Iterator[Finding]:
    for silence in stretches:
        needs = tuple(_needs(scene, journey.id, silence))
        if needs:
            yield _finding(journey, silence, count("needs", "need", needs))


def _finding(journey: Journey, silence: Silence, needs: Number) -> Finding:
    ends = tuple(step for step in (silence.after, silence.before) if step is not None)
    days = Number("days", silence.days, "day", ends or (journey.id,))
    place = (("after", silence.after or ""), ("before", silence.before or ""))
    return Finding("time.silence_needs", "look", (*ends, journey.id), journey.id, None, (days, needs), place)


def _least(scene: Scene) -> float:
    """Days from which a silence is spoken of."""
    spans = scene.periods.values()
    return max(SHORTEST, (max(end for _, end in spans) - min(start for start, _ in spans)) / PART) if spans else 0


def silent_steps(scene: Scene, journey: str) -> set[str]:
    """The front steps that lie within a long silence."""
    least = _least(scene)
    long = (silence for silence in scene.once(all_silences).get(journey, ()) if silence.days >= least)
    return {step for silence in long for step in steps_within(scene, journey, silence)}


def steps_within(scene: Scene, journey: str, silence: Silence) -> set[str]:
    """The front steps between the two contacts."""
    ends = {silence.after, silence.before}
    return {
        step.id
        for phase, spot in scene.spots.get(journey, {}).items()
        for step in spot.front
        if step.id not in ends and _within(silence, step, *scene.periods[phase])
    }


def _needs(scene: Scene, journey: str, silence: Silence) -> Iterator[str]:
    for phase, spot in scene.spots.get(journey, {}).items():
        start, end = scene.periods[phase]
        if start < silence.to_day and end > silence.from_day:
            for note in _open(spot):
                step = scene.document.steps.get(note.step or "")
                if _within(silence, step, start, end):
                    yield note.id


def _open(spot: Spot) -> Iterator[Note]:
    return (note for note in spot.notes if is_open_need(note))


def _within(silence: Silence, step: Step | None, start: int, end: int) -> bool:
    """A step by its day; what has none by whether its whole phase lies in the silence."""
    if step is not None and step.day is not None:
        return silence.from_day <= step.day <= silence.to_day
    return silence.from_day <= start and end <= silence.to_day
