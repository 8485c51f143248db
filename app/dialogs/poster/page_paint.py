"""A page as it is painted on the screen: the whole of it, what is sharp of it, and lines that are not on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.dialogs.poster.proof import Page, Part

INCH: Final = 25.4
CUT, SAFE = "#c0281c", "#0b6bd3"
"""Lines on the page, which is white in every look."""


class Shown(NamedTuple):
    """Where the page's corner is, how many pixels a mm is, and how many mm the page is."""

    origin: QPointF
    per_mm: float
    size: tuple[float, float]

    def placed(self, mm: QRectF) -> QRectF:
        """What lies there on the page, in pixels."""
        corner = self.origin + mm.topLeft() * self.per_mm
        return QRectF(corner, QSizeF(mm.width(), mm.height()) * self.per_mm)

    @property
    def page(self) -> QRectF:
        return self.placed(QRectF(0, 0, *self.size))


def paint_whole(painter: QPainter, shown: Shown, whole: QImage) -> None:
    """The page as it looks from afar."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(shown.page, whole)


def paint_part(painter: QPainter, shown: Shown, part: Part, pixels: QImage) -> None:
    """What is sharp of it, in its place."""
    mm = INCH / part.dpi
    there = QRectF(part.left * mm, part.top * mm, part.width * mm, part.height * mm)
    painter.drawImage(shown.placed(there), pixels)


def paint_lines(painter: QPainter, shown: Shown, trim: QRectF, safe: QRectF, edge: str) -> None:
    """Where the paper is cut, within it what every printer can print, and the edge of the page."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for frame, colour, style in ((trim, CUT, Qt.PenStyle.SolidLine), (safe, SAFE, Qt.PenStyle.DashLine)):
        if not frame.isEmpty():
            painter.setPen(QPen(QColor(colour), 1, style))
            painter.drawRect(shown.placed(frame))
    painter.setPen(QPen(QColor(edge), 1))
    painter.drawRect(shown.page.adjusted(-0.5, -0.5, 0.5, 0.5))


def frames(page: Page) -> tuple[QRectF, QRectF]:
    """In mm on the page: where it is cut when it has bleed or marks, and what lies within the margins then."""
    from journeys.poster.sheet import inner

    request = page.of.request
    if page.sheet is None or not (request.bleed or request.marks):
        return QRectF(), QRectF()
    drawing = page.sheet.drawing
    left, top = (page.size[0] - drawing.width) / 2, (page.size[1] - drawing.height) / 2
    within = inner(request.sheet, request.margin)
    safe = QRectF(left + within.x, top + within.x, drawing.width - 2 * within.x, drawing.height - 2 * within.x)
    return QRectF(left, top, drawing.width, drawing.height), safe
