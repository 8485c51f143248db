"""Picks one journey's steps, links, notes and cells out of the document, ordered for the map, and follows edits."""

from __future__ import annotations

import itertools
from collections import defaultdict
from copy import copy
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import leads
from journeys.model import time
from journeys.model.entities import Step
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from journeys.analysis.lenses.marks import Marks
    from journeys.layout.leads import Felt, Leads
    from journeys.model.changes import Changes
    from journeys.model.document import Document
    from journeys.model.entities import Cell, Lane, Link, Note, Phase
    from journeys.model.time import Period

_FOLLOWED: Final = frozenset({"step", "link", "note", "cell", "persona", "source", "view", "fact", "mute", "image"})
"""Kinds whose changes a gathering can follow; after others it is made anew."""


class Column(NamedTuple):
    """What stands in one column of a phase, each stage from top to bottom."""

    number: int
    front: tuple[Step, ...]
    back: tuple[Step, ...]
    said: tuple[str, ...] = ()
    """What the lines say that lead on from here; they take room to the right."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.front + self.back


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """One phase of the journey with its columns; at least one. Compared by identity."""

    phase: Phase
    period: Period
    columns: tuple[Column, ...]


class Gathering:
    """One journey, ordered. After `follow` it equals a new gathering, but keeps what did not change.

    `links_turn`, `notes_turn` and `marks_turn` count changes, so that others see at a glance that nothing did.
    `marks`: what a lens says of the steps.

    Of a window, `leads` are the lines that end in it because their other end stands elsewhere, and `felt` the judged
    steps nearest to it on either side.
    """

    def __init__(self, document: Document, journey: str, before: Gathering | None = None) -> None:
        """`before`: an earlier gathering; what is still the same is taken over from it."""
        self.document = document
        self.journey = journey
        self.leads: Leads = {}
        self.felt: Felt = (None, None)
        self.stretches: tuple[Stretch, ...]
        self.labelled: list[Link]
        self.labelled_across: list[Link]
        self.links_turn: int
        self.notes_turn: int
        self.links_turn = before.links_turn if before else 0
        self.notes_turn = before.notes_turn if before else 0
        self.marks: Marks = before.marks if before else {}
        self.marks_turn: int = before.marks_turn if before else 0
        self._steps: dict[str, dict[str, Step]] = defaultdict(dict)
        self._phase_of: dict[str, str] = {}
        for step in document.steps.values():
            if step.journey == journey:
                self._steps[step.phase][step.id] = step
                self._phase_of[step.id] = step.phase
        self._gather_links()
        self._said = self._what_is_said()
        periods = time.periods(document)
        known = {stretch.phase.id: stretch for stretch in before.stretches} if before else {}
        self.stretches = tuple(
            _stretch(phase, periods[phase.id], self._columns(phase.id), known.get(phase.id))
            for phase in time.phases_in_order(document)
        )
        self._gather_notes()

    @property
    def count(self) -> int:
        """How many steps the journey has."""
        return len(self._phase_of)

    def has(self, step: str) -> bool:
        return step in self._phase_of

    def follow(self, changes: Changes) -> bool:
        """Take in what the document was changed by; False when that takes a new gathering."""
        kinds = {kind for kind, _ in changes}
        if not kinds <= _FOLLOWED:
            return False
        members = set(self._phase_of) if len(changes) > 1 else None
        before = len(self._phase_of)
        touched = self._follow_steps(changes)
        moved = len(self._phase_of) != before or (members is not None and members != set(self._phase_of))
        if moved or "link" in kinds:
            self._gather_links()
        touched |= self._follow_said()
        if touched:
            self.stretches = tuple(
                Stretch(s.phase, s.period, self._columns(s.phase.id)) if s.phase.id in touched else s
                for s in self.stretches
            )
        if moved or not kinds.isdisjoint({"note", "cell"}):
            self._gather_notes()
        return True

    def mark(self, marks: Marks) -> None:
        """Take over what a lens says of the steps."""
        if marks is not self.marks:
            self.marks_turn += marks != self.marks
            self.marks = marks

    def _follow_steps(self, changes: Changes) -> set[str]:
        """The phases whose steps changed."""
        touched: set[str] = set()
        for (kind, id_), (_, after) in changes.items():
            if kind != "step":
                continue
            before = self._phase_of.pop(id_, None)
            if before is not None:
                touched.add(before)
                if not isinstance(after, Step) or after.phase != before or after.journey != self.journey:
                    del self._steps[before][id_]
            if isinstance(after, Step) and after.journey == self.journey:
                self._steps[after.phase][id_] = after
                self._phase_of[id_] = after.phase
                touched.add(after.phase)
        return touched

    def _gather_links(self) -> None:
        self.links_turn += 1
        found: dict[str, list[Link]] = defaultdict(list)
        self.labelled = []
        # By id, as in the file: what an undo brings back stands last in the document, and yet lies where it lay.
        for link in sorted(self.document.links.values(), key=attrgetter("id")):
            if link.source in self._phase_of:
                found[link.source].append(link)
                if link.label:
                    self.labelled.append(link)
        self.links_from = found

    def _step(self, id_: str) -> Step:
        return self._steps[self._phase_of[id_]][id_]

    def _what_is_said(self) -> dict[str, tuple[str, ...]]:
        """Step → the words on the lines that lead on from it; and which words belong to lines between the stages."""
        phases = {phase.id: phase.start_day for phase in self.document.phases.values()}
        found: dict[str, tuple[str, ...]] = {}
        self.labelled_across = []
        for link in self.labelled:
            if link.target not in self._phase_of:
                continue
            source, target = self._step(link.source), self._step(link.target)
            if source.stage != target.stage:
                self.labelled_across.append(link)
            elif (phases[source.phase], source.column) <= (phases[target.phase], target.column):
                found[link.source] = (*found.get(link.source, ()), link.label)
        return found

    def _follow_said(self) -> set[str]:
        """The phases in which lines now say something else, so that columns stand closer or further apart."""
        before, self._said = self._said, self._what_is_said()
        changed = {step for step in before.keys() | self._said.keys() if before.get(step) != self._said.get(step)}
        return {self._phase_of[step] for step in changed if step in self._phase_of}

    def _columns(self, phase: str) -> tuple[Column, ...]:
        return _columns(self._steps[phase].values(), self._said)

    def _gather_notes(self) -> None:
        self.notes_turn += 1
        on_steps: dict[str, list[Note]] = defaultdict(list)
        on_phases: dict[str, list[Note]] = defaultdict(list)
        for note in self.document.notes.values():
            if note.step is not None:
                if note.step in self._phase_of:
                    on_steps[note.step].append(note)
            elif note.journey == self.journey and note.phase is not None:
                on_phases[note.phase].append(note)
        self.step_notes = {key: tuple(sorted(found, key=_by_order)) for key, found in on_steps.items()}
        self.phase_notes = {key: tuple(sorted(found, key=_by_order)) for key, found in on_phases.items()}
        self.cells: dict[tuple[str, str, str | None], Cell] = {
            (cell.lane, cell.phase, cell.step): cell
            for cell in self.document.cells.values()
            if cell.journey == self.journey
        }

    def window(self, first: int, after: int, continued: Callable[[str], str]) -> Gathering:
        """Only the columns from `first` up to `after`, counted over all phases: one band of a map in several.

        A phase that began in an earlier band is named by `continued`; its own notes and cells stay where it began.
        """
        part = copy(self)
        found: list[Stretch] = []
        goes_on: set[str] = set()
        count = 0
        for stretch in self.stretches:
            start, end = max(first - count, 0), min(after - count, len(stretch.columns))
            count += len(stretch.columns)
            if start < end:
                phase = replace(stretch.phase, name=continued(stretch.phase.name)) if start else stretch.phase
                goes_on |= {phase.id} if start else set()
                found.append(Stretch(phase, stretch.period, stretch.columns[start:end]))
        part.stretches = tuple(found)
        part.felt = leads.felt_around(self.stretches, first, after, self.felt)
        part._keep(goes_on)  # noqa: SLF001 - a copy of itself
        part.leads = self.leads | leads.said_on(self.links_from, part._phase_of)  # noqa: SLF001 - a copy of itself
        return part

    def noted(self, kinds: Collection[str]) -> Gathering:
        """The same with only notes of these kinds."""
        part = copy(self)
        part.step_notes, part.phase_notes = (_of_kinds(some, kinds) for some in (self.step_notes, self.phase_notes))
        return part

    def _keep(self, goes_on: set[str]) -> None:
        """Drop what does not stand in these columns, and what stands with the beginning of a phase that goes on."""
        shown = {step.id: s.phase.id for s in self.stretches for column in s.columns for step in column.steps}
        self._phase_of = shown
        self.links_from = {
            source: [link for link in links if link.target in shown]
            for source, links in self.links_from.items()
            if source in shown
        }
        self.labelled = [link for link in self.labelled if link.source in shown and link.target in shown]
        self.labelled_across = [link for link in self.labelled_across if link.source in shown and link.target in shown]
        begun = {stretch.phase.id for stretch in self.stretches} - goes_on
        self.step_notes = {step: notes for step, notes in self.step_notes.items() if step in shown}
        self.phase_notes = {phase: notes for phase, notes in self.phase_notes.items() if phase in begun}
        self.cells = {
            key: cell
            for key, cell in self.cells.items()
            if (key[2] in shown if key[2] is not None else key[1] in begun)
        }


def _of_kinds(noted: Mapping[str, tuple[Note, ...]], kinds: Collection[str]) -> dict[str, tuple[Note, ...]]:
    some = {key: tuple(note for note in notes if note.kind in kinds) for key, notes in noted.items()}
    return {key: notes for key, notes in some.items() if notes}


def _stretch(phase: Phase, period: Period, columns: tuple[Column, ...], known: Stretch | None) -> Stretch:
    """The known one when nothing in it changed."""
    if known is not None and (known.phase, known.period, known.columns) == (phase, period, columns):
        return known
    return Stretch(phase, period, columns)


def _columns(steps: Iterable[Step], said: Mapping[str, tuple[str, ...]]) -> tuple[Column, ...]:
    """The columns in use; single empty ones between them stay, long empty stretches close up."""
    found: dict[int, tuple[list[Step], list[Step]]] = {}
    for step in sorted(steps, key=_by_track):
        found.setdefault(step.column, ([], []))[step.stage == "back"].append(step)
    numbers = sorted(found)
    between = {n + 1 for n, after in itertools.pairwise(numbers) if after == n + 2}
    columns = tuple(_column(number, found.get(number, ([], [])), said) for number in sorted({*numbers, *between}))
    return columns or (Column(0, (), ()),)


def _column(number: int, stands: tuple[list[Step], list[Step]], said: Mapping[str, tuple[str, ...]]) -> Column:
    front, back = stands
    words = tuple(word for step in (*front, *back) for word in said.get(step.id, ())) if said else ()
    return Column(number, tuple(front), tuple(back), words)


def _by_track(step: Step) -> int:
    return step.track


def _by_order(note: Note) -> tuple[int, str]:
    return note.order, note.id


def lanes(document: Document, wanted: tuple[str, ...] | None) -> list[Lane]:
    """The lanes to show, top to bottom: those asked for in that order, else the document's shown ones."""
    if wanted is not None:
        return [document.lanes[lane] for lane in wanted if lane in document.lanes]
    shown = (lane for lane in document.lanes.values() if lane.shown)
    return sorted(shown, key=by_order)
