"""The network of parties as a picture: the person in the middle, parties around in the order they are first met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.layout.drawing import Drawing, Rect
from journeys.layout.ecosystem import painted, rings, routes, tiles
from journeys.layout.ecosystem.network import Circle, Network, Route
from journeys.layout.ecosystem.spec import NetSpec
from journeys.layout.spec import MM_PER_PT

if TYPE_CHECKING:
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.model.document import Document

__all__ = ["NetSpec", "Network", "lay_out"]


def lay_out(document: Document, ecosystem: Ecosystem, spec: NetSpec, say: Words) -> Network:
    """The picture, as large as it needs to be at this type size, with where everything is in mm."""
    middle = tiles.of_people(document, ecosystem, spec, say)
    around = [tiles.of_party(document, ecosystem, node, spec) for node in ecosystem.nodes.values()]
    centres = rings.placed(middle, around, spec.aspect)
    placed = {tile.id: (tile, centre) for tile, centre in zip(around, centres, strict=True)}
    routed = routes.routed((middle, (0.0, 0.0)), placed, list(ecosystem.edges.values()))
    area = painted.area([(middle, (0.0, 0.0)), *placed.values()], routed)
    layers = painted.layers(
        document, ecosystem, (middle, placed, routed), (spec.base_pt, -area.x, -area.y), say
    )  # fmt: skip
    em = spec.base_pt * MM_PER_PT
    whole = Rect(0.0, 0.0, area.w * em, area.h * em)
    drawing = Drawing(whole.w, whole.h, tuple(_cut(layer, whole) for layer in layers), None, spec.base_pt)
    return Network(
        drawing,
        {
            party: Circle((x - area.x) * em, (y - area.y) * em, tile.radius * em)
            for party, (tile, (x, y)) in placed.items()
        },
        {party: _moved(tile.words_at(centre), area, em) for party, (tile, centre) in placed.items()},
        tuple(Route(way.edge, tuple(((x - area.x) * em, (y - area.y) * em) for x, y in way.path)) for way in routed),
        Circle(-area.x * em, -area.y * em, middle.radius * em),
    )  # fmt: skip


def _cut(layer: Layer, whole: Rect) -> Layer:
    """Its rectangle within the drawing: the points by which a curve is drawn may lie outside, the curve does not."""
    left, top = max(layer.rect.x, 0.0), max(layer.rect.y, 0.0)
    right, bottom = min(layer.rect.x + layer.rect.w, whole.w), min(layer.rect.y + layer.rect.h, whole.h)
    return layer._replace(rect=Rect(left, top, right - left, bottom - top))


def _moved(rect: Rect, area: Rect, em: float) -> Rect:
    return Rect((rect.x - area.x) * em, (rect.y - area.y) * em, rect.w * em, rect.h * em)
