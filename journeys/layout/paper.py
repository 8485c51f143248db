"""Fits a journey's map into an area of paper: the largest type with which everything stands there, uncut."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import floor, inf
from typing import TYPE_CHECKING, Final

from journeys.layout import columns
from journeys.layout.columns import BORDER
from journeys.layout.engine import Engine
from journeys.layout.legibility import best_width, narrowest
from journeys.layout.prospect import prospect
from journeys.layout.room import needed
from journeys.layout.search import least
from journeys.layout.spec import MM_PER_PT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing
    from journeys.layout.gather import Gathering
    from journeys.layout.prospect import Axis, Prospect
    from journeys.layout.spec import MapSpec
    from journeys.model.document import Document

WIDEST: Final = 17.0
WIDER: Final = 1.3
"""How many times as wide its cards may be where there is more room than the largest type takes."""
STRETCH: Final = 0.6
"""Lanes may grow by this part of the map's height to fill the area."""
TIME: Final = 0.35
"""On paper a map that is true to time becomes this part wider than its cards need: large type is worth more there."""
_FINEST: Final = 0.25
"""Steps in which card widths are tried, in ems; so that broken lines are remembered between tries."""


def fit_map(  # noqa: PLR0913 - what the poster may choose, by name
    document: Document, journey: str, width: float, height: float, say: Words, *,
    lanes: tuple[str, ...] | None = None, numbers: Mapping[str, int] | None = None, scope: str | None = None,
    axis: Axis = "equal",
) -> Drawing:  # fmt: skip
    """The map, exactly `width` mm wide and at most `height` mm high; `numbers` stand at the flags, by phase.

    Nothing is ever cut: with very much text the type gets small (see `Drawing.base_pt`), not the text short.
    """
    found = prospect(document, journey, say, numbers=numbers, lanes=lanes, axis=axis, scope=scope)
    engine = Engine()
    return filled(document, found, fitting(document, found, (width, height), say, engine), height, say, engine)


def best_spec(gathered: Gathering, wanted: MapSpec, width: float) -> MapSpec:
    """The map as it would be on a sheet of this width that is as high as it likes."""
    size = partial(_size, gathered, wanted, width)
    return _spec(gathered, wanted, width, best_width(narrowest(gathered), _FINEST, size))


def _size(gathered: Gathering, wanted: MapSpec, width: float, card: float) -> float:
    return _spec(gathered, wanted, width, card).base_pt


def fitting(
    document: Document, found: Prospect, area: tuple[float, float], say: Words, engine: Engine
) -> MapSpec:  # fmt: skip
    """The best cards, or the narrowest wider ones with which the map is no higher than the area."""
    gathered, wanted = found.gathered, found.spec
    low = round(best_spec(gathered, wanted, area[0]).column / _FINEST)

    def measure(tried: int) -> float:
        engine.take(gathered, found.levels)
        spec = _spec(gathered, wanted, area[0], tried * _FINEST)
        return engine.height(document, spec, say) * spec.base_pt * MM_PER_PT / area[1]

    best = least(low, low, measure)
    return _spec(gathered, wanted, area[0], (best or low) * _FINEST)


def _spec(gathered: Gathering, wanted: MapSpec, width: float, card: float) -> MapSpec:
    """The type size at which cards of this many ems fill the width; over WIDEST the phases get the rest."""
    most = wanted.most_pt * MM_PER_PT
    if wanted.axis == "true" and gathered.stretches:
        natural = sum(needed(stretch, card) for stretch in gathered.stretches)
        beside = wanted.titles + BORDER * (len(gathered.stretches) - 1)
        spec = replace(wanted, column=card, widen=max(natural * TIME, width / most - beside - natural))
        return replace(spec, base_pt=min(width / _width(gathered, spec) / MM_PER_PT, wanted.most_pt))
    many = sum(len(stretch.columns) for stretch in gathered.stretches)
    spec = replace(wanted, column=min(card, WIDEST))
    spec = _wider(gathered, spec, width / most, many) if wanted.most_pt < inf and many else spec
    natural = _width(gathered, spec)
    room = max(natural + max(card - WIDEST, 0.0) * max(many, 1), width / most)
    return replace(spec, base_pt=width / room / MM_PER_PT, widen=room - natural)


def _wider(gathered: Gathering, spec: MapSpec, room: float, many: int) -> MapSpec:
    """With wider cards where the largest type leaves room for them."""
    free = room - _width(gathered, replace(spec, widen=0.0))
    wider = min(spec.column * WIDER, WIDEST, spec.column + free / many)
    return replace(spec, column=max(spec.column, floor(wider / _FINEST) * _FINEST))


def _width(gathered: Gathering, spec: MapSpec) -> float:
    return columns.total(gathered.stretches, spec)


def filled(
    document: Document, found: Prospect, spec: MapSpec, height: float, say: Words, engine: Engine
) -> Drawing:  # fmt: skip
    """The map; its lanes share what is left of the height, up to a measure."""
    engine.take(found.gathered, found.levels)
    least = engine.height(document, spec, say)
    spare = height / (spec.base_pt * MM_PER_PT) - least
    engine.take(found.gathered, found.levels)
    return engine.lay_out(document, replace(spec, stretch=max(0.0, min(spare - 0.01, STRETCH * least))), say)
