"""Who is internal and who is external: that depends on the scope the study is seen from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from journeys.model.entities import Group
from journeys.model.order import by_order

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.document import Document

Side = Literal["own", "commissioned", "colleague", "outside"]
"""A party in the scope, one that acts for it, another part of the same organisation, or somebody else."""
GROUPS: Final[tuple[Group, ...]] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Sides:
    """Parties by side, and the groups of personas that are internal or external customers, all seen from one scope.

    `whole`: the scope is an organisation and not a part of one. Only then are its own people internal customers:
    for one department the colleagues next door are customers like any other.
    """

    scope: str | None
    whole: bool
    parties: dict[str, Side]
    internal: dict[Group, tuple[str, ...]]
    external: dict[Group, tuple[str, ...]]

    def of(self, side: Side) -> tuple[str, ...]:
        """The parties on this side."""
        return tuple(party for party, held in self.parties.items() if held == side)


def sides(scene: Scene) -> Sides:
    """Ask for `scene.once(sides)`. Groups without a persona are there too, empty."""
    document, scope = scene.document, scene.scope
    whole = is_whole(document, scope.party)
    family = organisation(document, scope.party)
    parties: dict[str, Side] = {}
    for party in sorted(document.parties.values(), key=lambda party: (party.name.casefold(), party.id)):
        parties[party.id] = (
            "own" if party.id in scope.inside
            else "commissioned" if party.id in scope.acting
            else "colleague" if party.id in family
            else "outside"
        )  # fmt: skip
    groups: dict[Group, list[str]] = {group: [] for group in GROUPS}
    for persona in sorted(document.personas.values(), key=by_order):
        groups[persona.group].append(persona.id)
    told = {group: tuple(found) for group, found in groups.items()}
    internal: dict[Group, tuple[str, ...]] = {"internal": told["internal"]} if whole else {}
    return Sides(scope.party, whole, parties, internal, {g: ids for g, ids in told.items() if g not in internal})


def is_whole(document: Document, scope: str | None) -> bool:
    """Whether it is an organisation and not a part of one, or one that acts for another."""
    here = document.parties.get(scope or "")
    return here is None or (here.parent is None and here.acts_for is None)


def organisation(document: Document, party: str | None) -> frozenset[str]:
    """The whole organisation that this party is a part of: its root and everything below that."""
    from journeys.analysis.presence import below

    root = document.parties.get(party or "")
    while root is not None and root.parent is not None:
        root = document.parties[root.parent]
    return below(document, root.id) if root is not None else frozenset()
