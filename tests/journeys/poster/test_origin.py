"""The foot says where a sheet comes from: version, fingerprint, and an address to scan."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pytest

from journeys import poster
from journeys.errors import UsageError
from journeys.model.document import Document
from journeys.poster import raster
from journeys.poster.parts.origin import fingerprint
from journeys.poster.parts.qr import qr_code
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster.reading import words_of


def test_the_fingerprint_on_the_sheet_is_another_as_soon_as_one_word_is_another():
    document = studies.study(5)
    step = next(iter(document.steps.values()))
    other = Document.of(replace(e, title="Anders") if e is step else e for _, e in document)
    assert fingerprint(document) in words_of(poster.render(document, Request(paper="A4")))
    assert fingerprint(other) != fingerprint(document)


def test_the_order_in_which_a_study_is_stored_leaves_no_trace_in_it():
    document = studies.study(5)
    assert fingerprint(Document.of(reversed([entity for _, entity in document]))) == fingerprint(document)


def test_squares_of_a_code_are_dark_where_the_standard_wants_its_corners():
    block = qr_code("https://voorbeeldstad.nl", 1.0)
    left = min(box.rect.x for box in block.elements)
    top = min(box.rect.y for box in block.elements)
    first = [box.rect.w for box in block.elements if box.rect.y == top]
    assert (left, top) == (2.0, 2.0)
    assert first[0] == first[-1] == 3.5  # seven squares of half a millimetre


def test_a_reader_of_codes_finds_the_address_on_the_sheet(tmp_path):
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not installed")
    pdf = poster.render(studies.study(5), Request(paper="A4", link="https://voorbeeldstad.nl/kind"))
    (tmp_path / "sheet.png").write_bytes(raster.page_png(pdf, 0, 1754))
    found = subprocess.run(
        ["zbarimg", "--raw", "-q", str(tmp_path / "sheet.png")], check=True, capture_output=True, text=True
    )
    assert found.stdout.strip() == "https://voorbeeldstad.nl/kind"


@pytest.mark.parametrize("link", ["x" * 301, "https://a.nl/\n\0"])
def test_an_address_that_nobody_can_scan_is_refused(link):
    with pytest.raises(UsageError) as refused:
        poster.render(studies.study(3), Request(paper="A4", link=link))
    assert refused.value.code == "poster.link"
