"""The lens of value: what a step brings in practice and in feeling, by which strategy, and what directs it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import ids_of
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.value import gestures, kinds, onstage, strategies
from journeys.analysis.quality import invite, judged_steps
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step
    from journeys.model.values import Direction

_values: Final = attrgetter("practical", "emotional", *strategies.STRATEGIES, *onstage.PARTS)
_NOTHING: Final = (None,) * (2 + len(strategies.STRATEGIES) + len(onstage.PARTS))
INKS: Final[dict[Direction, str]] = {
    "leadership": "lens.0", "hr": "lens.1", "culture": "lens.3", "systems": "lens.4", "quality": "lens.6",
}  # fmt: skip
"""Element of direction → the ink of what is done for it behind the scenes."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Everything that practical and emotional value, strategies, the stage and small gestures give rise to."""
    judged = scene.once(judged_steps)
    if not any(_values(step.judgement) != _NOTHING for steps in judged.values() for step in steps):
        yield from invite("value.invite", scene)
    now = set(ids_of(lived(scene)))
    for journey, steps in judged.items():
        if steps:
            yield from (found for found in _of_one(scene, journey, steps) if found.grade != "good" or journey in now)
    yield from gestures.findings(scene)


def _of_one(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Of one journey; praise for what is only desired is left out by who asks."""
    yield from kinds.findings(journey, steps)
    yield from strategies.findings(journey, steps)
    yield from onstage.findings(scene, journey, steps)


def marks(scene: Scene, journey: str) -> Marks:
    """Each step by its worst strategy; without strategies by its practical and emotional value.

    Behind the scenes first by the element of direction that it is about.
    """
    steps = scene.once(judged_steps).get(journey, [])
    return {step.id: found for step in steps if (found := _directs(step) + (strategies.mark(step) or _kind(step)))}


def _directs(step: Step) -> tuple[Mark, ...]:
    direction = step.judgement.direction
    return (Mark(direction, INKS[direction]),) if direction is not None and step.stage == "back" else ()


def _kind(step: Step) -> tuple[Mark, ...]:
    practical, emotional = step.judgement.practical, step.judgement.emotional
    if emotional:
        return (Mark("felt", "lens.good"),)
    if practical:
        return (Mark("practical", "lens.neutral"),)
    return (Mark("nothing", "lens.bad"),) if (practical, emotional) == (0, 0) else ()
