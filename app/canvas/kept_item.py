"""Words that stay in view while the map is scrolled: the names of lanes, phases and levels of presence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from app.canvas.layer_item import LayerItem
from app.canvas.scale import PX, PX_PER_PT
from app.canvas.sheet import Sheet
from journeys import fonts
from journeys.layout.drawing import Box, Mark, Photo, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from app.canvas.inks import Inks
    from journeys.layout.drawing import Element, Layer

PAD: Final = 8.0
"""Pixels at 100 % that words keep from the edge of what they stand in."""


class TitlesItem(LayerItem):
    """The names of the lanes, on a ground of their own as soon as the map slides under them."""

    def __init__(self, sheet: Sheet, inks: Inks) -> None:
        super().__init__(sheet, inks)
        self.column = QRectF()
        self._slid = False

    def stand(self, place: QPointF, height: int) -> None:
        self.setZValue(height)

    def keep(self, left: float, column: QRectF) -> None:
        """Stand at the left of what is in view."""
        slid = left > 0
        if (slid, column) != (self._slid, self.column):
            self.prepareGeometryChange()
            self._slid, self.column = slid, column
        self.setX(max(0.0, left))

    def covered(self) -> QRectF:
        """Where the map lies under it, in the scene."""
        return self.mapRectToScene(self.column) if self._slid else QRectF()

    def boundingRect(self) -> QRectF:
        return self.sheet.rect.united(self.column)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._slid:
            painter.fillRect(self.column, self._inks.colour("canvas"))
            painter.setPen(QPen(self._inks.colour("lane.stroke"), 0))
            painter.drawLine(self.column.topRight(), self.column.bottomRight())
        super().paint(painter, option, widget)


class WordsItem(LayerItem):
    """A box and the words in it, which slide along in the box as far as they can."""

    def __init__(self, layer: Layer, inks: Inks) -> None:
        super().__init__(Sheet(layer._replace(elements=layer.elements[:1])), inks)
        self.layer = layer
        self._words = Sheet(layer._replace(elements=layer.elements[1:]))
        self._from, self._to = extent(layer.elements[1:])
        self._shift = 0.0

    def show_sheet(self, sheet: Sheet, inks: Inks) -> None:
        self._words.forget_inks()
        super().show_sheet(sheet, inks)

    def keep(self, left: float, right: float) -> None:
        """Show the words between these places of the scene, when the box reaches into it."""
        box, x = self.sheet.rect, self.x()
        after = max(0.0, min(left + PAD - x - self._from, box.right() - PAD - self._to))
        before = max(0.0, self._to - (right - PAD - x))
        fits = before <= self._from - box.left() - PAD  # cut off anyhow, they stay where they are
        shift = after or (-before if fits else 0.0)
        if shift != self._shift:
            self._shift = shift
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        super().paint(painter, option, widget)
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.translate(self._shift, 0)
        self._words.paint(painter, self._inks, self._words.rect, zoom)
        painter.translate(-self._shift, 0)


def extent(elements: Sequence[Element]) -> tuple[float, float]:
    """From where to where these elements reach, in scene pixels; text as wide as it is."""
    sides = [_sides(element) for element in elements]
    return min((left for left, _ in sides), default=0.0), max((right for _, right in sides), default=0.0)


def _sides(element: Element) -> tuple[float, float]:
    if isinstance(element, Text):
        size = element.size * PX_PER_PT
        wide = max((fonts.width(line, fonts.suited(line, element.font), size) for line in element.lines), default=0.0)
        left = element.x * PX - {"start": 0.0, "middle": wide / 2, "end": wide}[element.anchor]
        return left, left + wide
    if isinstance(element, Box):
        return element.rect.x * PX, (element.rect.x + element.rect.w) * PX
    if isinstance(element, Mark):
        return element.x * PX, (element.x + element.size) * PX
    if isinstance(element, Photo):
        return element.rect.x * PX, (element.rect.x + element.rect.w) * PX
    return min(x for x, _ in element.points) * PX, max(x for x, _ in element.points) * PX
