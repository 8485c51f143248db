"""Puts new steps in their columns and ties them to the flow around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from journeys.edits import flow
from journeys.edits.edit import Draft, NewId
from journeys.model.entities import Link, Step

Lane = tuple[str, str, str]
"""(journey, phase, stage)."""
Wanted = Callable[[], int]
"""The least column for an arrival; asked when what it depends on has been put down."""


class _Columns:
    """The columns of one journey, phase and stage: which steps stand there, and which arrive behind each."""

    def __init__(self, standing: list[Step]) -> None:
        ordered = sorted(standing, key=lambda step: step.column)
        self.slots = [(n, [step.id for step in held]) for n, held in groupby(ordered, key=lambda step: step.column)]
        self.behind: dict[int, list[tuple[str, Wanted]]] = {}
        self.slot_of = {id_: index for index, (_, ids) in enumerate(self.slots) for id_ in ids}

    def arrive(self, step: str, slot: int, wanted: Wanted) -> None:
        self.behind.setdefault(slot, []).append((step, wanted))
        self.slot_of[step] = slot

    def leave(self, step: str) -> None:
        self.slots[self.slot_of.pop(step)][1].remove(step)

    def settled(self) -> Iterator[tuple[str, int]]:
        """Every step and its column now; who stood in the way makes room, gaps are used."""
        last = -1
        for slot in range(-1, len(self.slots)):
            column, ids = self.slots[slot] if slot >= 0 else (-1, [])
            if ids:
                last = max(column, last + 1)
                yield from ((id_, last) for id_ in ids)
            for id_, wanted in self.behind.get(slot, ()):
                last = max(last + 1, wanted())
                yield id_, last


class Arrivals:
    """Collects the steps that arrive; `settle` gives them their columns and `tie` their connections."""

    def __init__(self, draft: Draft, create_id: NewId) -> None:
        self._draft, self._create_id = draft, create_id
        self._lanes: dict[Lane, _Columns] = {}
        self._new: dict[str, list[str]] = {}
        self._standing: dict[str, list[str]] = {}
        self._pairs: set[tuple[str, str]] = set()

    def _columns(self, step: Step) -> _Columns:
        lane = lane_of(step)
        if lane not in self._lanes:
            held: list[Step] = self._draft.document.referring(step.phase, "step")
            self._lanes[lane] = _Columns([other for other in held if lane_of(other) == lane])
        return self._lanes[lane]

    def stands(self, step: Step) -> None:
        """In the place that it came with, in a journey that was empty; it follows the one that came before it."""
        self._draft.put(step)
        if step.stage == "front":
            self._standing.setdefault(step.journey, []).append(step.id)

    def after(self, step: Step, other: str) -> None:
        """Right behind another step of the same journey, phase and stage."""
        columns = self._columns(step)
        self._arrive(columns, step, columns.slot_of[other])

    def at(self, step: Step, column: int) -> None:
        """In a column; whoever stands there or behind it makes room."""
        columns = self._columns(step)
        slot = bisect_left([held for held, _ in columns.slots], column) - 1
        self._arrive(columns, step, slot, lambda: column)

    def last(self, step: Step) -> None:
        """Behind all others of its phase."""
        columns = self._columns(step)
        self._arrive(columns, step, len(columns.slots) - 1)

    def under(self, step: Step, other: str | None) -> None:
        """Behind all others, and not before the column of a step on the front stage."""
        columns = self._columns(step)
        wanted = (lambda: int(self._draft.get("step", other).column)) if other else int
        self._arrive(columns, step, len(columns.slots) - 1, wanted)

    def move(self, old: Step, new: Step) -> None:
        """A step of the study goes to another phase or stage, behind all that is there."""
        self._columns(old).leave(old.id)
        columns = self._columns(new)
        self._draft.put(new)
        columns.arrive(new.id, len(columns.slots) - 1, int)

    def _arrive(self, columns: _Columns, step: Step, slot: int, wanted: Wanted = int) -> None:
        self._draft.put(step)
        columns.arrive(step.id, slot, wanted)
        if step.stage == "front":
            self._new.setdefault(step.journey, []).append(step.id)

    def settle(self) -> None:
        """Put every step down; the front stage first, because the back stage looks at it."""
        for _, columns in sorted(self._lanes.items(), key=lambda item: item[0][2] != "front"):
            for id_, column in columns.settled():
                step: Step = self._draft.get("step", id_)
                if step.column != column:
                    self._draft.put(replace(step, column=column))

    def tie(self, after: str = "") -> None:
        """Connect what arrived: in reading order, and with the steps it came to stand between.

        Whatever `after` led to follows what arrived behind it from now on.
        """
        for standing in self._standing.values():
            for source, target in pairwise(standing):
                self._link(source, target)
        for journey, new in self._new.items():
            columns = _in_columns(self._draft, journey)
            where = {id_: index for index, column in enumerate(columns) for id_ in column}
            for run in _runs(sorted(new, key=where.__getitem__), where):
                for source, target in pairwise(run):
                    self._link(source, target)
                first, last = where[run[0]], where[run[-1]]
                later = columns[last + 1] if last + 1 < len(columns) else []
                self._tie_in(run[0], run[-1], columns[first - 1] if first else [], later, after)

    def _tie_in(self, first: str, last: str, earlier: list[str], later: list[str], after: str) -> None:
        """Between two columns: what led from one to the other goes through the new steps."""
        for before in earlier:
            onward = flow.outgoing(self._draft, before)
            through = onward if before == after else [link for link in onward if link.target in later]
            for link in through:
                self._redirect(link, last)
            if through or before == after or (not onward and before == earlier[0]):
                self._link(before, first)
        if later and not flow.incoming(self._draft, later[0]):
            self._link(last, later[0])

    def _redirect(self, link: Link, source: str) -> None:
        if (source, link.target) in self._pairs or source == link.target:
            self._draft.drop("link", link.id)
        else:
            self._draft.put(replace(link, source=source))
            self._pairs.add((source, link.target))

    def _link(self, source: str, target: str) -> None:
        if (source, target) not in self._pairs:
            self._pairs.add((source, target))
            self._draft.put(Link(self._create_id(), source, target))


def lane_of(step: Step) -> Lane:
    return (step.journey, step.phase, step.stage)


def _in_columns(draft: Draft, journey: str) -> list[list[str]]:
    """The front stage of a journey, column by column in reading order."""
    order = {phase.id: phase.start_day for phase in draft.all("phase")}
    steps = [step for step in draft.all("step") if step.journey == journey and step.stage == "front"]
    steps.sort(key=lambda step: (order[step.phase], step.column, step.track))
    return [[step.id for step in column] for _, column in groupby(steps, key=lambda step: (step.phase, step.column))]


def _runs(ids: list[str], where: dict[str, int]) -> list[list[str]]:
    """The ids cut where something else stands in between."""
    runs: list[list[str]] = []
    for id_ in ids:
        if runs and where[id_] == where[runs[-1][-1]] + 1:
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return runs
