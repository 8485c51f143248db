"""Value seen from both sides, the person's and everybody's, and waiting seen from both."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, about_steps, count, ids_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.analysis.finding import Grade
    from journeys.model.entities import Step

GRADES: Final[dict[str, Grade]] = {
    "roles.for_nobody": "act", "roles.for_all_only": "look", "roles.for_one_only": "look",
}  # fmt: skip
LEAST: Final = {"roles.for_all_only": 2, "roles.for_one_only": 2}
"""So many steps say something of a journey; one of them is only a step."""
SOME: Final = 2
CODES: Final = {
    (False, False): "roles.for_nobody", (False, True): "roles.for_all_only", (True, False): "roles.for_one_only",
}  # fmt: skip
"""(value to the person, value to all) → code."""


def findings(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Waiting by step; what else has value to one side or neither in one finding per journey."""
    found: dict[str, list[Step]] = defaultdict(list)
    unjudged: list[Step] = []
    for step in steps:
        sides = _sides(step)
        waits = step.judgement.waiting is not None
        if waits and sides is None:
            unjudged.append(step)
        elif waits and sides is not None and sides != (True, True):
            yield _waiting(journey, step, sides)
        elif sides in CODES:
            found[CODES[sides]].append(step)
    for code, grade in GRADES.items():
        if len(found[code]) >= LEAST.get(code, 1):
            yield from about_steps(code, grade, journey, found[code])
    yield from about_steps("roles.waiting_unjudged", "look", journey, unjudged)


def for_both(judged: Iterable[Sequence[Step]]) -> Iterator[Finding]:
    """A strength of the whole study: where the person and all others gain, from two steps on."""
    steps = [step for held in judged for step in held if _sides(step) == (True, True) and not _hurts(step)]
    if len(steps) >= SOME:
        ids = ids_of(steps)
        yield Finding("roles.for_both", "good", ids, numbers=(count("steps", "step", ids),))


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
