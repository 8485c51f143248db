"""Mermaid's journey diagrams: a journey as a few lines of text, both ways."""

from __future__ import annotations

from typing import Final

from journeys.exchange.mermaid.reading import read
from journeys.exchange.mermaid.writing import drawn, write

__all__ = ["KEEPS", "drawn", "read", "write"]

KEEPS: Final = frozenset(
    {
        "phase.start", "phase.note", "persona.name", "persona.told", "journey.question", "journey.variant",
        "step.back", "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party",
        "step.channel", "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence",
        "link", "link.label", "note", "note.loose", "note.parked", "party.kind", "note.work",
    }
)  # fmt: skip
"""What Mermaid itself has no word for stands in comment lines, so that it comes back."""
