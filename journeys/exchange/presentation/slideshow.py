"""All slides in their order: a title, the overview, every journey phase by phase, the gaps, and the action list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.exchange.presentation import actions, deck, gaps, loose, opening, overview, persona, phase
from journeys.exchange.presentation.telling import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.exchange.presentation.deck import Deck
    from journeys.exchange.presentation.telling import Telling
    from journeys.exchange.wanted import Wanted


def made(wanted: Wanted) -> bytes:
    """The bytes of the presentation; what hangs nowhere stands before the action list."""
    told = telling(wanted)
    file = deck.begun(told)
    makers = list(_slides(file, told))
    for number, make in enumerate(makers, 1):
        make()
        file.share = 0.9 * number / len(makers)
    return deck.ended(file, told)


def _slides(made: Deck, told: Telling) -> Iterator[Callable[[], None]]:
    yield lambda: opening.slide(made, told)
    yield lambda: overview.slides(made, told)
    for journey in told.journeys:
        yield lambda journey=journey: persona.slide(made, told, journey)  # type: ignore[misc]  # bound at once
        for place in told.phases:
            yield lambda journey=journey, place=place: phase.slides(made, told, journey, place)  # type: ignore[misc]  # bound at once
    yield lambda: gaps.slides(made, told)
    yield lambda: loose.slides(made, told)
    yield lambda: actions.slides(made, told)
