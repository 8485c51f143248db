"""Where a person goes from one party to another along the flow of a journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


@dataclass(frozen=True, slots=True)
class Handover:
    """A link between two steps that no party shares: whom the person leaves, and to whom they go.

    `inside`: both ends hold a party of the scope (departments hand over to each other). `crosses`: only one does.
    """

    link: str
    journey: str
    source: str
    target: str
    leaves: tuple[str, ...]
    meets: tuple[str, ...]
    inside: bool
    crosses: bool


def handovers(scene: Scene) -> tuple[Handover, ...]:
    """All hand-overs, in the order of the links; ask for `scene.once(handovers)`. Sub-journeys included."""
    steps = scene.document.steps
    found = []
    for link in scene.document.links.values():
        source, target = steps[link.source], steps[link.target]
        leaves, meets = parties_of(source), parties_of(target)
        if leaves and meets and not set(leaves) & set(meets):
            ends = [any(scene.scope.holds(party) for party in parties) for parties in (leaves, meets)]
            found.append(
                Handover(
                    link.id, source.journey, source.id, target.id, leaves, meets, all(ends), ends[0] != ends[1]
                )
            )  # fmt: skip
    return tuple(found)


def parties_of(step: Step) -> tuple[str, ...]:
    """The parties of a step, each once, in the order in which they were filled in."""
    return tuple(dict.fromkeys(contact.party for contact in step.contacts if contact.party is not None))
