"""From a finding to an opportunity on the map: where it hangs, and the edit that puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.edits import notes
from journeys.edits.notes import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.edits.edit import Edit
    from journeys.model.document import Document
    from journeys.model.entities import Note

NEEDS = ("need", "question", "pain")


def place(document: Document, finding: Finding) -> Anchor | None:
    """Where an opportunity hangs that answers this finding; None where it makes no sense.

    A hole in the map itself (a step that leads nowhere) is filled, not answered: only a need in it can be.
    """
    if finding.grade == "good" or (finding.lens == "structure" and not _needs(document, finding)):
        return None
    return next(_places(document, finding), None)


def held(document: Document, finding: Finding, anchor: Anchor, text: str, made: str | None) -> str:
    """The words of the opportunity that hangs there already for it: they may have been rewritten; empty when none does.

    `made` is the note that was made of this finding while the window was open.
    """
    needs = set(_needs(document, finding))
    owner = anchor.step or anchor.journey
    beside: list[Note] = document.referring(owner, "note") if owner else []
    own = document.notes.get(made or "")
    candidates = [own, *beside] if own is not None else beside
    for note in candidates:
        answers = bool(needs) and needs <= set(note.addresses)
        if note.kind == "opportunity" and (note is own or note.text == text or answers):
            return note.text
    return ""


def put(document: Document, finding: Finding, anchor: Anchor, text: str) -> Edit:
    """The opportunity, with the needs that it answers."""
    needs = _needs(document, finding)
    step = document.steps.get(anchor.step or "")
    if not needs:
        return notes.add(document, "opportunity", text, anchor)
    journey, phase = (step.journey, step.phase) if step is not None else (anchor.journey, anchor.phase)
    return notes.opportunity(document, text, journey or "", phase or "", addresses=needs)


def _needs(document: Document, finding: Finding) -> tuple[str, ...]:
    found = (document.notes.get(id_) for id_ in finding.subjects)
    return tuple(note.id for note in found if note is not None and note.kind in NEEDS)


def _places(document: Document, finding: Finding) -> Iterator[Anchor]:
    for id_ in finding.subjects:
        if id_ in document.steps:
            yield Anchor(step=id_)
        elif id_ in document.notes and (anchor := _of_note(document.notes[id_])) is not None:
            yield anchor
    phase = finding.phase or next((id_ for id_ in finding.subjects if id_ in document.phases), None)
    if phase in document.phases and finding.journey in document.journeys:
        yield Anchor(journey=finding.journey, phase=phase)


def _of_note(note: Note) -> Anchor | None:
    if note.step is not None:
        return Anchor(step=note.step)
    return Anchor(journey=note.journey, phase=note.phase) if note.journey and note.phase else None
