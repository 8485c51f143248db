"""A long journey on paper: its columns in bands under each other, like lines of text, so that the type stays large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.layout import columns, gather
from journeys.layout.drawing import Drawing, Layer, Line, Rect
from journeys.layout.engine import Engine
from journeys.layout.gather import Gathering
from journeys.layout.legibility import best_width, narrowest, readable
from journeys.layout.notes import KINDS
from journeys.layout.paper import STRETCH, TITLES, WIDEST, best_spec, filled, fitting
from journeys.layout.spec import MM_PER_PT, MapSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document

    Window = tuple[int, int]

USUAL: Final = 10.0
"""Ems of a card with which the number of bands is reckoned; then the best of these that fits is taken."""
STEP: Final = 0.5
WORTH: Final = 1.2
"""How much better the map must read before it is broken into bands."""
SNAP: Final = 0.12
"""A band may be this part longer or shorter so as to end where a phase ends."""
SLACK: Final = 2.2
"""Bands may turn out lower than reckoned: with wider cards, and without the lanes that are empty there."""
FEWEST: Final = 3
"""Columns in a band."""
APART: Final = 2.2
"""Ems between two bands."""
STUB: Final = 0.95
"""Ems of line that show that the flow goes on in another band."""


@dataclass(slots=True)
class _Band:
    """One line of the map, with the memory of its own tries."""

    spec: MapSpec
    gathered: Gathering
    engine: Engine


def fit_bands(
    document: Document, journey: str, width: float, height: float, say: Words, *,
    numbers: Mapping[str, int] | None = None,
) -> Drawing:  # fmt: skip
    """As `paper.fit_map`, in as many bands as read best; one where that is nearly as good."""
    spec = MapSpec(
        journey, titles=TITLES, numbers=tuple((numbers or {}).items()), hints=False, body_lines=None, column=USUAL
    )
    gathered = Gathering(document, journey)
    best = None
    for count in range(_reckoned(document, spec, gathered, (width, height), say), 1, -1):
        made = _bands(document, spec, gathered, windows(gathered, count))
        specs = _fitted(document, made, (width, height), say)
        if best is not None and (specs is None or _score(specs[0]) <= _score(best[1][0])):
            break
        if specs is not None:
            best = made, specs
    if best is None or _score(best[1][0]) < WORTH * _score(best_spec(gathered, spec, width)):
        engine = Engine()
        one = fitting(document, gathered, spec, (width, height), say, engine)
        if best is None or _score(best[1][0]) < WORTH * _score(one):
            return filled(document, one, height, say, engine)
    return _under_each_other(document, gathered, best[0], _filled(document, *best, height, say), say)


def _score(spec: MapSpec) -> float:
    """Large type, on lines that are long enough."""
    return spec.base_pt * readable(spec.column)


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


def _reckoned(document: Document, spec: MapSpec, gathered: Gathering, area: tuple[float, float], say: Words) -> int:
    """The most bands that should fit, going by the height of one; 1 when bands would gain too little."""
    total = sum(len(stretch.columns) for stretch in gathered.stretches)
    high = Engine().height(document, spec, say)
    whole = _width(gathered, spec)
    best = 1
    for count in range(2, total // FEWEST + 1):
        widest = max(_width(_part(gathered, window), spec) for window in windows(gathered, count))
        if count * (high + APART) * area[0] / widest > area[1] * SLACK:
            break
        if whole / widest >= WORTH:
            best = count
    return best


def _bands(document: Document, spec: MapSpec, gathered: Gathering, found: Sequence[Window]) -> list[_Band]:
    parts = [(window, _part(gathered, window)) for window in found]
    return [_Band(replace(spec, window=window, lanes=_lanes(document, part)), part, Engine()) for window, part in parts]


def _part(gathered: Gathering, window: Window) -> Gathering:
    return gathered.window(*window, lambda name: name)


def _lanes(document: Document, part: Gathering) -> tuple[str, ...]:
    """The shown lanes that hold something in this band; steps and heartbeat always."""
    return tuple(lane.id for lane in gather.lanes(document, None) if _holds(lane.kind, lane.id, part))


def _holds(kind: str, lane: str, part: Gathering) -> bool:
    steps = [step for stretch in part.stretches for column in stretch.columns for step in column.steps]
    match kind:
        case "needs" | "opportunities":
            noted = (*part.step_notes.values(), *part.phase_notes.values())
            return any(note.kind in KINDS[kind] for notes in noted for note in notes)
        case "backstage":
            return any(step.stage == "back" for step in steps)
        case "contact":
            return any(step.contacts for step in steps if step.stage == "front")
        case "text":
            return any(key[0] == lane for key in part.cells)
        case _:
            return True


def _fitted(document: Document, bands: Sequence[_Band], area: tuple[float, float], say: Words) -> list[MapSpec] | None:
    """The bands with the best cards, or the narrowest wider ones with which they all fit; None when none do."""
    least = max(narrowest(band.gathered) for band in bands)
    best_card = best_width(least, STEP, lambda card: _specs(bands, area[0], card)[0].base_pt)
    low, high = round(best_card / STEP), round(WIDEST / STEP)

    def tried(card: int) -> tuple[list[MapSpec], bool]:
        specs = _specs(bands, area[0], card * STEP)
        return specs, _height(document, bands, specs, say) <= area[1]

    best, fits = tried(high)
    if not fits:
        return None
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


def _specs(bands: Sequence[_Band], width: float, card: float) -> list[MapSpec]:
    """All bands in one type size and equally wide."""
    specs = [replace(band.spec, column=card) for band in bands]
    widths = [_width(band.gathered, spec) for band, spec in zip(bands, specs, strict=True)]
    room = max(widths)
    base = width / room / MM_PER_PT
    return [replace(spec, base_pt=base, widen=room - wide) for spec, wide in zip(specs, widths, strict=True)]


def _height(document: Document, bands: Sequence[_Band], specs: Sequence[MapSpec], say: Words) -> float:
    """In millimetres, with the room between the bands."""
    ems = sum(band.engine.height(document, spec, say) for band, spec in zip(bands, specs, strict=True))
    return (ems + APART * (len(bands) - 1)) * specs[0].base_pt * MM_PER_PT


def _filled(
    document: Document, bands: Sequence[_Band], specs: Sequence[MapSpec], height: float, say: Words
) -> list[MapSpec]:
    """Lanes share what is left of the height, up to a measure."""
    least = [band.engine.height(document, spec, say) for band, spec in zip(bands, specs, strict=True)]
    spare = height / (specs[0].base_pt * MM_PER_PT) - sum(least) - APART * (len(bands) - 1) - 0.05
    share = max(0.0, min(spare / sum(least), STRETCH))
    return [replace(spec, stretch=share * high) for spec, high in zip(specs, least, strict=True)]


def _width(gathered: Gathering, spec: MapSpec) -> float:
    return columns.total(gathered.stretches, replace(spec, widen=0.0))


def _under_each_other(
    document: Document, gathered: Gathering, bands: Sequence[_Band], specs: Sequence[MapSpec], say: Words
) -> Drawing:
    """One drawing of all bands, read from left to right and then downwards."""
    em = specs[0].base_pt * MM_PER_PT
    layers: list[Layer] = []
    width = y = 0.0
    for index, (band, spec) in enumerate(zip(bands, specs, strict=True)):
        made = band.engine.lay_out(document, spec, say)
        layers += (_moved(layer, y, index) for layer in (*made.layers, _onward(gathered, band, made, em)))
        width, y = max(width, made.width), y + made.height + APART * em
    return Drawing(width, y - APART * em, tuple(layers), specs[0].journey, specs[0].base_pt)


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
