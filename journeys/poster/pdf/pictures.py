"""Pictures on the sheet: where they stand, and cut round when they are portraits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.layout.drawing import Rect
from journeys.poster.pdf import reportlab_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Photo


def paint(canvas: Canvas, photo: Photo, images: Callable[[str], bytes | None]) -> None:
    """A picture on a card; one that cannot be read leaves an empty frame with a cross."""
    data = images(photo.image)
    if data is None:
        _paint_missing(canvas, photo.rect)
    else:
        place(canvas, data, photo.rect)


def place(canvas: Canvas, data: bytes, rect: Rect, *, cut_round: bool = False) -> None:
    """Draw the bytes of a picture in this rectangle."""
    canvas.saveState()
    if cut_round:
        path = canvas.beginPath()
        path.circle(rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2)
        canvas.clipPath(path, stroke=0, fill=0)
    # Pictures stand upside down on a page whose y goes down: turn the ground under this one.
    canvas.translate(rect.x, rect.y + rect.h)
    canvas.scale(1, -1)
    canvas.drawImage(reportlab_home.picture(data), 0, 0, rect.w, rect.h)
    canvas.restoreState()


def _paint_missing(canvas: Canvas, rect: Rect) -> None:
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
    canvas.addLiteral(
        f"q 0.6 0.6 0.6 RG 0.2 w {left:.2f} {top:.2f} {rect.w:.2f} {rect.h:.2f} re S "
        f"{left:.2f} {top:.2f} m {right:.2f} {bottom:.2f} l {left:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l S Q"
    )
