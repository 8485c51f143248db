"""Rows that say what a step of the study says already: the step stays, and the row brings nothing."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.edits.edit import Draft
from journeys.edits.incoming import IncomingStep
from journeys.edits.naming import key
from journeys.edits.telling import Telling
from journeys.edits.texts import Texts
from journeys.model.entities import Step


class Repeats:
    """The steps of the study that no row repeated until now; `steps`: those that may be repeated."""

    def __init__(self, draft: Draft, steps: Iterable[Step], telling: Telling, texts: Texts) -> None:
        self._draft, self._telling, self._texts = draft, telling, texts
        self._alike: dict[tuple[str, str, str], list[Step]] = {}
        for step in steps:
            self._alike.setdefault((step.journey, step.phase, key(step.title)), []).append(step)

    def found(self, each: IncomingStep, journey: str, phase: str) -> Step | None:
        """The step that says all that this row says; each is found once, so a row that stands there twice comes in."""
        alike = self._alike.get((journey, phase, key(each.title)), [])
        kept = self._texts.kept()
        same = next((step for step in alike if self._says(step, each)), None)
        self._texts.restore(kept)
        if same is not None:
            alike.remove(same)
        return same

    def _says(self, step: Step, each: IncomingStep) -> bool:
        held = {(note.kind, key(note.text)) for note in self._draft.document.referring(step.id, "note")}
        said = {(note.kind, key(clean)) for note in each.notes if (clean := self._texts.body(note.text))}
        return said <= held and each.stage in (None, step.stage) and self._telling.told(each, step) == step
