"""Tables as they come by mail: macros, links, passwords, odd bytes; values only, or a clear sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.errors import ExchangeError
from journeys.exchange import columns, grid, tables
from journeys.exchange.remarks import remark_text
from journeys.i18n import words
from journeys.messages import error_text
from tests.journeys.exchange.spreadsheets import ods, ods_filled, parts_of, to_study, xlsx, zipped

HEAD = ["Fase", "Stap", "Dag", "Emotie"]
ROW = ["Een", "Bellen", dt.date(2026, 1, 31), 1]
SAY = words("nl")


def rows(data, name="x.xlsx"):
    return [list(row.cells) for row in tables.read(data, name)[0].rows]


def said(data, name):
    """The sentence of a refusal, all steps of an import tried."""
    with pytest.raises(ExchangeError) as refused:
        to_study(data, name, "nl")
    return error_text(refused.value, SAY)


def test_E6_macros_and_links_to_other_files_stay_where_they_are():
    parts = parts_of(xlsx({"x": [HEAD, ROW]}))
    link = b'<externalLink><externalBook r:id="rId1" xmlns:r="r"/></externalLink>'
    path = b'<Relationship Id="rId1" Type="x/externalLinkPath" Target="file:///etc/passwd"/>'
    target = b"<Relationships>" + path + b"</Relationships>"
    evil = zipped({
        **parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open()", "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": target,
    })  # fmt: skip
    assert rows(evil, "x.xlsm") == rows(zipped(parts)) == [HEAD, ["Een", "Bellen", "2026-01-31", "1"]]


def test_E6_a_formula_that_was_never_worked_out_and_one_that_reaches_out_are_no_more_than_their_values():
    def fill(_, sheets):
        sheets["x"].write_formula(1, 0, '=WEBSERVICE("http://127.0.0.1:9/")', value="Een")
        sheets["x"].write_formula(1, 1, "='[Other.xlsx]Blad1'!A1", value="Bellen")

    assert rows(xlsx({"x": [HEAD]}, fill)) == [HEAD, ["Een", "Bellen"]]


def test_E6_faults_in_cells_are_no_values():
    parts = parts_of(xlsx({"x": [HEAD, ["Een", "Bellen"]]}))
    sheet = "xl/worksheets/sheet1.xml"
    fault = b'<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="inlineStr"><is><t>Wachten</t></is></c></row>'
    parts[sheet] = parts[sheet].replace(b"</sheetData>", fault + b"</sheetData>")
    assert rows(zipped(parts))[2] == ["", "Wachten"]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_E6_days_are_days_in_both_kinds(make):
    assert rows(make({"x": [HEAD, ROW]}))[1][2] == "2026-01-31"


def test_E6_a_password_is_told_in_every_kind():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"EncryptedPackage".ljust(5_000, b"\0")
    parts = parts_of(ods({"x": [HEAD, ["Een", "Bellen"]]}))
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(b"/>", b"><m:encryption-data/></m:x>")
    parts["content.xml"] = b"\x93\x01 not xml"
    bits = bytearray(xlsx({"x": [HEAD]}))
    at = bits.index(b"PK\x01\x02")
    bits[at + 8] |= 1
    for data, name in ((locked, "x.xlsx"), (locked, "x.xls.csv"), (zipped(parts), "x.ods"), (bytes(bits), "x.xlsx")):
        assert "wachtwoord" in said(data, name)


def test_E6_merged_cells_that_overlap_or_lie_outside_do_no_harm():
    sheet = "xl/worksheets/sheet1.xml"
    parts = parts_of(xlsx({"x": [HEAD, ROW, ["", "Wachten"]]}))
    spans = ("A2:A3", "A2:A1048576", "XFD1:XFD9", "A3:A2")
    merges = "".join(f'<mergeCell ref="{span}"/>' for span in spans)
    parts[sheet] = parts[sheet].replace(b"</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>".encode())
    found = to_study(zipped(parts), "x.xlsx", "nl").document
    assert [step.title for step in found.steps.values()] == ["Bellen", "Wachten"]


def test_E6_an_ods_with_a_formula_gives_its_value():
    cell = ods_filled("Bellen", 'office:value-type="string" table:formula="of:=WEBSERVICE(1)"')
    assert rows(ods({"x": [["Fase", "Stap"], ["Een", cell]]}), "x.ods")[1] == ["Een", "Bellen"]


@pytest.mark.parametrize(
    ("data", "separator", "remark"),
    [
        (b"Fase;Stap\nEen;Bellen", ";", ""),
        (b"Fase,Stap\nEen,Bellen", ",", ""),
        (b"Fase\tStap\nEen\tBellen", "\t", ""),
        (b"sep=,\r\nFase,Stap\r\nEen,Bellen", ",", ""),
        (b"Fase;Stap\rEen;Bellen\r", ";", ""),
        ("Fase;Stap\nEen;Bellen €".encode("cp1252"), ";", "Windows"),
        (b"Fase;Stap\nEen;caf\xc3\xa9 en caf\xe9", ";", "Windows"),
        ("Fase;Stap\nEen;Bellen".encode("utf-16"), ";", ""),
        ("Fase;Stap\nEen;Bellen".encode("utf-16-be"), ";", ""),
        (b"\xef\xbb\xbfFase;Stap\nEen;\xff", ";", "Onleesbare"),
    ],
    ids=repr,
)  # fmt: skip
def test_E5_how_a_csv_was_read_is_known_and_told_where_it_was_guessed(data, separator, remark):
    (found,) = tables.read(data, "x.csv")
    assert found.separator == separator
    assert columns.guess(found).columns[:2] == ("phase", "title")
    told = " ".join(remark_text(one, SAY) for one in found.remarks)
    assert bool(told) == bool(remark)
    assert remark in told


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'Fase;Stap\nEen;Bellen\nTwee;"open\nDrie;Wachten', "Rij 3"),
        (b'Fase;Stap\n"Een"x;Bellen', "Rij 2"),
        (b"Fase;Stap\nEen;" + b"x" * 200_000, "Rij 2"),
        (b"Fase;Stap\nEen;Bellen" + b";x" * 16_000, "Rij 2"),
        (b"Fase;Stap\nEen;" + b"x" * 11_000 + b"\n" + b"y" * 300 + b";Bellen", "Rij 2"),
        (b"Fase;Stap\nEen;Wachten\n" + b"y" * 300 + b";Bellen", "Rij 3"),
        (b"", "kan worden"), (b"\n\n", "kan worden"), (b"Fase;Stap\n", "kan worden"),
    ],
    ids=lambda value: repr(value[:30]),
)  # fmt: skip
def test_E5_what_cannot_be_read_names_its_row(data, sentence):
    assert sentence in said(data, "x.csv")


def test_E5_nul_bytes_in_a_cell_are_taken_out_and_told():
    found = to_study(b"Fase;Stap\nEen;Bel\0len", "x.csv", "nl")
    assert [step.title for step in found.document.steps.values()] == ["Bellen"]
    assert [notice.code for notice in found.notices] == ["notice.text_unreadable"]


def test_E5_utf_16_big_endian_without_a_mark_is_recognised():
    assert grid.decoded("Fase;Stap".encode("utf-16-be"))[0] == "Fase;Stap"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("x.xlsx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}),
        ("x.xlsx", {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<presentation/>"}),
        ("x.ods", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<content/>"}),
    ],
)
def test_a_letter_or_slides_that_are_called_a_spreadsheet_are_not_said_to_be_damaged(name, parts):
    with pytest.raises(ExchangeError) as refused:
        to_study(zipped(parts), name, "nl")
    assert refused.value.code == "grid.other_office"
