"""What the printer gets: exact boxes, bleed, marks outside it, and sizes that no printer or poster can do refused."""

from __future__ import annotations

import json
import math
import re

import pypdfium2
import pytest
from PIL import Image

from journeys import poster
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Box, Drawing, Layer, Rect
from journeys.messages import error_text
from journeys.poster import pages, raster
from journeys.poster.pdf import press
from journeys.poster.request import Request
from journeys.poster.sheet import Sheet
from tests.journeys import studies
from tests.journeys.poster import geometry
from tests.journeys.poster.reading import MM, poppler

ROOM = press.ROOM_MM
CASES = [
    (Request(paper="A3"), (0, 0)),
    (Request(paper="A1", bleed=3), (3, 0)),
    (Request(paper="A0", portrait=True, bleed=3, marks=True), (3, ROOM)),
    (Request(paper="700x500mm", bleed=5.5, marks=True), (5.5, ROOM)),
    (Request(paper="A4", marks=True), (0, ROOM)),
    (Request(paper="5000x5000mm", bleed=20, marks=True), (20, ROOM)),
]


def expected(request, bleed, room):
    """Left, bottom, right and top of each box, in mm."""
    width, height = request.sheet
    around = bleed + room
    return {
        "MediaBox": (0, 0, width + 2 * around, height + 2 * around),
        "BleedBox": (room, room, width + around + bleed, height + around + bleed),
        "TrimBox": (around, around, width + around, height + around),
    }


def rendered(request) -> bytes:
    return pages.painted(studies.study(1), request, [edge_to_edge(*request.sheet)])


def edge_to_edge(width, height, beyond: float = 40) -> Sheet:
    """A sheet that is all ink, far beyond its edges."""
    box = Box(Rect(-beyond, -beyond, width + 2 * beyond, height + 2 * beyond), "sheet.accent")
    return Sheet("ink", "Ink", Drawing(width, height, (Layer("ink", box.rect, (box,)),)))


@pytest.mark.parametrize(("request_", "around"), CASES)
def test_poppler_pdfium_and_qpdf_find_every_box_within_a_tenth_of_a_millimetre(request_, around, tmp_path):
    pdf, wanted = rendered(request_), expected(request_, *around)
    said = dict(re.findall(r"^(\w+Box): +(.+)$", poppler("pdfinfo", pdf, tmp_path, "-box"), re.MULTILINE))
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    pdfium = {"MediaBox": page.get_mediabox(), "BleedBox": page.get_bleedbox(), "TrimBox": page.get_trimbox()}
    objects = json.loads(poppler("qpdf", pdf, tmp_path, "--json"))["qpdf"][1].values()
    (qpdf,) = (one["value"] for one in objects if one.get("value", {}) and is_page(one["value"]))
    for name, box in wanted.items():
        assert [float(side) * MM for side in said[name].split()] == pytest.approx(box, abs=0.1)
        assert [side * MM for side in pdfium[name]] == pytest.approx(box, abs=0.1)
        assert [side * MM for side in qpdf[f"/{name}"]] == pytest.approx(box, abs=0.1)
    document.close()


def is_page(value) -> bool:
    return isinstance(value, dict) and value.get("/Type") == "/Page"


def test_pages_of_different_sizes_have_boxes_of_their_own(tmp_path):
    sheets = [edge_to_edge(297, 210), edge_to_edge(841, 594)]
    pdf = pages.painted(studies.study(1), Request(paper="A4", bleed=3), sheets)
    trims = re.findall(r"TrimBox: +(.+)$", poppler("pdfinfo", pdf, tmp_path, "-box", "-l", "9"), re.MULTILINE)
    found = [[float(side) * MM for side in box.split()] for box in trims]
    assert found[0] == pytest.approx([3, 3, 300, 213], abs=0.1)
    assert found[1] == pytest.approx([3, 3, 844, 597], abs=0.1)


def test_ink_that_runs_off_the_paper_fills_the_bleed_and_stops_there():
    request = Request(paper="A4", bleed=3, marks=True)
    dpi, around = 101.6, 3 + ROOM  # four pixels a millimetre
    with raster.opened(rendered(request)) as held:
        width, height = held.size_px(0, dpi)
        pixels = held.part(0, dpi, 0, 0, width, height)
    sheet = Image.frombuffer("RGB", (width, height), pixels.bgrx, "raw", "BGRX", pixels.stride, 1)
    inked = lambda x, y: sheet.getpixel((round(x * 4), round(y * 4))) != (255, 255, 255)  # noqa: E731 - said once
    for corner in ((ROOM + 0.5, ROOM + 0.5), (around + 297 + 2.5, around + 210 + 2.5)):
        assert inked(*corner)
    outside = [(ROOM - 0.5, ROOM - 0.5), (around + 50, ROOM - 0.5), (ROOM - 0.5, around + 50)]
    assert not any(inked(*place) for place in outside)
    assert inked(around, ROOM - 4)  # a crop mark, right above the corner of the paper
    assert inked(ROOM - 4, around)
    assert inked(around + 297 / 2, ROOM - 4)  # the register mark in the middle of the side


def test_marks_keep_off_the_bleed_and_within_the_page():
    page = press.press(297, 210, Request(bleed=3, marks=True))
    numbers = re.findall(r"(-?[\d.]+) (-?[\d.]+) [mlc]\b", press.marks(page))
    assert len(numbers) > 30
    off = page.bleed + 0.5
    for x, y in ((float(x), float(y)) for x, y in numbers):
        assert not (-off < x < 297 + off and -off < y < 210 + off)
        assert -page.around < x < 297 + page.around
        assert -page.around < y < 210 + page.around


def test_without_bleed_and_marks_the_page_is_the_paper_and_nothing_is_added():
    page = press.press(297, 210, Request())
    assert (page.page, press.clip(page), press.marks(page)) == ((297, 210), "", "")


@pytest.mark.parametrize("paper", ["A4", "A1"])
@pytest.mark.parametrize("margin", [0.0, 10.0, 30.0])
def test_nothing_stands_in_the_safe_margin(paper, margin):
    request = Request(paper=paper, margin=margin)
    (sheet,) = pages.laid_out(studies.study(12), request)
    spots = geometry.texts(sheet.drawing) + geometry.shapes(sheet.drawing)
    width, height = request.sheet
    assert geometry.outside(spots, margin - 0.2, margin - 0.2, width - margin + 0.2, height - margin + 0.2) == []


ABSURD = [
    ("poster.bleed", {"bleed": -1.0}), ("poster.bleed", {"bleed": 20.1}), ("poster.bleed", {"bleed": math.nan}),
    ("poster.margin", {"margin": 43.0}), ("poster.margin", {"margin": -0.1}), ("poster.margin", {"margin": math.inf}),
    ("poster.overlap", {"overlap": 51.0, "tile": "A4"}), ("poster.overlap", {"overlap": math.nan}),
    ("poster.tile", {"tile": "A5"}), ("poster.tile", {"tile": ""}), ("poster.tile", {"tile": "300x300mm"}),
    ("poster.distance", {"distance": 0.0}), ("poster.distance", {"distance": math.nan}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "choice"), ABSURD)
def test_what_no_printer_can_do_is_refused_in_words(code, choice):
    with pytest.raises(UsageError) as refused:
        poster.render(studies.study(1), Request(paper="A4", **choice))
    assert refused.value.code == code
    for language in ("nl", "en"):
        said = error_text(refused.value, words(language))
        assert "{" not in said
        assert said.endswith(".")


@pytest.mark.parametrize(
    "choice",
    [
        {"bleed": 20.0},
        {"bleed": 0.0},
        {"margin": 42.0},
        {"margin": 0.0},
        {"overlap": 50.0, "tile": "a4"},
        {"overlap": 0.0},
    ],
)
def test_the_outermost_of_what_printers_can_do_is_done(choice):
    assert poster.render(studies.study(2), Request(paper="A4", **choice)).startswith(b"%PDF-1.7")
