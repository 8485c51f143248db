"""What becomes of what was heard: needs without an answer, opportunities without an owner or a date."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.gaps import is_open_need
from journeys.analysis.notelist import ACTIONS, UNFINISHED, is_overdue
from journeys.edits.notes import ANSWERED
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Grade
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note

ANSWERED_LEAST: Final = 2
"""From so many needs on it is a strength that each has its opportunity."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Needs per journey; opportunities of the whole study, as they stand in a list of actions."""
    answered = scene.once(addressed)
    for journey in scene.journeys:
        yield from _needs(scene, journey, answered)
    yield from _undertaken(scene.once(undertakings))


@dataclass(slots=True)
class Addressed:
    """For which notes, and for everything on which steps, there is an opportunity or idea."""

    notes: set[str] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)
    words: set[tuple[str, str]] = field(default_factory=set)
    """(persona, what was asked) to which a desired journey has the answer."""

    def has(self, note: Note, persona: str) -> bool:
        """Whether somebody thought of something for this note."""
        return note.id in self.notes or note.step in self.steps or (persona, note.text.casefold()) in self.words


def addressed(scene: Scene) -> Addressed:
    """An opportunity that names no needs is for all needs of the step on which it hangs."""
    found = Addressed()
    for note in scene.document.notes.values():
        if note.kind in ACTIONS and note.status != "dropped":
            found.notes.update(note.addresses)
            if not note.addresses and note.step is not None:
                found.steps.add(note.step)
    for journey in scene.journeys:
        if journey.variant == "desired":
            for spot in scene.spots.get(journey.id, {}).values():
                answers = (note for note in spot.notes if note.kind in ANSWERED and _is_answered(note))
                found.words.update((journey.persona, note.text.casefold()) for note in answers)
    return found


def _is_answered(note: Note) -> bool:
    return note.status == "done" or note.answered_by is not None


def _needs(scene: Scene, journey: Journey, answered: Addressed) -> Iterator[Finding]:
    """Needs only: of questions that nobody answers, the lens of question and network tells."""
    spots = scene.spots.get(journey.id, {})
    together: list[Note] = []
    for phase in phases_in_order(scene.document):
        if phase.id in spots and spots[phase.id].notes:
            together += sorted(filter(is_open_need, spots[phase.id].notes), key=by_order)
    left = [note for note in together if not answered.has(note, journey.persona)]
    needs = [note for note in left if note.kind == "need"]
    if needs:
        ids = ids_of(needs)
        numbers = (count("needs", "need", ids),)
        where = _only_phase(scene, needs)
        yield Finding("structure.unanswered_needs", "look", ids, journey.id, where, numbers)
    if len(together) >= ANSWERED_LEAST and not left:
        numbers = (count("needs", "need", ids_of(together)),)
        yield Finding("structure.answered", "good", (journey.id,), journey.id, numbers=numbers)


def _only_phase(scene: Scene, notes: list[Note]) -> str | None:
    """The phase that all of them are in."""
    steps = scene.document.steps
    phases = {steps[note.step].phase if note.step is not None else note.phase for note in notes}
    return phases.pop() if len(phases) == 1 else None


@dataclass(slots=True)
class Undertakings:
    """Opportunities and ideas that ask for something."""

    overdue: list[Note] = field(default_factory=list)
    unowned: list[Note] = field(default_factory=list)
    """Planned, and nobody does it."""
    undated: list[Note] = field(default_factory=list)
    """Planned, somebody does it, and nobody knows by when."""
    waiting: list[Note] = field(default_factory=list)
    """Opportunities that nobody has taken up yet."""


def undertakings(scene: Scene) -> Undertakings:
    """Ask for `scene.once(undertakings)`."""
    held = Undertakings()
    for note in scene.document.notes.values():
        if note.kind in ACTIONS and note.status in UNFINISHED:
            if is_overdue(note, scene.today):
                held.overdue.append(note)
            if note.status == "planned" and not note.owner:
                held.unowned.append(note)
            elif note.status == "planned" and note.due is None:
                held.undated.append(note)
            elif note.kind == "opportunity" and note.status == "open" and not note.owner:
                held.waiting.append(note)
    return held


def _undertaken(held: Undertakings) -> Iterator[Finding]:
    told: tuple[tuple[str, Grade, list[Note]], ...] = (
        ("overdue", "act", held.overdue), ("unowned", "act", held.unowned), ("undated", "look", held.undated),
        ("untaken", "look", held.waiting),
    )  # fmt: skip
    for code, grade, notes in told:
        if notes:
            ids = ids_of(sorted(notes, key=by_order))
            yield Finding(f"structure.{code}", grade, ids, numbers=(count("opportunities", "opportunity", ids),))
