"""The maps and portraits for the page of a report, in colours that follow the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.exchange.pictures.inks import Classed
from journeys.exchange.pictures.names import Names
from journeys.exchange.pictures.picture import bare
from journeys.exchange.pictures.strokes import PX
from journeys.exchange.pictures.svg import inline
from journeys.exchange.report.html import Shown
from journeys.layout.palettes import palette
from journeys.poster import inks
from journeys.poster.pdf import portraits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.exchange.report.subject import Telling

ACROSS: Final = 9
"""Columns of the map that stand beside each other on a page: more would be too small to read."""
LAYING: Final = 0.6
"""The part of the work that laying out is, about; the rest is painting."""
LEAST: Final = 0.75
"""A map is not shown smaller than this on a screen; one scrolls it instead."""


def shown(telling: Telling, watch: Callable[[float], None] = lambda _: None) -> Shown:
    classed = Classed()
    least: dict[str, float] = {}
    maps: dict[str, tuple[str, ...]] = {}
    for number, journey in enumerate(telling.journeys, 1):
        part = partial(_part, watch, number - 1, len(telling.journeys))
        part(0.0)
        if any(step.journey == journey for step in telling.document.steps.values()):
            maps[journey] = tuple(_maps(telling, journey, classed, f"m{number}", least, part))
    dark = "@media screen and (prefers-color-scheme:dark){%s}"
    style = classed.style(inks.palette("print")) + dark % classed.style(inks.palette("print") | palette("dark"))
    widths = "".join(f".{name}{{min-width:{wide:.0f}px}}" for name, wide in least.items())
    return Shown(maps, _portraits(telling), f"{style}{widths}")


def _maps(
    telling: Telling, journey: str, classed: Classed, prefix: str, least: dict[str, float],
    watch: Callable[[float], None],
) -> Iterator[str]:  # fmt: skip
    document, say = telling.document, telling.say
    parts = bare(document, journey, say, ACROSS, lambda share: watch(share * LAYING))
    names = Names(document, parts[0], say)
    for number, sheet in enumerate(parts, 1):
        watch(LAYING + (1 - LAYING) * number / len(parts))
        words = names.whole() if number == 1 else ""
        svg = inline(sheet, document, telling.images, names, classed, prefix=f"{prefix}-{number}-", words=words)
        least[f"{prefix}-{number}"] = sheet.drawing.width * PX * LEAST
        yield svg.replace("<svg ", f'<svg class="{prefix}-{number}" ', 1)


def _part(watch: Callable[[float], None], done: int, many: int, share: float) -> None:
    """Of the work on all journeys, a share of that on one."""
    watch((done + share) / many)


def _portraits(telling: Telling) -> dict[str, bytes]:
    found = {id_: portraits.portrait(telling.document, id_, telling.images) for id_ in telling.personas}
    return {id_: data for id_, data in found.items() if data is not None}
