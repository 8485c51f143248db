"""Chromium and LibreOffice draw our SVG as PDFium draws our PNG, and find the words in it."""

from __future__ import annotations

import json
import re
import subprocess
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from journeys.exchange import pictures
from journeys.exchange.wanted import wanted
from journeys.templates import sampling
from tests.journeys.studies import study
from tests.judges.conftest import found

WIDE = 500
DIFFERENT = 3.5
"""Of 255, on average, with other letters; a lane without its cards differs by more."""


def child():
    held = sampling.sample("child", "nl")
    first = next(iter(wanted(held.document).journeys))
    return wanted(held.document, journeys=(first,), images=held.images)


STUDIES = {"child": child, "80 steps": lambda: wanted(study(80, 1))}


def small(picture):
    """So small that which font it is does not matter."""
    high = round(picture.height * WIDE / picture.width)
    return picture.convert("RGB").resize((WIDE, high), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(3))


@pytest.mark.judge
@pytest.mark.parametrize("name", STUDIES)
def test_a_browser_draws_what_the_picture_shows(node, chromium, tmp_path, name):
    given = STUDIES[name]()
    file, drawn = tmp_path / "map.svg", tmp_path / "map.png"
    file.write_bytes(pictures.to_svg(given))
    told = json.loads(node("picture.mjs", chromium, file, drawn, 1600))
    assert told["errors"] == 0
    assert told["texts"] > 40
    assert told["off"] < 1.0, "letters do not fill the width that they were given"
    theirs, ours = small(Image.open(drawn)), small(Image.open(BytesIO(pictures.to_png(given))))
    size = min(theirs.height, ours.height)
    difference = ImageChops.difference(theirs.crop((0, 0, WIDE, size)), ours.crop((0, 0, WIDE, size)))
    assert sum(ImageStat.Stat(difference).mean) / 3 < DIFFERENT


@pytest.mark.judge
def test_libreoffice_opens_the_drawing_and_finds_its_words(soffice, tmp_path):
    given = child()
    file = tmp_path / "map.svg"
    file.write_bytes(pictures.to_svg(given))
    pdf = soffice(file, "pdf:draw_pdf_Export")
    words = subprocess.run([found("pdftotext"), pdf, "-"], capture_output=True, check=True).stdout.decode()
    seen = re.sub(r"[\s-]+", "", words)
    for step in given.document.steps.values():
        if step.journey == given.journeys[0]:
            assert re.sub(r"[\s-]+", "", step.title) in seen
