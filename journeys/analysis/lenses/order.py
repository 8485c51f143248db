"""Which of the findings of a grade comes first: what hurts people most, then what is told of most people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import GRADES
from journeys.analysis.reading import every_journey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.analysis.finding import Finding
    from journeys.analysis.scene import Scene

WEIGHTS: Final = {
    # what one would tell an alderman
    "structure.consent_ended": 100, "heartbeat.truth_low_said": 95, "heartbeat.truth_low": 94, "time.late_step": 92,
    "time.heard_late": 91, "question.unanswered": 90, "time.deadline_absent": 88, "value.cold_truth": 86,
    "roles.for_nobody": 85, "roles.waiting_nobody": 84, "heartbeat.low_stays": 83, "scope.inside_pain": 82,
    "question.silent_party": 81, "structure.chain": 80, "heartbeat.lowest_said": 78, "heartbeat.lowest": 77,
    "heartbeat.end_low": 76, "value.nothing": 75, "roles.asked_again": 74, "time.waiting": 72,
    "scope.digital_only": 71, "scope.digital_only_channels": 71, "time.silence_needs": 70,
    # what a team works on
    "heartbeat.start_low": 66, "heartbeat.fall": 65, "heartbeat.stretch": 64, "scope.inside_low": 63,
    "scope.crossing": 62, "scope.through_known": 61, "scope.many_desks": 60, "roles.waiting_for_all": 59,
    "roles.opposed_step": 58, "value.small_missing": 57, "structure.unanswered_needs": 56, "value.undirected": 55,
    "heartbeat.apart_often": 54, "heartbeat.apart": 54, "roles.opposed_phase": 50, "question.could_solve": 49,
    # what is good to know
    "structure.untaken": 30, "structure.undated": 30, "scope.for_society": 25, "scope.groups": 20,
    "structure.founded": 20, "question.leads": 20, "question.ties": 25, "question.we_tie": 20,
}  # fmt: skip
"""A judgement of the makers of Levensreis: what is not named here weighs 40."""
OTHERWISE: Final = 40


def strength(finding: Finding) -> int:
    """How much it weighs among the findings of its grade."""
    return WEIGHTS.get(finding.code, OTHERWISE)


def strongest_first(found: Iterable[Finding]) -> list[Finding]:
    """By grade, then by weight; what weighs the same stays in its order."""
    return sorted(found, key=lambda one: (GRADES.index(one.grade), -strength(one)))


def in_order(scene: Scene, found: Iterable[Finding]) -> list[Finding]:
    """As `strongest_first`, and what weighs the same in the order of journeys and time."""
    place = {journey: index for index, journey in enumerate(scene.once(every_journey))}
    far = len(place)

    def order(one: Finding) -> tuple[int, int]:
        start = scene.periods[one.phase][0] if one.phase in scene.periods else 10**6
        return place.get(one.journey or "", far), start

    return strongest_first(sorted(found, key=order))
