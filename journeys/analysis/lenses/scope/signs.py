"""What the lens of scope says of each step on the map: whom the person meets, and where they are handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.deliveries import SIDES
from journeys.analysis.handovers import handovers
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.sides import sides

if TYPE_CHECKING:
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene
    from journeys.analysis.sides import Sides
    from journeys.model.entities import Step

MARKS: Final = {
    "own": Mark("own", "lens.0"),
    "commissioned": Mark("commissioned", "lens.1"),
    "passed_on": Mark("passed_on", "lens.2"),
    "colleague": Mark("colleague", "lens.4"),
    "outside": Mark("outside", "lens.3"),
    "nobody": Mark("nobody", "lens.neutral"),
    "inside": Mark("inside", "lens.5"),
    "crossing": Mark("crossing", "lens.6"),
}
DELIVERIES: Final = {
    (supplier, beneficiary): Mark(f"{supplier}.{beneficiary}", "lens.neutral")
    for supplier in SIDES
    for beneficiary in SIDES
}
"""(who gives, who benefits) → what is said of such a step."""


def marks(scene: Scene, journey: str) -> Marks:
    """First on which side the nearest party stands, then the hand-over that leads here, then who delivers to whom."""
    led = {
        handover.target: MARKS[handover.side]
        for handover in scene.once(handovers)
        if handover.journey == journey and handover.side != "outside"
    }
    held, found = scene.once(sides), dict[str, tuple[Mark, ...]]()
    for spot in scene.spots.get(journey, {}).values():
        for step in (*spot.front, *spot.back):
            about = (_whom(scene, held, step), led.get(step.id), _delivers(step))
            said = tuple(mark for mark in about if mark is not None)
            if said:
                found[step.id] = said
    return found


def _delivers(step: Step) -> Mark | None:
    supplier, beneficiary = step.judgement.supplier, step.judgement.beneficiary
    return DELIVERIES[supplier, beneficiary] if supplier is not None and beneficiary is not None else None


def _whom(scene: Scene, held: Sides, step: Step) -> Mark | None:
    if step.nobody:
        return MARKS["nobody"]
    met = {held.parties[contact.party] for contact in step.contacts if contact.party is not None}
    for side in ("own", "commissioned"):
        if side in met:
            return MARKS[side]
    if any(contact.passes_on_for in scene.scope.inside for contact in step.contacts):
        return MARKS["passed_on"]
    return next((MARKS[side] for side in ("colleague", "outside") if side in met), None)
