"""Small gestures and messages before anybody asks: how many were thought of, and where one is missed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.spots import in_reading_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.finding import Unit
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.model.entities import Note

PLANS = ("opportunity", "idea")
"""Kinds of notes that can be a small gesture or a proactive message."""


def findings(scene: Scene) -> Iterator[Finding]:
    """What there is, then each low point in an absent phase for which there is nothing of the kind."""
    plans = [note for note in scene.document.notes.values() if note.kind in PLANS and note.status != "dropped"]
    yield from _there("value.gestures", "gesture", [note for note in plans if note.small_gesture])
    yield from _there("value.messages", "message", [note for note in plans if note.proactive])
    answers: dict[str, list[Note]] = defaultdict(list)
    for plan in plans:
        for note in plan.addresses:
            answers[note].append(plan)
    for journey in scene.journeys:
        spots, levels = scene.spots.get(journey.id, {}), scene.levels[journey.id]
        for phase in phases_in_order(scene.document):
            if levels[phase.id] == "absent" and phase.id in spots:
                yield from _missing(journey.id, phase.id, spots[phase.id], answers)


def _there(code: str, unit: Unit, notes: list[Note]) -> Iterator[Finding]:
    if notes:
        ids = tuple(note.id for note in sorted(notes, key=lambda note: (note.order, note.id)))
        yield Finding(code, "good", ids[:MOST_SUBJECTS], numbers=(count(f"{unit}s", unit, ids),))


def _missing(journey: str, phase: str, spot: Spot, answers: Mapping[str, list[Note]]) -> Iterator[Finding]:
    felt = [step for step in in_reading_order(spot.front) if step.emotion is not None and step.emotion < 0]
    plans = _plans(spot, answers) if felt else []
    if not felt or any(note.small_gesture or note.proactive for note in plans):
        return
    lowest = min(felt, key=lambda step: step.emotion or 0)
    if plans:
        numbers = (count("opportunities", "opportunity", tuple(note.id for note in plans)),)
        yield Finding("value.small_unmarked", "look", (lowest.id,), journey, phase, numbers)
    else:
        yield Finding("value.small_missing", "look", (lowest.id,), journey, phase)


def _plans(spot: Spot, answers: Mapping[str, list[Note]]) -> list[Note]:
    """What was thought of here, or elsewhere for a need from here."""
    here = [note for note in spot.notes if note.kind in PLANS and note.status != "dropped"]
    found = {plan.id: plan for plan in [*here, *(plan for note in spot.notes for plan in answers.get(note.id, ()))]}
    return sorted(found.values(), key=lambda note: (note.order, note.id))
