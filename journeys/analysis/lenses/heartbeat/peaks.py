"""The peak–end rule: people remember the beginning, the end, and the moment that matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, about_steps, count, ids_of
from journeys.analysis.lenses.heartbeat.hearts import Heart, feeling, hearts, words_at
from journeys.analysis.mendable import can_be_mended
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Grade
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

SHOWS: Final = 3
"""A journey with so many front steps is worth judging."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey; that nothing at all was judged is told once."""
    held = scene.once(hearts)
    blank = [heart for heart in held.values() if not heart.steps and heart.front >= SHOWS]
    if blank and not any(heart.steps for heart in held.values()):
        ids = ids_of(heart.journey for heart in blank)
        yield Finding("heartbeat.blank", "look", ids, numbers=(count("journeys", "journey", ids),))
        return
    for heart in held.values():
        if heart.beats:
            yield from _rule(scene, heart)
        elif heart.front >= SHOWS:
            yield _unjudged(heart)


def _unjudged(heart: Heart) -> Finding:
    left, journey = ids_of(heart.unjudged), heart.journey.id
    if not heart.steps:
        return Finding("heartbeat.unjudged", "look", (journey,), journey, numbers=(count("steps", "step", left),))
    judged = count("judged", "step", ids_of(heart.steps))
    return Finding("heartbeat.few", "look", (journey,), journey, numbers=(judged, count("steps", "step", left)))


def _rule(scene: Scene, heart: Heart) -> Iterator[Finding]:
    first, last = heart.steps[0], heart.steps[-1]
    if heart.truths and all(feeling(step) > 0 for step in (first, last, *heart.truths)):
        if heart.journey.id in ids_of(lived(scene)):
            yield _kept(heart, first, last)
        return
    told = edges(scene, heart)
    if first.id in told:
        yield _edge("start", heart, first)
    if last.id in told and last is not first:
        yield _edge("end", heart, last)
    yield from _truths(scene, heart)


def edges(scene: Scene, heart: Heart) -> set[str]:
    """A bad beginning or end that has to do with the service: that somebody falls ill is no bad start of it."""
    ends = (heart.steps[0], heart.steps[-1])
    return {s.id for s in ends if feeling(s) < 0 and not s.moment_of_truth and can_be_mended(scene, s)}


def _kept(heart: Heart, first: Step, last: Step) -> Finding:
    journey = heart.journey.id
    numbers = (_feeling("start", first), _feeling("end", last), count("moments", "step", ids_of(heart.truths)))
    return Finding("heartbeat.peak_end", "good", (journey,), journey, numbers=numbers)


def _edge(code: str, heart: Heart, step: Step) -> Finding:
    """The end weighs more than the start: it is what stays, and a life event often begins with something bad."""
    grade: Grade = "act" if code == "end" else "look"
    numbers = (_feeling("feeling", step),)
    return Finding(f"heartbeat.{code}_low", grade, (step.id,), heart.journey.id, step.phase, numbers)


def _truths(scene: Scene, heart: Heart) -> Iterator[Finding]:
    journey = heart.journey.id
    if not heart.truths and not heart.unjudged_truths:
        yield Finding("heartbeat.no_truth", "look", (journey,), journey)
    yield from about_steps("heartbeat.truth_unjudged", "look", journey, heart.unjudged_truths)
    for step in heart.truths:
        if feeling(step) < 0:
            said = words_at(scene, [step])
            words = (count("quotes", "quote", said),) if said else ()
            code = "truth_low_said" if said else "truth_low"
            yield Finding(
                f"heartbeat.{code}", "act", (step.id,), journey, step.phase, (_feeling("feeling", step), *words)
            )
    flat = [step for step in heart.truths if feeling(step) == 0]
    yield from about_steps("heartbeat.truth_flat", "look", journey, flat)


def _feeling(code: str, step: Step) -> Number:
    return Number(code, feeling(step), "rating", (step.id,))
