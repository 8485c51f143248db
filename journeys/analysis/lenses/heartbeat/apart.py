"""Phases that one persona lives through well and another badly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number
from journeys.analysis.lenses.heartbeat.hearts import feeling, hearts
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.lenses.heartbeat.hearts import Heart
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

APART: Final = 3
"""From this difference between the lowest feelings on."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per phase: who has it worst, and who has it best, of the current journeys."""
    lowest: dict[str, dict[str, Step]] = {}
    current = [heart for heart in scene.once(hearts).values() if heart.journey.variant == "current"]
    for heart in current if len(current) > 1 else ():
        for phase_id, step in _lowest(heart).items():
            held, persona = lowest.setdefault(phase_id, {}), heart.journey.persona
            if persona not in held or feeling(step) < feeling(held[persona]):
                held[persona] = step
    for phase in phases_in_order(scene.document):
        steps = lowest.get(phase.id, {})
        worst = min(steps, key=lambda persona: feeling(steps[persona]), default=None)
        best = max(steps, key=lambda persona: feeling(steps[persona]), default=None)
        if worst is not None and best is not None and feeling(steps[best]) - feeling(steps[worst]) >= APART:
            yield _apart(phase.id, (worst, steps[worst]), (best, steps[best]))


def _lowest(heart: Heart) -> dict[str, Step]:
    """Phase → the first of its lowest steps."""
    found: dict[str, tuple[int, Step]] = {}
    for step, felt in zip(heart.steps, heart.feelings, strict=True):
        if step.phase not in found or felt < found[step.phase][0]:
            found[step.phase] = felt, step
    return {phase: step for phase, (_, step) in found.items()}


def _apart(phase: str, worst: tuple[str, Step], best: tuple[str, Step]) -> Finding:
    numbers = (
        Number("low", feeling(worst[1]), "rating", (worst[1].id,)),
        Number("high", feeling(best[1]), "rating", (best[1].id,)),
    )
    subjects = (worst[1].id, best[1].id)
    details = (("worst", worst[0]), ("best", best[0]))
    return Finding("heartbeat.apart", "look", subjects, None, phase, numbers, details)
