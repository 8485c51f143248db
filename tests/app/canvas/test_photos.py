"""Pictures are decoded in a worker, and where nobody may see a grey place while they are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.canvas.photos import Photos
from app.pixels import encoded


def painted(photos, side):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    photos.paint(painter, QRectF(0, 0, side, side), "face")
    painter.end()
    return image.pixelColor(side // 2, side // 2)


def red():
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return encoded(image, 40).data


def is_red(colour):
    return colour.red() > 200 and colour.green() < 60


def test_a_picture_comes_a_moment_later_and_a_small_one_at_once_where_it_must(qtbot):
    photos = Photos()
    photos.source = lambda _: red()
    assert not is_red(painted(photos, 100))
    qtbot.waitUntil(lambda: not photos.busy)
    assert is_red(painted(photos, 100))
    waiting = Photos()
    waiting.source, waiting.at_once = photos.source, 160
    assert is_red(painted(waiting, 100))
    busy = [waiting.busy]
    painted(waiting, 400)
    assert [*busy, waiting.busy] == [False, True]
    qtbot.waitUntil(lambda: not waiting.busy)
