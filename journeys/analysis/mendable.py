"""Which low moments a service can do something about: a bad day in somebody's life is no fault of anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.gaps import is_pain
from journeys.analysis.meetings import meetings

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


def can_be_mended(scene: Scene, step: Step) -> bool:
    """Whether something was noted there, the scope is met there, or it was judged badly.

    Of a journey in which nothing was noted at any step yet we cannot tell: there every step counts.
    """
    noted, journeys = scene.once(_noted)
    if step.id in noted or step.journey not in journeys:
        return True
    if step.id in scene.once(meetings).held:
        return True
    judged = step.judgement
    return min((judged.performance or 0, judged.customisation or 0, judged.experience or 0, judged.clarity or 0)) < 0


def _noted(scene: Scene) -> tuple[set[str], set[str]]:
    """The steps with a need, question or pain point on them, and the journeys that these are in."""
    steps, notes = scene.document.steps, scene.document.notes.values()
    found = {n.step for n in notes if n.step is not None and (n.kind in ("need", "question") or is_pain(n))}
    return found, {steps[step].journey for step in found}
