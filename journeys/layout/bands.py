"""A long journey on paper: its columns in bands under each other, like lines of text, so that the type stays large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.layout.drawing import Drawing, Layer, Line, Rect
from journeys.layout.engine import Engine
from journeys.layout.legibility import best_width, narrowest, readable
from journeys.layout.paper import STRETCH, WIDEST, best_spec, filled, fitting
from journeys.layout.prospect import APART, FEWEST, filled_lanes, prospect, type_size, width
from journeys.layout.spec import MM_PER_PT, MapSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.i18n import Words
    from journeys.layout.gather import Gathering
    from journeys.layout.prospect import Prospect
    from journeys.model.document import Document

    Window = tuple[int, int]

STEP: Final = 0.5
WORTH: Final = 1.2
"""How much better the map must read before it is broken into bands."""
WORTH_EMPTY: Final = 1.05
"""The same where one band leaves a part of the sheet empty: where it is less than FULL."""
FULL: Final = 0.9
SNAP: Final = 0.12
"""A band may be this part longer or shorter so as to end where a phase ends."""
SLACK: Final = 2.2
"""Bands may turn out lower than reckoned: with wider cards, and without the lanes that are empty there."""
ENOUGH: Final = 2
"""Numbers of bands that turn out worse, until no other is tried."""
WIDER: Final = 1.3
"""How many times as wide its cards may be in a band with fewer of them."""
STUB: Final = 0.95
"""Ems of line that show that the flow goes on in another band."""


@dataclass(slots=True)
class _Band:
    """One line of the map, with the memory of its own tries."""

    spec: MapSpec
    whole: Gathering
    gathered: Gathering
    engine: Engine

    def height(self, document: Document, spec: MapSpec, say: Words) -> float:
        self.engine.take(self.whole)
        return self.engine.height(document, spec, say)

    @property
    def columns(self) -> int:
        return sum(len(stretch.columns) for stretch in self.gathered.stretches)


def fit_bands(
    document: Document, journey: str, width: float, height: float, say: Words, *,
    numbers: Mapping[str, int] | None = None, lanes: tuple[str, ...] | None = None,
) -> Drawing:  # fmt: skip
    """As `paper.fit_map`, in as many bands as read best; one where that is nearly as good."""
    return fit(document, prospect(document, journey, say, numbers=numbers, lanes=lanes), (width, height), say)


def fit(document: Document, found: Prospect, area: tuple[float, float], say: Words) -> Drawing:
    """The map of what was gathered, exactly as wide as the area and at most as high."""
    best, bound = None, _score([best_spec(found.gathered, found.spec, area[0])])
    worse = 0
    for count in _likely(found, area):
        made = _bands(document, found, windows(found.gathered, count))
        specs = _fitted(document, made, area, say, _score(best[1]) if best else bound)
        if specs is not None and (best is None or _score(specs) > _score(best[1])):
            best = made, specs
        elif best is not None and (worse := worse + 1) == ENOUGH:
            break
    if best is None or _score(best[1]) < WORTH * bound:
        engine = Engine()
        one = fitting(document, found.gathered, found.spec, area, say, engine)
        high = engine.height(document, one, say) * (1 + STRETCH) * one.base_pt * MM_PER_PT
        worth = WORTH if high >= area[1] * FULL else WORTH_EMPTY
        if best is None or _score(best[1]) < worth * _score([one]):
            return filled(document, one, area[1], say, engine)
    return _under_each_other(document, found.gathered, best[0], _filled(document, *best, area[1], say), say)


def _score(specs: Sequence[MapSpec]) -> float:
    """Large type, on lines that are long enough, also on the narrowest cards."""
    return specs[0].base_pt * readable(min(spec.column for spec in specs))


def windows(gathered: Gathering, count: int) -> list[Window]:
    """So many stretches of columns, about equally long, broken between phases where that costs little."""
    borders = [0]
    for stretch in gathered.stretches:
        borders.append(borders[-1] + len(stretch.columns))
    total = borders[-1]
    near = max(total / count * SNAP, 1.0)
    breaks = {_snapped(round(total * index / count), borders, near) for index in range(1, count)}
    ends = sorted({0, total, *breaks})
    return list(pairwise(ends))


def _snapped(place: int, borders: Sequence[int], near: float) -> int:
    """The closest border between phases, when there is one near."""
    border = min(borders, key=lambda border: abs(border - place))
    return border if abs(border - place) <= near else place


def _likely(found: Prospect, area: tuple[float, float]) -> list[int]:
    """Numbers of bands, those first with which the type should be largest; none on a map that is true to time."""
    counts = range(2, _reckoned(found, area) + 1) if found.spec.axis == "equal" else ()
    return sorted(counts, key=lambda count: -type_size(found, area, count))


def _reckoned(found: Prospect, area: tuple[float, float]) -> int:
    """The most bands that should fit, going by the height of one; 1 when bands would gain too little."""
    best, titles = 1, found.spec.titles
    for count in range(2, found.columns // FEWEST + 1):
        across = (found.wide - titles) / count + titles
        if count * (found.high + APART) * area[0] / across > area[1] * SLACK:
            break
        if found.wide / across >= WORTH:
            best = count
    return best


def _bands(document: Document, found: Prospect, cut: Sequence[Window]) -> list[_Band]:
    parts = [(window, _part(found.gathered, window)) for window in cut]
    shown = found.spec.lanes

    def spec(window: Window, part: Gathering) -> MapSpec:
        return replace(found.spec, window=window, lanes=filled_lanes(document, part, shown))

    return [_Band(spec(window, part), found.gathered, part, Engine()) for window, part in parts]


def _part(gathered: Gathering, window: Window) -> Gathering:
    return gathered.window(*window, lambda name: name)


def _fitted(
    document: Document, bands: Sequence[_Band], area: tuple[float, float], say: Words, beat: float
) -> list[MapSpec] | None:  # fmt: skip
    """The bands with the best cards, or the narrowest wider ones with which they all fit.

    None as soon as that reads no better than `beat`.
    """
    least = max(narrowest(band.gathered) for band in bands)
    best_card = best_width(least, STEP, lambda card: _specs(bands, area[0], card)[0].base_pt)
    low, high = round(best_card / STEP), round(WIDEST / STEP)

    def tried(card: int) -> tuple[list[MapSpec], bool]:
        specs = _specs(bands, area[0], card * STEP)
        return specs, _height(document, bands, specs, say) <= area[1]

    best, fits = tried(high)
    while not fits:
        if _score(best) <= beat:
            return None
        low, high = high, round(high * 1.15) + 1
        best, fits = tried(high)
    if low * STEP < WIDEST:
        specs, fits = tried(low)
        if fits:
            return specs
    while low + 1 < high:
        middle = (low + high) // 2
        specs, fits = tried(middle)
        if fits:
            best, high = specs, middle
        else:
            low = middle
    return best


def _specs(bands: Sequence[_Band], wide: float, card: float) -> list[MapSpec]:
    """All bands in one type size and equally wide; what a card is wider than WIDEST, the phases get.

    Where fewer cards stand in a band they are wider there, and then the phases.
    """
    specs = [replace(band.spec, column=min(card, WIDEST)) for band in bands]
    widths = [width(band.gathered, spec) for band, spec in zip(bands, specs, strict=True)]
    room = max(widths) + max(card - WIDEST, 0.0) * max(band.columns for band in bands)
    base = wide / room / MM_PER_PT
    found = []
    for band, spec, own in zip(bands, specs, widths, strict=True):
        wider = min(spec.column * WIDER, WIDEST, spec.column + (room - own) / band.columns)
        taken = (wider - spec.column) * band.columns
        found.append(replace(spec, base_pt=base, column=wider, widen=max(room - own - taken, 0.0)))
    return found


def _height(document: Document, bands: Sequence[_Band], specs: Sequence[MapSpec], say: Words) -> float:
    """In millimetres, with the room between the bands."""
    ems = sum(band.height(document, spec, say) for band, spec in zip(bands, specs, strict=True))
    return (ems + APART * (len(bands) - 1)) * specs[0].base_pt * MM_PER_PT


def _filled(
    document: Document, bands: Sequence[_Band], specs: Sequence[MapSpec], height: float, say: Words
) -> list[MapSpec]:
    """Lanes share what is left of the height, up to a measure."""
    least = [band.height(document, spec, say) for band, spec in zip(bands, specs, strict=True)]
    spare = height / (specs[0].base_pt * MM_PER_PT) - sum(least) - APART * (len(bands) - 1) - 0.05
    share = max(0.0, min(spare / sum(least), STRETCH))
    return [replace(spec, stretch=share * high) for spec, high in zip(specs, least, strict=True)]


def _under_each_other(
    document: Document, gathered: Gathering, bands: Sequence[_Band], specs: Sequence[MapSpec], say: Words
) -> Drawing:
    """One drawing of all bands, read from left to right and then downwards."""
    em = specs[0].base_pt * MM_PER_PT
    layers: list[Layer] = []
    wide = y = 0.0
    for index, (band, spec) in enumerate(zip(bands, specs, strict=True)):
        band.engine.take(band.whole)
        made = band.engine.lay_out(document, spec, say)
        layers += (_moved(layer, y, index) for layer in (*made.layers, _onward(gathered, band, made, em)))
        wide, y = max(wide, made.width), y + made.height + APART * em
    return Drawing(wide, y - APART * em, tuple(layers), specs[0].journey, specs[0].base_pt)


def _moved(layer: Layer, y: float, index: int) -> Layer:
    return layer._replace(
        name=f"{index}/{layer.name}",
        origin=(layer.origin[0], layer.origin[1] + y),
        rect=layer.rect._replace(y=layer.rect.y + y),
        order=layer.order + index * 1_000_000,
    )


def _onward(gathered: Gathering, band: _Band, made: Drawing, em: float) -> Layer:
    """Short arrows where the flow comes from or goes to another band."""
    cards = {target.id: target.rect for target in made.targets if target.part == "card"}
    lines = tuple(_stubs(gathered, band, cards, em))
    return Layer("onward", Rect(0.0, 0.0, made.width, made.height), lines, lane="flow")


def _stubs(gathered: Gathering, band: _Band, cards: Mapping[str, Rect], em: float) -> Iterator[Line]:
    for link in (link for links in gathered.links_from.values() for link in links):
        goes, comes = band.gathered.has(link.source), band.gathered.has(link.target)
        rect = cards.get(link.source if goes else link.target)
        if goes != comes and rect is not None:
            y = rect.y + rect.h / 2
            end = rect.x + rect.w + STUB * em if goes else rect.x
            yield Line(((end - STUB * em, y), (end, y)), "flow", 0.13 * em, arrow=True, about=link.id)
