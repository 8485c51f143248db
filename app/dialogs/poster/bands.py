"""Pages of a PDF painted on a printer in bands: however large the paper, there is never more of it in memory."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from app.dialogs.poster.pixels import image
from journeys.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from journeys.poster.raster import Opened

DPI: Final = 300
"""More is not seen, and takes the square of it in time."""
BAND_BYTES: Final = 12_000_000
INCH: Final = 25.4
NEAR_MM: Final = 2.0


def paint_pages(
    pdf: bytes, printer: QPrinter, pages: Sequence[int], watch: Callable[[float], None], *, shrink: bool = False
) -> None:
    """These pages (from 0), at their own size and in the paper's corner, or in its middle; `shrink` makes them fit.

    May run in a worker: Qt lets any one thread paint on a printer. Raises FileError `print.refused` when the
    printer refuses, and what `watch` raises, which ends the job.
    """
    from journeys.poster import raster

    painter = QPainter()
    with raster.opened(pdf) as opened:
        try:
            for index, page in enumerate(pages):
                turn(printer, opened.size_mm(page))
                _next_page(painter, printer)
                share = _shares(watch, index, len(pages))
                paint_page(painter, printer, opened, page, share, shrink=shrink)
        except BaseException:
            printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()


def _next_page(painter: QPainter, printer: QPrinter) -> None:
    if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
        raise FileError("print.refused", printer=printer.printerName())


def paint_page(
    painter: QPainter, printer: QPrinter, opened: Opened, page: int, watch: Callable[[float], None], *, shrink: bool
) -> None:
    """One page, from top to bottom."""
    resolution = printer.resolution()
    dots = max(1, ceil(resolution / DPI))
    """Dots of the printer to a pixel of ours: whole, so that bands meet without a seam."""
    scale, left, top = placed(opened.size_mm(page), paper(printer), shrink=shrink)
    dpi, size = resolution / dots * scale, opened.size_px(page, resolution / dots * scale)
    x, y = round(left * resolution / INCH), round(top * resolution / INCH)
    for first, pixels in opened.bands(page, dpi, BAND_BYTES):
        watch(first / size[1])
        target = QRectF(x, y + first * dots, pixels.width * dots, pixels.height * dots)
        painter.drawImage(target, image(pixels), QRectF(0, 0, pixels.width, pixels.height))


def placed(page: tuple[float, float], on: tuple[float, float], *, shrink: bool) -> tuple[float, float, float]:
    """How many times as large a page is painted, and where its corner comes, in mm from that of the paper."""
    scale = min(1.0, on[0] / page[0], on[1] / page[1]) if shrink else 1.0
    left, top = ((room - side * scale) / 2 for side, room in zip(page, on, strict=True))
    same = all(abs(room - side) <= NEAR_MM for side, room in zip(page, on, strict=True))
    return (scale, 0.0, 0.0) if same and not shrink else (scale, left, top)


def paper(printer: QPrinter) -> tuple[float, float]:
    """Width and height in mm of the whole paper, as it is turned now."""
    full = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    return full.width(), full.height()


def set_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Paper of this size in mm: the known size by its name, so that printers know it too."""
    short, long = sorted(size)
    known = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(known, _turned(size), QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def turn(printer: QPrinter, size: tuple[float, float]) -> None:
    """The chosen paper, on its side or upright as the page is; margins are the poster's own."""
    printer.setFullPage(True)
    short, long = sorted(paper(printer))
    if min(size) > 0 and abs(long - short) > NEAR_MM:
        printer.setPageOrientation(_turned(size))


def _turned(size: tuple[float, float]) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if size[0] > size[1] else QPageLayout.Orientation.Portrait


def _shares(watch: Callable[[float], None], index: int, count: int) -> Callable[[float], None]:
    return lambda share: watch((index + share) / count)
