"""Small and large studies to test with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from journeys.model.document import Document
from journeys.model.entities import (
    Channel,
    Entity,
    Journey,
    Lane,
    Link,
    Moment,
    Note,
    Party,
    Persona,
    Phase,
    Source,
    Step,
    Study,
)  # fmt: skip
from journeys.model.values import Contact, Evidence, Judgement

PHASES = (
    ("Zwanger!", -270),
    ("Voorbereiden", -210),
    ("Bevalling", -42),
    ("Aangifte", 0),
    ("Kraamtijd", 1),
    ("Eerste jaar", 10),
)
UNJUDGED, SLOW = Judgement(), Judgement(speed=-1)
"""As in an opened study: equal judgements are one and the same."""
LANES = ("steps", "heartbeat", "contact", "needs", "opportunities", "backstage")


def ids(prefix: int = 0) -> Iterator[str]:
    """Ids in a steady order, so that failures read the same twice."""
    return (f"{prefix:08x}{number:024x}" for number in count(1))


def study(steps: int = 8, personas: int = 1) -> Document:
    """A valid study: six phases around day 0, four parties, `steps` connected steps per persona's journey."""
    return Document.of(entities(steps, personas))


def entities(steps: int = 8, personas: int = 1) -> Iterator[Entity]:
    """The entities of `study`."""
    new = ids()
    town = Party(next(new), "Gemeente Voorbeeldstad", "municipality")
    parties = [
        town,
        Party(next(new), "Burgerzaken", "department", parent=town.id, colour=1),
        Party(next(new), "Verloskundige", "care", colour=2),
        Party(next(new), "JGZ", "executor", acts_for=town.id, colour=3),
    ]
    yield Study(
        next(new),
        "Een kind krijgen",
        "child",
        organisation="Gemeente Voorbeeldstad",
        scope=town.id,
        end_day=364,
    )
    yield from parties
    yield Moment(next(new), "Aangifte", 0, is_day0=True)
    yield Moment(next(new), "Geboorte", -2)
    yield from (Lane(next(new), kind, order=index) for index, kind in enumerate(LANES))
    phases = [Phase(next(new), name, start) for name, start in PHASES]
    yield from phases
    desk = Channel(next(new), "Balie", "desk")
    talks = Source(next(new), "interview", "Gesprekken met ouders", people=6)
    yield desk
    yield talks
    for number in range(personas):
        yield from _journey(new, number, steps, phases, parties, desk, talks)


def _journey(
    new: Iterator[str],
    number: int,
    steps: int,
    phases: list[Phase],
    parties: list[Party],
    desk: Channel,
    talks: Source,
) -> Iterator[Entity]:
    persona = Persona(next(new), f"Persona {number + 1}", "Ongehuwd, eerste kind", colour=number % 12, order=number)
    journey = Journey(next(new), persona.id, "Een kind krijgen", "Hoe wordt ons kind van ons beiden?", order=number)
    yield persona
    yield journey
    previous: Step | None = None
    columns = dict.fromkeys((phase.id for phase in phases), 0)
    for index in range(steps):
        phase = phases[index * len(phases) // max(steps, 1)]
        party = parties[(index + number) % len(parties)]
        step = Step(
            next(new), journey.id, phase.id, column=columns[phase.id], title=f"Stap {index + 1}",
            body="Wat er dan gebeurt, in eigen woorden van de inwoner." if index % 3 == 0 else "",
            contacts=() if index % 5 == 4 else (Contact(party.id, desk.id),), nobody=index % 5 == 4,
            emotion=(index * 3) % 5 - 2, judgement=UNJUDGED if index % 4 else SLOW,
            evidence=Evidence("observed", (talks.id,)) if index % 2 else Evidence(),
        )  # fmt: skip
        columns[phase.id] += 1
        yield step
        if index % 3 == 1:
            yield Note(
                next(new),
                "need" if index % 2 else "pain",
                f"Wat ik wil weten bij stap {index + 1}",
                step=step.id,
            )
        if previous is not None:
            yield Link(next(new), previous.id, step.id)
        previous = step
