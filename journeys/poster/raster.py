"""Pictures of the real PDF, for previews, PNG and printing: pypdfium2, one worker at a time."""

from __future__ import annotations

import struct
import threading
import zlib
from contextlib import contextmanager
from ctypes import c_ulong, create_string_buffer
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.poster.bombs import swells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfAttachment, PdfDocument, PdfPage

_ONE_WORKER: Final = threading.Lock()
"""PDFium is not thread-safe."""
_INCH: Final = 25.4
_POINTS: Final = 72
MOST_ATTACHED: Final = 256_000_000
MOST_FILES: Final = 20
BAND_BYTES: Final = 32_000_000
"""A band of a page takes no more memory than this, however large the paper."""


class Pixels(NamedTuple):
    """Rows of four bytes per pixel, blue, green, red and one unused: what Qt calls Format_RGB32."""

    width: int
    height: int
    stride: int
    bgrx: bytes


class Opened:
    """A PDF that stays open while its pages are drawn, whole or in parts; use it within `opened`.

    Any thread may ask, one is served at a time. Parts of a page at one resolution fit each other pixel by pixel.
    """

    def __init__(self, document: PdfDocument) -> None:
        self._document = document
        self._page: tuple[int, PdfPage] | None = None

    @property
    def pages(self) -> int:
        """How many there are."""
        with _ONE_WORKER:
            return len(self._document)

    def size_mm(self, page: int) -> tuple[float, float]:
        """Width and height of a page (from 0), room for marks included."""
        with _ONE_WORKER:
            width, height = self._sheet(page).get_size()
        return width * _INCH / _POINTS, height * _INCH / _POINTS

    def size_px(self, page: int, dpi: float) -> tuple[int, int]:
        """Width and height of a page at this resolution."""
        width, height = self.size_mm(page)
        return max(1, round(width * dpi / _INCH)), max(1, round(height * dpi / _INCH))

    def part(self, page: int, dpi: float, left: int, top: int, width: int, height: int) -> Pixels:
        """So many pixels of a page at this resolution, from there; white where they lie beside the page."""
        whole = self.size_px(page, dpi)
        with _ONE_WORKER:
            return _drawn(self._sheet(page), whole, (left, top, width, height))

    def band(self, page: int, dpi: float, top_mm: float, height_mm: float) -> Pixels:
        """The full width of a page from `top_mm` down; bands that meet in mm meet in pixels."""
        width, height = self.size_px(page, dpi)
        first, last = (min(max(round(y * dpi / _INCH), 0), height) for y in (top_mm, top_mm + height_mm))
        return self.part(page, dpi, 0, first, width, max(1, last - first))

    def bands(self, page: int, dpi: float, most_bytes: int = BAND_BYTES) -> Iterator[tuple[int, Pixels]]:
        """A page from top to bottom in bands of at most so many bytes, each with its first row of pixels."""
        width, height = self.size_px(page, dpi)
        rows = max(1, most_bytes // (4 * width))
        for top in range(0, height, rows):
            yield top, self.part(page, dpi, 0, top, width, min(rows, height - top))

    def fitted(self, page: int, width_px: int) -> Pixels:
        """A whole page, so many pixels wide."""
        with _ONE_WORKER:
            sheet = self._sheet(page)
            high = ceil(sheet.get_height() * width_px / sheet.get_width())
            return _drawn(sheet, (width_px, high), (0, 0, width_px, high))

    def close(self) -> None:
        with _ONE_WORKER:
            self._page = None
            self._document.close()

    def _sheet(self, page: int) -> PdfPage:
        """The page, read once as long as it is the one being asked for."""
        if self._page is None or self._page[0] != page:
            if self._page is not None:
                self._page[1].close()
            self._page = page, self._document[page]
        return self._page[1]


@contextmanager
def opened(pdf: bytes) -> Iterator[Opened]:
    """The PDF read once, for several pictures of it."""
    import pypdfium2

    with _ONE_WORKER:
        document = pypdfium2.PdfDocument(pdf)
    held = Opened(document)
    try:
        yield held
    finally:
        held.close()


def _drawn(sheet: PdfPage, whole: tuple[int, int], part: tuple[int, int, int, int]) -> Pixels:
    """A part (left, top, width, height) of the page drawn as large as `whole`, all in pixels."""
    import pypdfium2
    from pypdfium2 import raw

    left, top, width, height = part
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        flags = raw.FPDF_ANNOT
        raw.FPDF_RenderPageBitmap(bitmap, sheet, -left, -top, *whole, 0, flags)
        return Pixels(width, height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()


def page_pixels(pdf: bytes, page: int, width_px: int) -> Pixels:
    """One page (from 0), so many pixels wide."""
    with opened(pdf) as held:
        return held.fitted(page, width_px)


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    with opened(pdf) as held:
        return held.pages


def attachments(pdf: bytes, most_bytes: int = MOST_ATTACHED) -> list[tuple[str, bytes]]:
    """The files in a PDF, name and content: the first few, of which none is larger than that.

    What is no PDF, or cannot be read as one, has none; neither has one that would swell beyond measure.
    """
    import pypdfium2

    if swells(pdf, most_bytes):
        return []
    with _ONE_WORKER:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return []
        try:
            held = [document.get_attachment(index) for index in range(min(document.count_attachments(), MOST_FILES))]
            found = [(one.get_name(), _content(one, most_bytes)) for one in held]
        except pypdfium2.PdfiumError:
            return []
        finally:
            document.close()
    return [(name, data) for name, data in found if data is not None]


def _content(attachment: PdfAttachment, most_bytes: int) -> bytes | None:
    """Its bytes; None when there are too many or they cannot be read."""
    from pypdfium2 import raw

    size = c_ulong()
    if not raw.FPDFAttachment_GetFile(attachment, None, 0, size) or size.value > most_bytes:
        return None
    buffer = create_string_buffer(size.value)
    raw.FPDFAttachment_GetFile(attachment, buffer, size.value, size)
    return buffer.raw[: size.value]


def page_png(pdf: bytes, page: int, width_px: int) -> bytes:
    """One page (from 0) as a PNG, so many pixels wide."""
    return png(page_pixels(pdf, page, width_px))


def banded_png(held: Opened, page: int, dpi: float, watch: Callable[[float], None] = lambda _: None) -> bytes:
    """A page of any size at this resolution, which it says in the file; band by band, so that it fits in memory."""
    width, height = held.size_px(page, dpi)
    packed, parts = zlib.compressobj(6), []
    for top, band in held.bands(page, dpi):
        watch(top / height)
        parts.append(packed.compress(_rows(band)))
    per_metre = round(dpi / _INCH * 1000)
    header = _header(width, height) + _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    return header + _chunk(b"IDAT", b"".join((*parts, packed.flush()))) + _chunk(b"IEND", b"")


def png(pixels: Pixels) -> bytes:
    """The pixels as a PNG of three bytes each; same pixels, same bytes."""
    chunks = (_chunk(b"IDAT", zlib.compress(_rows(pixels), 6)), _chunk(b"IEND", b""))
    return _header(pixels.width, pixels.height) + b"".join(chunks)


def _header(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def _rows(pixels: Pixels) -> bytes:
    """Red, green and blue of every pixel, row by row, each row with the byte that says it is as it is."""
    rgb = bytearray(pixels.width * 3)
    rows = bytearray()
    for start in range(0, pixels.stride * pixels.height, pixels.stride):
        row = pixels.bgrx[start : start + pixels.width * 4]
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + rgb
    return bytes(rows)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
