"""A sheet as PNG: painted as a PDF, as a poster is, and drawn from that by PDFium."""

from __future__ import annotations

from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING, Final

from journeys.poster import inks, raster
from journeys.poster.pdf import pictures, portraits, reportlab_home
from journeys.poster.pdf.painter import paint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.sheet import Sheet

DPI: Final = 192.0
"""Twice as fine as a screen, so that it stays sharp on one that is, and on paper."""
MOST_PIXELS: Final = 60_000_000
"""Larger pictures are refused by many programs; the map is drawn less finely then."""
MOST_SIDE: Final = 30_000
PAGE_MM: Final = 5000.0
"""The largest page of a PDF that all programs take."""
PAINTING: Final = 0.4
"""The part of the work that painting is, about; the rest is pixels."""


def png(
    sheet: Sheet, document: Document, images: Mapping[str, bytes], say: Words, watch: Callable[[float], None]
) -> bytes:  # fmt: skip
    """As fine as DPI where the map is not too large for that. Raises whatever `watch` raises."""
    drawing = sheet.drawing
    share = min(1.0, PAGE_MM / max(drawing.width, drawing.height))
    made = _pdf(sheet, document, images, say, share, lambda done: watch(done * PAINTING))
    wide, high = drawing.width * share / 25.4, drawing.height * share / 25.4
    dpi = min(DPI / share, sqrt(MOST_PIXELS / (wide * high)), MOST_SIDE / max(wide, high))
    with raster.opened(made) as held:
        return raster.banded_png(held, 0, dpi, lambda done: watch(PAINTING + done * (1 - PAINTING)))


def _pdf(
    sheet: Sheet, document: Document, images: Mapping[str, bytes], say: Words, share: float,
    watch: Callable[[float], None],
) -> bytes:  # fmt: skip
    """One page, so many times as large as the sheet."""
    target, drawing = BytesIO(), sheet.drawing
    size = drawing.width * share, drawing.height * share
    canvas = reportlab_home.new_canvas(target, *size, title="", language=say.language)
    reportlab_home.new_page(canvas, *size)
    canvas.scale(share, share)
    paint(canvas, drawing, inks.palette("print"), lambda image: portraits.photo(document, image, images), watch=watch)
    for face in sheet.portraits:
        data = portraits.portrait(document, face.persona, images)
        if data is not None:
            pictures.place(canvas, data, face.disc, cut_round=True)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
