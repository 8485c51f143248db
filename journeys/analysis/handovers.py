"""Where a person goes from one party to another along the flow of a journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from journeys.analysis.meetings import meetings
from journeys.analysis.reading import places

if TYPE_CHECKING:
    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene


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
    steps, place, met = scene.document.steps, scene.once(places), scene.once(meetings).parties
    made, found, order = tuple.__new__, list[Handover](), list[int]()
    known = dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[bool, bool] | None]()
    for link in scene.document.links.values():
        source, target = link.source, link.target
        leaves, meets = met.get(source), met.get(target)
        if leaves is None or meets is None or leaves is meets:
            continue
        between = (leaves, meets)
        if between not in known:
            known[between] = _sides(scene.scope, leaves, meets)
        sides = known[between]
        if sides is not None:
            held = (link.id, steps[source].journey, source, target, leaves, meets, *sides)
            found.append(made(Handover, held))  # three times as fast as asking the class
            order.append((place[source] << 24) + place[target])
    return tuple(_in_order(found, order))


def _in_order(found: list[Handover], order: list[int]) -> list[Handover]:
    """Most studies hold their links as they are read."""
    if sorted(order) == order:
        return found
    return [found[number] for number in sorted(range(len(found)), key=order.__getitem__)]


def _sides(scope: Scope, leaves: tuple[str, ...], meets: tuple[str, ...]) -> tuple[bool, bool] | None:
    """Whether it is inside, and whether it crosses the border; None where a party stays. Asked once per pair."""
    if not set(leaves).isdisjoint(meets):
        return None
    left, reached = any(map(scope.holds, leaves)), any(map(scope.holds, meets))
    return left and reached, left != reached
