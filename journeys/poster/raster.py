"""Pictures of the real PDF, for previews and for PNG: pypdfium2, one worker at a time."""

from __future__ import annotations

import struct
import threading
import zlib
from typing import Final, NamedTuple

_ONE_WORKER: Final = threading.Lock()
"""PDFium is not thread-safe."""


class Pixels(NamedTuple):
    """Rows of four bytes per pixel, blue, green, red and one unused: what Qt calls Format_RGB32."""

    width: int
    height: int
    stride: int
    bgrx: bytes


def page_pixels(pdf: bytes, page: int, width_px: int) -> Pixels:
    """One page (from 0), so many pixels wide."""
    import pypdfium2

    with _ONE_WORKER:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            bitmap = sheet.render(scale=width_px / sheet.get_width(), prefer_bgrx=True)
            return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    import pypdfium2

    with _ONE_WORKER:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_png(pdf: bytes, page: int, width_px: int) -> bytes:
    """One page (from 0) as a PNG, so many pixels wide."""
    return png(page_pixels(pdf, page, width_px))


def png(pixels: Pixels) -> bytes:
    """The pixels as a PNG of three bytes each; same pixels, same bytes."""
    rgb = bytearray(pixels.width * 3)
    rows = bytearray()
    for start in range(0, pixels.stride * pixels.height, pixels.stride):
        row = pixels.bgrx[start : start + pixels.width * 4]
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + rgb
    header = struct.pack(">IIBBBBB", pixels.width, pixels.height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(bytes(rows), 6)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
