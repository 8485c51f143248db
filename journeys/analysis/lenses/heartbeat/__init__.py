"""The lens of heartbeat: a good start, a good end, a peak at the moment that matters; and where it hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.lenses.heartbeat import apart, better, dips, peaks
from journeys.analysis.lenses.heartbeat.hearts import hearts
from journeys.analysis.lenses.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """The peak–end rule first, then the lowest points, then journeys beside each other."""
    for part in (peaks, dips, better, apart):
        yield from part.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """How each judged step feels; a moment of truth says so as well."""
    found: Marks = {}
    heart = scene.once(hearts).get(journey)
    for step in heart.steps if heart is not None else ():
        feeling = step.emotion or 0
        ink = "lens.good" if feeling > 0 else "lens.bad" if feeling < 0 else "lens.neutral"
        found[step.id] = (Mark(f"feels{feeling}", ink), *([Mark("truth", "lens.0")] if step.moment_of_truth else ()))
    for step in heart.unjudged_truths if heart is not None else ():
        found[step.id] = (Mark("truth", "lens.0"),)
    return found
