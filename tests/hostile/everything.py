"""A study in which every kind of entity, every kind of value, a picture and a snapshot occur."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from dataclasses import replace
from itertools import count

from journeys.model.document import Document
from journeys.model.entities import (
    Cell,
    Channel,
    Fact,
    Image,
    Journey,
    Lane,
    Link,
    Moment,
    Mute,
    Note,
    Party,
    Persona,
    Phase,
    Snapshot,
    Source,
    Stance,
    Step,
    Study,
    View,
)  # fmt: skip
from journeys.model.values import Contact, Due, Duration, Evidence, Judgement

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
IMAGES = {hashlib.sha256(PIXEL).hexdigest(): PIXEL}
_numbers = count(1)


def _id() -> str:
    return f"{next(_numbers):032x}"


TOWN = Party(_id(), "Gemeente Voorbeeldstad", "municipality")
MIDWIFE = Party(_id(), "Verloskundige", "care", acts_for=TOWN.id, colour=2)
DESK = Party(_id(), "Burgerzaken – balie", "department", parent=TOWN.id, colour=11)
BIRTH = Moment(_id(), "Geboorte", -2)
ZERO = Moment(_id(), "Aangifte", 0, is_day0=True)
BEFORE = Phase(_id(), "Zwanger!", -270, facilitator_note="Vraag door.\nEn wacht.")
AFTER = Phase(_id(), "Aangifte", 0, dated=False)
CHANNEL = Channel(_id(), "Balie", "desk", 3)
SOURCE = Source(_id(), "interview", "Gesprekken", dt.date(2026, 1, 31), 6)
PICTURE = Image(_id(), "png", 1, 1, next(iter(IMAGES)), "één pixel", "niets te zien")
EVIDENCE = Evidence("observed", (SOURCE.id,), "gezien")
PERSONA = Persona(
    _id(), "Sanne", "Ongehuwd", "resident", "“Wat nu?”", "Zwanger.\nEerste kind.", PICTURE.id, 4, -1, (CHANNEL.id,), 2,
    "real", dt.date(2030, 12, 31), EVIDENCE,
)  # fmt: skip
JOURNEY = Journey(_id(), PERSONA.id, "Een kind krijgen", "Hoe wordt het van ons?", order=1)
DESIRED = Journey(_id(), PERSONA.id, "Gewenst", variant="desired", based_on=JOURNEY.id)
FIRST = Step(
    _id(), JOURNEY.id, BEFORE.id, "front", 0, 1, "Naar de verloskundige", "a\n\n\tb é 😀", -100,
    Duration(1, 2, "workday"),
    "thuis", (Contact(MIDWIFE.id, CHANNEL.id, TOWN.id), Contact(TOWN.id)), False, -2, True, PICTURE.id, None,
    Judgement(
        ("customer", "voter"), 2, -2, "omdat", 0, 2, 1, 0, -1, 2, 1, 0, "systems", -2, -1, 0, 1, 2, -2, ("bsn", "naam"),
        Duration(3, 3, "month"), "person", "society",
    ), EVIDENCE,
)  # fmt: skip
SECOND = Step(_id(), JOURNEY.id, AFTER.id, "back", 20_000, 0, "", nobody=True, based_on=FIRST.id)
INNER = Journey(_id(), PERSONA.id, "Achter de stap", parent_step=FIRST.id)
LINK = Link(_id(), FIRST.id, SECOND.id, "als het goed gaat", "choice")
NEED = Note(
    _id(), "need", "Wie helpt?", step=FIRST.id, answered_by=TOWN.id, via=(MIDWIFE.id,), small_gesture=True,
    proactive=True, owner="Piet", due=dt.date(2027, 2, 28), votes=7, order=3, evidence=EVIDENCE,
)  # fmt: skip
IDEA = Note(_id(), "idea", "Bel zelf", journey=JOURNEY.id, phase=AFTER.id, status="planned", addresses=(NEED.id,))
PARKED = Note(_id(), "remark", "later")
ABOUT = Note(_id(), "quote", "Ik wist het niet", persona=PERSONA.id)
STANCE = Stance(_id(), JOURNEY.id, BEFORE.id, TOWN.id, "mag niet", "team", dt.date(2026, 5, 1))
MUTE = Mute(_id(), "gap.absent", (JOURNEY.id, BEFORE.id), "bekend")
FACT = Fact(
    _id(), "Binnen drie dagen aangifte", "statutory", "BW 1:19", "https://wetten.overheid.nl", dt.date(2026, 11, 1),
    TOWN.id, -2, 1, Due(BIRTH.id, 3, "workday", "termijnenwet", "BW"),
)  # fmt: skip
LANE = Lane(_id(), "text", "Eigen rij", 2, shown=False)
CELL = Cell(_id(), LANE.id, JOURNEY.id, BEFORE.id, FIRST.id, "tekst")
VIEW = View(_id(), "Voor de wethouder", (JOURNEY.id,), (LANE.id,), "value", "true", 1, "compare", 85, AFTER.id)
STUDY = Study(
    _id(), "Een kind krijgen", "child", "be", "en", "Voorbeeldstad", TOWN.id, 400, "ouder", 3, dt.date(2027, 1, 1),
    dt.date(2028, 1, 1), dt.date(2026, 6, 1),
)  # fmt: skip
SNAPSHOT = Snapshot(
    _id(), "Voor de werksessie", dt.datetime(2026, 11, 1, 12, 30, tzinfo=dt.UTC),
    zlib.compress(b'{"format": "levensreis"}')
)  # fmt: skip
ENTITIES = (
    STUDY, TOWN, MIDWIFE, DESK, BIRTH, ZERO, BEFORE, AFTER, CHANNEL, SOURCE, PICTURE, PERSONA, JOURNEY, DESIRED, FIRST,
    SECOND, INNER, LINK, NEED, IDEA, PARKED, ABOUT, STANCE, MUTE, FACT, LANE, CELL, VIEW,
)  # fmt: skip


def everything() -> Document:
    return Document.of(ENTITIES)


def everything_in(version: int) -> Document:
    """The same as a file of this version could hold it: what it did not know yet is as it is by default."""
    view = replace(VIEW, shown="map", zoom=None, phase=None) if version < 2 else VIEW
    return Document.of(view if entity is VIEW else entity for entity in ENTITIES)
