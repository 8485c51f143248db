"""Pictures of the real PDF."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

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


def as_picture(pixels):
    return Image.frombuffer("RGB", (pixels.width, pixels.height), pixels.bgrx, "raw", "BGRX", pixels.stride, 1)


def joined(bands, size):
    """Bands under each other, in the order they come."""
    whole, top = Image.new("RGB", size), 0
    for pixels in bands:
        whole.paste(as_picture(pixels), (0, top))
        top += pixels.height
    assert top == size[1]
    return whole


def test_bands_of_a_page_under_each_other_are_the_page():
    pdf = poster.render(studies.study(8), Request(paper="A4"))
    with raster.opened(pdf) as held:
        size = held.size_px(0, 90)
        assert size == (1052, 744)
        whole = as_picture(held.part(0, 90, 0, 0, *size))
        in_pixels = [pixels for _, pixels in held.bands(0, 90, most_bytes=size[0] * 4 * 100)]
        in_mm = [held.band(0, 90, top, 30.3) for top in (0.0, 30.3, 60.6, 90.9, 121.2, 151.5, 181.8)]
        assert [band.height for band in in_pixels] == [100] * 7 + [44]
        for bands in (in_pixels, in_mm):
            off = ImageChops.difference(joined(bands, size), whole)
            assert max(most for _, most in ImageStat.Stat(off).extrema) <= 2  # rounding


def test_a_large_sheet_for_a_fine_printer_never_is_one_picture():
    pdf = poster.render(studies.study(8), Request(paper="A0"))
    with raster.opened(pdf) as held:
        assert held.size_mm(0) == pytest.approx((1189, 841), abs=0.1)
        top, first = next(held.bands(0, 300))
        assert (top, first.width) == (0, 14043)
        assert len(first.bgrx) <= raster.BAND_BYTES
