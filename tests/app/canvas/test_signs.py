"""Emoji on the map are drawn where the layout measured them, in the colour of their text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.canvas import glyphs
from app.canvas.inks import Inks
from app.canvas.scale import PX, PX_PER_PT
from app.canvas.sheet import Sheet
from journeys import fonts
from journeys.layout.drawing import Layer, Rect, Text
from journeys.layout.palettes import palette

pytestmark = pytest.mark.usefixtures("qapp")
LINE = "ja 😀 en 👩🏽\u200d💻!"
SIZE = 20


def drawn(*lines: str) -> QImage:
    """The lines on a white picture, in points of the scene."""
    image = QImage(int(100 * PX), int(30 * PX), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    layer = Layer("one", Rect(0, 0, 100, 30), (Text(10, 12, lines, SIZE, 9),))
    Sheet(layer).paint(painter, Inks(palette("light")), QRectF(0, 0, 100 * PX, 30 * PX), 1.0)
    painter.end()
    return image


def dark(image: QImage, left: float, right: float) -> int:
    """How many dark points lie between these places in ems from the line's start."""
    em = SIZE * PX_PER_PT
    columns = range(max(0, int(10 * PX + left * em)), min(image.width(), int(10 * PX + right * em)))
    return sum(image.pixelColor(x, y).lightness() < 140 for x in columns for y in range(image.height()))


def test_a_sign_is_drawn_where_it_was_measured_and_the_letters_stand_around_it():
    places = dict(glyphs.signs(LINE, "regular"))
    assert len(places) == 2
    image = drawn(LINE)
    for x in places.values():
        assert dark(image, x, x + fonts.SIGN) > 40
    assert dark(image, fonts.em_width(LINE, "regular") + 0.1, 9) == 0
    last = glyphs.run(LINE, "regular", 100.0).positions()[-1].x() / 100
    assert last == pytest.approx(fonts.em_width(LINE[:-1], "regular"))


def test_a_line_without_signs_draws_no_marks_and_an_unknown_emoji_is_a_box():
    assert list(glyphs.signs("gewoon", "bold")) == []
    assert [mark for mark, _ in glyphs.signs("een 🦄", "bold")] == ["sign.missing"]
    assert dark(drawn("🦄"), 0, 1) > 40
