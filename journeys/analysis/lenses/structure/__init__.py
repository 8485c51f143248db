"""The lens of structure: whether the map is whole — its flow, its owners, its actions and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.lenses.structure import actions, breaks, chains, grounds, owners, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene


def findings(scene: Scene) -> Iterator[Finding]:
    """Of the flow first, then who does it, what becomes of it, and how we know."""
    for part in (owners, breaks, chains, actions, grounds):
        yield from part.findings(scene)


def marks(scene: Scene, journey: str) -> Marks:
    """What is loose or missing at a step, then how it is known."""
    return signs.marks(scene, journey)
