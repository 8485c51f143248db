"""Where a person is passed on from party to party to party, with nobody who stays."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.handovers import handovers
from journeys.analysis.reading import every_journey, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.handovers import Handover
    from journeys.analysis.scene import Scene

LEAST: Final = 3
"""So many hand-overs in a row are a chain, if there are more of them than phases begin: another party in another time
of life is the course of things."""
MOST: Final = 3
"""So many chains are told of one journey: more say nothing new."""
UNORGANISED: Final = frozenset({"medium", "social"})
"""The internet and the family pass nobody on."""


def findings(scene: Scene) -> Iterator[Finding]:
    """The longest chains of each journey; none shares a step with another."""
    steps = scene.document.steps
    for chain in scene.once(chains):
        path = _path(chain)
        within = len({steps[step].phase for step in path}) == 1
        yield Finding(
            "structure.chain", "act" if within else "look", tuple(path), chain[0].journey,
            steps[path[0]].phase if within else None,
            (count("handovers", "handover", tuple(h.link for h in chain)), count("parties", "party", _parties(chain))),
        )  # fmt: skip


def chains(scene: Scene) -> list[list[Handover]]:
    """Ask for `scene.once(chains)`."""
    place, organised, warm = scene.once(places), scene.once(organisations), scene.once(passing_on)
    held: dict[str, list[Handover]] = {}
    for handover in scene.once(handovers):
        source = handover.source
        if source in warm or organised.isdisjoint(handover.leaves) or organised.isdisjoint(handover.meets):
            continue
        if place[source] < place[handover.target]:
            held.setdefault(handover.journey, []).append(handover)
    return [one for id_ in scene.once(every_journey) if id_ in held for one in _told(scene, held[id_])]


def organisations(scene: Scene) -> frozenset[str]:
    """The parties that can pass somebody on."""
    return frozenset(party.id for party in scene.document.parties.values() if party.kind not in UNORGANISED)


def passing_on(scene: Scene) -> set[str]:
    """Steps with a word for the next party: that is what a chain lacks."""
    steps = scene.document.steps.values()
    return {step.id for step in steps for contact in step.contacts if contact.passes_on_for is not None}


def _told(scene: Scene, found: list[Handover]) -> Iterator[list[Handover]]:
    steps = scene.document.steps
    return islice((c for c in _longest(found) if len(c) >= len({steps[step].phase for step in _path(c)})), MOST)


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
