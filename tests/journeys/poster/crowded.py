"""Studies for cards and empty sheets: very many phases, lanes and personas, very much said of them, and nothing."""

from __future__ import annotations

from dataclasses import replace

from journeys.model.document import Document
from journeys.model.entities import Lane, Note, Persona, Phase
from tests.journeys import studies
from tests.journeys.poster import awkward

KINDS = ("steps", "heartbeat", "contact", "needs", "opportunities", "backstage", *["text"] * 6)


def full_personas(count: int = 25, steps: int = 12) -> Document:
    """Every third has a very long name, every fifth a very long story, and all have notes of their own."""

    def told(entity, index):
        if not isinstance(entity, Persona):
            return entity
        return replace(
            entity,
            name="Sanne & Youssef van der " + "Berg" * (30 if index % 3 == 0 else 1),
            quote="We dachten dat het zo hoorde. " * (1 + index % 6),
            tagline="Ongehuwd " * (1 + index % 20),
            context=f"Woont in Buurdorp. {awkward.COMPOUND}. " * (60 if index % 5 == 0 else 2),
            digital_skill=index % 5 - 2,
        )

    document = awkward.changed(studies.study(steps, count), told)
    new = studies.ids(8)
    notes = [
        Note(next(new), kind, f"{number} {awkward.COMPOUND} en wat er nog meer is", persona=persona, votes=number)
        for persona in document.personas
        for kind in ("need", "pain")
        for number in range(6)
    ]
    return Document.of([*(entity for _, entity in document), *notes])


def many_phases(phases: int = 30, lanes: int = 12, name: str = awkward.COMPOUND) -> Document:
    base, new = studies.study(0), studies.ids(5)
    kept = [entity for (kind, _), entity in base if kind not in {"phase", "lane"}]
    made = [Phase(next(new), f"Fase {n} {name if n % 3 == 0 else 'kort'}", 20 * n - 300) for n in range(phases)]
    rows = [Lane(next(new), kind, f"{kind} {name}" if n % 2 else "", n) for n, kind in enumerate(KINDS[:lanes])]
    return Document.of([*kept, *made, *rows])


def nothing() -> Document:
    """No phases, lanes, personas or journeys."""
    gone = {"phase", "lane", "persona", "journey"}
    return Document.of(entity for (kind, _), entity in studies.study(0) if kind not in gone)
