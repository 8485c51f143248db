"""CJML 2.0, the published XML notation for customer journeys.

What CJML has no word for stands beside it as an instruction, <?levensreis …?>, which other programs pass over.
"""

from __future__ import annotations

from typing import Final

from journeys.exchange.cjml.reading import read
from journeys.exchange.cjml.writing import write

__all__ = ["KEEPS", "read", "write"]

KEEPS: Final = frozenset({
    "phase.start", "phase.note", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back",
    "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel",
    "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence", "link", "link.label",
    "note", "note.loose", "note.parked", "note.work", "party.kind",
})  # fmt: skip
