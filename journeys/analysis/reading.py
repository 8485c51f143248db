"""Journeys and steps in the order in which they are read, sorted once for whoever looks at the scene."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from journeys.analysis.spots import EMPTY
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step

_place: Final = attrgetter("column", "track")


def every_journey(scene: Scene) -> tuple[str, ...]:
    """The ids of all journeys, the processes behind a step last; ask for `scene.once(every_journey)`."""
    counted = dict.fromkeys(journey.id for journey in scene.journeys)
    behind = (journey for id_, journey in scene.document.journeys.items() if id_ not in counted)
    return (*counted, *(journey.id for journey in sorted(behind, key=by_order)))


def lived(scene: Scene) -> list[Journey]:
    """What people went through; a desired journey is a plan, and only counts where there is nothing else."""
    return [journey for journey in scene.journeys if journey.variant == "current"] or scene.journeys


def reading(scene: Scene) -> dict[str, list[Step]]:
    """Journey → its steps on both stages by phase, then from left to right; ask for `scene.once(reading)`.

    Of a front and a back step in one place the front step is first.
    """
    order = [phase.id for phase in phases_in_order(scene.document)]
    found: dict[str, list[Step]] = {}
    for journey in scene.once(every_journey):
        spots, steps = scene.spots.get(journey, {}), found.setdefault(journey, [])
        for phase in order:
            spot = spots.get(phase, EMPTY)
            steps += sorted([*spot.front, *spot.back], key=_place)
    return found


def places(scene: Scene) -> dict[str, int]:
    """Step → its number in reading order, through all journeys; ask for `scene.once(places)`."""
    ids = [step.id for steps in scene.once(reading).values() for step in steps]
    return dict(zip(ids, range(len(ids)), strict=True))
