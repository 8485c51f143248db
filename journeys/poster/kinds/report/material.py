"""What a report is written from: the study's findings and its notes, gathered once, in reading order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.analysis import lenses
from journeys.analysis.evidence import Assumptions, assumptions
from journeys.analysis.findings import overview_of
from journeys.analysis.notelist import journey_of
from journeys.analysis.presence import scope_of
from journeys.analysis.scene import NO_DAY, scene
from journeys.analysis.spots import in_reading_order, spots
from journeys.model.time import periods, phases_in_order
from journeys.poster.choice import chosen, in_order

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from journeys.analysis.findings import JourneyFindings, Overview
    from journeys.analysis.gaps import Gap
    from journeys.analysis.lenses import Heard
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spots
    from journeys.model.document import Document
    from journeys.model.entities import Cell, Journey, Link, Note, Phase, Source, Stance, Step
    from journeys.model.time import Period
    from journeys.poster.request import Request


@dataclass(frozen=True)
class Material:
    """A study and what of it the report is about; everything else is worked out when first asked for, once."""

    document: Document
    request: Request

    @cached_property
    def journeys(self) -> list[Journey]:
        """The chosen ones; none in a study without. Raises UsageError for one that does not exist."""
        wanted = self.request.journeys
        ids = in_order(self.document) if wanted is None else chosen(self.document, wanted)
        return [self.document.journeys[id_] for id_ in ids]

    @cached_property
    def by_persona(self) -> Mapping[str, list[Journey]]:
        """Persona → their journeys in the report."""
        found: dict[str, list[Journey]] = defaultdict(list)
        for journey in self.journeys:
            found[journey.persona].append(journey)
        return found

    @property
    def on(self) -> dt.date | None:
        """The day to judge by, if one was given: a report never follows the clock."""
        return self.request.on

    @cached_property
    def scene(self) -> Scene:
        return scene(self.document, today=self.on or NO_DAY)

    @cached_property
    def overview(self) -> Overview:
        return overview_of(self.scene)

    @cached_property
    def heard(self) -> Heard:
        """What the lenses found."""
        return lenses.findings(self.scene)

    @cached_property
    def findings(self) -> dict[str, JourneyFindings]:
        """Of the chosen journeys that count; a process behind a step has none."""
        ids = {journey.id for journey in self.journeys}
        found = {one.journey: one for one in self.overview.journeys if one.journey in ids}
        return {journey.id: found[journey.id] for journey in self.journeys if journey.id in found}

    @cached_property
    def gaps(self) -> list[Gap]:
        """Those of all chosen journeys, the most severe first, then the earliest."""
        found = [gap for one in self.findings.values() for gap in one.gaps]
        return sorted(found, key=lambda gap: (-gap.severity, self.periods[gap.phase]))

    @cached_property
    def numbers(self) -> dict[tuple[str, str], int]:
        """(journey, phase) → the number of its gap in this report."""
        return {(gap.journey, gap.phase): number for number, gap in enumerate(self.gaps, 1)}

    @cached_property
    def phases(self) -> list[Phase]:
        return phases_in_order(self.document)

    @cached_property
    def periods(self) -> dict[str, Period]:
        return periods(self.document)

    @cached_property
    def spots(self) -> Spots:
        return spots(self.document)

    def steps(self, journey: str, phase: str) -> list[Step]:
        """In reading order: those in which the person takes part first."""
        held = self.spots.get(journey, {}).get(phase)
        return [*in_reading_order(held.front), *in_reading_order(held.back)] if held else []

    @cached_property
    def notes(self) -> Mapping[str, list[Note]]:
        """Journey, else persona, else "" (parked) → the wanted notes that hang there, in the order of the map."""
        found: dict[str, list[Note]] = defaultdict(list)
        kinds = self.request.notes
        for note in self.document.notes.values():
            if kinds is None or note.kind in kinds:
                found[journey_of(self.document, note) or note.persona or ""].append(note)
        for some in found.values():
            some.sort(key=self._place)
        return found

    @cached_property
    def order(self) -> dict[str, int]:
        """Phase → its place in time."""
        return {phase.id: number for number, phase in enumerate(self.phases)}

    def phase_of(self, note: Note) -> str | None:
        """The phase in which a note hangs, if any."""
        return self.document.steps[note.step].phase if note.step is not None else note.phase

    def _place(self, note: Note) -> tuple[int, int, int, int, str]:
        step = self.document.steps.get(note.step or "")
        place = (step.column, step.track) if step else (-1, 0)
        return (self.order.get(self.phase_of(note) or "", -1), *place, note.order, note.id)

    @cached_property
    def stances(self) -> list[Stance]:
        """Deliberate absences in the chosen journeys, for the scope from which the study is seen."""
        scope = scope_of(self.document).party
        place = {journey.id: number for number, journey in enumerate(self.journeys)}
        found = [one for one in self.document.stances.values() if one.scope == scope and one.journey in place]
        return sorted(found, key=lambda one: (self.order[one.phase], place[one.journey], one.id))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """By their title."""
        found = sorted(self.document.sources.values(), key=lambda one: (one.title.casefold(), one.id))
        return {source.id: source for source in found}

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Source → its number in the list at the end."""
        return {id_: number for number, id_ in enumerate(self.sources, 1)}

    @cached_property
    def labelled(self) -> Mapping[str, list[Link]]:
        """Step → the ways on from it that have words."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.document.links.values():
            if link.label:
                found[link.source].append(link)
        return found

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], list[Cell]]:
        """(journey, lane) → what was written in a row of the team's own."""
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in self.document.cells.values():
            if cell.text:
                found[cell.journey, cell.lane].append(cell)
        return found

    @cached_property
    def assumptions(self) -> Assumptions:
        return assumptions(self.document, [journey.id for journey in self.journeys])

    @cached_property
    def places(self) -> dict[tuple[str, str], dict[str, set[str]]]:
        """(variant, phase) → place → the personas who are there in that phase."""
        found: dict[tuple[str, str], dict[str, set[str]]] = {}
        for journey in self.document.journeys.values():
            if journey.parent_step is None:
                for phase, spot in self.spots.get(journey.id, {}).items():
                    held = found.setdefault((journey.variant, phase), {})
                    for step in in_reading_order(spot.front):
                        if step.place:
                            held.setdefault(step.place, set()).add(journey.persona)
        return found
