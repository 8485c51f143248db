"""What becomes of what was heard: needs without an answer, opportunities without an owner or a date."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.gaps import is_open_need
from journeys.analysis.notelist import ACTIONS, UNFINISHED, is_overdue
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.finding import Grade, Number
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note

ANSWERED_LEAST: Final = 2
"""From so many needs on it is a strength that each has its opportunity."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Needs per journey and phase; opportunities of the whole study, as they stand in a list of actions."""
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
                answers = (note for note in spot.notes if note.kind in ("need", "question") and _is_answered(note))
                found.words.update((journey.persona, note.text.casefold()) for note in answers)
    return found


def _is_answered(note: Note) -> bool:
    return note.status == "done" or note.answered_by is not None


def _needs(scene: Scene, journey: Journey, answered: Addressed) -> Iterator[Finding]:
    spots = scene.spots.get(journey.id, {})
    together: list[Note] = []
    for phase in phases_in_order(scene.document):
        if phase.id not in spots or not spots[phase.id].notes:
            continue
        opened = _in_order(note for note in spots[phase.id].notes if is_open_need(note))
        together += opened
        left = [note for note in opened if not answered.has(note, journey.persona)]
        if left:
            yield _unanswered(left, journey.id, phase.id)
    if len(together) >= ANSWERED_LEAST and all(answered.has(note, journey.persona) for note in together):
        numbers = (count("needs", "need", tuple(note.id for note in together)),)
        yield Finding("structure.answered", "good", (journey.id,), journey.id, numbers=numbers)


def _unanswered(left: list[Note], journey: str, phase: str) -> Finding:
    """Needs and questions are counted apart: the sentence says what there is."""
    needs = tuple(note.id for note in left if note.kind == "need")
    questions = tuple(note.id for note in left if note.kind == "question")
    numbers: tuple[Number, ...] = ()
    if needs:
        numbers += (count("needs", "need", needs),)
    if questions:
        numbers += (count("questions", "question", questions),)
    code = "unanswered" if needs and questions else "unanswered_needs" if needs else "unanswered_questions"
    ids = tuple(note.id for note in left)
    return Finding(f"structure.{code}", "act", ids[:MOST_SUBJECTS], journey, phase, numbers)


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
        ("overdue", "act", held.overdue), ("unowned", "act", held.unowned), ("undated", "act", held.undated),
        ("untaken", "look", held.waiting),
    )  # fmt: skip
    for code, grade, notes in told:
        if notes:
            ids = tuple(note.id for note in _in_order(notes))
            numbers = (count("opportunities", "opportunity", ids),)
            yield Finding(f"structure.{code}", grade, ids[:MOST_SUBJECTS], numbers=numbers)


def _in_order(notes: Iterable[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: (note.order, note.id))
