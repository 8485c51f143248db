"""What a card tells of a persona: needs, pains, feelings, and whom they meet where the municipality is absent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.analysis.evidence import Assumptions, share
from journeys.analysis.findings import overview
from journeys.analysis.gaps import is_open_need, is_pain
from journeys.analysis.presence import scope_of
from journeys.analysis.spots import EMPTY, in_reading_order, spots
from journeys.model.time import phases_in_order
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings, Overview
    from journeys.analysis.presence import Scope
    from journeys.analysis.spots import Spot, Spots
    from journeys.model.document import Document
    from journeys.model.entities import Note, Persona, Step

FEW: Final = 3
"""So many needs and so many pains; the rest is counted."""
PLACES: Final = 6


@dataclass(frozen=True, slots=True)
class Some:
    """The first of many, and how many more there are."""

    notes: tuple[Note, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody is in the phases without the scope: parties (ids) and places, with in how many phases."""

    absent: int = 0
    phases: int = 0
    parties: tuple[tuple[str, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    nobody: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """One persona; `heart` is the journey whose feelings are drawn, `beats` its judged steps by phase, in order."""

    persona: Persona
    needs: Some
    pains: Some
    heart: JourneyFindings | None
    beats: tuple[tuple[Step, ...], ...]
    whereabouts: Whereabouts
    talks: int
    assumptions: Assumptions

    @property
    def felt(self) -> list[Step]:
        return [step for phase in self.beats for step in phase]

    @property
    def lowest(self) -> Step | None:
        """The first of the lowest."""
        return min(self.felt, key=lambda step: step.emotion or 0, default=None)

    @property
    def highest(self) -> Step | None:
        """The first of the highest; nothing where all moments feel the same."""
        best = max(self.felt, key=lambda step: step.emotion or 0, default=None)
        low = self.lowest
        return None if best is None or low is None or best.emotion == low.emotion else best


def profiles(document: Document, personas: Sequence[str], journeys: Sequence[str] | None) -> Iterator[Profile]:
    """The profiles of these personas, of all their journeys or only of these; in time linear in the study."""
    seen, held, scope = overview(document), spots(document), scope_of(document)
    on_persona: dict[str, list[Note]] = {}
    for note in document.notes.values():
        if note.persona is not None:
            on_persona.setdefault(note.persona, []).append(note)
    for id_ in personas:
        theirs = _theirs(document, id_, seen, journeys)
        yield _profile(document, document.personas[id_], theirs, (held, scope), on_persona.get(id_, []))


def _theirs(
    document: Document, persona: str, seen: Overview, journeys: Sequence[str] | None
) -> list[JourneyFindings]:  # fmt: skip
    """What was lived through; what is desired only for who has nothing else."""
    found = [
        one for one in seen.journeys
        if document.journeys[one.journey].persona == persona and (journeys is None or one.journey in journeys)
    ]  # fmt: skip
    return [one for one in found if document.journeys[one.journey].variant == "current"] or found


def _profile(
    document: Document, persona: Persona, theirs: list[JourneyFindings], around: tuple[Spots, Scope], said: list[Note]
) -> Profile:  # fmt: skip
    held, scope = around
    places = [held.get(one.journey, {}).get(found.phase, EMPTY) for one in theirs for found in one.phases]
    notes = [*(note for spot in places for note in sorted(spot.notes, key=_in_order)), *sorted(said, key=_in_order)]
    steps = [step for spot in places for step in (*spot.front, *spot.back)]
    beats = {one.journey: _beats(document, held.get(one.journey, {})) for one in theirs}
    heart = max(theirs, key=lambda one: sum(map(len, beats[one.journey])), default=None)
    return Profile(
        persona,
        _some(note for note in notes if is_open_need(note)),
        _some(note for note in notes if is_pain(note)),
        heart,
        beats[heart.journey] if heart else (),
        _whereabouts(document, theirs, held, scope),
        _talks(document, [persona, *steps, *notes]),
        share(steps),
    )


def _in_order(note: Note) -> tuple[int, str]:
    return note.order, note.id


def _some(notes: Iterable[Note]) -> Some:
    """What most voted for first, then in the order of the journey; the same words once."""
    once: dict[str, Note] = {}
    for note in notes:
        if note.text.strip():
            once.setdefault(folded(note.text.strip()), note)
    found = sorted(once.values(), key=lambda note: -note.votes)
    # A single one more takes no more room than saying that there is one.
    few = len(found) if len(found) == FEW + 1 else FEW
    return Some(tuple(found[:few]), len(found) - len(found[:few]))


def _beats(document: Document, held: dict[str, Spot]) -> tuple[tuple[Step, ...], ...]:
    return tuple(
        tuple(step for step in in_reading_order(held.get(phase.id, EMPTY).front) if step.emotion is not None)
        for phase in phases_in_order(document)
    )


def _whereabouts(document: Document, theirs: list[JourneyFindings], held: Spots, scope: Scope) -> Whereabouts:
    parties: Counter[str] = Counter()
    places: Counter[str] = Counter()
    names: dict[str, str] = {}
    nobody = 0
    absent = [(one.journey, found.phase) for one in theirs for found in one.phases if found.level == "absent"]
    for journey, phase in absent:
        front = held.get(journey, {}).get(phase, EMPTY).front
        met = {contact.party for step in front for contact in step.contacts if contact.party}
        parties.update(party for party in met if not scope.holds(party))
        for step in front:
            names.setdefault(folded(step.place.strip()), step.place.strip())
        places.update({folded(step.place.strip()) for step in front} - {""})
        nobody += not met
    return Whereabouts(
        len(absent),
        sum(len(one.phases) for one in theirs),
        tuple(sorted(parties.items(), key=lambda pair: (-pair[1], document.parties[pair[0]].name.casefold()))[:PLACES]),
        tuple(
            (names[key], count) for key, count in sorted(places.items(), key=lambda pair: (-pair[1], pair[0]))[:PLACES]
        ),
        nobody,
    )


def _talks(document: Document, grounds: Iterable[Persona | Step | Note]) -> int:
    """With how many people was talked, as far as this is based on that."""
    used = {source for entity in grounds for source in entity.evidence.sources}
    held = (document.sources[source] for source in used if source in document.sources)
    return sum(source.people for source in held if source.kind == "interview")
