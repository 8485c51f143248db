"""Practical and emotional value: steps with neither, and help without warmth where it matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import about_steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Finding
    from journeys.model.entities import Step

FEW = 3
"""From so many steps on it says something that the same holds for all."""


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Of the steps in which both kinds of value were judged."""
    both = [step for step in steps if None not in (step.judgement.practical, step.judgement.emotional)]
    cold = [step for step in both if step.judgement.practical and not step.judgement.emotional]
    warm = [step for step in both if step.judgement.emotional and not step.judgement.practical]
    truth = [step for step in cold if step.moment_of_truth]
    yield from about_steps("value.nothing", "act", journey, [step for step in both if _empty(step)])
    yield from about_steps("value.cold_truth", "act", journey, truth)
    yield from about_steps("value.warm_truth", "look", journey, [step for step in warm if step.moment_of_truth])
    if len(both) >= FEW and len(cold) == len(both) and not truth:
        yield from about_steps("value.only_practical", "look", journey, cold)
    yield from about_steps("value.full_truth", "good", journey, [step for step in both if _full(step)])


def _empty(step: Step) -> bool:
    return not step.judgement.practical and not step.judgement.emotional


def _full(step: Step) -> bool:
    """Help and warmth at a moment of truth."""
    return bool(step.moment_of_truth and step.judgement.practical and step.judgement.emotional)
