"""Draws the bands of a long journey under each other, with signs where the flow goes on in another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeys.layout.card import STUB
from journeys.layout.drawing import Drawing, Layer, Line, Rect
from journeys.layout.prospect import APART
from journeys.layout.spec import MM_PER_PT, MapSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.i18n import Words
    from journeys.layout.engine import Engine
    from journeys.layout.gather import Gathering
    from journeys.layout.prospect import Prospect
    from journeys.layout.watched import Watched
    from journeys.layout.windows import Window
    from journeys.model.document import Document


@dataclass(frozen=True, slots=True)
class Band:
    """One line of the map: its columns, and an engine that remembers its own tries."""

    window: Window
    spec: MapSpec
    gathered: Gathering
    engine: Engine

    @property
    def columns(self) -> int:
        return self.window[1] - self.window[0]


class Banded(NamedTuple):
    """Bands, how each is laid out, and the least height of each in ems."""

    bands: tuple[Band, ...]
    specs: tuple[MapSpec, ...]
    least: tuple[float, ...]

    @property
    def height(self) -> float:
        """In mm, with the room between the bands."""
        return (sum(self.least) + APART * (len(self.bands) - 1)) * self.specs[0].base_pt * MM_PER_PT


def under_each_other(
    document: Document, found: Prospect, banded: Banded, say: Words, watched: Watched, begun: float
) -> Drawing:
    """One drawing of all bands, read from left to right and then downwards. `begun`: the part of the work before it."""
    em = banded.specs[0].base_pt * MM_PER_PT
    layers: list[Layer] = []
    wide = y = 0.0
    for index, (band, spec) in enumerate(zip(banded.bands, banded.specs, strict=True)):
        watched.reached(begun + (1 - begun) * index / len(banded.bands))
        band.engine.take(band.gathered, found.levels)
        made = band.engine.lay_out(document, spec, say)
        layers += (_moved(layer, y, index) for layer in (*made.layers, _onward(found.gathered, band, made, em)))
        wide, y = max(wide, made.width), y + made.height + APART * em
    return Drawing(wide, y - APART * em, tuple(layers), found.spec.journey, banded.specs[0].base_pt)


def _moved(layer: Layer, y: float, index: int) -> Layer:
    return layer._replace(
        name=f"{index}/{layer.name}",
        origin=(layer.origin[0], layer.origin[1] + y),
        rect=layer.rect._replace(y=layer.rect.y + y),
        order=layer.order + index * 1_000_000,
    )


def _onward(gathered: Gathering, band: Band, made: Drawing, em: float) -> Layer:
    """Short arrows where the flow comes from or goes to another band."""
    cards = {target.id: target.rect for target in made.targets if target.part == "card"}
    lines = tuple(_stubs(gathered, band, cards, em))
    return Layer("onward", Rect(0.0, 0.0, made.width, made.height), lines, lane="flow")


def _stubs(gathered: Gathering, band: Band, cards: Mapping[str, Rect], em: float) -> Iterator[Line]:
    for link in (link for links in gathered.links_from.values() for link in links):
        goes, comes = band.gathered.has(link.source), band.gathered.has(link.target)
        rect = cards.get(link.source if goes else link.target)
        if goes != comes and rect is not None:
            y = rect.y + rect.h / 2
            end = rect.x + rect.w + STUB * em if goes else rect.x
            yield Line(((end - STUB * em, y), (end, y)), "flow", 0.13 * em, arrow=True, about=link.id)
