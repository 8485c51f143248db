"""Where a person goes from one party to another along the flow of a journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from journeys.analysis.reading import places

if TYPE_CHECKING:
    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


class Handover(NamedTuple):
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

    @property
    def side(self) -> Literal["inside", "crossing", "outside"]:
        """Within the scope, over its border, or among others."""
        return "inside" if self.inside else "crossing" if self.crosses else "outside"


def handovers(scene: Scene) -> tuple[Handover, ...]:
    """All hand-overs, by journey and then as they are read; ask for `scene.once(handovers)`. Sub-journeys included."""
    steps, place = scene.document.steps, scene.once(places)
    met = {id_: parties_of(step) for id_, step in steps.items() if step.contacts}
    found, known = [], dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[bool, bool] | None]()
    for link in scene.document.links.values():
        leaves, meets = met.get(link.source), met.get(link.target)
        if not leaves or not meets or leaves == meets:
            continue
        between = (leaves, meets)
        if between not in known:
            known[between] = _sides(scene.scope, leaves, meets)
        sides = known[between]
        if sides is not None:
            found.append(Handover(link.id, steps[link.source].journey, link.source, link.target, leaves, meets, *sides))
    found.sort(key=lambda handover: (place[handover.source] << 24) + place[handover.target])
    return tuple(found)


def _sides(scope: Scope, leaves: tuple[str, ...], meets: tuple[str, ...]) -> tuple[bool, bool] | None:
    """Whether it is inside, and whether it crosses the border; None where a party stays. Asked once per pair."""
    if not set(leaves).isdisjoint(meets):
        return None
    left, reached = any(map(scope.holds, leaves)), any(map(scope.holds, meets))
    return left and reached, left != reached


def parties_of(step: Step) -> tuple[str, ...]:
    """The parties of a step, each once, in the order in which they were filled in."""
    if len(step.contacts) == 1:
        party = step.contacts[0].party
        return () if party is None else (party,)
    return tuple(dict.fromkeys(contact.party for contact in step.contacts if contact.party is not None))
