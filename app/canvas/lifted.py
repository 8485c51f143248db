"""Cards in the air: a picture of them, made once, that goes with the pointer."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.canvas import primitives, scale, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.canvas.inks import Inks
    from app.canvas.layer_item import LayerItem
    from journeys.layout.drawing import Target

OPACITY = 0.94
SHADOW = ((1.0, 10), (3.0, 14), (6.0, 10))
"""Pixels on the screen below the cards, and how dark."""
FEW = 12
"""More cards cast no shadow: it would only cost time."""


class Lifted:
    """`area` is where the cards hang now, in scene pixels; only what was in view is in the picture."""

    def __init__(self, area: QRectF, pixmap: QPixmap) -> None:
        self.home = area
        self.area = QRectF(area)
        self._pixmap = pixmap

    def move(self, by: QPointF) -> None:
        """Hang this far from home."""
        self.area = self.home.translated(by)

    def paint(self, painter: QPainter) -> None:
        painter.setOpacity(OPACITY)
        painter.drawPixmap(self.area, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setOpacity(1.0)


def lift(cards: Sequence[Target], items: Iterable[LayerItem], inks: Inks, view: QRectF, zoom: float) -> Lifted:
    """A picture of these cards as they lie in view."""
    area = QRectF()
    for card in cards:
        area = area.united(scale.rect(card.rect))
    area = area.adjusted(-8, -8, 8, 12)  # with the signs on their edges
    area = area.intersected(view) if area.intersects(view) else area
    pixmap = QPixmap(max(1, ceil(area.width() * zoom)), max(1, ceil(area.height() * zoom)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(-area.topLeft())
    if len(cards) <= FEW:
        _shadow(painter, cards, zoom)
    _paint(painter, {card.id for card in cards}, items, inks, area, zoom)
    painter.end()
    return Lifted(area, pixmap)


def _shadow(painter: QPainter, cards: Sequence[Target], zoom: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for far, dark in SHADOW:
        painter.setBrush(QColor(0, 0, 0, dark))
        for card in cards:
            painter.drawRoundedRect(scale.rect(card.rect).adjusted(-1, 0, 1, far / zoom), 6, 6)


def _paint(
    painter: QPainter, ids: set[str], items: Iterable[LayerItem], inks: Inks, area: QRectF, zoom: float
) -> None:  # fmt: skip
    for item in items:
        here = area.translated(-item.pos())
        one = item.sheet
        if not one.rect.intersects(here):
            continue
        near = one.bounds.within(here.left(), here.top(), here.right(), here.bottom())
        mine = [one.elements[i] for i in near if one.elements[i].about in ids]
        seen = [element for element in mine if primitives.least_zoom(element) <= zoom]
        painter.translate(item.pos())
        sheet.paint(painter, [primitives.primitive(element, inks) for element in seen])
        painter.translate(-item.pos())
