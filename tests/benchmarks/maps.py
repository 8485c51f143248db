"""Maps to measure, and the same pictures painted by a bare widget that knows nothing but primitives."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QApplication, QWidget

from app.canvas import far_item, primitives
from app.canvas.scale import PX
from app.canvas.view import MapView
from journeys.i18n import words
from journeys.layout.palettes import palette
from tests.journeys.studies import study

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1400, 850)


@cache
def application() -> QApplication:
    return QApplication([])


def opened(steps: int, perform: Callable[..., bool] = lambda *_: True) -> MapView:
    """A map of so many steps, on the screen, from its beginning."""
    application()
    document = study(steps)
    view = MapView(document, perform, words("nl"), palette("light"))
    view.resize(*SIZE)
    view.show()
    view.show_journey(next(iter(document.journeys)))
    view.zoom_to(1.0)
    application().processEvents()
    return view


def repaint(view: MapView) -> Callable[[], None]:
    """Paints the whole viewport."""
    return view.viewport().repaint


class Raw(QWidget):
    """Paints primitives that were sorted out beforehand: the limit for any canvas."""

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self.transform, self.ground = view.viewportTransform(), view.inks.colour("canvas")
        seen = view.visible_area()
        far = view.picture.from_afar
        self.blocks = (
            [block for block in far_item.blocks(view.drawing, view.inks) if block[0].intersects(seen)] if far else []
        )
        self.layers = [] if far else _in_view(view, seen)
        self.resize(view.viewport().size())
        self.show()
        application().processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.ground)
        painter.setTransform(self.transform)
        for _, strokes in self.blocks:
            for pen, brush, rects, lines in strokes:
                painter.setPen(pen)
                painter.setBrush(brush)
                painter.drawRects(rects)
                painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, y, items in self.layers:
            painter.setTransform(QTransform.fromTranslate(x, y) * self.transform)
            _draw(painter, items)
        painter.end()


def _in_view(view: MapView, seen: QRectF) -> list[tuple[float, float, list[primitives.Primitive]]]:
    found = []
    for layer in view.drawing.layers:
        x, y = layer.origin[0] * PX, layer.origin[1] * PX
        items = []
        for element in layer.elements:
            left, top, right, bottom = primitives.sides(element)
            area = QRectF(left + x, top + y, max(right - left, 0.1), max(bottom - top, 0.1))
            if area.intersects(seen) and primitives.least_zoom(element) <= view.zoom:
                items.append(primitives.primitive(element, view.inks))
        if items:
            found.append((x, y, items))
    return found


def _draw(painter: QPainter, items: list[primitives.Primitive]) -> None:
    for item in items:
        code = item[0]
        if code == primitives.BOX:
            painter.setPen(item[1])
            painter.setBrush(item[2])
            painter.drawRoundedRect(item[3], item[4], item[4])
        elif code == primitives.TEXT:
            painter.setPen(item[1])
            for place, run in item[2]:
                painter.drawGlyphRun(place, run)
        elif code == primitives.PATH:
            for path in item[3]:
                painter.strokePath(path, item[1])
            if item[4] is not None:
                painter.setPen(item[1])
                painter.setBrush(item[2])
                painter.drawPolygon(item[4])
        elif code == primitives.MARK:
            painter.translate(item[1], item[2])
            for pen, brush, path in item[3]:
                painter.setPen(pen)
                painter.setBrush(brush)
                painter.drawPath(path)
            painter.translate(-item[1], -item[2])
