"""Pictures of the real PDF."""

from __future__ import annotations

from journeys import poster
from journeys.poster import raster
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.reading import picture


def test_a_preview_is_as_wide_as_asked_and_shows_the_page():
    pdf = poster.render(studies.study(8, personas=2), Request(paper="A4"))
    assert raster.page_count(pdf) == 2
    sheet = picture(pdf, 640, page=1)
    assert sheet.size == (640, 453)
    assert sheet.getpixel((2, 2)) == (255, 255, 255)
    assert len(sheet.getcolors(640 * 453)) > 20


def test_the_same_page_gives_the_same_picture():
    pdf = poster.render(studies.study(8), Request(paper="A4"))
    assert raster.page_png(pdf, 0, 400) == raster.page_png(pdf, 0, 400)


def test_pixels_are_rows_that_qt_can_take_as_they_are():
    pixels = raster.page_pixels(poster.render(studies.study(8), Request(paper="A4")), 0, 300)
    assert len(pixels.bgrx) == pixels.stride * pixels.height
    assert pixels.stride >= 4 * pixels.width
