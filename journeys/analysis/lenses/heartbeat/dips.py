"""Where it hurts: the lowest points with what was said there, sharp falls, and long stretches below neutral."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import MOST_SUBJECTS, Finding, Number, count
from journeys.analysis.lenses.heartbeat.hearts import Heart, feeling, hearts, ids_of, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

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
            yield from _lowest(scene, heart)
            yield from _stretches(heart)
            yield from _fall(heart)


def _lowest(scene: Scene, heart: Heart) -> Iterator[Finding]:
    """The lowest points, unless they are moments of truth: of those it is told already."""
    worst = min(heart.feelings)
    steps = [step for step in heart.steps if step.emotion == worst and not step.moment_of_truth]
    if worst >= 0 or not steps:
        return
    ids, said = ids_of(steps), words_at(scene, steps)
    numbers = [count("steps", "step", ids), Number("feeling", worst, "rating", ids)]
    if said:
        numbers.append(count("quotes", "quote", said))
    grade: Grade = "act" if worst == -2 else "look"
    code = "heartbeat.lowest_said" if said else "heartbeat.lowest"
    phase = steps[0].phase if len({step.phase for step in steps}) == 1 else None
    yield Finding(code, grade, ids[:MOST_SUBJECTS], heart.journey.id, phase, tuple(numbers))


def _stretches(heart: Heart) -> Iterator[Finding]:
    for low, places in groupby(range(len(heart.feelings)), key=lambda place: heart.feelings[place] < 0):
        row = list(places) if low else []
        if len(row) >= STRETCH:
            steps = [heart.steps[place] for place in row]
            ids = ids_of(steps)
            phases = tuple(dict.fromkeys(step.phase for step in steps))
            numbers = (count("steps", "step", ids), count("phases", "phase", phases))
            yield Finding("heartbeat.stretch", "act", ids[:MOST_SUBJECTS], heart.journey.id, steps[0].phase, numbers)


def _fall(heart: Heart) -> Iterator[Finding]:
    """The first of the sharpest; from steps that stand beside each other one does not fall."""
    worst: tuple[int, Step, Step] | None = None
    least = FALL - 1
    for place, (top, low) in enumerate(pairwise(heart.feelings)):
        if top - low > least:
            before, after = heart.steps[place : place + 2]
            if (before.phase, before.column) != (after.phase, after.column):
                worst, least = (top - low, before, after), top - low
    if worst is not None:
        size, before, after = worst
        numbers = (
            Number("points", size, "point", (before.id, after.id)),
            Number("top", feeling(before), "rating", (before.id,)),
            Number("feeling", feeling(after), "rating", (after.id,)),
        )
        yield Finding("heartbeat.fall", "look", (after.id, before.id), heart.journey.id, after.phase, numbers)
