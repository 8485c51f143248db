"""The map as a drawing (SVG) and as a picture (PNG): head, map and legend, as large as the journey needs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.errors import ExchangeError
from journeys.exchange.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.poster.sheet import Sheet

KEEPS: Final = frozenset({
    "phase.start", "persona.name", "journey.question", "journey.variant", "step.back", "step.place_on_map", "step.body",
    "step.place", "step.party", "step.channel", "step.nobody", "step.emotion", "step.moment_of_truth", "step.image",
    "link", "link.label", "note",
})  # fmt: skip
"""What one can see on the picture, whole."""
LAYING: Final = 0.5
"""The part of the work that laying out is, about; the rest is painting."""


def to_svg(wanted: Wanted) -> bytes:
    """UTF-8, a drawing for each journey under the other. Raises ExchangeError `pictures.no_journey`."""
    from journeys.exchange.pictures.svg import svg

    return svg([*_sheets(wanted)], wanted.document, wanted.images, wanted.say, partial(_painted, wanted))


def to_png(wanted: Wanted) -> bytes:
    """The same as pixels. Raises ExchangeError `pictures.no_journey`."""
    from journeys.exchange.pictures.picture import together
    from journeys.exchange.pictures.pixels import png

    sheet = together([*_sheets(wanted)])
    return png(sheet, wanted.document, wanted.images, wanted.say, partial(_painted, wanted))


def _painted(wanted: Wanted, share: float) -> None:
    wanted.watch(LAYING + share * (1 - LAYING))


def _sheets(wanted: Wanted) -> Iterator[Sheet]:
    from journeys.exchange.pictures.picture import picture

    if not wanted.journeys:
        raise ExchangeError("pictures.no_journey")
    for index, journey in enumerate(wanted.journeys):
        yield picture(wanted.document, journey, wanted.say, partial(_laid, wanted, index))


def _laid(wanted: Wanted, index: int, share: float) -> None:
    wanted.watch(LAYING * (index + share) / len(wanted.journeys))
