"""The peak–end rule: people remember the beginning, the end, and the moment that matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import MOST_SUBJECTS, Finding, Number, count
from journeys.analysis.lenses.heartbeat.hearts import Heart, feeling, hearts, ids_of, words_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

SHOWS: float = 3
"""A journey with so many front steps is worth judging."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey; that nothing at all was judged is told once."""
    held = scene.once(hearts)
    blank = [heart for heart in held.values() if not heart.steps and heart.front >= SHOWS]
    if blank and not any(heart.steps for heart in held.values()):
        ids = tuple(heart.journey.id for heart in blank)
        yield Finding("heartbeat.blank", "look", ids[:MOST_SUBJECTS], numbers=(count("journeys", "journey", ids),))
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
        yield _kept(heart, first, last)
        return
    if feeling(first) < 0:
        yield _edge("start", heart, first)
    if feeling(last) < 0:
        yield _edge("end", heart, last)
    yield from _truths(scene, heart)


def _kept(heart: Heart, first: Step, last: Step) -> Finding:
    journey = heart.journey.id
    numbers = (_feeling("start", first), _feeling("end", last), count("moments", "step", ids_of(heart.truths)))
    return Finding("heartbeat.peak_end", "good", (journey,), journey, numbers=numbers)


def _edge(code: str, heart: Heart, step: Step) -> Finding:
    """The end weighs more than the start: it is what stays."""
    grade = "act" if code == "end" or feeling(step) == -2 else "look"
    return Finding(
        f"heartbeat.{code}_low", "act" if grade == "act" else "look", (step.id,), heart.journey.id, step.phase,
        (_feeling("feeling", step),),
    )  # fmt: skip


def _truths(scene: Scene, heart: Heart) -> Iterator[Finding]:
    journey = heart.journey.id
    if not heart.truths and not heart.unjudged_truths:
        yield Finding("heartbeat.no_truth", "look", (journey,), journey)
    if heart.unjudged_truths:
        ids = ids_of(heart.unjudged_truths)
        yield Finding(
            "heartbeat.truth_unjudged", "look", ids[:MOST_SUBJECTS], journey, numbers=(count("steps", "step", ids),)
        )
    for step in heart.truths:
        if feeling(step) < 0:
            said = words_at(scene, [step])
            words = (count("quotes", "quote", said),) if said else ()
            code = "truth_low_said" if said else "truth_low"
            yield Finding(
                f"heartbeat.{code}", "act", (step.id,), journey, step.phase, (_feeling("feeling", step), *words)
            )
    flat = [step for step in heart.truths if feeling(step) == 0]
    if flat:
        ids = ids_of(flat)
        yield Finding(
            "heartbeat.truth_flat", "look", ids[:MOST_SUBJECTS], journey, numbers=(count("steps", "step", ids),)
        )


def _feeling(code: str, step: Step) -> Number:
    return Number(code, feeling(step), "rating", (step.id,))
