"""Phases that one persona lives through well and another badly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, count
from journeys.analysis.lenses.heartbeat.hearts import feeling, hearts
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.lenses.heartbeat.hearts import Heart
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

    Ends = tuple[str, Step]

APART: Final = 3
"""From this difference between the lowest feelings on."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Who has it worst in a phase, and who has it best, of the current journeys: one finding for all phases."""
    lowest: dict[str, dict[str, Step]] = {}
    current = [heart for heart in scene.once(hearts).values() if heart.journey.variant == "current"]
    for heart in current if len(current) > 1 else ():
        for phase_id, step in _lowest(heart).items():
            held, persona = lowest.setdefault(phase_id, {}), heart.journey.persona
            if persona not in held or feeling(step) < feeling(held[persona]):
                held[persona] = step
    found: dict[str, tuple[Ends, Ends]] = {}
    for phase in phases_in_order(scene.document):
        steps = lowest.get(phase.id, {})
        worst = min(steps, key=lambda persona: feeling(steps[persona]), default=None)
        best = max(steps, key=lambda persona: feeling(steps[persona]), default=None)
        if worst is not None and best is not None and feeling(steps[best]) - feeling(steps[worst]) >= APART:
            found[phase.id] = (worst, steps[worst]), (best, steps[best])
    if found:
        yield _apart(found)


def _lowest(heart: Heart) -> dict[str, Step]:
    """Phase → the first of its lowest steps."""
    found: dict[str, tuple[int, Step]] = {}
    for step, felt in zip(heart.steps, heart.feelings, strict=True):
        if step.phase not in found or felt < found[step.phase][0]:
            found[step.phase] = felt, step
    return {phase: step for phase, (_, step) in found.items()}


def _apart(found: dict[str, tuple[Ends, Ends]]) -> Finding:
    """Of all phases together; the one in which they are furthest apart is told in full."""
    phase = max(found, key=lambda each: feeling(found[each][1][1]) - feeling(found[each][0][1]))
    (worst, low), (best, high) = found[phase]
    numbers = [
        Number("low", feeling(low), "rating", (low.id,)), Number("high", feeling(high), "rating", (high.id,))
    ]  # fmt: skip
    subjects = dict.fromkeys([low.id, high.id, *(step.id for ends in found.values() for _, step in ends)])
    details = (("worst", worst), ("best", best))
    if len(found) == 1:
        return Finding("heartbeat.apart", "look", tuple(subjects), None, phase, tuple(numbers), details)
    numbers.append(count("phases", "phase", tuple(found)))
    return Finding(
        "heartbeat.apart_often", "look", tuple(subjects), numbers=tuple(numbers), details=(*details, ("phase", phase))
    )
