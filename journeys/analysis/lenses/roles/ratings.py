"""The six ratings of a journey: which comes out worst, and whether what people get outweighs what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, about_steps, count
from journeys.analysis.quality import TAKES, profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.finding import Grade
    from journeys.analysis.quality import Mean
    from journeys.model.entities import Step

FEW = 3
"""So many of the six must have been given before one is called the weakest, or all are praised."""
ENOUGH = 2
"""Steps rated low from which on it says something of the journey."""


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """One finding at most: the weakest rating, told as a price paid, a saving that hurts, or by itself; or praise."""
    found = profile(steps)
    if not found:
        return
    weakest = min(found.values(), key=lambda mean: mean.mean)
    solid = [mean for mean in found.values() if mean.mean < 0 and len(mean.low) >= ENOUGH]
    if solid and len(found) >= FEW:
        worst = min(solid, key=lambda mean: mean.mean)
        yield _about(_code(found, worst), "act", journey, worst)
    elif weakest.mean < 0 and len(weakest.low) >= ENOUGH:
        yield _about("roles.quality_low", "look", journey, weakest)
    elif len(found) >= FEW and all(mean.mean > 0 and not mean.low for mean in found.values()):
        rated = {id_ for mean in found.values() for id_ in mean.ids}
        yield from about_steps("roles.quality_good", "good", journey, [step for step in steps if step.id in rated])


def _about(code: str, grade: Grade, journey: str, mean: Mean) -> Finding:
    numbers = (count("low", "step", mean.low), count("steps", "step", mean.ids))
    return Finding(code, grade, mean.low, journey, None, numbers, (("rating", mean.code),))


def _code(found: Mapping[str, Mean], weakest: Mean) -> str:
    """Good service that costs too much, cheap service that is not good, or just weak."""
    others = [mean.mean for mean in found.values() if (mean.code in TAKES) != (weakest.code in TAKES)]
    if others and sum(others) / len(others) > 0:
        return "roles.quality_price" if weakest.code in TAKES else "roles.quality_saved"
    return "roles.quality_weakest"
