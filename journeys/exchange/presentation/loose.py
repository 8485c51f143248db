"""Notes that hang on no step and no phase: kept apart, so that nothing gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.notelist import ACTIONS
from journeys.exchange.presentation import stickies
from journeys.exchange.presentation.deck import section

if TYPE_CHECKING:
    from journeys.exchange.presentation.deck import Deck
    from journeys.exchange.presentation.telling import Telling


def slides(deck: Deck, told: Telling) -> None:
    """None where there are no such notes; what somebody can take on stands in the action list."""
    found = [
        n for n in told.notes if n.step is None and n.phase is None and n.persona is None and n.kind not in ACTIONS
    ]
    if not found:
        return
    section(deck, told.say("Parked notes"))
    name = told.say("Parked notes")
    stickies.slides(deck, told, stickies.ordered(found), lambda n: name if n == 1 else f"{name} ({n})", spoken_=True)
