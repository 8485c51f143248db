"""Where a step that comes in stands: its phase, and its place among the steps that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from journeys import text
from journeys.edits.arrivals import Arrivals, lane_of
from journeys.edits.edit import Draft
from journeys.edits.incoming import Goal, IncomingStep
from journeys.edits.naming import Names, key
from journeys.edits.phasing import Phasing
from journeys.model.document import Place
from journeys.model.entities import Phase, Step


class Placing:
    """Finds places; knows which step came before, for each journey."""

    def __init__(self, draft: Draft, goal: Goal, names: Names, phasing: Phasing, arrivals: Arrivals) -> None:
        self._draft, self._goal, self._names = draft, goal, names
        self._phasing, self._arrivals = phasing, arrivals
        self._before: dict[str, Step] = {}
        self._front: dict[str, str] = {}

    def stand_at(self, step: Step) -> None:
        """What comes next comes behind this one."""
        self._before[step.journey] = step
        if step.stage == "front":
            self._front[step.journey] = step.id

    def journey(self, each: IncomingStep) -> str:
        """The journey that the row names, or the one that is filled."""
        return self._names.journey(each.persona, each.journey, each.variant)

    def in_their_places(self, steps: Sequence[IncomingStep]) -> list[IncomingStep]:
        """The steps with the places that they get: those they came with hold where a journey is empty until now.

        In such a journey a step that says nothing stands behind those before it.
        """
        told = {self.journey(each) for each in steps if each.column is not None or each.track is not None}
        told = {journey for journey in told if not self._draft.document.referring(journey, "step")}
        taken: Counter[Place] = Counter()
        before: Counter[tuple[str, ...]] = Counter()
        found: list[IncomingStep] = []
        for each in steps:
            journey = self.journey(each)
            if journey not in told:
                found.append(replace(each, column=None))
                continue
            lane = (journey, self.phase(each, journey), each.stage or "front")
            column = each.column if each.column is not None else before[lane]
            before[lane] += 1
            taken[*lane, column, each.track or 0] += 1
            found.append(replace(each, column=column))
        twice = {place[0] for place, n in taken.items() if n > 1}
        return (
            [replace(each, column=None) if self.journey(each) in twice else each for each in found] if twice else found
        )

    def phase(self, each: IncomingStep, journey: str) -> str:
        """What the row says; else that of the row above, of the selection, or where the journey now ends."""
        named = self.named(each)
        if named is not None:
            return named
        before = self._before.get(journey)
        if before is not None:
            return before.phase
        if journey == self._goal.journey:
            chosen = self._draft.find("step", self._goal.after) if self._goal.after else None
            phase = chosen.phase if chosen is not None else self._goal.phase
            if phase and self._draft.find("phase", phase) is not None:
                return str(phase)
        return self._end_of(journey)

    def named(self, each: IncomingStep) -> str | None:
        """The phase that the row names."""
        return self._phasing.ids.get(key(text.title(each.phase))) if each.phase else None

    def _end_of(self, journey: str) -> str:
        """The last phase in which the journey has a step, or the first there is."""
        held = {step.phase for step in self._draft.document.referring(journey, "step")}
        ordered: list[Phase] = sorted(self._draft.all("phase"), key=lambda phase: phase.start_day)
        return next((phase.id for phase in reversed(ordered) if phase.id in held), ordered[0].id)

    def place(self, step: Step) -> None:
        before, goal = self._before.get(step.journey), self._goal
        chosen: Step | None = self._draft.find("step", goal.after) if goal.after else None
        if step.stage == "back":
            self._arrivals.under(step, self._front.get(step.journey) if self._beside(step) else None)
        elif before is not None and lane_of(before) == lane_of(step):
            self._arrivals.after(step, before.id)
        elif before is None and chosen is not None and lane_of(chosen) == lane_of(step):
            self._arrivals.after(step, chosen.id)
        elif before is None and goal.column is not None and (goal.journey, goal.phase) == (step.journey, step.phase):
            self._arrivals.at(step, goal.column)
        else:
            self._arrivals.last(step)

    def _beside(self, step: Step) -> bool:
        front = self._front.get(step.journey)
        return front is not None and self._draft.get("step", front).phase == step.phase
