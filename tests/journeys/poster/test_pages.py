"""The PDF itself: exact pages, embedded fonts, the same bytes again, one page per journey, portraits."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Pictures

from journeys import poster
from journeys.errors import FileError, UsageError
from journeys.model.document import Document
from journeys.model.entities import Image
from journeys.poster.request import KINDS, Request
from tests.journeys import studies
from tests.journeys.poster import awkward
from tests.journeys.poster.reading import boxes_mm, picture, poppler, words_of

SIZES = [
    ("A0", False, (1189, 841)), ("A1", False, (841, 594)), ("A1", True, (594, 841)), ("A2", False, (594, 420)),
    ("A3", True, (297, 420)), ("A4", False, (297, 210)), ("700x500mm", False, (700, 500)),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "portrait", "size"), SIZES)
def test_page_and_trim_box_are_the_paper(paper, portrait, size):
    pdf = poster.render(studies.study(8), Request(paper=paper, portrait=portrait))
    for box in boxes_mm(pdf).values():
        assert box == pytest.approx((0, 0, *size), abs=0.1)


def test_poppler_agrees_on_size_title_and_language(tmp_path):
    pdf = poster.render(studies.study(8), Request(paper="A3"))
    found = poppler("pdfinfo", pdf, tmp_path)
    assert "(A3)" in found
    assert re.search(r"^Title: +Een kind krijgen · Persona 1$", found, re.MULTILINE)
    assert not re.search(r"^Author: +\S", found, re.MULTILINE)
    assert "anonymous" not in found
    assert b"/Lang (nl)" in pdf


def test_all_fonts_are_embedded_with_their_characters(tmp_path):
    rows = poppler("pdffonts", poster.render(studies.study(8)), tmp_path).splitlines()[2:]
    assert rows
    for row in rows:
        assert "SourceSansPro" in row
        assert re.search(r"TrueType +\S+ +yes yes yes", row)


def test_qpdf_finds_nothing_wrong(tmp_path):
    assert "No syntax or stream encoding errors" in poppler(
        "qpdf", poster.render(studies.study(8)), tmp_path, "--check"
    )


def test_the_same_study_gives_the_same_bytes():
    document = studies.study(20, personas=2)
    assert poster.render(document) == poster.render(document)


def test_what_was_printed_before_leaves_no_trace():
    request = Request(paper="A4")
    alone = poster.render(studies.study(4), request)
    poster.render(awkward.said("\x7f \x01 \ufdd0 漢 😀 مرحبا \udc80"), request)
    assert poster.render(studies.study(4), request) == alone


POSTERS = """
import hashlib, sys
from journeys import poster
from journeys.poster.request import KINDS, Request
from tests.journeys import studies
for request in (Request(), Request(paper="A2", tile="A4"), Request(paper="A3", bleed=3.0, marks=True)):
    print(hashlib.sha256(poster.render(studies.study(20, personas=2), request)).hexdigest())
"""
REQUESTS = (Request(), Request(paper="A2", tile="A4"), Request(paper="A3", bleed=3.0, marks=True))


def test_bytes_do_not_depend_on_the_process_its_hash_seed_or_its_clock():
    here = [hashlib.sha256(poster.render(studies.study(20, personas=2), one)).hexdigest() for one in REQUESTS]
    for seed, zone in (("1", "Europe/Amsterdam"), ("2", "Pacific/Auckland")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", POSTERS], env=environment, check=True, capture_output=True, text=True
        )
        assert done.stdout.split() == here


def test_viewers_are_asked_to_print_at_the_exact_size_and_tiles_on_one_side():
    whole = poster.render(studies.study(1), Request(paper="A3"))
    tiles = poster.render(studies.study(1), Request(paper="A3", tile="A4"))
    for wish in (b"/PrintScaling /None", b"/DisplayDocTitle true"):
        assert wish in whole
        assert wish in tiles
    assert b"/Duplex" not in whole
    assert b"/Duplex /Simplex" in tiles


def test_all_journeys_means_a_page_each_in_reading_order():
    pdf = poster.render(studies.study(5, personas=3))
    assert ["Persona 1" in words_of(pdf, 0), "Persona 2" in words_of(pdf, 1), "Persona 3" in words_of(pdf, 2)] == [
        True
    ] * 3


def test_chosen_journeys_come_in_the_order_asked_for():
    document = studies.study(5, personas=3)
    first, _, third = document.journeys
    pdf = poster.render(document, Request(journeys=(third, first)))
    assert "Persona 3" in words_of(pdf, 0)
    assert "Persona 1" in words_of(pdf, 1)


def test_an_unknown_journey_and_a_study_without_any_are_refused():
    with pytest.raises(UsageError) as refused:
        poster.render(studies.study(5), Request(journeys=("0" * 32,)))
    assert refused.value.code == "journey.unknown"
    with pytest.raises(UsageError) as refused:
        poster.render(studies.study(0, personas=0))
    assert refused.value.code == "poster.no_journey"


def test_a_date_is_printed_when_given_and_follows_no_clock():
    document = studies.study(3)
    assert "24 december 2026" in words_of(poster.render(document, Request(on=dt.date(2026, 12, 24), language="nl")))
    assert "24 December 2026" in words_of(poster.render(document, Request(on=dt.date(2026, 12, 24), language="en")))


def test_the_newest_source_dates_the_sheet_otherwise():
    document = awkward.changed(
        studies.study(3),
        lambda entity, _: replace(entity, on=dt.date(2026, 11, 21)) if hasattr(entity, "people") else entity,
    )
    assert "21 november 2026" in words_of(poster.render(document))


def test_writing_is_whole_and_a_refused_place_is_said(tmp_path):
    out = tmp_path / "poster.pdf"
    poster.write(studies.study(3), out, Request(paper="A4"))
    assert out.read_bytes() == poster.render(studies.study(3), Request(paper="A4"))
    with pytest.raises(FileError):
        poster.write(studies.study(3), tmp_path / "no such folder" / "poster.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["poster.pdf"]


def with_portrait(data: bytes) -> tuple[Document, dict[str, bytes]]:
    sha = hashlib.sha256(data).hexdigest()
    image = Image("f" * 32, "png", 40, 40, sha)
    document = awkward.changed(
        studies.study(3),
        lambda entity, _: replace(entity, portrait=image.id) if hasattr(entity, "portrait") else entity,
    )
    document.tables["image"][image.id] = image
    return document, {sha: data}


def png(colour, size=(40, 60)) -> bytes:
    out = BytesIO()
    Pictures.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def test_a_portrait_covers_the_initials_and_is_cut_round():
    document, images = with_portrait(png((0, 200, 0)))
    sheet = picture(poster.render(document, Request(paper="A4"), images=images), 1188)
    scale = 1188 / 297
    middle = (round(20.5 * scale), round(20.5 * scale))
    assert sheet.getpixel(middle)[1] > 150
    assert sheet.getpixel(middle)[0] < 60
    assert min(sheet.getpixel((round(10.6 * scale), round(10.6 * scale)))) > 240


def test_a_portrait_stands_upright():
    two = Pictures.new("RGB", (40, 40), (255, 0, 0))
    two.paste((0, 0, 255), (0, 20, 40, 40))
    out = BytesIO()
    two.save(out, "PNG")
    document, images = with_portrait(out.getvalue())
    sheet = picture(poster.render(document, Request(paper="A4"), images=images), 1188)
    assert sheet.getpixel((82, 60))[0] > 180
    assert sheet.getpixel((82, 104))[2] > 180


def test_a_portrait_that_cannot_be_read_leaves_the_initials():
    for data in (b"", b"no picture", png((0, 0, 0))[:60], b"%!PS-Adobe"):
        document, images = with_portrait(data)
        assert poster.render(document, Request(paper="A4"), images=images) == poster.render(
            document, Request(paper="A4")
        )


def test_nothing_of_a_portrait_but_its_pixels_reaches_the_pdf():
    out = BytesIO()
    exif = Pictures.Exif()
    exif[0x010E] = "thuisadres geheim"
    Pictures.new("RGB", (40, 40), (10, 20, 30)).save(out, "JPEG", exif=exif)
    assert b"geheim" in out.getvalue()
    document, images = with_portrait(out.getvalue())
    assert b"geheim" not in poster.render(document, Request(paper="A4"), images=images)


@pytest.mark.parametrize("kind", KINDS)
def test_who_watches_the_laying_out_hears_how_far_it_is_and_can_stop_it(kind):
    heard = []

    def stop(share):
        heard.append(share)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        poster.pages.laid_out(studies.study(12, 3), Request(kind=kind), stop)
    assert len(heard) == 1
    assert 0 <= heard[0] < 1
