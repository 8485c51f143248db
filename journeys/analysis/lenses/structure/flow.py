"""What does not fit in the flow of a journey: rounds, ends, starts, loose steps and islands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.lenses.structure.loops import Loop, loops
from journeys.analysis.reading import places, reading

if TYPE_CHECKING:
    from collections.abc import Collection

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Link, Step

LEAST: Final = 3
"""So many steps make a flow in which something can be missing."""


@dataclass(slots=True)
class Flow:
    """Front steps only, in reading order."""

    ends: list[Step] = field(default_factory=list)
    """Nothing follows, though the journey goes on in a later phase."""
    starts: list[Step] = field(default_factory=list)
    """Nothing leads here, though the journey began in an earlier phase."""
    loose: list[Step] = field(default_factory=list)
    """Connected with nothing."""
    islands: list[list[Step]] = field(default_factory=list)
    """Connected among themselves, and with nothing of the rest."""
    undrawn: list[Step] = field(default_factory=list)
    """All steps of a journey without a single connection."""
    loops: list[Loop] = field(default_factory=list)


@dataclass(slots=True)
class Joints:
    """Which steps are joined to others, in all journeys."""

    leading: set[str]
    """Steps from which something leads on or back."""
    joined: set[str]
    """Steps to which something leads."""
    led: set[str]
    """Steps to which something leads that is no way back."""
    fed: set[str]
    """Idem, from the front stage."""
    turning: dict[str, list[Link]]
    """The links of journeys in which one leads to an earlier place: without such a link, a flow cannot go round."""


def flows(scene: Scene) -> dict[str, Flow]:
    """Journey → what does not fit in its flow, processes behind a step among them; ask for `scene.once(flows)`."""
    joints = scene.once(joints_of)
    return {journey: _flow(scene, journey, steps, joints) for journey, steps in scene.once(reading).items()}


def joints_of(scene: Scene) -> Joints:
    """Ask for `scene.once(joints_of)`."""
    links, steps, place = scene.document.links.values(), scene.document.steps, scene.once(places)
    joined = {link.target for link in links}
    onward = joined if all(link.kind != "back" for link in links) else {i.target for i in links if i.kind != "back"}
    unseen = {step.id for held in scene.once(reading).values() for step in held if step.stage == "back"}
    fed = onward
    if unseen:
        fed = {link.target for link in links if link.kind != "back" and link.source not in unseen}
    homes = {steps[link.source].journey for link in links if place[link.target] <= place[link.source]}
    turning: dict[str, list[Link]] = {journey: [] for journey in homes}
    for link in links if homes else ():
        journey = steps[link.source].journey
        if journey in turning:
            turning[journey].append(link)
    return Joints({link.source for link in links}, joined, onward, fed, turning)


def _flow(scene: Scene, journey: str, every: list[Step], joints: Joints) -> Flow:
    steps = [step for step in every if step.stage == "front"]
    flow, turning = Flow(), joints.turning.get(journey)
    if turning:
        flow.loops = loops(turning, scene.once(places).__getitem__)
    if len(steps) < LEAST:
        return flow
    linked = [step for step in steps if step.id in joints.leading or step.id in joints.joined]
    if not linked:
        flow.undrawn = steps
        return flow
    if len(linked) < len(steps):
        kept = {step.id for step in linked}
        flow.loose = [step for step in steps if step.id not in kept]
    first, last = steps[0].phase, steps[-1].phase
    flow.ends = [step for step in linked if step.phase != last and step.id not in joints.leading]
    flow.starts = [step for step in linked if step.phase != first and step.id not in joints.led]
    if turning or len([step for step in linked if step.id not in joints.fed]) > 1:
        _set_apart(flow, pieces(linked, turning or scene.once(links_by_journey)[journey]))
    return flow


def links_by_journey(scene: Scene) -> dict[str, list[Link]]:
    """Ask for `scene.once(links_by_journey)`."""
    steps = scene.document.steps
    found: dict[str, list[Link]] = {}
    for link in scene.document.links.values():
        found.setdefault(steps[link.source].journey, []).append(link)
    return found


def _set_apart(flow: Flow, pieces: list[list[Step]]) -> None:
    """Whole pieces beside the largest one are islands; their ends and starts are told with them."""
    main = max(pieces, key=len)
    flow.islands = [piece for piece in pieces if piece is not main]
    away = {step.id for piece in flow.islands for step in piece}
    flow.ends = [step for step in flow.ends if step.id not in away]
    flow.starts = [step for step in flow.starts if step.id not in away]


def pieces(steps: list[Step], links: Collection[Link]) -> list[list[Step]]:
    """The steps that hang together, through other steps too; pieces and steps in the order of `steps`."""
    beside: dict[str, list[str]] = {}
    for link in links:
        beside.setdefault(link.source, []).append(link.target)
        beside.setdefault(link.target, []).append(link.source)
    number: dict[str, int] = {}
    found: dict[int, list[Step]] = {}
    for step in steps:
        if step.id not in number:
            _number(step.id, len(found), beside, number)
        found.setdefault(number[step.id], []).append(step)
    return list(found.values())


def _number(start: str, piece: int, beside: dict[str, list[str]], number: dict[str, int]) -> None:
    number[start] = piece
    waiting = [start]
    while waiting:
        for other in beside.get(waiting.pop(), ()):
            if other not in number:
                number[other] = piece
                waiting.append(other)
