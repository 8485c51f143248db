"""Studies with odd words everywhere, by number: quick to make, so that formats can be tried on hundreds."""

from __future__ import annotations

import datetime as dt
import random

from journeys import text
from journeys.model.document import Document, place_of
from journeys.model.entities import (
    Channel,
    Journey,
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
from journeys.model.integrity import check_document
from journeys.model.values import Contact, Duration, Evidence
from tests.journeys.model.strategies import ODD

WORDS = [
    "Bellen", "Gemeente Ede", "Aangifte: doen", "a; b", "a, b", "#1", "100% zeker", "title x", "section", "journey",
    "end", "%% c", "```", "---", "- a", "1. b", "| c |", '"]; click A "javascript:x"', "%%{init: {}}%%", "#quot;",
    "</text><script>", '"onload="x', "]]>", "&amp; &", "<br>", "'", '"', "'=1", "+31 6", "@SUM(A1)", "-5", "=1+1",
    "niemand", "Stap 1 (2)", "Ja", "+2", "2026-01-31", "TRUE", "#REF!", "é", "E", "ĳ", "A.B.", "\u202fsmal", "x" * 199,
]  # fmt: skip
KINDS = ["need", "pain", "opportunity", "idea", "question", "quote", "remark"]


class _Making:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.next = 0

    def id(self) -> str:
        self.next += 1
        return f"{self.chance.getrandbits(96):024x}{self.next:08x}"

    def line(self, *, name: bool = False) -> str:
        pieces = [
            self.chance.choice(WORDS if self.chance.random() < 0.7 else ODD)
            for _ in range(self.chance.choice([1, 1, 2]))
        ]
        made = text.title(" ".join(pieces)[: text.TITLE_MAX])
        return made or ("Naam" if name else "")

    def words(self) -> str:
        lines = [self.line() for _ in range(self.chance.choice([1, 1, 2, 3]))]
        return text.body("\n".join(lines))

    def maybe(self, made, share=0.5):
        return made if self.chance.random() < share else None

    def some(self, held, most=2):
        return tuple(self.chance.sample(held, self.chance.randint(0, min(most, len(held)))))


def odd_study(seed: int) -> Document:
    """Always the same one for a number; every rule holds."""
    m = _Making(seed)
    chance = m.chance
    towns = [Party(m.id(), m.line(name=True), "municipality")]
    parties = [
        *towns,
        *(
            Party(m.id(), m.line(name=True), chance.choice(["care", "business", "medium"]), colour=n)
            for n in range(chance.randint(0, 3))
        ),
    ]
    parties += [Party(m.id(), m.line(name=True), "department", parent=towns[0].id)] if chance.random() < 0.5 else []
    channels = [Channel(m.id(), m.line(name=True), order=n) for n in range(chance.randint(0, 3))]
    sources = [Source(m.id(), "document", m.line(name=True)) for _ in range(chance.randint(0, 2))]
    starts = sorted(chance.sample(range(-300, 300), chance.randint(1, 4)))
    dated = chance.random() < 0.7
    phases = [
        Phase(m.id(), m.line(name=True), day, dated=dated, facilitator_note=m.maybe(m.words()) or "") for day in starts
    ]
    personas = [
        Persona(m.id(), m.line(name=True), m.line(), order=n, context=m.words()) for n in range(chance.randint(1, 3))
    ]
    journeys = [
        Journey(
            m.id(),
            chance.choice(personas).id,
            m.line(name=True),
            m.maybe(m.line()) or "",
            chance.choice(["current", "desired"]),
            order=n,
        )
        for n in range(chance.randint(1, 3))
    ]
    study = Study(m.id(), m.line(name=True), scope=towns[0].id, end_day=400)
    held = [
        study,
        Moment(m.id(), "Dag 0", 0, is_day0=True),
        *parties,
        *channels,
        *sources,
        *phases,
        *personas,
        *journeys,
    ]
    steps = _steps(m, journeys, phases, parties, channels, sources)
    held += [*steps, *_links(m, steps), *_notes(m, steps, journeys, phases, personas)]
    document = Document.of(held)
    assert check_document(document) == [], check_document(document)[:2]
    return document


def _steps(m, journeys, phases, parties, channels, sources):
    found, taken = [], set()
    for _ in range(m.chance.randint(1, 9)):
        step = _step(m, journeys, phases, parties, channels, sources)
        if place_of(step) not in taken:
            taken.add(place_of(step))
            found.append(step)
    return found


def _step(m, journeys, phases, parties, channels, sources):
    chance = m.chance
    status = chance.choice(["assumed", "observed", "proposed"])
    return Step(
        m.id(), chance.choice(journeys).id, chance.choice(phases).id, chance.choice(["front", "front", "back"]),
        chance.randint(0, 4), chance.choice([0, 0, 0, 1]), m.line(name=chance.random() < 0.95),
        body=m.maybe(m.words()) or "", day=m.maybe(chance.randint(-300, 300)),
        lasts=m.maybe(Duration(1, 2, chance.choice(["hour", "day", "workday"])), 0.3),
        place=m.maybe(m.line(), 0.3) or "", contacts=_contacts(m, parties, channels),
        emotion=chance.choice([None, -2, -1, 0, 1, 2]), moment_of_truth=chance.random() < 0.2,
        evidence=Evidence(status, tuple(one.id for one in m.some(sources)), m.maybe(m.words(), 0.2) or ""),
    )  # fmt: skip


def _contacts(m, parties, channels):
    if not channels:
        return tuple(Contact(party.id) for party in m.some(parties))
    made = (
        Contact(m.chance.choice([None, *parties_ids(parties)]), m.chance.choice(channels).id,
                m.maybe(m.chance.choice(parties).id, 0.1))
        for _ in range(m.chance.choice([0, 1, 1, 2]))
    )  # fmt: skip
    return tuple(dict.fromkeys(made))


def parties_ids(parties):
    return [party.id for party in parties]


def _links(m, steps):
    pairs = {
        (a.id, b.id) for a in steps for b in steps if a.journey == b.journey and a is not b and m.chance.random() < 0.2
    }
    return [
        Link(m.id(), *pair, m.maybe(m.line(), 0.3) or "", m.chance.choice(["next", "choice", "back"]))
        for pair in sorted(pairs)
    ]


def _notes(m, steps, journeys, phases, personas):
    found = []
    for n in range(m.chance.randint(0, 8)):
        anchor = m.chance.choice(["step", "step", "step", "phase", "persona", "parked"])
        where = {
            "step": lambda: {"step": m.chance.choice(steps).id},
            "phase": lambda: {"journey": m.chance.choice(journeys).id, "phase": m.chance.choice(phases).id},
            "persona": lambda: {"persona": m.chance.choice(personas).id},
            "parked": dict,
        }[anchor]()  # fmt: skip
        work = {
            "owner": m.maybe(m.line()) or "",
            "due": m.maybe(dt.date(2027, 1, 31)),
            "status": m.chance.choice(["open", "planned", "done"]),
        }
        found.append(Note(m.id(), m.chance.choice(KINDS), m.words(), order=n, **where, **work))
    return found
