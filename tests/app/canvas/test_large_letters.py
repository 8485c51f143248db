"""Letters of any size are painted, and portraits are round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.canvas.inks import Inks
from app.canvas.photos import _covering, _paint_rounded
from app.canvas.sheet import Sheet
from journeys.layout.drawing import Layer, Rect, Text
from journeys.layout.palettes import palette

WHOLE = QRectF(-1e4, -1e4, 2e4, 2e4)


def dark_pixels(image):
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def painted(points, zoom):
    text = Text(5, 30, ("Aangifte",), points, points * 0.4, "bold")
    layer = Layer("words", Rect(0, 0, 400, 100), (text,))
    image = QImage(1200, 600, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    Sheet(layer).paint(painter, Inks(palette("light")), WHOLE, zoom)
    painter.end()
    return image


@pytest.mark.parametrize(("points", "zoom"), [(40, 1.0), (60, 1.0), (90, 1.0), (40, 2.0), (20, 4.0)])
def test_letters_are_painted_however_large_they_are_on_the_screen(qapp, points, zoom):
    assert dark_pixels(painted(points, zoom)) > points * zoom * 8


def test_larger_letters_have_as_much_ink_for_their_size(qapp):
    small, large = dark_pixels(painted(40, 1.0)), dark_pixels(painted(80, 1.0))
    assert 3.2 < large / small < 4.8


def test_a_round_picture_has_no_corners_and_keeps_its_middle(qapp):
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    picture.fill("red")
    for x in range(20, 60):
        for y in range(40):
            picture.setPixelColor(x, y, QColor("blue"))
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill("white")
    area = QRectF(10, 10, 80, 80)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_rounded(painter, area, 40, _covering(picture, area))
    painter.end()
    assert image.pixelColor(12, 12) == QColor("white")
    assert image.pixelColor(50, 50) == QColor("blue")
    assert image.pixelColor(15, 50) == QColor("blue")
