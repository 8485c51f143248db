"""How departments and partners work together: hand-overs that hurt, and too many desks for one person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, count
from journeys.analysis.gaps import can_be_asked, is_pain
from journeys.analysis.handovers import handovers
from journeys.analysis.spots import by_step, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.handovers import Handover
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey

LOW: Final = -1
WEEK: Final = 7
"""Days within which one step comes of another in an earlier phase."""
DESKS: Final = 3
"""From so many departments in one phase on."""
DESKS_ACT: Final = 4


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, the hand-overs that hurt: those inside the scope, and those over its border; per phase with too
    many desks.
    """
    hurts, low, crossing = _sorted(scene)
    for journey in scene.journeys:
        if hurts[journey.id]:
            yield _felt(scene, journey, hurts[journey.id])
        elif low[journey.id]:
            yield _felt(scene, journey, low[journey.id])
        if crossing[journey.id]:
            yield _crossing(scene, journey, crossing[journey.id])
        yield from _desks(scene, journey)


_ByJourney = dict[str, list["Handover"]]


def _sorted(scene: Scene) -> tuple[_ByJourney, _ByJourney, _ByJourney]:
    """Inside with a pain where the person arrives, inside where it feels low, and over the border with a pain."""
    hurts: _ByJourney = defaultdict(list)
    low: _ByJourney = defaultdict(list)
    crossing: _ByJourney = defaultdict(list)
    steps, pains = scene.document.steps, scene.once(_pains)
    for handover in scene.once(handovers):
        home, hurt, inside = handover.journey, handover.target in pains, handover.inside
        if not (inside or (hurt and handover.crosses)) or not _follows(scene, handover):
            continue
        if handover.crosses:
            near = steps[handover.source].phase == steps[handover.target].phase
            if near and can_be_asked(scene.document, _other(scene, handover)):
                crossing[home].append(handover)
        elif hurt:
            hurts[home].append(handover)
        elif (steps[handover.target].emotion or 0) <= LOW:
            low[home].append(handover)
    return hurts, low, crossing


def _follows(scene: Scene, handover: Handover) -> bool:
    """Whether the second step comes of the first: what is far apart in time only stands behind it on the map."""
    steps = scene.document.steps
    source, target = steps[handover.source], steps[handover.target]
    if source.phase == target.phase:
        return True
    return source.day is not None and target.day is not None and 0 <= target.day - source.day < WEEK


def _felt(scene: Scene, journey: Journey, felt: list[Handover]) -> Finding:
    """A pain where the person arrives says more than a low emotion."""
    steps, pains = scene.document.steps, _all_pains(scene, felt)
    targets = tuple(dict.fromkeys(handover.target for handover in felt))
    number = count("pains", "pain", pains)
    if not pains:
        lowest = min(steps[target].emotion or 0 for target in targets)
        number = Number("emotion", lowest, "rating", tuple(id_ for id_ in targets if steps[id_].emotion == lowest))
    between = dict.fromkeys((each.leaves, each.meets) for each in felt)
    ways = dict.fromkeys((_ours(scene, leaves), _ours(scene, meets)) for leaves, meets in between)
    return Finding(
        "scope.inside_pain" if pains else "scope.inside_low", "act" if pains else "look",
        (*targets[:100], journey.id), journey.id, steps[targets[0]].phase,
        (count("handovers", "handover", tuple(each.link for each in felt)), number),
        (("ways", " ".join(f"{one}>{other}" for one, other in ways)),),
    )  # fmt: skip


def _all_pains(scene: Scene, held: list[Handover]) -> tuple[str, ...]:
    pains = scene.once(_pains)
    return tuple(dict.fromkeys(pain for handover in held for pain in pains.get(handover.target, ())))


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
            count("pains", "pain", _all_pains(scene, hurt)),
        ),
        (("with", " ".join(parties)),),
    )  # fmt: skip


def _other(scene: Scene, handover: Handover) -> str:
    """Who it is on the other side of the border."""
    return next(party for party in (*handover.leaves, *handover.meets) if not scene.scope.holds(party))


def _pains(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Step → the pains on it; ask for `scene.once(_pains)`."""
    return by_step(filter(is_pain, scene.document.notes.values()))


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
