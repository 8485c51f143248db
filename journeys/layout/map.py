"""The map of one journey as a drawing, for the canvas and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.layout.engine import Engine
from journeys.layout.spec import MapSpec

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.layout.drawing import Drawing
    from journeys.model.document import Document


def map_layout(document: Document, spec: MapSpec, say: Words, engine: Engine | None = None) -> Drawing:
    """Lay out one journey. Hand over the same engine again to lay out an edited journey quickly."""
    return (engine or Engine()).lay_out(document, spec, say)


__all__ = ["Engine", "MapSpec", "map_layout"]
