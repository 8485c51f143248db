"""How much of what is drawn was observed, and how much is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.model.document import Document
    from journeys.model.entities import Step


@dataclass(frozen=True, slots=True)
class Assumptions:
    """How many of so many steps are assumptions."""

    assumed: int
    steps: int


def assumptions(document: Document, journeys: Iterable[str] | None = None) -> Assumptions:
    """The share of assumed steps in these journeys, or in the whole study."""
    wanted = None if journeys is None else frozenset(journeys)
    return share(step for step in document.steps.values() if wanted is None or step.journey in wanted)


def share(steps: Iterable[Step]) -> Assumptions:
    """The share of assumptions among these steps."""
    found = [step.evidence.status for step in steps]
    return Assumptions(found.count("assumed"), len(found))
