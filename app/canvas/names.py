"""What the screen reader says of a place on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.canvas import writing
from journeys.model.entities import Link
from journeys.model.time import periods, phases_in_order
from journeys.phrases.dates import period_said
from journeys.phrases.facts import deadlines_text
from journeys.phrases.steps import step_line
from journeys.phrases.terms import LANES, NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.layout.drawing import Target
    from journeys.model.document import Document
    from journeys.model.entities import Phase, Step


def reading_order(document: Document, journey: str | None) -> list[Step]:
    """The steps of a journey as they are read: phase by phase, column by column, front stage first."""
    order = {phase.id: number for number, phase in enumerate(phases_in_order(document))}
    mine = document.referring(journey, "step") if journey is not None else []
    steps = [step for step in mine if step.journey == journey]
    return sorted(steps, key=lambda s: (order.get(s.phase, 0), s.stage == "back", s.column, s.track, s.id))


def step_name(document: Document, step: Step, ordered: Sequence[Step], say: Words, marked: str = "") -> str:
    """ "Step 3 of 12: Recognition. Nobody. Emotion −2. Pain point."; `marked`: what a lens says of it."""
    position = next((number for number, other in enumerate(ordered, 1) if other.id == step.id), 0)
    told = step_line(document, step, position, len(ordered), say)
    return f"{told} {marked}." if marked else told


def phase_name(document: Document, phase: Phase, say: Words) -> str:
    """A phase with its period and the deadlines that end in it."""
    told = say("Phase {name}", name=phase.name)
    if phase.dated:
        period = period_said(periods(document)[phase.id], document.study.day0_date, say)
        told = say("Phase {name}, {period}", name=phase.name, period=period)
    due = deadlines_text(document, phase.id, say)
    return f"{told}. {due}" if due else told


def lines_of(document: Document, step: str) -> list[str]:
    """The connections of a step: those that lead on first, in reading order of their other ends."""
    links = [link for link in document.referring(step, "link") if isinstance(link, Link)]
    return [link.id for link in sorted(links, key=lambda link: (link.source != step, link.label, link.id))]


def link_name(document: Document, link: Link, say: Words) -> str:
    """Where a connection comes from and leads to, with its label."""
    source, target = document.steps[link.source].title, document.steps[link.target].title
    words = say("Connection from {source} to {target}", source=source, target=target)
    return f"{words}: {link.label}" if link.label else words


def cell_name(document: Document, cell: writing.NewCell, say: Words) -> str:
    """A cell of a text lane: which lane, about what, and its words."""
    lane = document.lanes[cell.lane].title or say(LANES["text"])
    about = document.phases[cell.phase].name if cell.step is None else document.steps[cell.step].title
    return f"{lane}, {about}: {writing.cell_text(document, cell) or say('empty')}"


def target_name(document: Document, target: Target, journey: str | None, say: Words, marked: str = "") -> str:
    """What stands where the keyboard's cursor is; `marked`: what a lens says of a step."""
    if target.id in document.steps:
        return step_name(document, document.steps[target.id], reading_order(document, journey), say, marked)
    if target.id in document.phases:
        return phase_name(document, document.phases[target.id], say)
    if target.id in document.links:
        return link_name(document, document.links[target.id], say)
    if target.id in document.notes:
        note = document.notes[target.id]
        return f"{say(NOTES[note.kind])}: {note.text}"
    cell = writing.cell_at(document, target)
    if cell is not None:
        return cell_name(document, cell, say)
    if target.place is not None and target.place[1] in document.phases:
        name = document.phases[target.place[1]].name
        return say("Empty place in {phase}, column {column}", phase=name, column=target.place[3] + 1)
    return ""
