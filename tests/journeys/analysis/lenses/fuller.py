"""A study in which every lens has something to look at: judged, with actions, loops, loose ends and sub-journeys."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from journeys.model.document import Document
from journeys.model.entities import Fact, Journey, Link, Note, Step
from journeys.model.values import Contact, Due, Duration, Evidence, Judgement
from tests.journeys import studies

ROLES = ("customer", "user", "subject", "voter", "taxpayer", "partner", "governor")
SIDES = ("person", "organisation", "society")
KINDS = ("need", "pain", "opportunity", "idea", "question", "quote", "remark")
TODAY = dt.date(2026, 11, 22)


def fuller(steps: int = 24, personas: int = 2) -> Document:
    """So many steps per persona; the numbers of steps decide what each holds."""
    base = studies.study(steps, personas)
    new = studies.ids(7)
    made: list[object] = []
    parties = list(base.parties)
    by_journey: dict[str, list[Step]] = {}
    for number, plain in enumerate(base.steps.values()):
        step = _filled(plain, number, parties)
        by_journey.setdefault(step.journey, []).append(step)
        made.append(step)
        made += _notes(new, step, number)
    links = [link for number, link in enumerate(base.links.values()) if number % 11 != 10]
    for journey, held in by_journey.items():
        links += [Link(next(new), held[4].id, held[1].id, "nog eens", "back")] if len(held) > 4 else []
        links += [Link(next(new), b.id, a.id) for a, b in list(pairwise(held))[9:10]]
        links += [Link(next(new), held[2].id, held[5].id, "", "choice")] if len(held) > 5 else []
        made += _behind(new, base.journeys[journey], held)
    born = next(m for m in base.moments.values() if not m.is_day0)
    made.append(
        Fact(
            next(new),
            "Aangifte binnen drie dagen.",
            "statutory",
            due=Due(born.id, 3, "day", "termijnenwet", "BW 1:19e"),
        )
    )
    kept = [entity for (kind, _), entity in base if kind not in ("step", "link")]
    personas_ = [replace(p, privacy="real", consent_until=dt.date(2026, 1, 1)) for p in base.personas.values()][:1]
    by_id = {entity.id: entity for entity in [*kept, *personas_, *made, *links]}
    return Document.of(by_id.values())


def _filled(step: Step, number: int, parties: list[str]) -> Step:
    judgement = Judgement(
        roles=tuple(dict.fromkeys((ROLES[number % 7], ROLES[(number * 3 + 2) % 7]))) if number % 4 else (),
        value_individual=number % 5 - 2, value_collective=(number * 2) % 5 - 2, practical=number % 3,
        emotional=(number // 2) % 3, performance=number % 4 - 1, customisation=(number // 3) % 4 - 2,
        experience=number % 5 - 2, process=number % 5 - 2, environment=(number + 1) % 5 - 2,
        people=(number + 2) % 5 - 2,
        direction="systems" if step.stage == "back" else None, speed=number % 5 - 2, punctuality=(number * 2) % 5 - 2,
        correctness_equality=number % 3 - 1, clarity=(number * 3) % 5 - 2, cost=number % 2, burden=-(number % 3),
        data_asked=("naam", "BSN", f"gegeven {number % 3}")[: number % 4], waiting=Duration(1, 1 + number % 9, "week"),
        supplier=SIDES[number % 3], beneficiary=SIDES[(number + 1) % 3],
    ) if number % 3 else Judgement()  # fmt: skip
    contacts = step.contacts
    if number % 7 == 3:
        contacts = (*contacts, Contact(parties[(number + 1) % len(parties)], None, parties[0]))
    if number % 13 == 5:
        contacts = ()
    return replace(
        step, judgement=judgement, contacts=contacts, nobody=step.nobody and not contacts,
        stage="back" if number % 9 == 8 else "front", moment_of_truth=number % 8 == 2,
        lasts=Duration(1, 3, "workday") if number % 5 == 0 else None, day=None,
        emotion=None if number % 10 == 9 else step.emotion,
        evidence=Evidence("observed") if number % 6 == 1 else step.evidence,
    )  # fmt: skip


def _notes(new, step: Step, number: int) -> list[Note]:
    kind = KINDS[number % 7]
    status = ("open", "planned", "done")[number % 3] if kind in ("opportunity", "idea") else "open"
    due = dt.date(2026, 3, 1) if number % 9 == 2 else None
    first = Note(
        next(new), kind, f"{kind} {number}", step=step.id, status=status, due=due, owner="Ans" if number % 4 else ""
    )
    return [first, Note(next(new), "need", f"tegen {number}", step=step.id)] if number % 5 == 0 else [first]


def _behind(new, journey: Journey, held: list[Step]) -> list[object]:
    """The process behind the journey's second step, and the desired journey of its first steps."""
    inner = Journey(next(new), journey.persona, "Achter de balie", parent_step=held[1].id)
    inside = [replace(step, id=next(new), journey=inner.id, contacts=()) for step in held[:4]]
    better = Journey(next(new), journey.persona, "Zoals het kan", variant="desired", based_on=journey.id)
    wished = [
        replace(s, id=next(new), journey=better.id, based_on=s.id, emotion=min((s.emotion or 0) + n % 3, 2))
        for n, s in enumerate(held[:8])
    ]
    links = [Link(next(new), a.id, b.id) for steps in (inside, wished) for a, b in pairwise(steps)]
    return [inner, *inside, better, *wished, *links]
