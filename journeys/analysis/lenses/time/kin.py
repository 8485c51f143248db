"""Which parties answer for a deadline: the party itself, what it is part of, and its own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Party


def serving(scene: Scene) -> dict[str, tuple[str, ...]]:
    """A party one may meet → the parties of deadlines that one is at the right place for then."""
    parties = scene.document.parties
    wanted = {fact.party for fact in scene.document.facts.values() if fact.due and fact.party in parties}
    found: dict[str, dict[str, None]] = {}
    for party in parties.values():
        for upper in _upwards(parties, party):
            if upper in wanted:
                found.setdefault(party.id, {})[upper] = None
            if party.id in wanted:
                found.setdefault(upper, {})[party.id] = None
    return {party: tuple(served) for party, served in found.items()}


def _upwards(parties: Mapping[str, Party], party: Party) -> Iterator[str]:
    """The party and all it is part of."""
    seen: set[str] = set()
    here: Party | None = party
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here.id
        here = parties.get(here.parent or "")
