"""A large poster on sheets of A4 or A3: put together again it is the poster, and cuts keep off its words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from journeys import poster
from journeys.i18n import words
from journeys.layout.drawing import Box, Drawing, Layer, Line, Rect, Text
from journeys.poster import inks, pages, raster
from journeys.poster.request import Request
from journeys.poster.sheet import Sheet
from journeys.poster.tiles import planned, seams
from journeys.poster.tiles.assembly import RULER_MM, assembly
from journeys.poster.tiles.beside import beside, picture
from journeys.poster.tiles.plan import EDGE_MM, FOOT_MM, SIDE_MM, row_name
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich
from tests.journeys.poster.reading import poppler, words_of
from tests.journeys.poster.test_pages import png, with_portrait

LARGE = [((841, 594), "A4"), ((594, 841), "A4"), ((1189, 841), "A3"), ((2000, 200), "A4"), ((3000, 2500), "A4")]
COLOURS = inks.palette("print")
DPI = 101.6
"""Two pixels are half a millimetre, as finely as sheets are cut: so the parts fit each other pixel by pixel."""


def plan_of(document, request):
    (sheet,) = pages.laid_out(document, request)
    plan = planned(sheet, request, COLOURS)
    assert plan is not None
    return plan


def drawn(width, height, *elements) -> Sheet:
    """A sheet with just these elements."""
    layer = Layer("all", Rect(0, 0, width, height), elements)
    return Sheet("sheet", "A sheet", Drawing(width, height, (layer,)))


def as_picture(pixels):
    return Image.frombuffer("RGB", (pixels.width, pixels.height), pixels.bgrx, "raw", "BGRX", pixels.stride, 1)


def put_together(pdf: bytes, plan, dpi: float):
    """The parts that stay in sight, cut from the sheets and laid beside each other."""
    per_mm = dpi / 25.4
    size = tuple(round(side * per_mm) for side in plan.poster)
    whole = Image.new("RGB", size, (255, 255, 255))
    with raster.opened(pdf) as held:
        assert held.pages == 1 + len(plan.printed)
        for page, tile in enumerate(plan.printed, 1):
            at = picture(tile)
            box = (round(side * per_mm) for side in (at.x, at.y, tile.seen.w, tile.seen.h))
            part = as_picture(held.part(page, dpi, *box))
            whole.paste(part, (round(tile.seen.x * per_mm), round(tile.seen.y * per_mm)))
    return whole


@pytest.mark.parametrize("portrait", [False, True])
@pytest.mark.parametrize(("paper", "tile"), [("A1", "A4"), ("A0", "A3")])
def test_the_sheets_glued_together_are_the_poster(paper, tile, portrait):
    document, images = with_portrait(png((0, 200, 0)))
    request = Request(paper=paper, portrait=portrait)
    cut_up = replace(request, tile=tile)
    pdf = poster.render(document, request, images)
    with raster.opened(pdf) as held:
        wanted = as_picture(held.part(0, DPI, 0, 0, *held.size_px(0, DPI)))
    found = put_together(poster.render(document, cut_up, images), plan_of(document, cut_up), DPI)
    assert found.size == wanted.size
    off = ImageChops.difference(found, wanted).convert("L")
    assert ImageStat.Stat(off).mean[0] < 0.01
    assert sum(off.histogram()[60:]) < 500  # letters stand on whole pixels: of some an edge falls a pixel further on


@pytest.mark.parametrize(
    ("paper", "tile", "portrait", "sheets"),
    [("A0", "A3", False, (4, 3)), ("A1", "A4", False, (3, 5)), ("A2", "A3", True, (2, 2)), ("A3", "A4", False, (2, 2))],
)
def test_the_sheets_lie_the_way_that_takes_the_fewest(paper, tile, portrait, sheets):
    plan = plan_of(studies.study(8), Request(paper=paper, tile=tile, portrait=portrait))
    assert (plan.rows, plan.columns) == sheets
    assert [one.label for one in plan.tiles[:2]] == ["A1", "A2"]
    assert plan.tiles[-1].label == f"{'ABCDE'[sheets[0] - 1]}{sheets[1]}"


def test_rows_go_on_after_z():
    assert [row_name(row) for row in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@settings(max_examples=40)
@given(
    length=st.floats(190, 3000),
    most=st.sampled_from([189.0, 194.0, 276.0, 281.0, 399.0, 404.0]),
    overlap=st.floats(0, 50),
    spans=st.lists(
        st.tuples(st.tuples(st.floats(0, 3000), st.floats(0, 5000)), st.sampled_from([10.0, 1.0])), max_size=30
    ),
)
@example(length=194 + 184 * 3, most=194.0, overlap=10.0, spans=[])
def test_whatever_the_size_every_piece_fits_its_sheet_and_all_is_shown(length, most, overlap, spans):
    starts = seams.starts(length, most, overlap, spans)
    assert starts[0] == 0
    ends = [start + overlap for start in starts[1:]] + [length]
    assert all(0 < end - start <= most + 1e-6 for start, end in zip(starts, ends, strict=True))
    assert list(starts) == sorted(set(starts))
    assert len(starts) <= 1 + -(-(length - most) // (most - overlap - 0.5))


def test_cuts_go_between_words_where_the_paper_leaves_room():
    texts = [Text(x, y, ("woorden in een kolom",), 24, 10) for x in (30, 160, 300) for y in range(20, 290, 20)]
    plan = planned(drawn(420, 297, *texts), Request(tile="A4"), COLOURS)
    assert plan is not None
    assert plan.cut == 0
    long = Text(10, 280, ("een regel over de hele breedte van het vel " * 2,), 30, 12)
    cut = planned(drawn(420, 297, *texts, long), Request(tile="A4"), COLOURS)
    assert cut is not None
    assert cut.cut == 1


def test_a_sheet_that_fits_the_paper_is_printed_as_it_is():
    request = Request(paper="A4", portrait=True, tile="A4")
    assert planned(drawn(297, 210, Box(Rect(0, 0, 9, 9), "text")), request, COLOURS) is None
    assert planned(drawn(210.3, 297, Box(Rect(0, 0, 9, 9), "text")), request, COLOURS) is None
    assert poster.render(studies.study(3), request) == poster.render(studies.study(3), replace(request, tile=None))


def test_small_and_large_sheets_in_one_file_are_each_done_right():
    document, request = studies.study(3), Request(paper="A2", tile="A4")
    large = drawn(594, 420, Box(Rect(0, 0, 594, 420), "phase.fill"))
    small = replace(drawn(297, 210, Box(Rect(0, 0, 9, 9), "text")), key="small")
    plan = planned(large, request, COLOURS)
    pdf = pages.painted(document, request, [small, large, replace(small, key="last")])
    assert raster.page_count(pdf) == 1 + 1 + len(plan.tiles) + 1


def test_sheets_with_nothing_on_them_are_skipped_and_said():
    frame = Box(Rect(5, 5, 1179, 831), None, None, "text")
    white = Box(Rect(500, 300, 300, 300), "card.fill")
    plan = planned(drawn(1189, 841, frame, white), Request(tile="A4"), COLOURS)
    assert plan is not None
    edge = {tile for tile in plan.tiles if tile.row in {0, plan.rows - 1} or tile.column in {0, plan.columns - 1}}
    assert set(plan.printed) == edge
    sheet, _ = assembly(drawn(1189, 841, frame), plan, words("en"))
    said = " ".join(
        line for layer in sheet.drawing.layers for one in layer.elements if isinstance(one, Text) for line in one.lines
    )
    assert "Not printed" in said
    assert all(tile.label in said for tile in plan.tiles)
    assert plan.beside(plan.tiles[0], 1, 1) is None


def test_a_part_that_is_empty_has_no_strip_to_glue_on():
    corner = Box(Rect(10, 10, 100, 100), "text")
    far = Box(Rect(500, 300, 80, 80), "text")
    plan = planned(drawn(594, 420, corner, far), Request(tile="A4"), COLOURS)
    assert plan is not None
    alone = plan.printed[0]
    assert plan.beside(alone, 0, 1) is None
    drawing = beside(plan, alone, "Titel", words("nl"))
    assert not [
        one for layer in drawing.layers for one in layer.elements if isinstance(one, Line) and one.dash == "dashed"
    ]


@pytest.mark.parametrize("overlap", [0.0, 3.0, 10.0, 50.0])
@pytest.mark.parametrize("tile", ["A4", "A3"])
def test_nothing_is_printed_over_what_stays_in_sight_nor_where_printers_cannot(tile, overlap):
    plan = plan_of(studies.study(8), Request(paper="A0", tile=tile, overlap=overlap))
    for one in plan.printed:
        at = picture(one)
        assert at.x + at.w <= plan.paper.width - SIDE_MM + 1e-6
        assert at.y + at.h <= plan.paper.height - FOOT_MM + 1e-6
        drawing = beside(plan, one, "Een titel die veel te lang is voor één regel " * 5, words("nl"))
        spots = geometry.texts(drawing) + geometry.shapes(drawing)
        paper = (EDGE_MM, EDGE_MM, plan.paper.width - EDGE_MM, plan.paper.height - EDGE_MM)
        assert geometry.outside(spots, *paper) == []
        seen = (at.x + 0.05, at.y + 0.05, at.x + one.seen.w - 0.05, at.y + one.seen.h - 0.05)
        assert [spot for spot in spots if _touches(spot, seen)] == []
        assert geometry.overlapping(geometry.texts(drawing)) == []


def _touches(spot, box) -> bool:
    return spot.left < box[2] and spot.right > box[0] and spot.top < box[3] and spot.bottom > box[1]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("overlap", [0.0, 10.0])
@pytest.mark.parametrize(("size", "tile"), LARGE)
def test_the_assembly_sheet_holds_the_map_the_steps_and_a_line_of_exactly_100_mm(size, tile, overlap, language):
    poster_ = replace(drawn(*size, Box(Rect(0, 0, *size), "phase.fill")), title="Een kind krijgen · Sanne " * 3)
    plan = planned(poster_, Request(tile=tile, overlap=overlap), COLOURS)
    assert plan is not None
    sheet, at = assembly(poster_, plan, words(language))
    spots = geometry.texts(sheet.drawing)
    assert (
        geometry.outside(spots + geometry.shapes(sheet.drawing), 10, 10, plan.paper.width - 10, plan.paper.height - 10)
        == []
    )
    assert geometry.overlapping(spots) == []
    assert at.w / at.h == pytest.approx(size[0] / size[1])
    assert at.w >= 0.5 * plan.paper.width or at.h >= 0.4 * plan.paper.height
    check = next(layer for layer in sheet.drawing.layers if layer.name == "check")
    longest = max(abs(one.points[1][0] - one.points[0][0]) for one in check.elements if isinstance(one, Line))
    assert longest == RULER_MM == 100
    assert "map" in sheet.alts


def test_the_ruler_is_100_mm_on_paper_and_the_boxes_are_the_papers(tmp_path):
    request = Request(paper="A1", tile="A4", language="en")
    pdf = poster.render(studies.study(8), request)
    plan = plan_of(studies.study(8), request)
    boxes = poppler("pdfinfo", pdf, tmp_path, "-box", "-l", "99")
    sizes = re.findall(r"(Media|Trim)Box: +([\d. ]+)", boxes)
    assert len(sizes) == 2 * (1 + len(plan.printed))
    for _, box in sizes:
        found = [float(side) * 25.4 / 72 for side in box.split()]
        assert found == pytest.approx([0, 0, *plan.paper], abs=0.1)
    dpi = 254
    with raster.opened(pdf) as held:
        width, height = held.size_px(0, dpi)
        sheet = as_picture(held.part(0, dpi, 0, 0, width, height // 3)).convert("L")
    runs = [
        len(run)
        for y in range(sheet.height)
        for run in re.findall(rb"[\x00-\x60]{600,}", sheet.crop((0, y, width, y + 1)).tobytes())
    ]
    assert any(
        run == pytest.approx(1000, abs=6) for run in runs
    )  # the line is 100 mm and as much longer as it is thick


def test_qpdf_and_poppler_take_the_sheets_for_sound_with_all_fonts_inside(tmp_path):
    pdf = poster.render(rich.rich(30), Request(paper="A1", tile="A3"))
    assert "No syntax or stream encoding errors" in poppler("qpdf", pdf, tmp_path, "--check")
    rows = poppler("pdffonts", pdf, tmp_path).splitlines()[2:]
    assert rows
    assert all(re.search(r"TrueType +\S+ +yes yes yes", row) for row in rows)


def test_the_assembly_sheet_is_heard_and_the_parts_are_not(tmp_path):
    document = awkward.said("kind 漢 ok")
    pdf = poster.render(document, Request(paper="A2", tile="A4", language="en"))
    heard = poppler("pdfinfo", pdf, tmp_path, "-struct-text")
    assert heard.count("H1 (block)") == 1
    assert "How to put this poster together" in heard
    assert "Figure" in heard
    assert "漢" not in heard
    assert "kind" in words_of(pdf, 1) + words_of(pdf, 2) + words_of(pdf, 3)


def test_the_same_poster_gives_the_same_sheets():
    request = Request(paper="A1", tile="A4")
    first, second = (poster.render(studies.study(20), request) for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_the_poster_is_in_the_file_once():
    document = rich.rich(40)
    one, many = (poster.render(document, Request(paper="A0", tile=tile)) for tile in (None, "A3"))
    assert len(many) <= 1.15 * len(one)
