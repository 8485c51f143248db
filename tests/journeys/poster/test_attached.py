"""The study inside its poster: there when asked for, whole when read back, and nowhere else."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
import zlib

import pytest

from journeys import poster
from journeys.poster import raster
from journeys.poster.bombs import swells
from journeys.poster.pages import render
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.reading import picture, poppler

NAME = "Een kind krijgen (2) – één.levensreis"
STUDY = b"SQLite format 3\0" + bytes(range(256)) * 400


def with_study(data: bytes = STUDY, name: str = NAME) -> bytes:
    return render(studies.study(6), Request(paper="A4"), attachment=(name, data))


def test_a_poster_carries_nothing_unless_that_was_asked():
    assert raster.attachments(poster.render(studies.study(6), Request(paper="A4"))) == []


@pytest.mark.parametrize("data", [STUDY, b"endstream endobj %%EOF"], ids=["study", "ends of objects"])
def test_what_was_put_in_comes_out_byte_by_byte(data):
    assert raster.attachments(with_study(data)) == [(NAME, data)]


def test_names_of_any_kind_come_back():
    for name in ("a.levensreis", "een (kopie) \\ twee).levensreis", "漢😀.levensreis"):
        assert [found for found, _ in raster.attachments(with_study(name=name))] == [name]


def test_other_programs_find_the_study_too(tmp_path):
    pdf = with_study()
    assert NAME in poppler("qpdf", pdf, tmp_path, "--list-attachments")
    assert "No syntax or stream encoding errors" in poppler("qpdf", pdf, tmp_path, "--check")
    assert f"1: {NAME}" in poppler("pdfdetach", pdf, tmp_path, "-list")
    out = tmp_path / "out"
    subprocess.run(
        [str(shutil.which("pdfdetach")), "-save", "1", "-o", str(out), str(tmp_path / "poster.pdf")], check=True
    )  # fmt: skip
    assert out.read_bytes() == STUDY


def test_the_study_is_the_source_of_the_document():
    assert b"/AFRelationship/Source" in with_study()


def test_the_page_looks_the_same_and_the_bytes_are_the_same_twice():
    with_it, without = with_study(), poster.render(studies.study(6), Request(paper="A4"))
    assert picture(with_it, 800).tobytes() == picture(without, 800).tobytes()
    assert with_study() == with_it


def test_too_much_is_left_out_and_what_is_no_pdf_has_nothing():
    assert raster.attachments(with_study(), most_bytes=1000) == []
    for data in (b"", b"no pdf", with_study()[:3000]):
        assert raster.attachments(data) == []


def packed(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def bomb(layers):
    """A PDF whose one attachment is small in the file and large when unpacked."""
    data = packed(bytes(40_000_000), layers)
    filters = b" ".join([b"/FlateDecode"] * layers)
    head = b"<</Type/EmbeddedFile/Filter[%s]/Length %d>>" % (filters, len(data))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.json) 3 0 R]>>>>>>",
        b"<</Type/Pages/Kids[5 0 R]/Count 1>>",
        b"<</Type/Filespec/F(a.json)/UF(a.json)/EF<</F 4 0 R>>>>",
        head + b"\nstream\n" + data + b"\nendstream",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return pdf + table + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % len(pdf)


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_file_that_swells_beyond_measure_is_not_even_unpacked(layers):
    pdf = bomb(layers)
    assert len(pdf) < 100_000
    assert [len(data) for _, data in raster.attachments(pdf)] == [40_000_000]
    tracemalloc.start()
    try:
        assert raster.attachments(pdf, most_bytes=1_000_000) == []
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_packing_without_an_end_counts_as_swelling():
    assert swells(b"stream\n" + packed(b"x", 9), 1_000_000)
    assert not swells(b"stream\n" + packed(b"x", 2), 1_000_000)
    assert not swells(b"stream\r\nno zlib at all", 10)
