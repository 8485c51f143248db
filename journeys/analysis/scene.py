"""What gaps and findings look at: the study seen from one scope, gathered once by journey and phase."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeys.analysis.deadlines import deadlines
from journeys.analysis.presence import Level, Scope, deliberate_phases, levels_of, scope_of
from journeys.analysis.spots import Spot, Spots, counted_journeys, spots
from journeys.model.time import Period, periods

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.model.document import Document
    from journeys.model.entities import Journey

T = TypeVar("T")
NO_DAY: Final = dt.date.min
"""For what is written down: without a date of its own it must not follow the clock, so nothing is late."""


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


@dataclass(slots=True)
class Scene:
    """Everything that gaps and findings of all journeys are read from, gathered in passes linear in the document."""

    document: Document
    scope: Scope
    spots: Spots
    journeys: list[Journey]
    levels: dict[str, dict[str, Level]]
    periods: dict[str, Period]
    deadlines: dict[str, tuple[str, ...]]
    personas: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Variant → personas with a journey of it."""
    absent: dict[tuple[str, str], dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """(variant, phase) → personas for whom the phase is absent, in reading order."""
    met: dict[tuple[str, str], dict[str, set[str]]] = field(default_factory=dict)
    """(variant, phase) → party outside the scope → personas who meet it there."""
    today: dt.date = field(default_factory=_today)
    """The day from which something is late or over."""
    _kept: dict[Callable[[Scene], Any], Any] = field(default_factory=dict)

    def once(self, make: Callable[[Scene], T]) -> T:
        """What `make` gathers from this scene; made when it is first asked for, then shared by all who ask."""
        if make not in self._kept:
            self._kept[make] = make(self)
        made: T = self._kept[make]
        return made


def scene(document: Document, scope: str | None = None, today: dt.date | None = None) -> Scene:
    """Gather it; `scope` as in `presence.scope_of`, `today` is this very day unless told."""
    seen = scope_of(document, scope)
    held = spots(document)
    journeys = counted_journeys(document)
    deliberate = deliberate_phases(document, seen)
    levels = {j.id: levels_of(document, j.id, held.get(j.id, {}), seen, deliberate) for j in journeys}
    found = Scene(document, seen, held, journeys, levels, periods(document), deadlines(document))
    found.today = today or found.today
    for journey in journeys:
        _count_personas(found, journey)
    return found


def _count_personas(scene: Scene, journey: Journey) -> None:
    scene.personas[journey.variant].add(journey.persona)
    for phase, level in scene.levels[journey.id].items():
        if level == "absent":
            scene.absent[journey.variant, phase][journey.persona] = None
    for phase, spot in scene.spots.get(journey.id, {}).items():
        if spot.front:
            _count_met(scene, journey, phase, spot)


def _count_met(scene: Scene, journey: Journey, phase: str, spot: Spot) -> None:
    met = scene.met.setdefault((journey.variant, phase), {})
    parties = {contact.party for step in spot.front for contact in step.contacts}
    for party in parties:
        if party is not None and not scene.scope.holds(party):
            met.setdefault(party, set()).add(journey.persona)
