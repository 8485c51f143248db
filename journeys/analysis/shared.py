"""The gaps of several journeys taken together: per phase whom they touch, and where people are at that moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.evidence import Assumptions, share
from journeys.analysis.findings import Overview, overview
from journeys.analysis.notelist import ACTIONS
from journeys.analysis.presence import LEVELS, Level, scope_of
from journeys.analysis.spots import EMPTY, counted_journeys, in_reading_order, spots
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.analysis.gaps import Gap
    from journeys.analysis.presence import Scope
    from journeys.analysis.spots import Spot, Spots
    from journeys.model.document import Document
    from journeys.model.entities import Note, Stance, Step, Variant


@dataclass(frozen=True, slots=True)
class Meeting:
    """A party outside the scope, the personas who meet it in this phase, and through which channels."""

    party: str
    personas: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place by its name, and the personas who are there in this phase."""

    name: str
    personas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedGap:
    """A phase that is absent in at least one of the journeys of one variant.

    `gaps`: one per journey, the most severe first; `journeys`: all that were looked at, of the same variant.
    `met`, `places`, `alone` (a step with nobody): personas of all of these journeys, also of those for whom the scope
    is there, as any of them shows where people come. `actions`: opportunities and ideas for this phase or its needs.
    """

    variant: Variant
    phase: str
    gaps: tuple[Gap, ...]
    journeys: tuple[str, ...]
    met: tuple[Meeting, ...]
    places: tuple[Whereabouts, ...]
    alone: tuple[str, ...]
    actions: tuple[str, ...]
    assumptions: Assumptions

    @property
    def severity(self) -> int:
        """Of the journey in which it is worst."""
        return self.gaps[0].severity

    @property
    def needs(self) -> tuple[str, ...]:
        """Open needs and questions of all of the gaps."""
        return _each(note for gap in self.gaps for note in gap.open_needs)

    @property
    def pains(self) -> tuple[str, ...]:
        return _each(note for gap in self.gaps for note in gap.pains)

    @property
    def lowest(self) -> int | None:
        """The lowest feeling in any of the gaps."""
        return min((gap.lowest_emotion for gap in self.gaps if gap.lowest_emotion is not None), default=None)

    @property
    def for_all(self) -> bool:
        """Whether no journey is without it."""
        return len(self.gaps) == len(self.journeys)


@dataclass(frozen=True, slots=True)
class Together:
    """Several journeys' findings; shared gaps with the most severe first, then the earliest."""

    scope: str | None
    journeys: tuple[JourneyFindings, ...]
    gaps: tuple[SharedGap, ...]
    stances: tuple[Stance, ...]

    @property
    def levels(self) -> Counter[Level]:
        """How many phases of journeys have each level."""
        return Counter(found.level for journey in self.journeys for found in journey.phases)

    @property
    def phases(self) -> int:
        """How many phases of journeys there are."""
        return sum(len(journey.phases) for journey in self.journeys)

    @property
    def absent(self) -> int:
        return self.levels["absent"]

    @property
    def shown(self) -> tuple[Level, ...]:
        """The levels that occur, from present to absent."""
        return tuple(level for level in LEVELS if self.levels[level])

    def numbers(self) -> dict[tuple[Variant, str], int]:
        """(variant, phase) → the number of its gap."""
        return {(gap.variant, gap.phase): number for number, gap in enumerate(self.gaps, 1)}


def together(document: Document, journeys: Sequence[str], found: Overview | None = None) -> Together:
    """The findings of these journeys; processes behind a step do not count and are left out."""
    seen = found or overview(document)
    by_id = {one.journey: one for one in seen.journeys}
    wanted = tuple(by_id[journey] for journey in dict.fromkeys(journeys) if journey in by_id)
    held, scope = spots(document), scope_of(document)
    order = {phase.id: index for index, phase in enumerate(phases_in_order(document))}
    gaps = sorted(
        _shared(document, wanted, held, scope), key=lambda gap: (-gap.severity, order[gap.phase], gap.variant)
    )  # fmt: skip
    places = {one.journey: index for index, one in enumerate(wanted)}
    stances = sorted(
        (one for one in document.stances.values() if one.journey in places and one.scope == seen.scope),
        key=lambda one: (order[one.phase], places[one.journey], one.id),
    )
    return Together(seen.scope, wanted, tuple(gaps), tuple(stances))


def usual_journeys(document: Document) -> list[str]:
    """What a report is about when nothing was chosen: the current journeys, else the desired ones."""
    counted = counted_journeys(document)
    current = [journey.id for journey in counted if journey.variant == "current"]
    return current or [journey.id for journey in counted]


def _shared(document: Document, wanted: Sequence[JourneyFindings], held: Spots, scope: Scope) -> Iterator[SharedGap]:
    """One per variant and phase in which somebody misses the scope."""
    by_phase: dict[tuple[Variant, str], list[Gap]] = {}
    alike: dict[Variant, list[str]] = {}
    for one in wanted:
        variant = document.journeys[one.journey].variant
        alike.setdefault(variant, []).append(one.journey)
        for gap in one.gaps:
            by_phase.setdefault((variant, gap.phase), []).append(gap)
    solving = _answers(document)
    for (variant, phase), gaps in by_phase.items():
        gaps.sort(key=lambda gap: -gap.severity)
        here = [(document.journeys[id_].persona, held.get(id_, {}).get(phase, EMPTY)) for id_ in alike[variant]]
        yield SharedGap(
            variant, phase, tuple(gaps), tuple(alike[variant]), tuple(_met(document, here, scope)),
            tuple(_places(here)), _each(persona for persona, spot in here if any(step.nobody for step in spot.front)),
            _actions(gaps, here, solving),
            share(step for _, spot in here for step in (*spot.front, *spot.back)),
        )  # fmt: skip


def _met(document: Document, here: Sequence[tuple[str, Spot]], scope: Scope) -> list[Meeting]:
    """Most personas first."""
    who: dict[str, dict[str, None]] = {}
    how: dict[str, Counter[str]] = {}
    for persona, step in _front(here):
        for contact in step.contacts:
            if contact.party is not None and not scope.holds(contact.party):
                who.setdefault(contact.party, {})[persona] = None
                how.setdefault(contact.party, Counter()).update([contact.channel] if contact.channel else [])
    met = [Meeting(party, tuple(who[party]), tuple(id_ for id_, _ in how[party].most_common())) for party in who]
    return sorted(met, key=lambda one: (-len(one.personas), document.parties[one.party].name.casefold(), one.party))


def _places(here: Sequence[tuple[str, Spot]]) -> list[Whereabouts]:
    """The places as they were written, small and capital letters alike; most personas first."""
    names: dict[str, str] = {}
    who: dict[str, dict[str, None]] = {}
    for persona, step in _front(here):
        name = step.place.strip()
        if name:
            names.setdefault(name.casefold(), name)
            who.setdefault(name.casefold(), {})[persona] = None
    found = [Whereabouts(names[key], tuple(personas)) for key, personas in who.items()]
    return sorted(found, key=lambda one: (-len(one.personas), one.name.casefold()))


def _front(here: Sequence[tuple[str, Spot]]) -> Iterator[tuple[str, Step]]:
    return ((persona, step) for persona, spot in here for step in in_reading_order(spot.front))


def _answers(document: Document) -> dict[str, list[Note]]:
    """Need or pain → what addresses it."""
    found: dict[str, list[Note]] = {}
    for note in sorted(document.notes.values(), key=by_order):
        if note.kind in ACTIONS and note.status != "dropped":
            for id_ in note.addresses:
                found.setdefault(id_, []).append(note)
    return found


def _actions(
    gaps: Sequence[Gap], here: Sequence[tuple[str, Spot]], solving: Mapping[str, Sequence[Note]]
) -> tuple[str, ...]:  # fmt: skip
    """What hangs in this phase, then what hangs elsewhere and addresses something of it."""
    hang = sorted((note for _, spot in here for note in spot.notes), key=by_order)
    own = [note.id for note in hang if note.kind in ACTIONS and note.status != "dropped"]
    troubles = (id_ for gap in gaps for id_ in (*gap.open_needs, *gap.pains))
    return _each([*own, *(note.id for id_ in troubles for note in solving.get(id_, ()))])


def _each(ids: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(ids))
