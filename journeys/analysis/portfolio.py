"""Several studies side by side: presence per phase, who recurs, and where the organisation is never there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.findings import overview_of
from journeys.analysis.meetings import parties_of
from journeys.analysis.scene import scene
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.analysis.presence import Level
    from journeys.analysis.scene import Scene
    from journeys.model.document import Document
    from journeys.model.entities import Party, PartyKind
    from journeys.model.time import Side


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase of one study: how many of its current journeys are at which level there; days from day 0.

    `away`: the names of those for whom the scope is absent.
    """

    phase: str
    name: str
    side: Side
    start: int
    end: int
    dated: bool
    levels: tuple[tuple[Level, int], ...]
    away: tuple[str, ...] = ()

    @property
    def told(self) -> int:
        """In how many journeys the phase is filled in."""
        return sum(count for level, count in self.levels if level != "unmapped")

    @property
    def absent(self) -> int:
        """In how many journeys the scope is absent."""
        return dict(self.levels).get("absent", 0)

    @property
    def never(self) -> bool:
        """Whether it is filled in, and the scope is absent for everybody."""
        return 0 < self.told == self.absent


@dataclass(frozen=True, slots=True)
class StudyLine:
    """One study: `key` tells it apart (its file); `worst` is the highest severity, None without a gap."""

    key: str
    title: str
    organisation: str
    personas: int
    journeys: int
    phases: tuple[PhaseLine, ...]
    gaps: int
    worst: int | None

    @property
    def never(self) -> tuple[PhaseLine, ...]:
        """The phases in which the scope is there for nobody."""
        return tuple(phase for phase in self.phases if phase.never)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A party by its name: `keys` of the studies in which people meet it, `personas` how many in all of them.

    `who`: their names, by study.
    """

    name: str
    kind: PartyKind
    inside: bool
    keys: tuple[str, ...]
    personas: int
    who: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Studies in the order given; parties that recur most first, and only those met in more than one study."""

    studies: tuple[StudyLine, ...]
    parties: tuple[Recurring, ...]

    def never(self, side: Side) -> tuple[int, int]:
        """On this side of the desk: in how many phases the scope is there for nobody, of how many filled in."""
        phases = [phase for study in self.studies for phase in study.phases if phase.side == side and phase.told]
        return sum(phase.never for phase in phases), len(phases)


def portfolio(studies: Iterable[tuple[str, Document]]) -> Portfolio:
    """Compare studies, each with a key of its own and seen from its own scope."""
    scenes = [(key, scene(document)) for key, document in studies]
    lines = tuple(_line(key, seen) for key, seen in scenes)
    return Portfolio(lines, tuple(_recurring(scenes)))


def _line(key: str, seen: Scene) -> StudyLine:
    document = seen.document
    current = {journey.id: journey for journey in seen.journeys if journey.variant == "current"}
    found = [one for one in overview_of(seen).journeys if one.journey in current]
    severities = [gap.severity for one in found for gap in one.gaps]
    personas = {journey.persona for journey in current.values()}
    return StudyLine(
        key, document.study.title, document.study.organisation, len(personas), len(current),
        tuple(_phases(document, found)), len(severities), max(severities, default=None),
    )  # fmt: skip


def _phases(document: Document, found: Sequence[JourneyFindings]) -> Iterator[PhaseLine]:
    names = [document.personas[document.journeys[one.journey].persona].name for one in found]
    for places in zip(*(one.phases for one in found), strict=True):
        first, phase = places[0], document.phases[places[0].phase]
        levels = Counter(place.level for place in places)
        away = tuple(name for name, place in zip(names, places, strict=True) if place.level == "absent")
        yield PhaseLine(
            phase.id, phase.name, first.side, first.start, first.end, phase.dated, tuple(levels.most_common()), away
        )


def _recurring(scenes: Sequence[tuple[str, Scene]]) -> list[Recurring]:
    met: dict[str, dict[str, set[str]]] = {}
    first: dict[str, tuple[Party, bool]] = {}
    names = {key: seen.document.personas for key, seen in scenes}
    for key, seen in scenes:
        for party, personas in _met(seen).items():
            held = seen.document.parties[party]
            first.setdefault(folded(held.name), (held, seen.scope.holds(party)))
            met.setdefault(folded(held.name), {}).setdefault(key, set()).update(personas)
    found = [
        Recurring(
            first[name][0].name,
            first[name][0].kind,
            first[name][1],
            tuple(by_key),
            sum(map(len, by_key.values())),
            tuple(tuple(sorted(names[key][one].name for one in who)) for key, who in by_key.items()),
        )
        for name, by_key in met.items()
        if len(by_key) > 1
    ]
    return sorted(found, key=lambda one: (-len(one.keys), -one.personas, folded(one.name)))


def _met(seen: Scene) -> dict[str, set[str]]:
    """Party → the personas who meet it in a current journey."""
    found: dict[str, set[str]] = {}
    persona = {journey.id: journey.persona for journey in seen.journeys if journey.variant == "current"}
    for step in seen.document.steps.values():
        if step.stage == "front" and step.journey in persona:
            for party in parties_of(step):
                found.setdefault(party, set()).add(persona[step.journey])
    return found
