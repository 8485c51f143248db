"""Where a person is passed on from party to party to party, with nobody who stays."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.gaps import can_be_asked
from journeys.analysis.handovers import handovers
from journeys.analysis.meetings import meetings
from journeys.analysis.reading import every_journey, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.handovers import Handover
    from journeys.analysis.scene import Scene

LEAST: Final = 3
"""So many hand-overs in a row are a chain."""
MOST: Final = 1
"""So many chains are told of one journey: more say nothing new."""
HURTS: Final = 2
"""So many steps along the way must feel bad: who goes gladly from one to the next is not passed on."""


def findings(scene: Scene) -> Iterator[Finding]:
    """The longest chains of each journey; none shares a step with another."""
    steps = scene.document.steps
    for chain in scene.once(chains):
        path = _path(chain)
        yield Finding(
            "structure.chain", "act", tuple(path), chain[0].journey, steps[path[0]].phase,
            (count("handovers", "handover", tuple(h.link for h in chain)), count("parties", "party", _parties(chain))),
        )  # fmt: skip


def chains(scene: Scene) -> list[list[Handover]]:
    """Ask for `scene.once(chains)`."""
    place, organised, warm = scene.once(places), scene.once(organisations), scene.once(meetings).passing
    held: dict[str, list[Handover]] = {}
    for handover in scene.once(handovers):
        source = handover.source
        if source in warm or not (handover.leaves in organised and handover.meets in organised):
            continue
        if place[source] < place[handover.target]:
            held.setdefault(handover.journey, []).append(handover)
    return [one for id_ in scene.once(every_journey) if id_ in held for one in _told(scene, held[id_])]


def organisations(scene: Scene) -> set[tuple[str, ...]]:
    """The parties of a step, where one of them can pass somebody on: not the internet or the family."""
    able = {party for party in scene.document.parties if can_be_asked(scene.document, party)}
    return {parties for parties in set(scene.once(meetings).parties.values()) if not able.isdisjoint(parties)}


def _told(scene: Scene, found: list[Handover]) -> Iterator[list[Handover]]:
    """Within one phase and with steps that feel bad: other parties in another time of life are the course of things."""
    return islice((chain for chain in _longest(found) if _hurts(scene, _path(chain))), MOST)


def _hurts(scene: Scene, path: list[str]) -> bool:
    steps = [scene.document.steps[id_] for id_ in path]
    return len({step.phase for step in steps}) == 1 and sum((step.emotion or 0) < 0 for step in steps) >= HURTS


def _path(chain: list[Handover]) -> list[str]:
    return [chain[0].source, *(handover.target for handover in chain)]


def _longest(found: list[Handover]) -> Iterator[list[Handover]]:
    """Hand-overs come in the order of their first step, so that what leads to a step is reckoned before it."""
    best: dict[str, tuple[int, Handover]] = {}
    for handover in found:
        length = best[handover.source][0] + 1 if handover.source in best else 1
        if handover.target not in best or length > best[handover.target][0]:
            best[handover.target] = (length, handover)
    ends = sorted((-length, index, end) for index, (end, (length, _)) in enumerate(best.items()) if length >= LEAST)
    used: set[str] = set()
    for _, _, end in ends:
        chain = _back_from(end, best)
        path = _path(chain)
        if used.isdisjoint(path):
            used.update(path)
            yield chain


def _back_from(end: str, best: Mapping[str, tuple[int, Handover]]) -> list[Handover]:
    chain: list[Handover] = []
    while end in best:
        chain.append(best[end][1])
        end = chain[-1].source
    return chain[::-1]


def _parties(chain: list[Handover]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*chain[0].leaves, *(party for handover in chain for party in handover.meets)]))
