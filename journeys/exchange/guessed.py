"""What the intake guessed because a file does not say it: the kinds of new parties, and where steps stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import text
from journeys.edits.incoming import Remark
from journeys.edits.naming import key
from journeys.model.entities import Party, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.edits.edit import Edit
    from journeys.edits.incoming import Incoming, IncomingStep
    from journeys.model.document import Document


def guessed(incoming: Incoming, edit: Edit, after: Document) -> tuple[Remark, ...]:
    """Remarks on what this edit made of it; `after` is the study with the edit."""
    kinds = tuple(_kinds(incoming, edit))
    held = (Remark("guessed.kinds", {"kinds": kinds}),) if kinds else ()
    return (*held, *(Remark("guessed.phase", {"title": title}) for title in _phases(incoming, edit, after)))


def _kinds(incoming: Incoming, edit: Edit) -> Iterator[tuple[str, str]]:
    """(name, kind) of each new party of which the file does not tell the kind."""
    told = {key(text.title(party.name)) for party in incoming.parties if party.kind is not None}
    for before, party in edit.changes.values():
        if before is None and isinstance(party, Party) and key(party.name) not in told:
            yield party.name, party.kind


def _phases(incoming: Incoming, edit: Edit, after: Document) -> list[str]:
    """The phases in which journeys begin that begin without one; what follows stands where the one before does."""
    firsts: dict[tuple[str, str, str | None], IncomingStep] = {}
    for step in incoming.steps:
        firsts.setdefault((step.persona, step.journey, step.variant), step)
    titles = {key(text.title(step.title)) for step in firsts.values() if not step.phase and not step.id}
    made = (
        step.phase
        for before, step in edit.changes.values()
        if before is None and isinstance(step, Step) and key(step.title) in titles
    )
    return list(dict.fromkeys(after.phases[phase].name for phase in made))
