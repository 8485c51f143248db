"""Writes resources/samples/*.png: a picture of each sample's poster, from the real PDF, for the welcome page.

Run it when a sample or the poster changes: .venv/bin/python packaging/make_samples.py
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import sys
from itertools import count
from typing import TYPE_CHECKING

from journeys import templates
from journeys.i18n import TEXTS, Language
from journeys.layout.drawing import Text
from journeys.poster import pages, raster
from journeys.poster.request import Request
from journeys.templates import sampling

if TYPE_CHECKING:
    from PIL.Image import Image

    from journeys.poster.sheet import Sheet

WIDTH = 760  # pixels
SHARPER = 3  # times as large when drawn
LARGEST = 80_000  # bytes
PRINTED = dt.date(2026, 11, 22)
SAID = "said"
"""The field in the PNG that tells which words the poster had."""
_FINGERPRINT = re.compile(r"\([0-9a-f]{8}\)")


class Made:
    """The poster of a sample's first journey, laid out and painted as it comes out of the printer."""

    def __init__(self, code: str, language: Language) -> None:
        numbers = count(1)
        self.study = templates.sample(code, language, new_id=lambda: f"{next(numbers):032x}")
        first = min(self.study.document.journeys.values(), key=lambda journey: journey.order)
        self.request = Request(journeys=(first.id,), paper="A3", language=language, on=PRINTED)
        self.sheets = pages.laid_out(self.study.document, self.request)

    def said(self) -> str:
        """A digest of all words on the poster, but for the version's fingerprint."""
        found = (line for sheet in self.sheets for line in words(sheet) if not _FINGERPRINT.search(line))
        return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()[:16]

    def pixels(self, width: int) -> Image:
        from PIL.Image import frombytes

        pdf = pages.painted(self.study.document, self.request, self.sheets, self.study.images)
        page = raster.page_pixels(pdf, 0, width)
        return frombytes("RGB", (page.width, page.height), page.bgrx, "raw", "BGRX", page.stride)


def words(sheet: Sheet) -> list[str]:
    texts = (element for layer in sheet.drawing.layers for element in layer.elements if isinstance(element, Text))
    return [" ".join(text.lines) for text in texts]


def small(full: Image, said: str) -> bytes:
    """The picture as a PNG with as many colours as fit in so many bytes."""
    from PIL.Image import Dither, Quantize, Resampling
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text(SAID, said)
    reduced = full.resize((WIDTH, round(WIDTH * full.height / full.width)), Resampling.LANCZOS)
    made = b""
    for colours in (256, 128, 64, 32):
        out = io.BytesIO()
        few = reduced.quantize(colours, Quantize.MAXCOVERAGE, kmeans=2, dither=Dither.NONE)
        few.save(out, "PNG", optimize=True, pnginfo=notes)
        made = out.getvalue()
        if len(made) <= LARGEST:
            break
    return made


def main() -> int:
    for code in templates.sample_codes():
        for language in TEXTS:
            made, path = Made(code, language), sampling.poster(code, language)
            path.write_bytes(small(made.pixels(WIDTH * SHARPER), made.said()))
            print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
