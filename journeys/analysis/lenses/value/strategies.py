"""The three strategies to deliver value: none may be in the red, in a journey, a phase or a step.

In a step a strategy is in the red when it was rated below 0; in a phase or journey when the mean of its ratings is,
and at least two steps were rated. What a journey says is not said of its phases again, nor what a phase says of steps.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.quality import profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.quality import Mean
    from journeys.model.entities import Step

STRATEGIES: Final = ("performance", "customisation", "experience")
ENOUGH: Final = 2
"""Rated steps from which on a mean says something."""
FEW: Final = 5
"""Rated steps from which on a strategy that nobody rated is missed."""


def of(step: Step) -> dict[str, int | None]:
    """The three ratings of a step."""
    judged = step.judgement
    values = (judged.performance, judged.customisation, judged.experience)
    return dict(zip(STRATEGIES, values, strict=True))


def mark(step: Step) -> tuple[Mark, ...]:
    """The worst strategy of a step; none when no strategy was rated."""
    rated = {code: value for code, value in of(step).items() if value is not None}
    if not rated:
        return ()
    worst = min(rated, key=lambda code: rated[code])
    if rated[worst] > 0:
        return (Mark("good", "lens.good"),)
    tone = "bad" if rated[worst] < 0 else "neutral"
    return (Mark(f"{worst}.{tone}", f"lens.{tone}"),)


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Of the journey, then of its phases, then of the steps that are left; and what was never rated."""
    found = profile(steps, STRATEGIES)
    red = {code for code, mean in found.items() if _in_the_red(mean)}
    for code in STRATEGIES:
        if code in red:
            yield _of_journey(journey, found[code])
    told = {id_ for code in red for id_ in found[code].low}
    for finding in _of_phases(journey, steps, red):
        told |= {*finding.subjects}
        yield finding
    yield from _of_steps(journey, found, told)
    yield from _unrated(journey, found)


def _in_the_red(mean: Mean) -> bool:
    return mean.mean < 0 and len(mean.ids) >= ENOUGH


def _of_journey(journey: str, mean: Mean) -> Finding:
    numbers = (count("low", "step", mean.low), count("steps", "step", mean.ids))
    return Finding(f"value.red_{mean.code}", "act", mean.low, journey, None, numbers)


def _of_phases(journey: str, steps: Sequence[Step], told: set[str]) -> Iterator[Finding]:
    by_phase: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        by_phase[step.phase].append(step)
    for phase, inside in by_phase.items():
        found = profile(inside, STRATEGIES)
        red = [mean for code, mean in found.items() if code not in told and _in_the_red(mean)]
        if red:
            low = _ordered(inside, red)
            named = (("strategies", " ".join(mean.code for mean in red)),)
            yield Finding("value.red_phase", "act", low, journey, phase, (count("low", "step", low),), named)


def _ordered(steps: Sequence[Step], means: Sequence[Mean]) -> tuple[str, ...]:
    """The low steps of these means in reading order, each once."""
    low = {id_ for mean in means for id_ in mean.low}
    return tuple(step.id for step in steps if step.id in low)


def _of_steps(journey: str, found: Mapping[str, Mean], told: set[str]) -> Iterator[Finding]:
    """Steps with a strategy below 0 that nothing has been said about; or praise when there is none at all."""
    low = tuple(dict.fromkeys(id_ for mean in found.values() for id_ in mean.low if id_ not in told))
    if low:
        red = (code for code, mean in found.items() if {*mean.low} & {*low})
        named = (("strategies", " ".join(red)),)
        yield Finding("value.red_step", "look", low, journey, None, (count("low", "step", low),), named)
    elif len(found) == len(STRATEGIES) and not any(mean.low for mean in found.values()):
        ids = tuple(dict.fromkeys(id_ for mean in found.values() for id_ in mean.ids))
        if all(len(mean.ids) >= ENOUGH for mean in found.values()):
            yield Finding("value.no_red", "good", ids, journey, None, (count("steps", "step", ids),))


def _unrated(journey: str, found: Mapping[str, Mean]) -> Iterator[Finding]:
    missing = [code for code in STRATEGIES if code not in found]
    most = max(found.values(), key=lambda mean: len(mean.ids), default=None)
    if missing and most is not None and len(most.ids) >= FEW:
        named = (("strategies", " ".join(missing)),)
        yield Finding("value.unrated", "look", (journey,), journey, None, (count("steps", "step", most.ids),), named)
