"""A crowded map seen from afar, as one item: plain rectangles and hairlines, painted in a few large calls."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.scale import PX
from journeys.layout.drawing import Box, Line, Mark, Photo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.canvas.inks import Inks
    from journeys.layout.drawing import Drawing, Element, Layer, Rect

Stroke = tuple[QPen, QBrush, list[QRectF], list[QLineF]]
Block = tuple[QRectF, list[Stroke]]
"""What it covers, and per pen and brush its rectangles and straight lines."""
Key = tuple[int, int, str | None, str | None]
"""Boxes, then lines, then what lies on boxes, then marks; how deep; fill; stroke."""
Piles = dict[Key, tuple[list[QRectF], list[QLineF]]]
Known = dict[int, tuple["Layer", Piles]]
"""By the identity of a layer, which is kept here so that nothing else can have it."""

SIZE: Final = 6000
"""Elements per block."""
SMALLEST_MM: Final = 1.6
"""Boxes and marks narrower or lower than this are left out."""
DEEPEST: Final = 3
SOFT: Final = ".soft"
"""From afar nothing stands on a card, and it may have a lens's ink as it is."""


class FarItem(QGraphicsItem):
    """Stands in for all layers while the map is crowded and small; makes what it needs when first painted."""

    def __init__(self, drawing: Drawing, inks: Inks, before: FarItem | None = None) -> None:
        """`before`: what was painted of the same map until now; what did not change is taken over from it."""
        super().__init__()
        self._drawing, self._inks = drawing, inks
        self._blocks: list[Block] | None = None
        self.known: Known = {} if before is None else before.known
        self._rect = QRectF(0, 0, drawing.width * PX, drawing.height * PX)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._blocks is None:
            self.known = {id(layer): _piles(layer, self.known) for layer in self._drawing.layers}
            self._blocks = blocks(self._drawing, self._inks, self.known)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint(painter, self._blocks, QRectF(option.exposedRect))


def blocks(drawing: Drawing, inks: Inks, known: Known | None = None) -> list[Block]:
    """The whole map in a few blocks of neighbours; `known`: layers of which the shapes were made before."""
    return [_block(layers, inks, known or {}) for layers in _gathered(drawing)]


def paint(painter: QPainter, made: Iterable[Block], exposed: QRectF) -> None:
    """Paint the blocks that touch the area."""
    for area, strokes in made:
        if not area.intersects(exposed):
            continue
        for pen, brush, rects, lines in strokes:
            painter.setPen(pen)
            painter.setBrush(brush)
            if rects:
                painter.drawRects(rects)
            if lines:
                painter.drawLines(lines)


def _gathered(drawing: Drawing) -> Iterator[list[Layer]]:
    """Layers in drawing order, in groups of about as many elements."""
    group: list[Layer] = []
    size = 0
    for layer in drawing.layers:
        group.append(layer)
        size += len(layer.elements)
        if size >= SIZE:
            yield group
            group, size = [], 0
    if group:
        yield group


def _block(layers: Iterable[Layer], inks: Inks, known: Known) -> Block:
    piles: Piles = {}
    covered = QRectF()
    for layer in layers:
        if layer.elements:
            covered = covered.united(_placed(layer.rect, 0, 0))
        for key, (rects, lines) in _piles(layer, known)[1].items():
            pile = piles.setdefault(key, ([], []))
            pile[0].extend(rects)
            pile[1].extend(lines)
    strokes = [(inks.pen(key[3], hair=True), inks.brush(key[2]), *piles[key]) for key in sorted(piles, key=_order)]
    return covered, strokes


def _piles(layer: Layer, known: Known) -> tuple[Layer, Piles]:
    """The shapes of a layer, where they lie on the map."""
    if id(layer) in known:
        return known[id(layer)]
    piles: Piles = {}
    about, depth = None, 0
    for element in layer.elements:
        same = element.about is not None and element.about == about
        depth, about = min(depth + 1, DEEPEST) if same else 0, element.about
        _add(piles, element, depth, *layer.origin)
    return layer, piles


def _order(key: Key) -> tuple[int, int]:
    return key[0], key[1]


def _add(piles: Piles, element: Element, depth: int, dx: float, dy: float) -> None:
    """Boxes lie on those before them about the same thing: the deeper pile is painted later, lines in between."""
    if isinstance(element, Line):
        pile = piles.setdefault((1, depth, None, element.stroke), ([], []))
        points = element.points[::3] if element.curved else element.points
        corners = [((x + dx) * PX, (y + dy) * PX) for x, y in points]
        pile[1].extend(QLineF(*first, *second) for first, second in pairwise(corners))
    elif isinstance(element, Box):
        if min(element.rect.w, element.rect.h) >= SMALLEST_MM:
            fill = element.hatch or (element.fill and element.fill.removesuffix(SOFT))
            key = (2 if depth else 0, depth, fill, element.stroke)
            piles.setdefault(key, ([], []))[0].append(_placed(element.rect, dx, dy))
    elif isinstance(element, Photo):
        piles.setdefault((2, depth, "line", None), ([], []))[0].append(_placed(element.rect, dx, dy))
    elif isinstance(element, Mark) and element.size >= 2 * SMALLEST_MM:
        area = QRectF((element.x + dx) * PX, (element.y + dy) * PX, element.size * PX, element.size * PX)
        piles.setdefault((3, depth, element.colour, None), ([], []))[0].append(area)


def _placed(rect: Rect, dx: float, dy: float) -> QRectF:
    return QRectF((rect.x + dx) * PX, (rect.y + dy) * PX, rect.w * PX, rect.h * PX)
