"""How departments and partners work together: hand-overs that hurt, and too many desks for one person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, count
from journeys.analysis.gaps import can_be_asked, is_pain
from journeys.analysis.handovers import handovers
from journeys.analysis.spots import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.handovers import Handover
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey

LOW: Final = -1
DESKS: Final = 3
"""From so many departments in one phase on."""
DESKS_ACT: Final = 4


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, the hand-overs that hurt: inside the scope by who hands over to whom, and over its border together;
    per phase with too many desks.
    """
    inside: dict[tuple[str, str, str], list[Handover]] = defaultdict(list)
    crossing: dict[str, list[Handover]] = defaultdict(list)
    steps, pains = scene.document.steps, scene.once(_pains)
    for handover in scene.once(handovers):
        hurts = handover.source in pains or handover.target in pains
        if handover.inside and (hurts or (steps[handover.target].emotion or 0) <= LOW):
            inside[handover.journey, _ours(scene, handover.leaves), _ours(scene, handover.meets)].append(handover)
        elif handover.crosses and hurts and can_be_asked(scene.document, _other(scene, handover)):
            crossing[handover.journey].append(handover)
    for (_, leaves, meets), felt in inside.items():
        yield _felt(scene, leaves, meets, felt)
    for journey in scene.journeys:
        if crossing[journey.id]:
            yield _crossing(scene, journey, crossing[journey.id])
        yield from _desks(scene, journey)


def _felt(scene: Scene, leaves: str, meets: str, felt: list[Handover]) -> Finding:
    """A pain at either end says more than a low emotion where the person arrives."""
    steps, pains = scene.document.steps, _all_pains(scene, felt)
    told = [each for each in felt if not pains or _pains_at(scene, each)]
    targets = tuple(dict.fromkeys(handover.target for handover in told))
    number = count("pains", "pain", pains)
    if not pains:
        lowest = min(steps[target].emotion or 0 for target in targets)
        number = Number("emotion", lowest, "rating", tuple(id_ for id_ in targets if steps[id_].emotion == lowest))
    return Finding(
        "scope.inside_pain" if pains else "scope.inside_low", "act", (*targets[:100], leaves, meets), told[0].journey,
        steps[told[0].target].phase, (count("handovers", "handover", tuple(each.link for each in told)), number),
        (("leaves", leaves), ("meets", meets)),
    )  # fmt: skip


def _all_pains(scene: Scene, held: list[Handover]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pain for handover in held for pain in _pains_at(scene, handover)))


def _ours(scene: Scene, parties: tuple[str, ...]) -> str:
    """Who of the scope it is; others may stand beside them."""
    return next(party for party in parties if scene.scope.holds(party))


def _crossing(scene: Scene, journey: Journey, hurt: list[Handover]) -> Finding:
    """The hand-overs between the scope and others that hurt, of one person together."""
    parties = tuple(dict.fromkeys(_other(scene, handover) for handover in hurt))
    targets = tuple(dict.fromkeys(handover.target for handover in hurt[:100]))
    return Finding(
        "scope.crossing", "look", (*targets, journey.id), journey.id, scene.document.steps[hurt[0].target].phase,
        (
            count("handovers", "handover", tuple(handover.link for handover in hurt)),
            count("pains", "pain", _all_pains(scene, hurt)), count("parties", "party", parties),
        ),
    )  # fmt: skip


def _other(scene: Scene, handover: Handover) -> str:
    """Who it is on the other side of the border."""
    return next(party for party in (*handover.leaves, *handover.meets) if not scene.scope.holds(party))


def _pains_at(scene: Scene, handover: Handover) -> tuple[str, ...]:
    pains = scene.once(_pains)
    return tuple(pain for end in (handover.source, handover.target) for pain in pains.get(end, ()))


def _pains(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Step → the pains on it."""
    found: dict[str, list[str]] = defaultdict(list)
    for note in sorted(scene.document.notes.values(), key=lambda note: (note.order, note.id)):
        if note.step is not None and is_pain(note):
            found[note.step].append(note.id)
    return {step: tuple(pains) for step, pains in found.items()}


def _desks(scene: Scene, journey: Journey) -> Iterator[Finding]:
    """One person, one phase, many departments of the scope."""
    inside, whole = scene.scope.inside, scene.scope.party
    if len(inside) <= DESKS:
        return
    for phase, spot in scene.spots.get(journey.id, {}).items():
        steps: dict[str, list[str]] = {}
        for step in in_reading_order(spot.front):
            for contact in step.contacts:
                if contact.party is not None and contact.party in inside and contact.party != whole:
                    steps.setdefault(contact.party, []).append(step.id)
        if len(steps) >= DESKS:
            every = tuple(dict.fromkeys(step for held in steps.values() for step in held))
            yield Finding(
                "scope.many_desks", "act" if len(steps) >= DESKS_ACT else "look", (phase, journey.id),
                journey.id, phase, (count("parties", "party", tuple(steps)), count("steps", "step", every)),
            )  # fmt: skip
