"""A slide that was brought nearer: while it is moved along, only what comes into view is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from app.present.gallery import Gallery
    from journeys.layout.slides.course import Place


class Near:
    """Keeps the picture of what is in view."""

    def __init__(self, gallery: Gallery) -> None:
        self._gallery = gallery
        self._image = QImage()
        self._place: Place | None = None
        self._corner, self._size = QPoint(), QSizeF()

    def forget(self) -> None:
        """The slides look otherwise from now on."""
        self._image = QImage()

    def paint(self, painter: QPainter, place: Place, area: QRectF, frame: QRect) -> None:
        """Of the slide over this area, what lies in the frame."""
        ratio = painter.device().devicePixelRatio()
        corner = ((area.topLeft() - QPointF(frame.topLeft())) * ratio).toPoint()
        pixels = frame.size() * ratio
        before = self._image
        if before.size() != pixels or place != self._place or area.size() != self._size:
            before = QImage()
        if before.isNull() or corner != self._corner:
            self._image = self._moved(before, corner, place, QRectF(QPointF(corner) / ratio, area.size()), frame, ratio)
        self._place, self._corner, self._size = place, corner, area.size()
        painter.drawImage(frame.topLeft(), self._image)

    def _moved(self, before: QImage, corner: QPoint, place: Place, area: QRectF, frame: QRect, ratio: float) -> QImage:
        """What was seen before stands elsewhere; the edges that are new are painted."""
        image = QImage(frame.size() * ratio, QImage.Format.Format_RGB32)
        fresh = [image.rect()]
        painter = QPainter(image)
        if not before.isNull():
            held = QRect(corner - self._corner, image.size()).intersected(image.rect())
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            before.setDevicePixelRatio(1.0)
            painter.drawImage(corner - self._corner, before)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            fresh = around(image.rect(), held)
        painter.end()
        image.setDevicePixelRatio(ratio)
        for strip in fresh:
            self._paint_strip(image, strip, place, area, ratio)
        return image

    def _paint_strip(self, image: QImage, strip: QRect, place: Place, area: QRectF, ratio: float) -> None:
        shown = QRectF(QPointF(strip.topLeft()) / ratio, QSizeF(strip.size()) / ratio)
        painter = QPainter(image)
        painter.setClipRect(shown, Qt.ClipOperation.ReplaceClip)
        painter.fillRect(shown, self._gallery.inks.colour("canvas"))
        self._gallery.paint(painter, place, area, shown)
        painter.end()


def around(whole: QRect, held: QRect) -> list[QRect]:
    """Above, below, left and right of what is held; all of it when nothing is."""
    if held.isEmpty():
        return [whole]
    across = QRect(whole.left(), held.top(), whole.width(), held.height())
    found = [
        QRect(whole.topLeft(), QPoint(whole.right(), held.top() - 1)),
        QRect(QPoint(whole.left(), held.bottom() + 1), whole.bottomRight()),
        QRect(across.topLeft(), QPoint(held.left() - 1, across.bottom())),
        QRect(QPoint(held.right() + 1, across.top()), across.bottomRight()),
    ]
    return [strip for strip in found if not strip.isEmpty()]
