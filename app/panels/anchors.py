"""What a note hangs on, in words, and everything it could hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.edits.notes import PARKED, Anchor
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from app.context import Context
    from journeys.model.document import Document
    from journeys.model.entities import Note


def subject_of(note: Note) -> tuple[str, str] | None:
    """Kind and id of what the note hangs on; None when it is parked."""
    for kind, id_ in (("step", note.step), ("phase", note.phase), ("persona", note.persona)):
        if id_ is not None:
            return kind, id_
    return None


def journey_of(note: Note, document: Document) -> str | None:
    """The journey that the note belongs to."""
    return document.steps[note.step].journey if note.step is not None else note.journey


def anchor_text(note: Note, context: Context) -> str:
    """ "Recognition? (Preparing)", "Phase Preparing", "Sanne & Youssef" or "Parked"."""
    document, say = context.document, context.say
    if note.step is not None:
        step = document.steps[note.step]
        title = step.title or say("Without a title")
        return say("{step} ({phase})", step=title, phase=document.phases[step.phase].name)
    if note.phase is not None:
        return say("Phase {title}", title=document.phases[note.phase].name)
    if note.persona is not None:
        return document.personas[note.persona].name
    return say("Parked: hangs on nothing yet")


def anchors(context: Context) -> list[tuple[str, object]]:
    """Where a note can go: steps and phases of the shown journey, personas, or parked."""
    document, say, journey = context.document, context.say, context.journey
    found: list[tuple[str, object]] = [(say("Park it"), PARKED)]
    if journey is not None and journey in document.journeys:
        order = {phase.id: (index, phase.name) for index, phase in enumerate(phases_in_order(document))}
        steps = [step for step in document.referring(journey, "step") if step.journey == journey]
        steps.sort(key=lambda step: (order[step.phase][0], step.column, step.track))
        found += [
            (
                say("{step} ({phase})", step=s.title or say("Without a title"), phase=order[s.phase][1]),
                Anchor(step=s.id),
            )
            for s in steps
        ]
        found += [
            (say("Phase {title}", title=name), Anchor(journey=journey, phase=id_)) for id_, (_, name) in order.items()
        ]
    people = sorted(document.personas.values(), key=by_order)
    return [*found, *((say("Persona {title}", title=one.name), Anchor(persona=one.id)) for one in people)]
