"""Room for steps: which places are free, and how neighbours move aside."""

from __future__ import annotations

from dataclasses import replace

from journeys.edits.edit import Draft
from journeys.model.document import Place, place_of
from journeys.model.entities import Step


class Room:
    """The places of a draft's steps while a verb is moving them about."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._now: dict[Place, str | None] = {}

    def at(self, place: Place) -> Step | None:
        """Who stands there now."""
        if place in self._now:
            held = self._now[place]
            return None if held is None else self._draft.get("step", held)
        return self._draft.document.step_at(place)

    def lift(self, step: Step) -> None:
        """Take the step from its place; it must be put down again, or dropped."""
        self._now[place_of(step)] = None

    def put(self, step: Step) -> Step:
        """Put a step down where it says it stands; whoever stands there moves one column on, and so forth."""
        moving: Step | None = step
        while moving is not None:
            place = place_of(moving)
            standing = self.at(place)
            self._draft.put(moving)
            self._now[place] = moving.id
            moving = None if standing is None else replace(standing, column=standing.column + 1)
        return step

    def free_column(self, journey: str, phase: str, stage: str, *, start: int = 0) -> int:
        """The first column, from `start` on, that has no step to its right or in it on any track."""
        taken = [step.column for step in self.in_phase(journey, phase) if step.stage == stage]
        return max([start, *(column + 1 for column in taken)])

    def close_up(self, journey: str, phase: str, column: int) -> None:
        """Move everything behind this column one column back, if nobody stands in it any more."""
        standing = self.in_phase(journey, phase)
        if any(step.column == column for step in standing):
            return
        behind = sorted((step for step in standing if step.column > column), key=lambda step: step.column)
        for step in behind:
            self.lift(step)
            self.put(replace(step, column=step.column - 1))

    def in_phase(self, journey: str, phase: str) -> list[Step]:
        """The journey's steps in this phase, as they stand in the draft, in reading order."""
        standing = {step.id: step for step in self._draft.document.referring(phase, "step") if step.journey == journey}
        for held in self._now.values():
            if held is not None:
                standing[held] = self._draft.find("step", held)
        steps = (self._draft.find("step", id_) for id_ in standing)
        kept = (step for step in steps if step is not None and step.journey == journey and step.phase == phase)
        return sorted(kept, key=lambda step: (step.stage, step.column, step.track))
