"""What the lens of question and network says of each step on the map: who is met, and what question stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.ecosystem import place_of
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.question.answers import is_unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

INSIDE: Final = Mark("inside", "lens.0")
ACTING: Final = Mark("acting", "lens.1")
PASSING: Final = Mark("passes_on", "lens.2")
OUTSIDE: Final = Mark("outside", "lens.3")
NOBODY: Final = Mark("nobody", "lens.neutral")
OPEN: Final = Mark("open_question", "lens.bad")
BY_PLACE: Final = {"inside": INSIDE, "acting": ACTING, "outside": OUTSIDE}


def marks(scene: Scene, journey: str) -> Marks:
    """The marks of one journey's steps; none for steps of which nobody said with whom they are."""
    found: Marks = {}
    for spot in scene.spots.get(journey, {}).values():
        open_steps = {note.step for note in spot.notes if is_unanswered(note)}
        for step in (*spot.front, *spot.back):
            told = (*([OPEN] if step.id in open_steps else []), *_met(step, scene.scope))
            if told:
                found[step.id] = told
    return found


def _met(step: Step, scope: Scope) -> Iterator[Mark]:
    """Ourselves before those who act for us, those who pass something on, and others."""
    if step.nobody:
        yield NOBODY
    places = {place_of(contact.party, scope) for contact in step.contacts if contact.party is not None}
    yield from (mark for place, mark in BY_PLACE.items() if place in places and place != "outside")
    passing = any(contact.passes_on_for in scope.inside for contact in step.contacts)
    if passing:
        yield PASSING
    if "outside" in places and not passing:
        yield OUTSIDE
