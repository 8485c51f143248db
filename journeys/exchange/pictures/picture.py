"""A journey as one picture, on no paper: the person and the question, the map in its own size, and the legend."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import phrases
from journeys.analysis.findings import overview_of
from journeys.analysis.scene import scene
from journeys.layout.bands import fit
from journeys.layout.drawing import Drawing
from journeys.layout.engine import Engine
from journeys.layout.prospect import APART, prospect
from journeys.layout.spec import CANVAS_PT, MM_PER_PT
from journeys.layout.watched import Watched
from journeys.phrases import figures
from journeys.poster.parts.header import header
from journeys.poster.parts.legend import Shown, legend
from journeys.poster.sheet import LAST, Portrait, Sheet, placed, unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.layout.prospect import Prospect
    from journeys.model.document import Document
    from journeys.poster.sheet import Watch

MARGIN_MM: Final = 8.0
GAP_MM: Final = 5.0
FLAT: Final = 2.6
"""A map that is so many times as wide as it is high still stands on one band."""
SHAPE: Final = 1.6
"""Of a picture of several bands: about this many times as wide as high."""
SPARE: Final = 1.15
"""Bands are higher together than the one map was: by about this much."""
HEAD_MM: Final = 230.0
"""Width of a picture beside which words of the size that suits A4 look right."""
HEADS: Final = (1.2, 3.0)


class Mapped(NamedTuple):
    """The map of a journey, its lanes, and how large the words around it should be."""

    drawing: Drawing
    lanes: tuple[str, ...] | None
    scale: float


def picture(document: Document, journey: str, say: Words, watch: Watch = unwatched) -> Sheet:
    """Head, map and legend; the sheet is as large as they are."""
    found = findings_of(document, journey)
    made = mapped(document, journey, say, watch)
    map_, scale = made.drawing, made.scale
    head, disc = header(document, document.journeys[journey], found, map_.width, scale, say, narrow=False)
    foot = legend(document, journey, found, map_.width, scale, say, Shown(made.lanes))
    gap = GAP_MM * scale
    top = MARGIN_MM + head.height + gap
    low = top + map_.height + gap
    layers = (
        head.layer("head", MARGIN_MM, MARGIN_MM, -1),
        *placed(map_, MARGIN_MM, top),
        foot.layer("legend", MARGIN_MM, low, LAST),
    )
    size = map_.width + 2 * MARGIN_MM, low + foot.height + MARGIN_MM
    drawing = Drawing(*size, layers, journey, map_.base_pt)
    face = Portrait(document.journeys[journey].persona, disc._replace(x=disc.x + MARGIN_MM, y=disc.y + MARGIN_MM))
    return _sheet(document, journey, say, drawing, (face,))


def bare(document: Document, journey: str, say: Words, across: int, watch: Watch = unwatched) -> list[Sheet]:
    """The map alone, a sheet for each band of so many columns, the last with the legend: for among other words."""
    made = mapped(document, journey, say, watch, across)
    parts = _apart(made.drawing)
    foot = legend(document, journey, findings_of(document, journey), made.drawing.width, HEADS[0], say,
                  Shown(made.lanes))  # fmt: skip
    last = parts[-1]
    low = last.height + GAP_MM
    layers = (*last.layers, foot.layer("legend", 0.0, low, LAST))
    parts[-1] = last._replace(height=low + foot.height, layers=layers)
    return [_sheet(document, journey, say, part, ()) for part in parts]


def _apart(drawing: Drawing) -> list[Drawing]:
    """A drawing for each band, whose layers have its number before their name."""
    bands: dict[str, list[Layer]] = {}
    for layer in drawing.layers:
        number = layer.name.partition("/")[0]
        bands.setdefault(number if number.isdigit() else "", []).append(layer)
    if len(bands) == 1:
        return [drawing]
    found = []
    for layers in bands.values():
        top = min(layer.rect.y for layer in layers if layer.elements)
        low = max(layer.rect.y + layer.rect.h for layer in layers if layer.elements)
        there = Drawing(drawing.width, low - top, tuple(layers), drawing.journey, drawing.base_pt)
        found.append(there._replace(layers=tuple(placed(there, 0.0, -top))))
    return found


def findings_of(document: Document, journey: str) -> JourneyFindings | None:
    return overview_of(scene(document)).of(journey)


def mapped(
    document: Document, journey: str, say: Words, watch: Watch = unwatched, across: int | None = None
) -> Mapped:  # fmt: skip
    """The map in the type of the canvas; a long one in bands, of so many columns where that is asked."""
    watched = Watched(watch)
    ahead = prospect(document, journey, say, watched=watched)
    bands = _bands(ahead, across)
    if bands == 1:
        engine = Engine(watched.asked)
        engine.take(ahead.gathered, ahead.levels)
        drawing = engine.lay_out(document, ahead.spec, say)
    else:
        em, titles = CANVAS_PT * MM_PER_PT, ahead.spec.titles
        wide = ((ahead.wide - titles) / bands + titles) * em
        high = (bands * ahead.high + (bands - 1) * APART) * em * SPARE
        drawing = fit(document, ahead, (wide, high), say, watched)
    scale = min(max(drawing.width / HEAD_MM, HEADS[0]), HEADS[1])
    return Mapped(drawing, ahead.spec.lanes, scale)


def _bands(ahead: Prospect, across: int | None) -> int:
    if across is not None:
        return max(1, -(-ahead.columns // across))
    flat = ahead.wide / ahead.high
    return 1 if flat <= FLAT else max(2, round(sqrt(flat / SHAPE)))


def _sheet(
    document: Document, journey: str, say: Words, drawing: Drawing, faces: tuple[Portrait, ...]
) -> Sheet:  # fmt: skip
    held = document.journeys[journey]
    title = f"{held.title} · {document.personas[held.persona].name}"
    alts = {"heartbeat": figures.curve_text(document, journey, say)} | figures.link_texts(document, journey, say)
    return Sheet(journey, title, drawing, faces, journey, alts)


def described(document: Document, journey: str, say: Words) -> str:
    """What there is to see, for who does not see it."""
    found = findings_of(document, journey)
    counts = phrases.counts_sentence(found.counts, document, say) if found else ""
    return " ".join(filter(None, (counts, figures.curve_text(document, journey, say))))


def together(sheets: Sequence[Sheet]) -> Sheet:
    """One under the other, as one picture."""
    first, *rest = sheets
    if not rest:
        return first
    wide, y = max(sheet.drawing.width for sheet in sheets), 0.0
    layers, faces = [], []
    for index, sheet in enumerate(sheets):
        down = Drawing(wide, 0.0, tuple(placed(sheet.drawing, 0.0, y)))
        layers += [layer._replace(name=f"{index}/{layer.name}") for layer in down.layers]
        faces += [face._replace(disc=face.disc._replace(y=face.disc.y + y)) for face in sheet.portraits]
        y += sheet.drawing.height
    title = " / ".join(sheet.title for sheet in sheets)
    return Sheet(first.key, title, Drawing(wide, y, tuple(layers)), tuple(faces))
