"""Small gestures and messages before anybody asks: how many were thought of, and where one is missed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, about_steps, count, ids_of
from journeys.analysis.mendable import can_be_mended
from journeys.analysis.notelist import ACTIONS
from journeys.analysis.reading import lived
from journeys.analysis.spots import in_reading_order
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.finding import Number, Unit
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.model.entities import Note, Step


def findings(scene: Scene) -> Iterator[Finding]:
    """What there is, then per journey the low points in absent phases for which there is nothing of the kind."""
    held = (note for note in scene.document.notes.values() if note.kind in ACTIONS and note.status != "dropped")
    plans = sorted(held, key=by_order)
    yield from _there(plans)
    answers: dict[str, list[Note]] = defaultdict(list)
    for plan in plans:
        for note in plan.addresses:
            answers[note].append(plan)
    for journey in lived(scene):
        spots, levels = scene.spots.get(journey.id, {}), scene.levels[journey.id]
        absent = [p.id for p in phases_in_order(scene.document) if levels[p.id] == "absent" and p.id in spots]
        yield from about_steps(
            "value.small_missing", "look", journey.id,
            [step for phase in absent for step in _missing(scene, spots[phase], answers)],
        )  # fmt: skip


def _there(plans: list[Note]) -> Iterator[Finding]:
    """Small gestures and early messages in one breath; what is both counts as each."""
    gestures, messages = ids_of(n for n in plans if n.small_gesture), ids_of(n for n in plans if n.proactive)
    every = ids_of(note for note in plans if note.small_gesture or note.proactive)
    numbers = (*_counted("gestures", "gesture", gestures), *_counted("messages", "message", messages))
    if numbers:
        code = "value.small" if len(numbers) > 1 else f"value.{numbers[0].code}"
        yield Finding(code, "good", every, numbers=numbers)


def _counted(code: str, unit: Unit, ids: tuple[str, ...]) -> tuple[Number, ...]:
    return (count(code, unit, ids),) if ids else ()


def _missing(scene: Scene, spot: Spot, answers: Mapping[str, list[Note]]) -> Iterator[Step]:
    """The lowest step of a phase in which nothing small or early was thought of."""
    felt = [step for step in in_reading_order(spot.front) if (step.emotion or 0) < 0 and can_be_mended(scene, step)]
    if felt and not any(note.small_gesture or note.proactive for note in _plans(spot, answers)):
        yield min(felt, key=lambda step: step.emotion or 0)


def _plans(spot: Spot, answers: Mapping[str, list[Note]]) -> list[Note]:
    """What was thought of here, or elsewhere for a need from here."""
    here = [note for note in spot.notes if note.kind in ACTIONS and note.status != "dropped"]
    found = {plan.id: plan for plan in [*here, *(plan for note in spot.notes for plan in answers.get(note.id, ()))]}
    return sorted(found.values(), key=by_order)
