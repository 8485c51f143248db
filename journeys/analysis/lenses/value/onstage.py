"""What people notice on stage, and whether what directs it from behind was thought of.

`DIRECTS` says which elements of direction are looked for behind a part that is rated low. It is a judgement of the
makers after Vandooren's Q-model, in which the organisation directs from behind what the customer sees on stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.quality import profile
from journeys.analysis.spots import EMPTY, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Number
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step
    from journeys.model.values import Direction

    Details = tuple[tuple[str, str], ...]

PARTS: Final = ("process", "environment", "people")
DIRECTS: Final[dict[str, tuple[Direction, ...]]] = {
    "process": ("systems", "quality"),
    "environment": ("leadership", "systems"),
    "people": ("leadership", "hr", "culture"),
}
DIRECTIONS: Final[tuple[Direction, ...]] = ("leadership", "hr", "culture", "systems", "quality")


def of(step: Step) -> dict[str, int | None]:
    """The three ratings of what happens on stage."""
    judged = step.judgement
    return dict(zip(PARTS, (judged.process, judged.environment, judged.people), strict=True))


def findings(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """The part that comes out worst, and what is not mentioned behind what was rated low."""
    front = [step for step in steps if step.stage == "front"]
    found = profile(front, PARTS)
    low = [step for step in front if any((value or 0) < 0 for value in of(step).values())]
    if not low:
        return
    worst = min(found.values(), key=lambda mean: mean.mean)
    solid = len(found) > 1 and len(worst.ids) > 1 and worst.mean < 0
    if solid:
        numbers = (count("low", "step", worst.low), count("steps", "step", worst.ids))
        yield Finding(
            "value.stage_weakest", "act", worst.low[:MOST_SUBJECTS], journey, None, numbers, (("part", worst.code),)
        )
    parts = [part for part in PARTS if part in found and found[part].low]
    undirected = _undirected(scene, journey, low, parts)
    if undirected is not None:
        yield undirected
    elif not solid:
        yield _about("value.stage_low", journey, low, parts)


def _undirected(scene: Scene, journey: str, low: Sequence[Step], parts: Sequence[str]) -> Finding | None:
    wanted = {each for part in parts for each in DIRECTS[part]}
    spots = scene.spots[journey]
    behind = [
        step
        for phase in dict.fromkeys(step.phase for step in low)
        for step in in_reading_order(spots.get(phase, EMPTY).back)
        if step.judgement.direction is not None
    ]
    missing = [each for each in DIRECTIONS if each in wanted - {step.judgement.direction for step in behind}]
    if not missing:
        return None
    named = (("directions", " ".join(missing)),)
    if not behind:
        return _about("value.undirected", journey, low, parts, details=named)
    thought = count("behind", "step", tuple(step.id for step in behind))
    return _about("value.direction_missing", journey, low, parts, thought, details=named)


def _about(
    code: str, journey: str, low: Sequence[Step], parts: Sequence[str], *more: Number, details: Details = ()
) -> Finding:
    ids = tuple(step.id for step in low)
    named = (("parts", " ".join(parts)), *details)
    return Finding(code, "look", ids[:MOST_SUBJECTS], journey, None, (count("steps", "step", ids), *more), named)
