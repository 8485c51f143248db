"""Reads posters back: their pages, fonts, boxes and words, with other programs than the one that wrote them."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO

import pypdfium2
import pytest

MM = 25.4 / 72


def words_of(pdf: bytes, page: int = 0) -> str:
    """The text layer of one page, as PDFium gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].get_textpage().get_text_range()
    finally:
        document.close()


def run_together(text: str) -> str:
    """Without spaces, line ends and hyphens, so that broken words can be found again."""
    return re.sub(r"[\s\u00ad\ufffe\u0002-]+", "", text)


def boxes_mm(pdf: bytes, page: int = 0) -> dict[str, tuple[float, ...]]:
    """Media and trim box in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        found = {"media": sheet.get_mediabox(), "trim": sheet.get_trimbox()}
        return {name: tuple(side * MM for side in box) for name, box in found.items()}
    finally:
        document.close()


def poppler(tool: str, pdf: bytes, tmp_path, *options: str) -> str:
    """What a poppler or qpdf tool says of it; the test is skipped where the tool is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    file = tmp_path / "poster.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [tool, *options, str(file), *(["-"] if tool == "pdftotext" else [])], check=True, capture_output=True, text=True
    )
    return done.stdout


def picture(pdf: bytes, width_px: int, page: int = 0):
    """One page as a Pillow picture, through our own raster."""
    from PIL import Image

    from journeys.poster import raster

    return Image.open(BytesIO(raster.page_png(pdf, page, width_px)))
