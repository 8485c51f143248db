"""Presence: gaps that opened or closed, became more or less severe, and other levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeys.analysis.difference.change import Change
from journeys.analysis.gaps import gaps_in
from journeys.analysis.scene import NO_DAY, Scene, scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.difference.both import Both
    from journeys.model.document import Document


def levels(both: Both) -> Iterator[Change]:
    """Presence and gaps of the journeys and phases that are in both."""
    then, now = scene(both.before, today=NO_DAY), scene(both.after, today=NO_DAY)
    for journey, after in now.levels.items():
        before = then.levels.get(journey)
        if before is None:
            continue
        old, new = _severities(then, both.before, journey), _severities(now, both.after, journey)
        for phase in before.keys() & after.keys():
            change = _level(journey, phase, (before, after), (old, new))
            if change is not None:
                yield change


def _severities(seen: Scene, document: Document, journey: str) -> dict[str, int]:
    return {gap.phase: gap.severity for gap in gaps_in(seen, document.journeys[journey])}


def _level(
    journey: str, phase: str, seen: tuple[Mapping[str, Any], Mapping[str, Any]],
    severities: tuple[Mapping[str, int], Mapping[str, int]],
) -> Change | None:  # fmt: skip
    was, now = (held[phase] for held in seen)
    old, new = (held.get(phase) for held in severities)
    if was == now:
        same = old == new
        return None if same else Change("gap.severity", "phase", phase, journey, phase, before=old, after=new)
    if now == "absent":
        return Change("gap.opened", "phase", phase, journey, phase, before=was, after=new)
    if was == "absent":
        return Change("gap.closed", "phase", phase, journey, phase, before=old, after=now)
    return Change("presence.changed", "phase", phase, journey, phase, before=was, after=now)
