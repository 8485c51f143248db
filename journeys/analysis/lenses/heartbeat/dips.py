"""Where it hurts: the lowest points with what was said there, sharp falls, and long stretches below neutral."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, count, ids_of
from journeys.analysis.lenses.heartbeat.hearts import Heart, feeling, hearts, words_at
from journeys.analysis.lenses.heartbeat.peaks import edges
from journeys.analysis.mendable import can_be_mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.finding import Grade
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

FALL: Final = 3
"""A fall by so many points is sharp."""
STRETCH: Final = 3
"""So many steps below neutral, one after the other, are a long time."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey in which enough was judged."""
    for heart in scene.once(hearts).values():
        if heart.beats:
            lowest = _lowest_steps(scene, heart)
            yield from _lowest(scene, heart, lowest)
            yield from _stretches(heart)
            yield from _fall(scene, heart, {*ids_of(lowest), *edges(scene, heart)})


def _lowest_steps(scene: Scene, heart: Heart) -> list[Step]:
    """The lowest points of which it is not told yet that they are a moment of truth, the beginning or the end."""
    told = edges(scene, heart)
    for worst in sorted({felt for felt in heart.feelings if felt < 0}):
        low = [s for s in heart.steps if s.emotion == worst and can_be_mended(scene, s)]
        if low:
            return [s for s in low if not s.moment_of_truth and s.id not in told]
    return []


def _lowest(scene: Scene, heart: Heart, steps: list[Step]) -> Iterator[Finding]:
    """It asks for action, unless a moment of truth does so already."""
    if not steps:
        return
    worst, ids, said = feeling(steps[0]), ids_of(steps), words_at(scene, steps)
    numbers = [count("steps", "step", ids), Number("feeling", worst, "rating", ids)]
    if said:
        numbers.append(count("quotes", "quote", said))
    grade: Grade = "act" if worst == -2 and all(feeling(step) >= 0 for step in heart.truths) else "look"
    code = "heartbeat.lowest_said" if said else "heartbeat.lowest"
    phase = steps[0].phase if len({step.phase for step in steps}) == 1 else None
    yield Finding(code, grade, ids, heart.journey.id, phase, tuple(numbers))


def _below(feelings: Iterable[int]) -> Iterator[list[int]]:
    """The places of those below neutral, one after the other."""
    row: list[int] = []
    for place, felt in enumerate(feelings):
        if felt < 0:
            row.append(place)
        elif row:
            yield row
            row = []
    yield row


def _stretches(heart: Heart) -> Iterator[Finding]:
    for row in _below(heart.feelings):
        if len(row) >= STRETCH:
            steps = [heart.steps[place] for place in row]
            ids = ids_of(steps)
            phases = tuple(dict.fromkeys(step.phase for step in steps))
            numbers = (count("steps", "step", ids), count("phases", "phase", phases))
            yield Finding("heartbeat.stretch", "look", ids, heart.journey.id, steps[0].phase, numbers)


def _is_news(scene: Scene, step: Step, told: set[str]) -> bool:
    return step.id not in told and not step.moment_of_truth and can_be_mended(scene, step)


def _fall(scene: Scene, heart: Heart, told: set[str]) -> Iterator[Finding]:
    """The first of the sharpest that does not end where it is told already how low it is; from steps that stand beside
    each other one does not fall.
    """
    worst: tuple[int, Step, Step] | None = None
    least = FALL - 1
    for place, (top, low) in enumerate(pairwise(heart.feelings)):
        if top - low > least:
            before, after = heart.steps[place : place + 2]
            if (before.phase, before.column) != (after.phase, after.column) and _is_news(scene, after, told):
                worst, least = (top - low, before, after), top - low
    if worst is not None:
        size, before, after = worst
        numbers = (
            Number("points", size, "point", (before.id, after.id)),
            Number("top", feeling(before), "rating", (before.id,)),
            Number("feeling", feeling(after), "rating", (after.id,)),
        )
        yield Finding("heartbeat.fall", "look", (after.id, before.id), heart.journey.id, after.phase, numbers)
