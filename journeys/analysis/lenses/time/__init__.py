"""The lens of time: deadlines and who is there, silence, waiting, and days that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.time import course, duties, quiet, waits
from journeys.analysis.lenses.time.course import timings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene

INKS: Final = {
    "late": "lens.bad", "waits": "lens.bad", "duty": "lens.good", "met": "lens.0", "outside": "lens.1",
    "order": "lens.1", "long": "lens.1", "silent": "lens.neutral",
}  # fmt: skip
"""What a step may be marked with, the most important first."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Deadlines first, then silence and waiting, then what is odd about the days."""
    yield from duties.findings(scene)
    yield from quiet.findings(scene)
    yield from waits.findings(scene)
    yield from course.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """What is late, waited for, in time, a contact, odd, or part of the longest silence."""
    timing = scene.once(timings).get(journey)
    if timing is None:
        return {}
    held = {
        "late": duties.late_steps(scene, journey), "waits": waits.long_waits(scene, timing),
        "duty": duties.timely_steps(scene, journey), "met": timing.met, "outside": set(timing.outside),
        "order": {step for link in timing.backward for step in link[1:]}, "long": set(timing.too_long),
        "silent": quiet.silent_steps(scene, journey),
    }  # fmt: skip
    found: dict[str, list[Mark]] = {}
    for code, steps in held.items():
        for step in steps:
            found.setdefault(step, []).append(Mark(code, INKS[code]))
    return {step: tuple(some) for step, some in found.items()}
