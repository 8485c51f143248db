"""What people notice on stage, and whether what directs it from behind was thought of.

`DIRECTS` says which elements of direction are looked for behind a part that is rated low. It is a judgement of the
makers after Vandooren's Q-model, in which the organisation directs from behind what the customer sees on stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.quality import profile
from journeys.analysis.spots import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step
    from journeys.model.values import Direction

    Details = tuple[tuple[str, str], ...]

SOME: Final = 2
"""Low steps from which on it is worth a look though it was thought of."""
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
    ids = {id_ for mean in found.values() for id_ in mean.low}
    if not ids:
        return
    low = [step for step in front if step.id in ids]
    worst = min(found.values(), key=lambda mean: mean.mean)
    solid = len(found) > 1 and len(worst.ids) > 1 and worst.mean < 0
    if solid:
        numbers = (count("low", "step", worst.low), count("steps", "step", worst.ids))
        yield Finding("value.stage_weakest", "act", worst.low, journey, None, numbers, (("part", worst.code),))
        return
    parts = [part for part in PARTS if part in found and found[part].low]
    if not _is_directed(scene, journey, low):
        wanted = {each for part in parts for each in DIRECTS[part]}
        named = (("directions", " ".join(each for each in DIRECTIONS if each in wanted)),)
        yield _about("value.undirected", journey, low, parts, details=named)
    elif len(low) >= SOME:
        yield _about("value.stage_low", journey, low, parts)


def _is_directed(scene: Scene, journey: str, low: Sequence[Step]) -> bool:
    """Whether in one of these phases something behind the scenes says what it is directed by."""
    spots = scene.spots[journey]
    behind = (step for phase in {step.phase for step in low} for step in spots.get(phase, EMPTY).back)
    return any(step.judgement.direction is not None for step in behind)


def _about(code: str, journey: str, low: Sequence[Step], parts: Sequence[str], *, details: Details = ()) -> Finding:
    ids = ids_of(low)
    named = (("parts", " ".join(parts)), *details)
    return Finding(code, "look", ids, journey, None, (count("steps", "step", ids),), named)
