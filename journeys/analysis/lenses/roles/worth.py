"""Value seen from both sides, the person's and everybody's, and waiting seen from both."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Grade
    from journeys.model.entities import Step

GRADES: Final[dict[str, Grade]] = {
    "roles.for_nobody": "act", "roles.for_all_only": "look", "roles.for_one_only": "look", "roles.for_both": "good",
}  # fmt: skip
CODES: Final = {
    (False, False): "roles.for_nobody", (False, True): "roles.for_all_only", (True, False): "roles.for_one_only",
    (True, True): "roles.for_both",
}  # fmt: skip
"""(value to the person, value to all) → code."""


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Waiting by step; what else has value to one side, both or neither in one finding per journey."""
    found: dict[str, list[str]] = defaultdict(list)
    unjudged: list[str] = []
    for step in steps:
        sides = _sides(step)
        waits = step.judgement.waiting is not None
        if waits and sides is None:
            unjudged.append(step.id)
        elif waits and sides is not None and sides != (True, True):
            yield _waiting(journey, step, sides)
        elif sides is not None and not (all(sides) and _hurts(step)):
            found[CODES[sides]].append(step.id)
    for code, grade in GRADES.items():
        if found[code]:
            yield _about(code, grade, journey, tuple(found[code]))
    if unjudged:
        yield _about("roles.waiting_unjudged", "look", journey, tuple(unjudged))


def _sides(step: Step) -> tuple[bool, bool] | None:
    """Whether it has value to the person, and to all; None unless both were judged."""
    one, every = step.judgement.value_individual, step.judgement.value_collective
    return None if one is None or every is None else (one > 0, every > 0)


def _hurts(step: Step) -> bool:
    """However much it is worth, nobody should be praised for it."""
    return step.emotion is not None and step.emotion < 0


def _waiting(journey: str, step: Step, sides: tuple[bool, bool]) -> Finding:
    if not any(sides):
        return Finding("roles.waiting_nobody", "act", (step.id,), journey, step.phase)
    code = "roles.waiting_for_all" if sides[1] else "roles.waiting_for_one"
    return Finding(code, "look", (step.id,), journey, step.phase)


def _about(code: str, grade: Grade, journey: str, ids: tuple[str, ...]) -> Finding:
    return Finding(code, grade, ids[:MOST_SUBJECTS], journey, numbers=(count("steps", "step", ids),))
