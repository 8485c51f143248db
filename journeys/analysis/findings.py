"""All findings of a study at once, in time linear in its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.counts import Counts, counts
from journeys.analysis.evidence import Assumptions, share
from journeys.analysis.gaps import Gap, gaps_in
from journeys.analysis.scene import Scene, scene
from journeys.analysis.silence import Silence, silences
from journeys.model.time import Side, phases_in_order, side

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.model.document import Document
    from journeys.model.entities import Journey


@dataclass(frozen=True, slots=True)
class PhaseFinding:
    """A phase as one journey goes through it; [start, end) in days from day 0."""

    phase: str
    side: Side
    start: int
    end: int
    level: Level


@dataclass(frozen=True, slots=True)
class JourneyFindings:
    """Everything found in one journey; phases in order of time, gaps the most severe first."""

    journey: str
    phases: tuple[PhaseFinding, ...]
    gaps: tuple[Gap, ...]
    counts: Counts
    silence: Silence
    assumptions: Assumptions

    @property
    def levels(self) -> dict[str, Level]:
        """Phase id → level."""
        return {found.phase: found.level for found in self.phases}

    def gap(self, phase: str) -> Gap | None:
        """The gap in this phase, or None."""
        return next((gap for gap in self.gaps if gap.phase == phase), None)


@dataclass(frozen=True, slots=True)
class Overview:
    """The findings of every journey that counts, in reading order, seen from one scope."""

    scope: str | None
    journeys: tuple[JourneyFindings, ...]

    def of(self, journey: str) -> JourneyFindings | None:
        """The findings of one journey; None for a process behind a step."""
        return next((found for found in self.journeys if found.journey == journey), None)


def overview(document: Document, scope: str | None = None) -> Overview:
    """Everything the study shows; `scope` as in `presence.scope_of`."""
    return overview_of(scene(document, scope))


def overview_of(seen: Scene) -> Overview:
    """As `overview`, of a scene that was gathered before."""
    return Overview(seen.scope.party, tuple(_findings(seen, journey) for journey in seen.journeys))


def _findings(seen: Scene, journey: Journey) -> JourneyFindings:
    spots = seen.spots.get(journey.id, {})
    levels = seen.levels[journey.id]
    phases = tuple(
        PhaseFinding(phase.id, side(seen.periods[phase.id]), *seen.periods[phase.id], levels[phase.id])
        for phase in phases_in_order(seen.document)
    )
    return JourneyFindings(
        journey.id, phases, tuple(gaps_in(seen, journey)), counts(levels, seen.periods),
        seen.once(silences)[journey.id],
        share(step for spot in spots.values() for step in (*spot.front, *spot.back)),
    )  # fmt: skip
