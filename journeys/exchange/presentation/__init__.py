"""PowerPoint: slides to present and to change, of native shapes, with what the presenter may say under each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted

KEEPS: Final = frozenset({
    "phase.start", "phase.note", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back",
    "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel",
    "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence", "link", "link.label",
    "note", "note.loose", "note.parked", "note.work",
})  # fmt: skip
"""Each stands on a slide; what a slide has no room for stands whole in the words under it."""


def to_pptx(wanted: Wanted) -> bytes:
    """The chosen journeys as a presentation."""
    from journeys.exchange.presentation import slideshow  # who only asks what there is need not load the whole layout

    return slideshow.made(wanted)
