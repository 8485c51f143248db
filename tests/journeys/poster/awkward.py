"""Studies that are hard to print: long words, long texts, many gaps, nothing at all."""

from __future__ import annotations

from dataclasses import replace

from journeys.model.document import Document
from journeys.model.entities import Note, Phase, Stance, Step
from tests.journeys import studies

COMPOUND = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
HOSTILE = (
    '<img src="/etc/passwd"/>', "</para>", "&#0;", "&lt;b&gt;", "if x <b", "%(title)s {n} {}", "a\\b(c)d)",
    "<!-- weg -->",     "]]>", "<font color=red>", "'; DROP TABLE step;--",
)  # fmt: skip


def wordy(steps: int) -> Document:
    """Every third step with a long body and a very long word; long persona, question and phase names."""
    document = studies.study(steps)
    return changed(document, _wordy)


def _wordy(entity, index):
    match entity:
        case Step():
            body = f"{COMPOUND} en {COMPOUND.lower()}. " * 3 if index % 3 == 0 else entity.body
            return replace(entity, title=f"{entity.title} {COMPOUND}" if index % 4 == 0 else entity.title, body=body)
        case _ if type(entity).__name__ == "Persona":
            return replace(
                entity,
                name="Sanne & Youssef van der " + "Berg" * 8,
                quote=f"“{'We dachten dat het zo hoorde. ' * 6}”",
                tagline="Ongehuwd " * 15,
            )
        case _ if type(entity).__name__ == "Journey":
            return replace(entity, title="Een kind krijgen " * 8, question="Hoe wordt ons kind van ons? " * 7)
        case _ if type(entity).__name__ == "Phase":
            return replace(entity, name=f"{entity.name} {COMPOUND}")
        case _:
            return entity


def said(text: str) -> Document:
    """A study in which one step, one note, the persona, the phase and the journey say this."""
    document = studies.study(8)

    def with_text(entity, index):
        match entity:
            case Step() if index == 0:
                return replace(entity, title=text, body=f"Begin {text} einde")
            case Note() if index == 0:
                return replace(entity, text=text)
            case _ if type(entity).__name__ == "Persona":
                return replace(entity, quote=text, tagline=text)
            case _ if type(entity).__name__ == "Journey":
                return replace(entity, question=text)
            case _:
                return entity

    return changed(document, with_text)


def changed(document: Document, change) -> Document:
    """Every entity as `change(entity, its number among its kind)` gives it."""
    return Document.of(
        change(entity, index) for table in document.tables.values() for index, entity in enumerate(table.values())
    )


def full_of_gaps(phases: int = 16) -> Document:
    """Every phase absent with open needs, the last one deliberately, and a great deal said of the person."""
    first = studies.study(0)
    (journey,), (persona,), scope = first.journeys, first.personas, first.study.scope
    assert scope is not None
    new = studies.ids(7)
    kept = [entity for (kind, _), entity in first if kind != "phase"]
    made = [Phase(next(new), f"Fase {number} {COMPOUND}", -300 + 20 * number) for number in range(phases)]
    steps = [
        Step(next(new), journey, phase.id, title=f"Stap in {phase.name}", nobody=True, emotion=-2) for phase in made
    ]
    needs = [
        Note(next(new), "need", f"Ik wil {number} dingen weten. " * 6, step=step.id)
        for number, step in enumerate(steps)
    ]
    said = [
        Note(next(new), "remark", f"Over de mens {number}: {COMPOUND}. " * 4, persona=persona) for number in range(5)
    ]
    right = Stance(next(new), journey, made[-1].id, scope, "Dit is aan de ouders zelf. " * 8)
    return Document.of([*kept, *made, *steps, *needs, *said, right])
