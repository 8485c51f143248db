"""Studies of several journeys for the boards about all of them: with gaps, places, plans, and names nobody has."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import count

from journeys import templates
from journeys.i18n import words
from journeys.layout.drawing import Text
from journeys.model.document import Document
from journeys.model.entities import Fact, Journey, Note, Persona, Phase, Stance, Step
from journeys.model.values import Due
from journeys.poster.kinds import compare, ecosystem, gaps
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry

MAKERS = {"compare": compare.sheets, "gaps": gaps.sheets, "ecosystem": ecosystem.sheets}


@cache
def child(language="nl") -> Document:
    """The life event as it is delivered, with the same ids every time; nobody changes it."""
    numbers = count(1)
    return templates.create("child", language, new_id=lambda: f"{next(numbers):032x}")


def sheet_of(kind, document, paper="A1", *, portrait=False, language="nl", **choices):
    request = Request(kind=kind, paper=paper, portrait=portrait, **choices)
    (sheet,) = MAKERS[kind](document, request, words(language), lambda _: None)
    return sheet


@cache
def child_sheet(kind, paper="A1", **choices):
    """A sheet of it; most tests look at the very same."""
    return sheet_of(kind, child(choices.get("language", "nl")), paper, **choices)


def said(sheet) -> list[str]:
    """Every paragraph on the sheet, with its lines run together as they were before they were broken."""
    return [
        run_together(" ".join(text.lines))
        for layer in sheet.drawing.layers
        for text in layer.elements
        if isinstance(text, Text)
    ]


def run_together(text: str) -> str:
    """Without what breaking may have added or taken away."""
    return "".join(text.replace("-", "").split())


def says(sheet, text: str) -> bool:
    return any(run_together(text) in one for one in said(sheet))


def check(sheet) -> None:
    geometry.check(sheet.drawing)


def absurd(personas: int = 3) -> Document:
    """Names, quotes, questions, places and notes that are far too long."""
    document = awkward.changed(studies.study(18, personas), _absurd)
    new = studies.ids(11)
    made = []
    for index, step in enumerate(document.steps.values()):
        kind = ("need", "pain", "quote", "opportunity", "question")[index % 5]
        text = f"{awkward.COMPOUND} en {awkward.COMPOUND.lower()} {index}. " * (index % 4 + 1)
        made.append(Note(next(new), kind, text, step=step.id, owner="Team " * (index % 9), due=dt.date(2027, 3, 1)))
    return Document.of([*(entity for _, entity in document), *made])


def _absurd(entity, index):
    match entity:
        case Persona():
            return replace(entity, name="Sanne & Youssef van der " + "Berg" * 12, quote="We dachten dat. " * 12,
                           tagline="Ongehuwd, " * 18)  # fmt: skip
        case Journey():
            return replace(entity, question=f"Hoe wordt kind {index} van ons allebei? " * 5)
        case Phase():
            return replace(entity, name=f"{entity.name} {awkward.COMPOUND}")
        case Step() if index % 2:
            return replace(entity, place=f"bij {awkward.COMPOUND} om de hoek", contacts=(), nobody=True)
        case Step():
            return replace(entity, title=f"{entity.title} {awkward.COMPOUND}")
        case _:
            return entity


def with_plans() -> Document:
    """A gap with an owner and a date for what could be done, and an absence that is right."""
    document = child()
    journeys = {journey.id: journey for journey in document.journeys.values() if journey.variant == "current"}
    first = next(iter(journeys))
    birth = next(phase for phase in document.phases.values() if phase.name == "Bevalling")
    year = next(phase for phase in document.phases.values() if phase.name == "Eerste jaar")
    new = studies.ids(12)
    idea = Note(next(new), "idea", "Een kaart in de verlostas", journey=first, phase=birth.id, owner="Burgerzaken",
                due=dt.date(2027, 3, 1), status="planned")  # fmt: skip
    gone = Note(next(new), "idea", "Dit doen wij niet meer", journey=first, phase=birth.id, status="dropped")
    born = next(moment for moment in document.moments.values() if moment.is_day0)
    late = Fact(next(new), "Meld het binnen drie weken", due=Due(born.id, 20, "day"))
    right = Stance(next(new), first, year.id, str(document.study.scope), "Ouders willen rust", "Team Jeugd",
                   dt.date(2026, 11, 2))  # fmt: skip
    return Document.of([*(entity for _, entity in document), idea, gone, late, right])
