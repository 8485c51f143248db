"""A study whose gaps are the four worked rows of the severity table: 87, 54, 21 and 12."""

from __future__ import annotations

from dataclasses import replace

from journeys.model.document import Document
from journeys.model.entities import (
    Entity,
    Journey,
    Moment,
    Note,
    NoteKind,
    Party,
    Persona,
    Phase,
    Step,
    Study,
)
from journeys.model.values import Contact
from tests.journeys.studies import PHASES, ids

TOWN, DESK, MIDWIFE, CARE, CLINIC, WEB, HOSPITAL = range(7)
PREGNANT, PREPARE, BIRTH, DECLARE, CRADLE, YEAR = range(6)


class Scene:
    """Parties, phases and three journeys by number; `add` and `change` build on it."""

    def __init__(self) -> None:
        self.new = ids()
        self.entities: dict[str, Entity] = {}
        self.town = self.add(Party(next(self.new), "Gemeente Voorbeeldstad", "municipality"))
        town = self.town.id
        self.parties = [
            self.town,
            self.add(Party(next(self.new), "Burgerzaken", "department", parent=town)),
            self.add(Party(next(self.new), "verloskundige", "care")),
            self.add(Party(next(self.new), "kraamzorg", "care")),
            self.add(Party(next(self.new), "JGZ", "executor", acts_for=town)),
            self.add(Party(next(self.new), "internet", "medium")),
            self.add(Party(next(self.new), "ziekenhuis", "care")),
        ]
        self.study = self.add(Study(next(self.new), "Een kind krijgen", scope=town, end_day=364))
        self.add(Moment(next(self.new), "Aangifte", 0, is_day0=True))
        self.born = self.add(Moment(next(self.new), "Geboorte", -2))
        self.phases = [self.add(Phase(next(self.new), name, start)) for name, start in PHASES]
        self.personas = [self.add(Persona(next(self.new), f"Persona {n}", order=n)) for n in (1, 2, 3)]
        self.journeys = [self.add(Journey(next(self.new), persona.id, "Een kind krijgen")) for persona in self.personas]

    def add(self, entity):
        self.entities[entity.id] = entity
        return entity

    def change(self, entity, **values):
        return self.add(replace(entity, **values))

    def step(self, journey: int, phase: int, *parties: int, **values) -> Step:
        """A step at the next free column; a party is met in it per number given, else nobody."""
        home, place = self.journeys[journey].id, self.phases[phase].id
        column = sum(isinstance(e, Step) and (e.journey, e.phase) == (home, place) for e in self.entities.values())
        values.setdefault("contacts", tuple(Contact(self.parties[party].id) for party in parties))
        values.setdefault("nobody", not values["contacts"])
        return self.add(Step(next(self.new), home, place, column=column, **values))

    def note(self, kind: NoteKind, step: Step | None = None, **values) -> Note:
        return self.add(Note(next(self.new), kind, "…", step=step.id if step else None, **values))

    def document(self) -> Document:
        return Document.of(self.entities.values())


def worked() -> Scene:
    """The mockup's three personas; the second met the municipality while preparing."""
    scene = Scene()
    for journey in range(3):
        _shared(scene, journey)
    first = scene.step(0, PREPARE, title="Erkenning?", emotion=-2)
    scene.note("need", first)
    scene.note("question", first)
    scene.note("pain", first)
    for journey in range(3):
        scene.note("need", journey=scene.journeys[journey].id, phase=scene.phases[PREGNANT].id)
    scene.step(0, PREPARE, HOSPITAL, emotion=0)
    scene.step(2, PREPARE, HOSPITAL, emotion=1)
    scene.step(1, PREPARE, CLINIC, emotion=1)
    return scene


def _shared(scene: Scene, journey: int) -> None:
    scene.step(journey, PREGNANT, WEB, emotion=2)
    scene.step(journey, PREPARE, MIDWIFE, emotion=0)
    scene.step(journey, BIRTH, HOSPITAL, emotion=2)
    scene.step(journey, DECLARE, DESK, emotion=-1)
    town = scene.town.id
    scene.step(journey, CRADLE, contacts=(Contact(scene.parties[CARE].id, passes_on_for=town),))
    scene.step(journey, YEAR, WEB, emotion=1)
