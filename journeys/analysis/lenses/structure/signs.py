"""What the lens of structure says of each step on the map: what is loose or missing, and how it is known."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.structure.flow import flows
from journeys.analysis.lenses.structure.owners import ownerless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

EVIDENCE: Final = {
    "observed": Mark("observed", "lens.good"), "assumed": Mark("assumed", "lens.neutral"),
    "proposed": Mark("proposed", "lens.0"),
}  # fmt: skip


def marks(scene: Scene, journey: str) -> Marks:
    """What is loose or missing first, then how the step is known."""
    found: dict[str, list[Mark]] = defaultdict(list)
    flow = scene.once(flows).get(journey)
    _mark(found, "ownerless", scene.once(ownerless).get(journey, ()))
    if flow is not None:
        for loop in flow.loops:
            for id_ in loop.steps:
                found[id_].append(Mark("loop", "lens.neutral" if loop.backs else "lens.bad"))
        _mark(found, "dead_end", flow.ends)
        _mark(found, "orphan", flow.starts)
        _mark(found, "loose", (*flow.loose, *(step for island in flow.islands for step in island)))
    for spot in scene.spots.get(journey, {}).values():
        for step in (*spot.front, *spot.back):
            found[step.id].append(EVIDENCE[step.evidence.status])
    return {id_: tuple(held) for id_, held in found.items()}


def _mark(found: dict[str, list[Mark]], code: str, steps: Iterable[Step]) -> None:
    for step in steps:
        found[step.id].append(Mark(code, "lens.bad"))
