"""How serious a gap is: the one table of weights, and the points of each reason.

The weights are a judgement of the makers, not the outcome of research; the help says so too.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, sqrt
from typing import Final, Literal

Code = Literal["needs", "hurdles", "emotion", "duration", "personas", "no_contact"]
Degree = Literal["high", "middle", "low"]

NEEDS: Final = (0, 41, 52, 55)
"""Points for 0, 1, 2 and 3 or more open needs and questions."""
HURDLES: Final = (0, 9, 12)
"""Points for 0, 1 and 2 or more pains and deadlines."""
EMOTION: Final = {-1: 6, -2: 12}
"""Points for the lowest emotion of the phase's front steps."""
DURATION: Final = 14
LONGEST: Final = 365
PERSONAS: Final = 7
MOST: Final = 100
HIGH: Final = 70
MIDDLE: Final = 40


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a severity: its points, how many of what it counts, and their ids.

    `needs`: open needs and questions. `hurdles`: pains, then facts with a deadline. `emotion`: the steps at
    the lowest emotion. `duration`: the count is days. `personas`: those for whom the phase is absent.
    `no_contact` (0 points): front steps of which nobody filled in whom the person meets.
    """

    code: Code
    points: int
    count: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """What the severity is made of."""

    needs: int
    hurdles: int
    lowest_emotion: int | None
    days: int
    personas_affected: int
    personas_total: int


def points(measures: Measures) -> dict[Code, int]:
    """Whole points per part; their sum is the severity: the exact sum, rounded half up.

    Only duration and personas have fractions; what rounding leaves goes to the larger fraction first.
    """
    exact: dict[Code, float] = {
        "needs": NEEDS[min(measures.needs, len(NEEDS) - 1)],
        "hurdles": HURDLES[min(measures.hurdles, len(HURDLES) - 1)],
        "emotion": EMOTION.get(measures.lowest_emotion or 0, 0),
        "duration": DURATION * sqrt(min(measures.days, LONGEST) / LONGEST),
        "personas": PERSONAS * measures.personas_affected / max(measures.personas_total, 1),
    }
    whole = {code: floor(part) for code, part in exact.items()}
    left = min(floor(sum(exact.values()) + 0.5), MOST) - sum(whole.values())
    by_fraction = sorted(exact, key=lambda code: whole[code] - exact[code])
    for code in by_fraction[:left]:
        whole[code] += 1
    return whole


def degree(severity: int) -> Degree:
    """The word for a severity: high from 70, middle from 40."""
    if severity >= HIGH:
        return "high"
    return "middle" if severity >= MIDDLE else "low"
