"""In which direction steps deliver (Brandt & Peirs): sometimes the person supplies and society is the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.deliveries import deliveries
from journeys.analysis.finding import Finding, count
from journeys.analysis.reading import lived

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene

TOLD: Final = {"society": "scope.for_society", "organisation": "scope.for_us"}
"""Who benefits from what the person supplies → the finding."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Of all journeys together, the steps in which the person supplies: one finding by who benefits."""
    found: dict[str, list[str]] = {}
    for journey in lived(scene):
        for (supplier, beneficiary), steps in deliveries(scene, journey.id).items():
            if supplier == "person" and beneficiary in TOLD:
                found.setdefault(beneficiary, []).extend(steps)
    for whom, code in TOLD.items():
        if whom in found:
            held = tuple(found[whom])
            yield Finding(code, "look", held, numbers=(count("steps", "step", held),))
