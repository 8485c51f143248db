"""Two groups went on from one study: each changed, added and deleted something of its own."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from journeys.edits import entities
from journeys.edits.edit import Draft
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Channel, Link, Note, Party, Phase, Step
from journeys.model.schema import fields_of
from journeys.model.values import Contact, Evidence, Judgement
from journeys.session import Session

WORDS = ("Wachten", "wáchten", "Bellen met de balie", "R&D", "Wachten, nu", "Een regel\nen nog een")
DELETED = ("step", "note", "phase", "party", "source", "link", "cell", "fact", "channel", "persona")


def varied(document: Document, seed: int) -> Document:
    """The study with changes that follow from the seed."""
    chance, session = Random(seed), Session(document.snapshot(), lambda _: None)
    for (kind, _), entity in sorted(document, key=lambda each: each[0]):
        if chance.random() < 0.5:
            _apply(session, lambda draft, entity=entity: draft.put(replace(entity, **_other(entity, chance))))
        elif kind in DELETED and chance.random() < 0.1:
            _apply(session, lambda draft, key=(kind, entity.id): entities.drop_with_referrers(draft, key))
    for number in range(8):
        for made in _new(session.document, chance, f"{seed:08x}{number:020x}"):
            _apply(session, lambda draft, made=made: draft.put(made))
    return session.document


def _apply(session, change) -> None:
    draft = Draft(session.document)
    try:
        change(draft)
        session.apply(draft.edit("study.varied"))
    except EditError:
        return  # what breaks a rule is left out


def _other(entity, chance):
    """Another value for one field or a few."""
    own = {
        "emotion": chance.choice([None, -2, 0, 1]), "votes": chance.randint(0, 9), "nobody": chance.random() < 0.5,
        "track": chance.randint(0, 2), "column": chance.randint(0, 4), "moment_of_truth": chance.random() < 0.5,
        "judgement": Judgement(("customer",), 1, chance.choice([None, 1]), chance.choice(WORDS)),
        "evidence": Evidence(chance.choice(["assumed", "observed"]), (), chance.choice(["", *WORDS])),
        "contacts": chance.choice([(), getattr(entity, "contacts", ())[:1], (Contact(),)]), "based_on": None,
        "consent_until": None, "privacy": chance.choice(["fictional", "anonymised", "real"]), "digital_skill": None,
        "start_day": chance.randint(-300, 300), "day": chance.choice([None, 3]), "order": chance.randint(0, 5),
        "status": chance.choice(["open", "planned"]), "stage": chance.choice(["front", "back"]),
        "small_gesture": True, "proactive": True, "image": None, "people": chance.choice([None, 4]),
    }  # fmt: skip
    texts = [spec.name for spec in fields_of(type(entity)) if spec.text is not None and spec.name != "id"]
    names = [name for name in (*own, *texts) if hasattr(entity, name)]
    chosen = chance.sample(names, min(len(names), chance.randint(1, 3)))
    return {name: own[name] if name in own else chance.choice(WORDS) for name in chosen}


def _new(document, chance, id_):
    """Something of each kind that people make."""
    journeys, phases, steps = (sorted(document.tables[kind]) for kind in ("journey", "phase", "step"))
    yield Party(f"{id_}0001", chance.choice(WORDS))
    yield Channel(f"{id_}0002", chance.choice(WORDS))
    yield Phase(f"{id_}0003", chance.choice(WORDS), chance.randint(-200, 300))
    if journeys and phases:
        place = (chance.choice(journeys), chance.choice(phases), "front", chance.randint(0, 6), chance.randint(0, 2))
        yield Step(f"{id_}0004", *place, chance.choice(WORDS), contacts=(Contact(f"{id_}0001", f"{id_}0002"),))
    if steps:
        yield Note(f"{id_}0005", chance.choice(["need", "idea"]), chance.choice(WORDS), step=chance.choice(steps))
        yield Link(f"{id_}0006", chance.choice(steps), chance.choice(steps))
