"""Pictures on steps in the PDF: there, in their place, with their words, and without anything else."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from PIL import Image as Pictures

from journeys import poster
from journeys.edits import images
from journeys.edits.images import Stored
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.hearing import hear
from tests.journeys.poster.reading import picture


def png(colour=(0, 210, 0), size=(300, 200), form="PNG", **options) -> bytes:
    out = BytesIO()
    Pictures.new("RGB", size, colour).save(out, form, **options)
    return out.getvalue()


def with_picture(data, size=(300, 200), alt="Een lege balie"):
    document = studies.study(4)
    sha = hashlib.sha256(data).hexdigest()
    step = next(iter(document.steps))
    document.write(images.put_on_step(document, step, Stored(sha, "png", *size)).changes)
    document.write(images.describe(document, document.steps[step].image, alt=alt).changes)
    return document, {sha: data}


def greens(pdf) -> int:
    sheet = picture(pdf, 1188).convert("RGB")
    return sum(1 for r, g, b in sheet.get_flattened_data() if g > 180 and r < 60 and b < 60)


def test_a_picture_on_a_step_is_printed_with_its_words():
    document, held = with_picture(png())
    pdf = poster.render(document, Request(paper="A4"), images=held)
    assert greens(pdf) > 500
    assert "Een lege balie" in [one.alt for one in hear(pdf).find("Figure")]
    assert poster.render(document, Request(paper="A4"), images=held) == pdf


@pytest.mark.parametrize("data", [b"", b"geen plaatje", png()[:80]])
def test_a_picture_that_cannot_be_read_leaves_a_crossed_place(data):
    document, held = with_picture(data)
    pdf = poster.render(document, Request(paper="A4"), images=held)
    assert greens(pdf) == 0
    assert b"/Subtype /Image" not in pdf


def test_nothing_but_points_of_a_picture_reaches_the_pdf():
    exif = Pictures.Exif()
    exif[0x010E] = "thuisadres geheim"
    document, held = with_picture(png(form="JPEG", exif=exif))
    assert b"geheim" not in poster.render(document, Request(paper="A4"), images=held)
