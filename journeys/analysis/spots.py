"""Groups what a study holds by journey and phase in one pass, so that every finding stays linear."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeys.model.document import Document
    from journeys.model.entities import Journey, Note, Step


@dataclass(slots=True)
class Spot:
    """One phase of one journey: its steps on both stages, and the notes on them or on the phase."""

    front: list[Step] = field(default_factory=list)
    back: list[Step] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


Spots = dict[str, dict[str, Spot]]
"""Journey id → phase id → spot; a phase without steps and notes has none."""

EMPTY = Spot()
_in_place: Final = attrgetter("column", "track", "id")


def spots(document: Document) -> Spots:
    """The spots of every journey, sub-journeys included."""
    found: Spots = defaultdict(lambda: defaultdict(Spot))
    for step in document.steps.values():
        spot = found[step.journey][step.phase]
        (spot.front if step.stage == "front" else spot.back).append(step)
    for note in document.notes.values():
        if note.step is not None:
            step = document.steps[note.step]
            found[step.journey][step.phase].notes.append(note)
        elif note.journey is not None and note.phase is not None:
            found[note.journey][note.phase].notes.append(note)
    return found


def spots_of(document: Document, journey: str) -> Mapping[str, Spot]:
    """The spots of one journey, by phase; without notes."""
    found: dict[str, Spot] = defaultdict(Spot)
    for step in document.steps.values():
        if step.journey == journey:
            spot = found[step.phase]
            (spot.front if step.stage == "front" else spot.back).append(step)
    return found


def counted_journeys(document: Document) -> list[Journey]:
    """The journeys that presence, gaps and totals are about, in reading order: by persona, without processes
    behind a step.
    """
    personas = document.personas
    counted = (journey for journey in document.journeys.values() if journey.parent_step is None)

    def order(journey: Journey) -> tuple[int, str, int, str, str]:
        persona = personas[journey.persona]
        return persona.order, persona.id, journey.order, journey.variant, journey.id

    return sorted(counted, key=order)


def in_reading_order(steps: list[Step]) -> list[Step]:
    """Steps of one phase from left to right, then from top to bottom."""
    return sorted(steps, key=_in_place)


def by_step(notes: Iterable[Note]) -> dict[str, tuple[str, ...]]:
    """Step → those of these notes that hang on it, in their order."""
    found: dict[str, list[str]] = {}
    for note in sorted(notes, key=by_order):
        if note.step is not None:
            found.setdefault(note.step, []).append(note.id)
    return {step: tuple(ids) for step, ids in found.items()}
