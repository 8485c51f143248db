"""Finds the phases that a table names, and makes room in time for those that a study does not have yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from journeys import text
from journeys.edits.edit import Draft, NewId
from journeys.edits.incoming import IncomingPhase, Remark
from journeys.edits.naming import key, numbered
from journeys.edits.phases import NEW_PHASE_DAYS
from journeys.errors import EditError
from journeys.model.entities import Phase, Study
from journeys.model.fields import MAX_DAYS
from journeys.model.schema import KINDS

LEAST_DAYS: Final = 1


class Phasing:
    """Name → phase; new ones stand in time as they stand in the table, and without a period if it gives none."""

    def __init__(self, draft: Draft, create_id: NewId, *, fresh: bool) -> None:
        self._draft, self._create_id = draft, create_id
        self._fresh = fresh
        self.remarks: list[Remark] = []
        names = numbered((phase.id, phase.name) for phase in self._ordered())
        self.ids: dict[str, str] = {key(name): id_ for id_, name in reversed(names.items())}

    def _ordered(self) -> list[Phase]:
        return sorted(self._draft.all("phase"), key=lambda phase: phase.start_day)

    def bring(self, coming: Sequence[IncomingPhase]) -> None:
        """Make every phase that is not there yet; raises EditError `edit.no_room`."""
        named = [replace(phase, name=text.title(phase.name)) for phase in coming]
        named = [phase for phase in named if phase.name]
        if self._fresh and named:
            self._clear({key(phase.name) for phase in named})
        self._starts = {phase.start_day: phase.id for phase in self._ordered()}
        held = self._ordered()
        for phase in named:  # those with a day first, so that the others can stand between them
            if phase.start is not None and key(phase.name) not in self.ids:
                self._make(phase, self._start(phase, None, ()))
        before: str | None = None
        for index, phase in enumerate(named):
            if key(phase.name) not in self.ids:
                self._make(phase, self._start(phase, before, named[index + 1 :]))
            before = self.ids[key(phase.name)]
        self._tell_shorter(held)
        self._keep_end()

    def _tell_shorter(self, held: Sequence[Phase]) -> None:
        """A new phase that begins within one of the study makes that one shorter, in journeys that did not come in."""
        if self._fresh or not held:
            return
        known = {phase.id for phase in held}
        ends = [*(phase.start_day for phase in held[1:]), self._draft.document.study.end_day]
        for phase, end in zip(held, ends, strict=True):
            within = [day for day, id_ in self._starts.items() if id_ not in known and phase.start_day < day < end]
            if within:
                made = self._draft.get("phase", self._starts[min(within)])
                self.remarks.append(Remark("intake.phase_within", {"title": made.name, "other": phase.name}))

    def _make(self, phase: IncomingPhase, start: int) -> None:
        note = text.body(phase.note)
        made = Phase(self._create_id(), phase.name, start, dated=phase.start is not None, facilitator_note=note)
        self._draft.put(made)
        self._starts[start] = self.ids[key(phase.name)] = made.id

    def _clear(self, named: set[str]) -> None:
        """The phases that an empty study began with give way, but for those in which something was written."""
        for phase in self._ordered():
            if key(phase.name) not in named and not self._holds(phase.id):
                for view in self._draft.document.referring(phase.id, "view"):
                    self._draft.put(replace(view, phase=None))
                self._draft.drop("phase", phase.id)
                self.ids.pop(key(phase.name), None)

    def _holds(self, phase: str) -> bool:
        """Whether a cell, a note or a stance stands in it; a view only looks at it."""
        return any(self._draft.document.referring(phase, kind) for kind in KINDS if kind != "view")

    def _start(self, phase: IncomingPhase, before: str | None, later: Sequence[IncomingPhase]) -> int:
        if phase.start is not None:
            free = next((day for day in range(phase.start, MAX_DAYS) if day not in self._starts), None)
            if free is None:
                raise EditError("edit.no_room", title=phase.name)
            if free != phase.start:
                self.remarks.append(Remark("intake.start_taken", {"title": phase.name, "day": free}))
            return free
        if not self._starts:
            return 0
        days = sorted(self._starts)
        if before is not None:
            return self._behind(self._draft.get("phase", before).start_day, days, phase.name)
        follower = next((self.ids[key(other.name)] for other in later if key(other.name) in self.ids), None)
        if follower is None:
            return self._at_end(days, phase.name)
        at = days.index(self._draft.get("phase", follower).start_day)
        if at:
            return self._behind(days[at - 1], days, phase.name)
        return max(-MAX_DAYS, days[0] - NEW_PHASE_DAYS) if days[0] > -MAX_DAYS else self._at_end(days, phase.name)

    def _behind(self, start: int, days: list[int], name: str) -> int:
        """The middle of the period that begins on `start`, or of the first later one that has room."""
        first = days.index(start)
        for at in range(first, len(days) - 1):
            middle = (days[at] + days[at + 1]) // 2
            if middle != days[at]:
                if at != first:
                    self.remarks.append(Remark("intake.phase_later", {"title": name}))
                return middle
        return self._at_end(days, name)

    def _at_end(self, days: list[int], name: str) -> int:
        study: Study = self._draft.get("study", self._draft.document.study.id)
        start = days[-1] + NEW_PHASE_DAYS if self._fresh else max(study.end_day, days[-1] + LEAST_DAYS)
        if start >= MAX_DAYS:
            raise EditError("edit.no_room", title=name)
        if study.end_day <= start:
            self._draft.put(replace(study, end_day=min(start + NEW_PHASE_DAYS, MAX_DAYS)))
        return start

    def _keep_end(self) -> None:
        study: Study = self._draft.get("study", self._draft.document.study.id)
        last = max(self._starts, default=0)
        if self._fresh or study.end_day <= last:
            self._draft.put(replace(study, end_day=min(max(last + NEW_PHASE_DAYS, 1), MAX_DAYS)))
