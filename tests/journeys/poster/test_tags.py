"""The tagged PDF, read back by programs that did not write it: PDFium, poppler and qpdf."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest

from journeys import poster
from journeys.i18n import words
from journeys.phrases.figures import curve_text
from journeys.poster import inks
from journeys.poster.pages import laid_out, painted
from journeys.poster.pdf import reportlab_home
from journeys.poster.pdf.painter import paint
from journeys.poster.raster import page_count
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, rich
from tests.journeys.poster.hearing import hear, numbers, unmarked
from tests.journeys.poster.reading import picture, poppler, run_together
from tests.journeys.poster.test_pages import png, with_portrait

DOCUMENTS = {
    "plain": studies.study(12), "rich": rich.rich(40), "gaps": awkward.full_of_gaps(), "wordy": awkward.wordy(24),
    "missing glyphs": awkward.said("kind 漢 en 😀 een verloskundigenpraktijk, gnp\u202efdp.exe"),
}  # fmt: skip


@cache
def printed_as(name: str) -> bytes:
    return printed(DOCUMENTS[name])


def printed(document, **options) -> bytes:
    return poster.render(document, Request(paper="A2", language="nl", **options))


@pytest.fixture(params=DOCUMENTS, scope="module")
def pdf(request) -> bytes:
    return printed_as(request.param)


def objects(pdf: bytes, tmp_path) -> dict:
    """All objects, as qpdf reads them."""
    return json.loads(poppler("qpdf", pdf, tmp_path, "--json"))["qpdf"][1]


def held(all_objects: dict, found):
    """The object itself, where it is referred to."""
    while isinstance(found, str) and re.fullmatch(r"\d+ \d+ R", found):
        found = all_objects[f"obj:{found}"].get("value", all_objects[f"obj:{found}"].get("stream", {}).get("dict"))
    return found


def test_everything_on_the_page_is_either_read_or_an_artifact(pdf):
    assert unmarked(pdf) == []


def test_every_marked_part_belongs_to_one_element_and_the_way_back_leads_there(pdf, tmp_path):
    heard = hear(pdf)
    marked = [number for one in heard.walk() for number in one.marked]
    assert sorted(marked) == list(range(len(marked)))
    assert numbers(pdf) <= set(marked)
    every = objects(pdf, tmp_path)
    catalog = held(every, every["trailer"]["value"]["/Root"])
    tree = held(every, catalog["/StructTreeRoot"])
    (place, parents) = held(every, tree["/ParentTree"])["/Nums"]
    (page,) = (
        one["value"]
        for one in every.values()
        if isinstance(one.get("value"), dict) and one["value"].get("/Type") == "/Page"
    )
    assert (page["/StructParents"], page["/Tabs"], place) == (0, "/S", 0)
    for number, parent in enumerate(parents):
        kids = held(every, parent)["/K"]
        assert number in (kids if isinstance(kids, list) else [kids])


def test_every_element_names_the_one_it_stands_in(pdf, tmp_path):
    every = objects(pdf, tmp_path)
    catalog = held(every, every["trailer"]["value"]["/Root"])

    def check(reference: str, above: str) -> int:
        one = held(every, reference)
        assert one["/P"] == above
        kids = one.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        return 1 + sum(check(kid, reference) for kid in kids if isinstance(kid, str))

    root = catalog["/StructTreeRoot"]
    assert check(held(every, root)["/K"], root) == sum(
        "/S" in one["value"] for one in every.values() if isinstance(one.get("value"), dict) and "/P" in one["value"]
    )


def test_the_headings_are_one_title_and_no_level_is_skipped(pdf):
    found = [one.tag for one in hear(pdf).find("H1", "H2", "H3")]
    assert found[0] == "H1"
    assert found.count("H1") == 1
    assert all(int(b[1]) <= int(a[1]) + 1 for a, b in pairwise(found))


def test_the_table_is_regular_and_its_headers_say_what_they_head(pdf):
    (table,) = hear(pdf).find("Table")
    rows = [row.within for row in table.within]
    assert len({len(row) for row in rows}) == 1
    assert {(cell.tag, cell.attributes["Scope"]) for cell in rows[0]} == {("TH", "Column")}
    assert {(row[0].tag, row[0].attributes["Scope"]) for row in rows[1:]} == {("TH", "Row")}


def test_every_figure_has_words_and_a_place_on_the_page(pdf, tmp_path):
    figures = hear(pdf).find("Figure")
    assert figures
    assert all(one.alt and one.attributes["O"] == "Layout" for one in figures)
    page = pypdfium2.PdfDocument(pdf)[0].get_size()
    boxes = [one["value"]["/A"]["/BBox"] for one in objects(pdf, tmp_path).values()
             if isinstance(one.get("value"), dict) and one["value"].get("/S") == "/Figure"]  # fmt: skip
    assert len(boxes) == len(figures)
    for left, bottom, right, top in boxes:
        assert -1 <= left < right <= page[0] + 1
        assert -1 <= bottom < top <= page[1] + 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_text_of_every_card_and_note_is_heard_whole(name):
    document, read = DOCUMENTS[name], hear(printed_as(name))
    heard = run_together(" ".join(one.text for one in read.find("P", "LBody", "TD")))
    whole = " ".join(one.text for one in read.find("P", "LBody", "Span"))
    for step in document.steps.values():
        assert step.title in whole
        assert all(line.strip() in whole for line in step.body.split("\n"))
    for note in document.notes.values():
        assert run_together(note.text) in heard


def test_reading_goes_by_lane_or_by_phase():
    document = rich.rich(12)
    by_lane, by_phase = (hear(printed(document, reading=reading)) for reading in ("lane", "phase"))
    straight, turned = (
        [[cell.text for cell in row.within] for row in one.find("Table")[0].within] for one in (by_lane, by_phase)
    )
    assert [cell[:8] for cell in straight[0][:3]] == ["Fase", "Zwanger!", "Voorbere"]
    assert turned[0][:4] == ["Fase", "Aanwezigheid", "Stappen", "Hartslag"]
    assert [list(column) for column in zip(*straight, strict=True)] == turned


def test_the_curve_is_told_in_a_sentence():
    document = studies.study(12)
    (journey,) = document.journeys
    alts = [one.alt for one in hear(printed(document)).find("Figure")]
    assert curve_text(document, journey, words("nl")) in alts


def test_portraits_and_pictures_are_figures_with_words():
    document, images = with_portrait(png((0, 200, 0)))
    heard = hear(poster.render(document, Request(paper="A3", language="nl"), images))
    assert "Portret van Persona 1" in [one.alt for one in heard.find("Figure")]
    assert "Een wachtkamer" in [one.alt for one in hear(printed(rich.rich(12))).find("Figure")]


def test_the_catalog_says_the_language_and_that_it_is_tagged(tmp_path):
    every = objects(printed(studies.study(8)), tmp_path)
    catalog = held(every, every["trailer"]["value"]["/Root"])
    assert catalog["/Lang"] == "u:nl"
    assert held(every, catalog["/MarkInfo"]) == {"/Marked": True}
    assert held(every, catalog["/ViewerPreferences"])["/DisplayDocTitle"] is True


def test_both_descriptions_of_the_document_agree_and_follow_no_clock(tmp_path):
    document = awkward.said("Een <kind> & meer")
    pdf = printed(document)
    described = ET.fromstring(poppler("pdfinfo", pdf, tmp_path, "-meta"))  # noqa: S314 - our own
    space = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    (title, language) = (one.text for one in described.iter(f"{space}li"))
    assert f"Title:           {title}\n" in poppler("pdfinfo", pdf, tmp_path)
    assert language == "nl"
    assert not [one.tag for one in described.iter() if "Date" in one.tag]
    assert printed(document) == pdf


def test_poppler_hears_the_same(tmp_path):
    pdf = printed(rich.rich(3))
    assert re.search(r"^Tagged: +yes$", poppler("pdfinfo", pdf, tmp_path), re.MULTILINE)
    told = poppler("pdfinfo", pdf, tmp_path, "-struct-text")
    assert "Stap 3: kraamzorg en zwangerschapsverlof" in told.replace("\u00ad", "")
    tags = re.findall(r"^ *([A-Z]\w*)\b(?: \(\w+\))?:?$", told, re.MULTILINE)
    assert tags == [one.tag for one in hear(pdf).walk()]
    assert "No syntax or stream encoding errors" in poppler("qpdf", pdf, tmp_path, "--check")


def test_bookmarks_lead_to_each_sheet_and_its_phases():
    document = studies.study(8, personas=2)
    pdf = pypdfium2.PdfDocument(printed(document))
    found = [(one.level, one.get_title(), one.get_dest().get_index()) for one in pdf.get_toc()]
    names = [phase.name for phase in document.phases.values()]
    assert found == [
        entry
        for page, who in enumerate(("Persona 1", "Persona 2"))
        for entry in [(0, f"Een kind krijgen · {who}", page), *((1, name, page) for name in names)]
    ]
    assert all(one.get_count() >= 0 for one in pdf.get_toc()), "unfolded"
    views = [one.get_dest().get_view()[1] for one in pdf.get_toc() if one.level == 1]
    assert [round(left) for left, *_ in views] == sorted(round(left) for left, *_ in views[:6]) * 2


def test_several_sheets_are_sections_each_heard_on_its_own_page():
    pdf = printed(studies.study(6, personas=2))
    for page, who in enumerate(("Persona 1", "Persona 2")):
        heard = hear(pdf, page)
        assert [one.text for one in heard.find("H1")] == ["Een kind krijgen"]
        assert who in [one.text for one in heard.find("H2")]


def unmarked_page(sheet) -> bytes:
    target = BytesIO()
    canvas = reportlab_home.new_canvas(target, 594, 420, title="x", language="nl")
    reportlab_home.new_page(canvas, 594, 420)
    paint(canvas, sheet.drawing, inks.palette("print"))
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_nothing_that_is_seen_changes_by_being_heard():
    document = rich.rich(16)
    request = Request(paper="A2", language="nl")
    made = laid_out(document, request)
    seen, plain = (picture(one, 1200) for one in (painted(document, request, made), unmarked_page(made[0])))
    assert seen.tobytes() == plain.tobytes()


def test_of_a_poster_in_parts_the_first_sheet_is_heard_and_the_others_only_show_it():
    pdf = printed(studies.study(6), tile="A4", bleed=3.0, marks=True)
    assert [one.tag for one in hear(pdf).find("H1")] == ["H1"]
    for page in range(1, page_count(pdf)):
        assert (numbers(pdf, page), unmarked(pdf, page)) == (set(), [])


def test_what_the_printer_needs_around_the_sheet_is_not_read():
    pdf = printed(studies.study(6), bleed=3.0, marks=True)
    assert unmarked(pdf) == []
    marked = [number for one in hear(pdf).walk() for number in one.marked]
    assert numbers(pdf) <= set(marked)


def test_a_drawing_without_marks_has_none_at_all():
    (sheet,) = laid_out(rich.rich(12), Request(paper="A2", language="nl"))
    pdf = unmarked_page(sheet)
    assert numbers(pdf) == set()
    assert b"StructTreeRoot" not in pdf
