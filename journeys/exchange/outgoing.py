"""A study as the values by name that readers of files give: what the formats of steps write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys.analysis.spots import in_reading_order
from journeys.edits.incoming import (
    Incoming,
    IncomingContact,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    IncomingStep,
)
from journeys.exchange.unique import Unique
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Note, Party, Persona, Phase, Step
    from journeys.model.values import Contact


def outgoing(wanted: Wanted) -> Incoming:
    """The chosen journeys: steps journey by journey, phase by phase, in reading order, what is behind the scenes last.

    Ids and keys of steps are those of the study, `row` counts from 1; two things of a kind never have one name.
    Every link between the steps is given, so that whoever has no room for links must see for itself whether the
    order tells them: `chain`. Notes on no step are those of the chosen journeys and personas, and what is parked.
    """
    document = wanted.document
    telling = _Telling(document)
    chosen = [document.journeys[id_] for id_ in wanted.journeys]
    steps = [step for journey in chosen for step in steps_of(document, journey.id)]
    at = {step.id: row for row, step in enumerate(steps)}
    links = [link for link in document.links.values() if link.source in at and link.target in at]
    links.sort(key=lambda link: (at[link.source], at[link.target]))
    personas = [document.personas[id_] for id_ in dict.fromkeys(journey.persona for journey in chosen)]
    return Incoming(
        tuple(telling.step(step, row) for row, step in enumerate(steps, 1)),
        tuple(telling.phase(phase) for phase in phases_in_order(document)),
        links=tuple(IncomingLink(link.source, link.target, link.label, link.kind) for link in links),
        notes=tuple(telling.note(note) for note in _loose(document, chosen)),
        journeys=tuple(telling.journey(journey) for journey in chosen),
        personas=tuple(telling.persona(one) for one in personas),
        parties=tuple(telling.party(party) for party in _parties(document, chosen, steps)),
    )


def steps_of(document: Document, journey: str) -> list[Step]:
    """The steps of a journey, phase by phase in reading order; in each phase the front stage, then what is behind."""
    held: dict[str, list[Step]] = {}
    for step in document.referring(journey, "step"):
        if step.journey == journey:
            held.setdefault(step.phase, []).append(step)
    found: list[Step] = []
    for phase in phases_in_order(document):
        for stage in ("front", "back"):
            found += in_reading_order([step for step in held.get(phase.id, []) if step.stage == stage])
    return found


def chain(document: Document, journeys: Iterable[str]) -> set[tuple[str, str]]:
    """(source, target) for each step on the front stage and the next: the links that the order of steps tells."""
    found: set[tuple[str, str]] = set()
    for journey in journeys:
        front = [step.id for step in steps_of(document, journey) if step.stage == "front"]
        found |= set(pairwise(front))
    return found


def _loose(document: Document, journeys: Sequence[Journey]) -> list[Note]:
    here = {journey.id for journey in journeys}
    people = {journey.persona for journey in journeys}
    found = (note for note in document.notes.values() if note.step is None)
    told = [note for note in found if note.journey in (None, *here) and note.persona in (None, *people)]
    return sorted(told, key=by_order)


def _parties(document: Document, journeys: Sequence[Journey], steps: Sequence[Step]) -> list[Party]:
    """All of them with all journeys, also without those behind steps; else whom these meet, and whom those act for."""
    if {journey.id for journey in document.journeys.values() if not journey.parent_step} <= {j.id for j in journeys}:
        return list(document.parties.values())
    met = {id_ for step in steps for each in step.contacts for id_ in (each.party, each.passes_on_for) if id_}
    ways = list(met)
    while ways:
        party = document.parties[ways.pop()]
        further = {id_ for id_ in (party.parent, party.acts_for) if id_} - met
        met |= further
        ways += further
    return [party for party in document.parties.values() if party.id in met]


class _Telling:
    """Says entities by name."""

    def __init__(self, document: Document) -> None:
        self._document, self._names = document, Unique(document)

    def step(self, step: Step, row: int) -> IncomingStep:
        document, names = self._document, self._names
        journey = document.journeys[step.journey]
        notes = sorted((note for note in document.referring(step.id, "note") if note.step == step.id), key=by_order)
        return IncomingStep(
            row, step.title, step.id, names.journeys[journey.id], names.personas[journey.persona],
            names.phases[step.phase], step.stage, step.body, step.day, step.lasts, step.place,
            tuple(self._contact(contact) for contact in step.contacts), step.nobody, step.emotion,
            step.moment_of_truth, step.evidence.status, step.evidence.note,
            tuple(names.sources[id_] for id_ in step.evidence.sources),
            tuple(self.note(note) for note in notes), journey.variant, step.id, step.column, step.track,
        )  # fmt: skip

    def _contact(self, contact: Contact) -> IncomingContact:
        parties, channels = self._names.parties, self._names.channels
        return IncomingContact(
            parties[contact.party] if contact.party else "",
            channels[contact.channel] if contact.channel else "",
            parties[contact.passes_on_for] if contact.passes_on_for else "",
        )

    def note(self, note: Note) -> IncomingNote:
        names = self._names
        journey = self._document.journeys[note.journey] if note.journey else None
        persona = note.persona or (journey.persona if journey else None)
        return IncomingNote(
            note.kind, note.text, note.id, note.status, note.owner, note.due,
            names.personas[persona] if persona else "",
            names.journeys[journey.id] if journey else "", journey.variant if journey else None,
            names.phases[note.phase] if note.phase else "",
        )  # fmt: skip

    def phase(self, phase: Phase) -> IncomingPhase:
        start = phase.start_day if phase.dated else None
        return IncomingPhase(self._names.phases[phase.id], start, phase.facilitator_note)

    def journey(self, journey: Journey) -> IncomingJourney:
        names = self._names
        return IncomingJourney(
            names.journeys[journey.id], names.personas[journey.persona], journey.variant, journey.question
        )

    def persona(self, persona: Persona) -> IncomingPersona:
        name = self._names.personas[persona.id]
        return IncomingPersona(name, persona.tagline, persona.quote, persona.context, persona.group)

    def party(self, party: Party) -> IncomingParty:
        names = self._names.parties
        return IncomingParty(
            names[party.id], party.kind,
            names[party.parent] if party.parent else "", names[party.acts_for] if party.acts_for else "",
        )  # fmt: skip
