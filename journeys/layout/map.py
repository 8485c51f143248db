"""The map of one journey as a drawing, for the canvas and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.layout import columns
from journeys.layout.engine import Engine
from journeys.layout.gather import Gathering
from journeys.layout.memory import Memory
from journeys.layout.spec import MM_PER_PT, MapSpec

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing
    from journeys.model.document import Document


def map_layout(document: Document, spec: MapSpec, say: Words, engine: Engine | None = None) -> Drawing:
    """Lay out one journey. Hand over the same engine again to lay out an edited journey quickly."""
    return (engine or Engine()).lay_out(document, spec, say)


def day_at(document: Document, spec: MapSpec, x: float) -> tuple[float, float] | None:
    """On a map that is true to time: the day at `x` millimetres, and how many days a millimetre is there."""
    em = spec.base_pt * MM_PER_PT
    found = columns.spans(Gathering(document, spec.journey).stretches, spec, Memory(spec.base_pt))
    dated = [(span, span.scale) for span in found if span.scale is not None and span.scale.pieces]
    under = [(span, scale) for span, scale in dated if span.x <= x / em] or dated[:1]
    if not under:
        return None
    span, scale = under[-1]
    day, per_em = scale.day_at(x / em - span.x)
    return day, per_em / em


__all__ = ["Engine", "MapSpec", "day_at", "map_layout"]
