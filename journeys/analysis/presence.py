"""How present the chosen scope is in each phase of a journey: one of seven levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis.spots import EMPTY, Spot, spots_of
from journeys.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from journeys.model.document import Document
    from journeys.model.entities import Step
    from journeys.model.values import Contact

Level = Literal["direct", "commissioned", "via_partner", "backstage", "deliberate", "unmapped", "absent"]
LEVELS: Final[tuple[Level, ...]] = (
    "direct", "commissioned", "via_partner", "backstage", "deliberate", "unmapped", "absent",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """From where presence is seen: a party with all below it, and the parties that act for one of those."""

    party: str | None
    inside: frozenset[str]
    acting: frozenset[str]

    def holds(self, party: str | None) -> bool:
        """Whether meeting this party is meeting the scope, itself or commissioned."""
        return party in self.inside or party in self.acting


def scope_of(document: Document, scope: str | None = None) -> Scope:
    """The scope with this party's id; without one the study's own, else the study's first municipality.

    Raises UsageError `scope.unknown` for an id that is no party.
    """
    party = scope or document.study.scope or _municipality(document)
    if party is None:
        return Scope(None, frozenset(), frozenset())
    if party not in document.parties:
        raise UsageError("scope.unknown", scope=party)
    inside = below(document, party)
    acting = frozenset(other.id for other in document.parties.values() if other.acts_for in inside)
    return Scope(party, inside, acting)


def scope_parties(document: Document, scope: str | None = None) -> frozenset[str]:
    """The ids of the scope's party and of all parties below it."""
    return scope_of(document, scope).inside


def levels(document: Document, journey: str, scope: str | None = None) -> dict[str, Level]:
    """Phase id → level, for every phase. A process behind a step has no presence: it gets an empty dict."""
    if document.journeys[journey].parent_step is not None:
        return {}
    seen = scope_of(document, scope)
    spots = spots_of(document, journey)
    deliberate = deliberate_phases(document, seen)
    return levels_of(document, journey, spots, seen, deliberate)


def levels_of(
    document: Document,
    journey: str,
    spots: Mapping[str, Spot],
    scope: Scope,
    deliberate: Collection[tuple[str, str]],
) -> dict[str, Level]:
    """As `levels`, from spots that were gathered before."""
    return {
        phase: _level(spots.get(phase, EMPTY), scope, deliberate=(journey, phase) in deliberate)
        for phase in document.phases
    }


def deliberate_phases(document: Document, scope: Scope) -> set[tuple[str, str]]:
    """(journey, phase) pairs in which the team calls absence right, for this very scope."""
    return {(s.journey, s.phase) for s in document.stances.values() if s.scope == scope.party}


def contact_level(contact: Contact, scope: Scope) -> Level | None:
    """How this contact makes the scope present: direct, commissioned, via a partner, or None."""
    if contact.party in scope.inside:
        return "direct"
    if contact.party in scope.acting:
        return "commissioned"
    return "via_partner" if contact.passes_on_for in scope.inside else None


def meets(step: Step, scope: Scope) -> bool:
    """Whether the person meets the scope in this step: itself, commissioned or via a partner."""
    return any(contact_level(contact, scope) for contact in step.contacts)


def _level(spot: Spot, scope: Scope, *, deliberate: bool) -> Level:
    met = {contact_level(contact, scope) for step in spot.front for contact in step.contacts}
    for level in ("direct", "commissioned", "via_partner"):
        if level in met:
            return level
    if any(scope.holds(contact.party) for step in spot.back for contact in step.contacts):
        return "backstage"
    if deliberate:
        return "deliberate"
    return "absent" if spot.front else "unmapped"


def _municipality(document: Document) -> str | None:
    found = [party for party in document.parties.values() if party.kind == "municipality"]
    first = min(found, key=lambda party: (party.parent is not None, party.name, party.id), default=None)
    return first.id if first else None


def below(document: Document, party: str) -> frozenset[str]:
    """The party and everything that is a part of it, directly or not."""
    children: dict[str, list[str]] = {}
    for other in document.parties.values():
        if other.parent is not None:
            children.setdefault(other.parent, []).append(other.id)
    found, waiting = {party}, [party]
    while waiting:
        fresh = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)
