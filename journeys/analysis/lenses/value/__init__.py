"""The lens of value: what a step brings in practice and in feeling, by which strategy, and what directs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, count
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.value import gestures, kinds, onstage, strategies
from journeys.analysis.quality import judged_steps, own_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


def findings(scene: Scene) -> Iterator[Finding]:
    """Everything that practical and emotional value, strategies, the stage and small gestures give rise to."""
    judged = scene.once(judged_steps)
    if not any(_is_valued(step) for steps in judged.values() for step in steps):
        yield from _invite(scene)
    for journey, steps in judged.items():
        if steps:
            yield from kinds.findings(journey, steps)
            yield from strategies.findings(journey, steps)
            yield from onstage.findings(scene, journey, steps)
    yield from gestures.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """Each step by its worst strategy; without strategies by its practical and emotional value."""
    steps = scene.once(judged_steps).get(journey, [])
    return {step.id: found for step in steps if (found := strategies.mark(step) or _kind(step))}


def _kind(step: Step) -> tuple[Mark, ...]:
    practical, emotional = step.judgement.practical, step.judgement.emotional
    if emotional:
        return (Mark("felt", "lens.good"),)
    if practical:
        return (Mark("practical", "lens.neutral"),)
    return (Mark("nothing", "lens.bad"),) if (practical, emotional) == (0, 0) else ()


def _is_valued(step: Step) -> bool:
    judged = step.judgement
    held = (judged.practical, judged.emotional, *strategies.of(step).values(), *onstage.of(step).values())
    return any(value is not None for value in held)


def _invite(scene: Scene) -> Iterator[Finding]:
    steps = scene.once(own_steps)
    if steps:
        study = scene.document.study.id
        yield Finding("value.invite", "look", (study,), numbers=(count("steps", "step", steps),))
