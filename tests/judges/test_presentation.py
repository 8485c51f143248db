"""LibreOffice opens the presentation, and shows on its pages what stands on our slides."""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
from pptx import Presentation

from journeys import templates
from journeys.exchange.presentation import to_pptx
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from tests.hostile.everything import IMAGES, everything
from tests.journeys.studies import study

DPI = 30


def spoken(path, page):
    """The words on one page of a PDF, without spaces: broken words and ligatures are the reader's own."""
    command = ["pdftotext", "-f", str(page), "-l", str(page), path, "-"]
    found = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    return "".join(found.split())


def child():
    sample = templates.sample("child", "nl")
    return sample.document, sample.images


STUDIES = {"child": child, "everything": lambda: (everything(), IMAGES), "many": lambda: (study(40), {})}


@pytest.mark.parametrize("name", STUDIES)
def test_libreoffice_shows_every_slide_with_all_of_its_words(name, soffice, pdf_pages, tmp_path):
    """What is written beyond its slide, or in letters that the reader leaves out, is missing there."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here: install poppler and run again")
    document, images = STUDIES[name]()
    data = to_pptx(wanted(document, words("nl"), images=images))
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(data)
    slides = list(Presentation(io.BytesIO(data)).slides)
    made = soffice(path, "pdf")
    assert len(pdf_pages(made, dpi=DPI)) == len(slides)
    for number, slide in enumerate(slides, 1):
        seen = spoken(made, number)
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.is_placeholder:
                continue
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    assert "".join(run.text.split()) in seen, (number, shape.name, run.text)
