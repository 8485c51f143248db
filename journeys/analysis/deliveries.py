"""In which direction each step delivers: who supplies, and who benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.quality import judged_steps

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.values import Side

SIDES: Final[tuple[Side, ...]] = ("person", "organisation", "society")
Deliveries = dict[tuple["Side", "Side"], tuple[str, ...]]
"""(supplier, beneficiary) → the steps that deliver so."""


def deliveries(scene: Scene, journey: str | None = None) -> Deliveries:
    """The judged steps of one journey, or of all that count, in reading order of time; the empty pairs are left out."""
    found: dict[tuple[Side, Side], list[str]] = {}
    wanted = [journey] if journey is not None else [each.id for each in scene.journeys]
    for id_ in wanted:
        for step in scene.once(judged_steps).get(id_, ()):
            supplier, beneficiary = step.judgement.supplier, step.judgement.beneficiary
            if supplier is not None and beneficiary is not None:
                found.setdefault((supplier, beneficiary), []).append(step.id)
    return {pair: tuple(ids) for pair, ids in found.items()}
