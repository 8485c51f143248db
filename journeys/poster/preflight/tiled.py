"""What to know of a poster that is cut up over several sheets: how many there are, and what a cut runs through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.poster import inks
from journeys.poster.preflight.item import Item
from journeys.poster.tiles.plan import planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet


def tiled(made: Sequence[Sheet], request: Request) -> Iterator[Item]:
    """One item with the sheets of all pages together, and one with the texts; neither where nothing is cut up."""
    colours = inks.palette(request.palette)
    plans = [plan for sheet in made if (plan := planned(sheet, request, colours)) is not None]
    if plans:
        printed = sum(len(plan.printed) for plan in plans)
        yield Item("tiles.sheets", "known", values={"n": printed, "paper": plans[0].name})
    if through := sum(plan.cut for plan in plans):
        yield Item("tiles.cut", "known", values={"n": through})
