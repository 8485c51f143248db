"""Steps in which the person waits long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.lenses.time.course import Timing, timings, whole_days
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

LONG: Final = 14
"""Days."""


def findings(scene: Scene) -> Iterator[Finding]:
    """One per journey: how many steps, and the longest wait."""
    steps = scene.document.steps
    for journey in lived(scene):
        waiting = scene.once(timings)[journey.id].waiting
        found = [step for step in waiting if _long(steps, step) and not _weighed(steps[step])]
        if not found:
            continue
        longest = max(found, key=lambda step: _most(steps[step]))
        hurts = any(_hurts(steps[step]) for step in found)
        subjects = tuple(dict.fromkeys((longest, *found)))
        yield Finding(
            "time.waiting", "act" if hurts else "look", subjects, journey.id,
            steps[longest].phase, (count("steps", "step", tuple(found)),), (("longest", longest),),
        )  # fmt: skip


def long_waits(scene: Scene, timing: Timing) -> set[str]:
    """The steps with a long wait."""
    return {step for step in timing.waiting if _long(scene.document.steps, step)}


def _long(steps: Mapping[str, Step], step: str) -> bool:
    return _most(steps[step]) >= LONG


def _weighed(step: Step) -> bool:
    """Judged from both sides: then the lens of roles tells what the wait is worth, and to whom."""
    return None not in (step.judgement.value_individual, step.judgement.value_collective)


def _hurts(step: Step) -> bool:
    return (step.emotion or 0) < 0 or (step.judgement.value_individual or 0) < 0


def _most(step: Step) -> int:
    """The longest it may take, in days: only to compare with."""
    held = step.judgement.waiting
    return 0 if held is None else whole_days(held.most, held.unit)
