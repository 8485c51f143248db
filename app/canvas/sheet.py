"""One layer of the Drawing, ready to be painted: what is in view, and in how much detail."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from app.canvas import glyphs, primitives, scale
from app.canvas.bounds import Bounds
from app.canvas.primitives import BOX, MARK, PATH, PHOTO, TEXT
from app.canvas.scale import PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from app.canvas.inks import Inks, Strokes
    from app.canvas.primitives import Primitive
    from journeys.layout.drawing import Layer


class Sheet:
    """A layer's elements in drawing order, around its own origin; all is made when it first comes into view."""

    def __init__(self, layer: Layer) -> None:
        self.elements = layer.elements
        self.rect = scale.rect(layer.rect).translated(-layer.origin[0] * PX, -layer.origin[1] * PX)
        self._ready: list[Primitive | None] = []

    @cached_property
    def bounds(self) -> Bounds:
        return Bounds(primitives.sides(element) for element in self.elements)

    @cached_property
    def _least(self) -> list[float]:
        return [primitives.least_zoom(element) for element in self.elements]

    def forget_inks(self) -> None:
        """The palette changed: everything is made anew when it is next seen."""
        self._ready = []

    def paint(self, painter: QPainter, inks: Inks, exposed: QRectF, zoom: float) -> None:
        """Paint what touches the exposed area."""
        if not self._ready:
            self._ready = [None] * len(self.elements)
        least = self._least
        if exposed.contains(self.rect):
            seen = [i for i in range(len(least)) if least[i] <= zoom]
        else:
            left, top = exposed.left(), exposed.top()
            inside = self.bounds.within(left, top, left + exposed.width(), top + exposed.height())
            seen = [i for i in inside if least[i] <= zoom]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        paint(painter, self._primitives(seen, inks))

    def _primitives(self, seen: Sequence[int], inks: Inks) -> list[Primitive]:
        ready = self._ready
        for index in seen:
            if ready[index] is None:
                ready[index] = primitives.primitive(self.elements[index], inks)
        return [ready[index] for index in seen]  # type: ignore[misc]  # all made just above


def paint(painter: QPainter, wanted: Sequence[Primitive]) -> None:  # noqa: C901, PLR0912 - one loop: a call per element costs a third more
    """Paint primitives in order; pens and brushes are only changed when they differ."""
    pen = brush = None
    largest = glyphs.LARGEST / max(painter.deviceTransform().m11(), 0.001)
    for item in wanted:
        code = item[0]
        if code == TEXT:
            if item[1] is not pen:
                pen = item[1]
                painter.setPen(pen)
            for place, run in item[2]:
                if item[4] <= largest:
                    painter.drawGlyphRun(place, run)
                else:
                    painter.fillPath(glyphs.outline(run).translated(place), pen.brush())
            if item[3]:
                for sign in item[3]:
                    _paint_mark(painter, *sign)
                pen = brush = None
        elif code == BOX:
            if item[1] is not pen:
                pen = item[1]
                painter.setPen(pen)
            if item[2] is not brush:
                brush = item[2]
                painter.setBrush(brush)
            if item[4]:
                painter.drawRoundedRect(item[3], item[4], item[4])
            else:
                painter.drawRect(item[3])
        elif code == PATH:
            _paint_path(painter, item)
            pen = item[1]
            brush = None
        elif code == MARK:
            _paint_mark(painter, *item[1:])
            pen = brush = None
        elif code == PHOTO:
            item[1].paint(painter, item[2], item[3], item[4])
            pen = brush = None


def _paint_mark(painter: QPainter, x: float, y: float, strokes: Strokes) -> None:
    painter.translate(x, y)
    for pen, brush, path in strokes:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)
    painter.translate(-x, -y)


def _paint_path(painter: QPainter, item: Primitive) -> None:
    _, pen, brush, paths, head = item
    for path in paths:
        painter.strokePath(path, pen)
    painter.setPen(pen)
    if head is not None:
        painter.setBrush(brush)
        painter.drawPolygon(head)
