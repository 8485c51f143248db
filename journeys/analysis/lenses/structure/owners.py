"""Steps that nobody owns, and phases that were left empty between others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, about_steps
from journeys.analysis.reading import every_journey, reading
from journeys.analysis.spots import EMPTY
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey."""
    order = [phase.id for phase in phases_in_order(scene.document)]
    for home, steps in scene.once(ownerless).items():
        for code, stage in (("contact_open", "front"), ("backstage_open", "back")):
            yield from about_steps(f"structure.{code}", "act", home, [step for step in steps if step.stage == stage])
    for journey in scene.journeys:
        yield from _empty(scene, journey, order)


def ownerless(scene: Scene) -> dict[str, list[Step]]:
    """Journey → front steps of which nobody said whom the person meets, and back steps without a party."""
    steps = scene.once(reading)
    return {id_: [step for step in steps[id_] if is_ownerless(step)] for id_ in scene.once(every_journey)}


def is_ownerless(step: Step) -> bool:
    """Nobody was filled in, and it was not said that there is nobody either."""
    if step.nobody:
        return False
    for contact in step.contacts:  # noqa: SIM110 - asked of every step: any() with a generator takes three times as long
        if contact.party is not None:
            return False
    return True


def _empty(scene: Scene, journey: Journey, order: list[str]) -> Iterator[Finding]:
    """A phase without a step or a stance, with steps before and after it."""
    spots = scene.spots.get(journey.id, {})
    filled = [index for index, phase in enumerate(order) if spots.get(phase, EMPTY).front]
    for index in range(filled[0], filled[-1]) if filled else ():
        phase = order[index]
        if scene.levels[journey.id][phase] == "unmapped":
            yield Finding("structure.empty_phase", "look", (phase, journey.id), journey.id, phase)
