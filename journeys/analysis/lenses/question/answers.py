"""Which questions nobody answers, and who answers them besides us."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.gaps import is_open_need
from journeys.analysis.reading import lived
from journeys.edits.notes import ANSWERED
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Note


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey the questions that stay open; per party outside the scope what it answers already."""
    held: dict[str, list[str]] = defaultdict(list)
    for journey in scene.journeys:
        still = ids_of(note for note in questions_of(scene, journey.id) if is_unanswered(note))
        if still:
            yield Finding(
                "question.unanswered", "act", still, journey.id, numbers=(count("questions", "question", still),)
            )  # fmt: skip
    spots = (spot for journey in lived(scene) for spot in scene.spots.get(journey.id, {}).values())
    some = [note for spot in spots for note in spot.notes if note.answered_by and note.kind in ANSWERED]
    for note in sorted(some, key=by_order):
        held[note.answered_by or ""].append(note.id)
    for party, notes in sorted(held.items()):
        if not scene.scope.holds(party):
            all_questions = all(scene.document.notes[id_].kind == "question" for id_ in notes)
            numbers = (count("needs", "question" if all_questions else "need", tuple(notes)),)
            yield Finding("question.answered_by_others", "good", (party,), numbers=numbers)


def is_unanswered(note: Note) -> bool:
    """An open question that no party answers."""
    return note.kind == "question" and is_open_need(note)


def questions_of(scene: Scene, journey: str) -> Iterator[Note]:
    """The questions in a journey, in order of time."""
    spots = scene.spots.get(journey, {})
    for phase in sorted(spots, key=lambda phase: scene.periods[phase]):
        notes = [note for note in spots[phase].notes if note.kind == "question"]
        yield from sorted(notes, key=by_order)
