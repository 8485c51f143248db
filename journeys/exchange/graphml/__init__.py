"""GraphML: the flow of the journeys as one network, a node for each step and an edge for each connection."""

from __future__ import annotations

from typing import Final

from journeys.exchange.graphml.reading import read
from journeys.exchange.graphml.writing import write

__all__ = ["KEEPS", "read", "write"]

KEEPS: Final = frozenset({
    "phase.start", "phase.note", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back",
    "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel",
    "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence", "link", "link.label",
    "note", "note.loose", "note.parked", "note.work", "party.kind",
})  # fmt: skip
