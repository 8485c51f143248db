"""The desired journey beside the current one: does it feel better, and where it hurts most in the first place?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, about_steps, count, ids_of
from journeys.analysis.lenses.heartbeat.hearts import Heart, feeling, hearts
from journeys.analysis.variants import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

CLEARLY: Final = 0.5
"""By so much the mean feeling must rise."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per desired journey."""
    if all(journey.variant == "current" for journey in scene.journeys):
        return
    held = scene.once(hearts)
    for current, desired in pairs(scene.document):
        if current in held and desired in held and held[current].steps:
            yield from _beside(held[current], held[desired])


def _beside(current: Heart, desired: Heart) -> Iterator[Finding]:
    home = desired.journey.id
    became = {step.based_on: step for step in (*desired.steps, *desired.unjudged) if step.based_on}
    low = [(step, became[step.id]) for step in current.steps if feeling(step) < 0 and step.id in became]
    stays = [now for was, now in low if now.emotion is not None and feeling(now) <= feeling(was)]
    yield from about_steps("heartbeat.low_stays", "act", home, stays)
    worse = [step for step in _fell(current, became) if step not in stays]
    yield from about_steps("heartbeat.worse", "look", home, worse)
    if current.beats and desired.beats and not stays:
        lift = _mean(desired) - _mean(current)
        if lift >= CLEARLY:
            yield _lifted(current, desired, [now for was, now in low if feeling(now) > feeling(was)])


def _fell(current: Heart, became: dict[str, Step]) -> list[Step]:
    both = [(step, became[step.id]) for step in current.steps if step.id in became]
    return [now for was, now in both if now.emotion is not None and feeling(now) < feeling(was)]


def _lifted(current: Heart, desired: Heart, improved: list[Step]) -> Finding:
    numbers = (
        Number("before", _percent(current), "percent", _pleasant(current)),
        Number("after", _percent(desired), "percent", _pleasant(desired)),
        count("steps", "step", ids_of(improved)),
    )
    return Finding("heartbeat.lifted", "good", (desired.journey.id,), desired.journey.id, numbers=numbers)


def _mean(heart: Heart) -> float:
    return sum(map(feeling, heart.steps)) / len(heart.steps)


def _pleasant(heart: Heart) -> tuple[str, ...]:
    return ids_of(step for step in heart.steps if feeling(step) > 0)


def _percent(heart: Heart) -> int:
    return 100 * len(_pleasant(heart)) // len(heart.steps)
