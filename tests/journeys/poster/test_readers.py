"""Posters of every kind, read by programs that other people wrote; each is left out where it is not installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from journeys import poster
from journeys.exchange import json_format, pdf_format
from journeys.poster.raster import page_count
from journeys.poster.request import KINDS, PAPERS, Kind, Request
from tests.journeys.poster import several
from tests.journeys.poster.awkward import said
from tests.journeys.poster.hearing import hear
from tests.journeys.poster.reading import MM

WAYS: dict[str, dict[str, Any]] = {
    "usual": {}, "wide": {"paper": "5000x900"}, "pressed": {"bleed": 3.0, "marks": True}, "in parts": {"tile": "A4"},
    "carrying its study": {},
}  # fmt: skip
SCRIPTS = "ﬁnanciële ﬂuit x² Łódź İstanbul 😀 👩‍🍼 مرحبا עברית coöperatie"
TURNED = ("مرحبا", "עברית")
"""Drawn in the order in which they are read only with the extra for such scripts."""


@cache
def pdf(kind: Kind, way: str = "usual", language: str = "nl") -> bytes:
    document = several.child()
    held = pdf_format.attachment(document, {}) if way == "carrying its study" else None
    asked: dict[str, Any] = {"paper": "A1" if way in {"in parts", "pressed"} else PAPERS[kind], **WAYS[way]}
    return poster.render(document, Request(kind=kind, language=language, **asked), attachment=held)


@cache
def scripts() -> bytes:
    return poster.render(said(SCRIPTS), Request(paper="A2", language="nl"))


def told(tmp_path, data: bytes, *command: str, also: tuple[int, ...] = ()) -> str:
    """What a program says of a poster: `{pdf}` and `{out}` in its command are files."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    (tmp_path / "poster.pdf").write_bytes(data)
    places = {"{pdf}": str(tmp_path / "poster.pdf"), "{out}": str(tmp_path / "out")}
    done = subprocess.run([places.get(part, part) for part in command], check=False, capture_output=True)
    assert done.returncode in {0, *also}, done.stderr.decode(errors="replace")
    return (done.stdout + done.stderr).decode(errors="replace")


@pytest.fixture(params=[(kind, "usual") for kind in KINDS] + [("compare", way) for way in WAYS if way != "usual"])
def made(request) -> bytes:
    return pdf(*request.param)


def test_qpdf_finds_no_error_not_even_after_writing_it_anew(made, tmp_path):
    assert "No syntax or stream encoding errors" in told(tmp_path, made, "qpdf", "--check", "{pdf}")
    told(tmp_path, made, "qpdf", "--object-streams=disable", "--linearize", "{pdf}", "{out}")
    again = (tmp_path / "out").read_bytes()
    assert "no linearization errors" in told(tmp_path, again, "qpdf", "--check-linearization", "{pdf}")
    assert [one.text for one in hear(again).walk()] == [one.text for one in hear(made).walk()]


def test_poppler_reads_all_without_a_complaint(made, tmp_path):
    info = told(tmp_path, made, "pdfinfo", "-box", "-struct", "-l", "99", "{pdf}")
    assert not re.search("error|warning", info, re.IGNORECASE)
    fonts = [line.split() for line in told(tmp_path, made, "pdffonts", "{pdf}").splitlines()[2:]]
    assert fonts
    assert {tuple(line[-5:-2]) for line in fonts} == {("yes", "yes", "yes")}, "embedded, a subset, with its characters"


def test_ghostscript_and_mupdf_draw_it_without_a_complaint(tmp_path):
    for data in (pdf("personas"), pdf("heartbeat"), scripts()):
        assert told(tmp_path, data, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "{pdf}").strip() == ""
    for kind in KINDS:
        heard = told(tmp_path, pdf(kind), "mutool", "draw", "-q", "-F", "bbox", "-o", "{out}", "{pdf}")
        assert [line for line in heard.splitlines() if "ICC support is not available" not in line] == []


@pytest.mark.parametrize("way", ["usual", "pressed", "wide"])
def test_every_reader_finds_the_same_sizes(way, tmp_path):
    data = pdf("compare", way)
    wide, high = {"wide": (5000.0, 900.0)}.get(way, (841.0, 594.0))
    poppler = told(tmp_path, data, "pdfinfo", "-box", "{pdf}")
    boxes = {name: [float(side) * MM for side in sides.split()]
             for name, sides in re.findall(r"^(\w+)Box: +(.*)$", poppler, re.MULTILINE)}  # fmt: skip
    trim = boxes["Trim"]
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([wide, high], abs=0.1)
    assert pypdfium2.PdfDocument(data)[0].get_trimbox() == pytest.approx([side / MM for side in trim], abs=0.02)
    pages = json.loads(told(tmp_path, data, "qpdf", "--json=2", "--json-key=qpdf", "{pdf}"))["qpdf"][1]
    (page,) = (one["value"] for one in pages.values() if isinstance(one.get("value"), dict)
               and one["value"].get("/Type") == "/Page")  # fmt: skip
    assert [side * MM for side in page["/TrimBox"]] == pytest.approx(trim, abs=0.02)
    if way == "pressed":
        bleed = boxes["Bleed"]
        assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([3.0, 3.0], abs=0.05)


def test_letters_of_all_scripts_are_found_as_they_were_typed(tmp_path):
    text = told(tmp_path, scripts(), "pdftotext", "-raw", "{pdf}", "-")
    found = re.sub(r"[\s\u00ad\u200e\u200f\u202a-\u202e]", "", text)
    assert [word for word in SCRIPTS.split() if word not in TURNED and word not in found] == []
    plain = pypdfium2.PdfDocument(scripts())[0].get_textpage().get_text_range()
    assert [word for word in ("Łódź", "İstanbul", "😀", "x²", "coöperatie") if word not in plain] == []


def test_what_is_heard_of_them_is_what_was_typed():
    assert SCRIPTS in [one.text for one in hear(scripts()).walk()]


@pytest.mark.parametrize("kind", ["compare", "gaps", "report"])
def test_poppler_and_pdfium_find_the_same_structure(kind, tmp_path):
    data = pdf(kind)
    tags = re.findall(
        r"^ *([A-Z]\w*)\b(?: \(\w+\))?:?$", told(tmp_path, data, "pdfinfo", "-struct", "{pdf}"), re.MULTILINE
    )
    heard = [[one.tag for one in hear(data, page).walk()] for page in range(page_count(data))]
    assert tags == [heard[0][0], *(tag for page in heard for tag in page[1:])]


def test_the_lines_of_the_contents_are_links_with_words(tmp_path):
    data = pdf("report")
    every = json.loads(told(tmp_path, data, "qpdf", "--json=2", "--json-key=qpdf", "{pdf}"))["qpdf"][1]
    values = {name.removeprefix("obj:"): one.get("value") for name, one in every.items()}
    links = {name: one for name, one in values.items() if isinstance(one, dict) and one.get("/Subtype") == "/Link"}
    root = values[values[every["trailer"]["value"]["/Root"]]["/StructTreeRoot"]]
    nums = values[root["/ParentTree"]]["/Nums"]
    parents = dict(zip(nums[::2], nums[1::2], strict=True))
    assert len(links) > 15
    assert sorted(parents) == list(range(root["/ParentTreeNextKey"]))
    for name, link in links.items():
        node = values[parents[link["/StructParent"]]]
        assert node["/S"] == "/Link"
        assert [kid["/Obj"] for kid in node["/K"] if isinstance(kid, dict)] == [name]
        assert node["/ActualText"] == link["/Contents"]
        assert re.search(r", pagina \d+$", link["/Contents"].removeprefix("u:"))
        assert link["/F"] == 4, "and it is printed"


def test_the_study_in_a_poster_is_a_file_that_others_can_take_out(tmp_path):
    data = pdf("compare", "carrying its study")
    assert pdf_format.NAME in told(tmp_path, data, "pdfdetach", "-list", "{pdf}")
    told(tmp_path, data, "pdfdetach", "-save", "1", "-o", "{out}", "{pdf}")
    assert json_format.from_json((tmp_path / "out").read_bytes()).document == several.child()


@pytest.mark.parametrize("kind", ["compare", "personas"])
def test_poppler_draws_what_pdfium_draws(kind, tmp_path):
    data = pdf(kind)
    told(tmp_path, data, "pdftoppm", "-r", "40", "-f", "1", "-singlefile", "{pdf}", "{out}")
    drawn = Image.open(tmp_path / "out.ppm").convert("RGB")
    assert _apart(drawn, data) < 60, "only edges and hairlines differ"


def _apart(drawn: Image.Image, data: bytes) -> int:
    """How many pixels are lighter or darker than all around them in PDFium's picture."""
    other = pypdfium2.PdfDocument(data)[0].render(scale=40 / 72).to_pil().convert("RGB").resize(drawn.size)
    soft = drawn.filter(ImageFilter.BoxBlur(1))
    over = ImageChops.subtract(soft, other.filter(ImageFilter.MaxFilter(5)))
    under = ImageChops.subtract(other.filter(ImageFilter.MinFilter(5)), soft)
    worst = ImageChops.lighter(over, under).convert("L").histogram()
    return sum(worst[40:])
