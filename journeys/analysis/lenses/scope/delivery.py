"""In which direction steps deliver (Brandt & Peirs): sometimes the person supplies and society is the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.deliveries import deliveries
from journeys.analysis.finding import Finding, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene

TOLD: Final = {"society": "scope.for_society", "organisation": "scope.for_us"}
"""Who benefits from what the person supplies → the finding."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, the steps in which the person supplies."""
    for journey in scene.journeys:
        for (supplier, beneficiary), steps in deliveries(scene, journey.id).items():
            if supplier == "person" and beneficiary in TOLD:
                yield Finding(
                    TOLD[beneficiary], "look", steps[:100], journey.id, scene.document.steps[steps[0]].phase,
                    (count("steps", "step", steps),),
                )  # fmt: skip
