"""What the things on a picture are called, for who hears it or points at them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from journeys.exchange.outgoing import steps_of
from journeys.exchange.pictures.letters import written
from journeys.exchange.pictures.picture import described
from journeys.phrases.steps import step_line
from journeys.phrases.terms import NOTES

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.sheet import Sheet


class Names:
    """Names by the id of what is drawn."""

    def __init__(self, document: Document, sheet: Sheet, say: Words) -> None:
        self._document, self._sheet, self._say = document, sheet, say

    def whole(self) -> str:
        """All of it in a few sentences."""
        return written(described(self._document, self._sheet.journey, self._say))

    def of(self, id_: str) -> str:
        """Empty for what needs no name."""
        return written(self._of(id_))

    def _of(self, id_: str) -> str:
        document = self._document
        if id_ in self._steps:
            return self._steps[id_]
        if id_ in document.notes:
            note = document.notes[id_]
            return f"{self._say(NOTES[note.kind])}: {note.text}"
        if id_ in document.phases:
            return document.phases[id_].name
        return self._sheet.alts.get(id_, "")

    @cached_property
    def _steps(self) -> dict[str, str]:
        steps = steps_of(self._document, self._sheet.journey)
        return {
            step.id: step_line(self._document, step, position, len(steps), self._say)
            for position, step in enumerate(steps, 1)
        }
