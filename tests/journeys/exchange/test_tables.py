"""XLSX, ODS and CSV files become studies; what is damaged, locked, hostile or too large is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.errors import ExchangeError, LevensreisError
from journeys.exchange import columns, formats, rows, tables
from journeys.exchange.remarks import remark_text, sentence
from journeys.i18n import words
from journeys.messages import error_text
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from tests.journeys.exchange.spreadsheets import ods, ods_filled, ods_row, parts_of, to_study, xlsx, zipped

HEAD = ["Fase", "Stap", "Partij", "Beleving", "Dag"]
ROWS = [
    ["Zwanger", "Test doen", "niemand", 5, dt.date(2026, 1, 5)],
    [None, "Echo", "Verloskundige", 3, dt.date(2026, 1, 15)],
    ["Aangifte", "Naar de balie", "Gemeente", 1, dt.date(2026, 9, 1)],
]


def read(data, name="reis.xlsx"):
    return tables.read(data, name)


def refused(data, name="reis.xlsx"):
    with pytest.raises(ExchangeError) as raised:
        read(data, name)
    assert "(" not in error_text(raised.value, words("nl"))[:1]
    return raised.value.code


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_spreadsheet_becomes_a_study(make):
    imported = to_study(make({"Blad1": [["Klantreis"], [], HEAD, *ROWS]}), "Kind krijgen.xlsx", "nl")
    document = imported.document
    assert check_document(document) == []
    assert document.study.title == "Kind krijgen"
    assert [phase.name for phase in phases_in_order(document)] == ["Zwanger", "Aangifte"]
    steps = {step.title: step for step in document.steps.values()}
    assert [steps[title].emotion for title in ("Test doen", "Echo", "Naar de balie")] == [2, 0, -2]
    assert [step.day for step in steps.values()] == [0, 10, 239]
    assert steps["Test doen"].nobody
    told = {notice.code for notice in imported.notices}
    assert told == {"rows.above", "rows.scale_one_five", "rows.first_date", "guessed.kinds"}
    assert all("{" not in sentence(n.code, n.values, words("nl")) for n in imported.notices)


def test_a_file_is_imported_by_its_suffix(tmp_path):
    for name, data in (
        ("a.csv", b"Stap;Fase\nBellen;Een"),
        ("a.ods", ods({"x": [HEAD, *ROWS]})),
        ("a.txt", b"Bellen\n\tWaarom?"),
    ):
        (tmp_path / name).write_bytes(data)
        assert formats.read_file(tmp_path / name).document.steps


def test_every_sheet_with_headings_becomes_a_journey():
    data = xlsx(
        {
            "Sanne": [HEAD, *ROWS],
            "Uitleg": [["Vul in"]],
            "Esra": [HEAD, *ROWS[:1]],
            "Acties": [["Actie", "Wie"], ["x", "y"]],
        }
    )
    document = to_study(data, "twee.xlsx", "nl").document
    held = {journey.title: len(document.referring(journey.id, "step")) for journey in document.journeys.values()}
    assert held == {"Sanne": 3, "Esra": 1}
    assert len(document.personas) == 1


def test_hidden_sheets_are_left_out_and_told():
    def hide(_, sheets):
        sheets["Geheim"].hide()

    found = read(xlsx({"Open": [HEAD, *ROWS], "Geheim": [HEAD, *ROWS]}, hide))
    assert [each.name for each in found] == ["Open"]
    assert remark_text(found[0].remarks[0], words("nl")) == "Verborgen bladen zijn weggelaten: Geheim."


def test_E6_formulas_give_the_value_they_had():
    def fill(_, sheets):
        sheets["x"].write_formula(1, 1, '="Naar "&"balie"', value="Naar balie")
        sheets["x"].write_formula(1, 3, "=1+1", value=2)

    found = read(xlsx({"x": [HEAD, ["Een"]]}, fill))[0]
    assert found.rows[1].cells == ("Een", "Naar balie", "", "2")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_E6_a_merged_phase_holds_for_all_its_rows_and_a_merged_step_stays_one(kind):
    if kind == "xlsx":

        def merge(_, sheets):
            sheets["x"].merge_range(1, 2, 3, 2, "Gemeente")
            sheets["x"].merge_range(2, 1, 3, 1, "Wachten")

        data = xlsx(
            {
                "x": [
                    ["Fase", "Stap", "Partij", "Behoefte"],
                    ["Een", "Bellen", None, "A"],
                    [None, None, None, "B"],
                    [None, None, None, "C"],
                ]
            },
            merge,
        )
    else:
        three, two = (
            ods_filled(text, f'table:number-rows-spanned="{n}" office:value-type="string"')
            for text, n in (("Gemeente", 3), ("Wachten", 2))
        )
        covered = "<table:covered-table-cell/>"
        data = ods({"x": [
            ["Fase", "Stap", "Partij", "Behoefte"], ["Een", "Bellen", three, "A"], [None, two, covered, "B"],
            [None, covered, covered, "C"],
        ]})  # fmt: skip
    found = read(data, f"x.{kind}")[0]
    coming = rows.incoming(found, columns.guess(found))
    assert [(step.title, step.contacts[0].party, [note.text for note in step.notes]) for step in coming.steps] == [
        ("Bellen", "Gemeente", ["A"]), ("Wachten", "Gemeente", ["B", "C"]),
    ]  # fmt: skip


def test_empty_rows_that_are_repeated_a_million_times_are_nothing():
    end = ods_row('<table:table-cell table:number-columns-repeated="16384"/>', times=1_048_000)
    found = read(ods({"x": [HEAD, ods_row("Een", "A", times=2), end]}), "x.ods")
    assert [row.number for row in found[0].rows] == [1, 2, 3]


@pytest.mark.parametrize(
    "far",
    [
        ods_row(1, times=1_048_576),
        ods_row(ods_filled("x", 'table:number-columns-repeated="16384" office:value-type="string"')),
        ods_row(None, times=900_000) + ods_row(ods_filled("x", "")),
        ods_row("x", times=10**20),
    ],
)
def test_E6_an_ods_that_reaches_too_far_is_refused_before_it_is_read(far):
    assert refused(ods({"x": [HEAD, far]}), "x.ods") == "grid.reach"


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>', "<row><c r='A1048576'><v>1</v></c></row>",
        '<row r="9"><c r="&#88;FD9"><v>1</v></c></row>',
    ],
)  # fmt: skip
def test_E6_an_xlsx_that_reaches_too_far_is_refused_before_it_is_read(far):
    parts = parts_of(xlsx({"x": [HEAD]}))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", far.encode() + b"</sheetData>")
    assert refused(zipped(parts)) == "grid.reach"


def test_far_cells_with_only_a_colour_do_not_count():
    def paint(book, sheets):
        sheets["x"].write_blank(1_000_000, 5, None, book.add_format({"bg_color": "red"}))

    assert len(read(xlsx({"x": [HEAD, *ROWS]}, paint))[0].rows) == 4


@pytest.mark.parametrize("make", [xlsx, ods])
def test_E2_a_doctype_is_refused(make):
    parts = parts_of(make({"x": [HEAD]}))
    name = "content.xml" if "content.xml" in parts else "xl/worksheets/sheet1.xml"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    parts[name] = parts[name].replace(b"?>", b"?>" + bomb, 1)
    assert refused(zipped(parts)) == "grid.dtd"


def test_E6_what_swells_when_it_is_unpacked_is_refused():
    parts = parts_of(xlsx({"x": [HEAD]}))
    assert refused(zipped({**parts, "xl/sharedStrings.xml": b"<sst>" + b" " * 30_000_000 + b"</sst>"})) == "grid.bomb"
    assert refused(zipped({**parts, **{f"xl/x{n}.xml": b"<a/>" for n in range(2_100)}})) == "grid.bomb"


def test_a_worksheet_under_another_name_is_looked_at_too():
    parts = parts_of(xlsx({"x": [HEAD]}))
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"worksheets/sheet1.xml", b"worksheets/sheet1.png")
    parts["xl/worksheets/sheet1.png"] = parts.pop("xl/worksheets/sheet1.xml")
    assert refused(zipped(parts)) == "grid.damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "grid.locked"), (b"PK\x03\x04 not a zip", "grid.damaged"),
        (zipped({"hello.txt": "hi"}), "grid.damaged"), (zipped({"content.xml": "<a>"}), "grid.damaged"),
        (xlsx({"x": []}), "grid.no_rows"), (xlsx({"x": [HEAD, *ROWS]})[:-40], "grid.damaged"),
    ],
)  # fmt: skip
def test_E6_what_is_no_spreadsheet_is_refused(data, code):
    assert refused(data) == code


def test_E8_more_rows_than_a_study_holds_are_refused():
    assert refused(b"a;b\n" * 20_060, "x.csv") == "grid.rows"
    assert refused(xlsx({"x": [HEAD, *[[]] * 30_000, ["a"]]})) == "grid.reach"


def test_a_cell_that_is_too_long_is_refused_with_its_row_and_column():
    data = xlsx({"x": [["Stap", "Knelpunt"], ["Bellen", "x" * 10_001]]})
    with pytest.raises(ExchangeError) as raised:
        to_study(data, "x.xlsx", "nl")
    assert (raised.value.values["row"], raised.value.values["column"]) == (2, "Knelpunt")


def test_the_sheet_is_named_when_there_are_several():
    data = xlsx({"A": [HEAD, *ROWS], "B": [HEAD, ["x" * 300, "Stap"]]})
    with pytest.raises(ExchangeError) as raised:
        to_study(data, "x.xlsx", "nl")
    assert error_text(raised.value, words("nl")).startswith("B: Rij 2, kolom “Fase”: 300 tekens")


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_damaged_spreadsheet_is_read_or_refused(data):
    """Any byte of a real file changed: never anything but rows or an error of our own."""
    good = data.draw(st.sampled_from(_GOOD))
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + bytes([data.draw(st.integers(0, 255))]) + good[at + 1 :]
    try:
        to_study(bad, "x.xlsx", "nl")
    except LevensreisError:
        return


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_damage_inside_a_sheet_is_read_or_refused(data):
    """As above, behind the checksum of the zip."""
    parts = dict(data.draw(st.sampled_from(_PARTS)))
    name = data.draw(st.sampled_from(sorted(n for n in parts if n.endswith(".xml"))))
    raw = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    parts[name] = bytes(raw)
    try:
        to_study(zipped(parts), "x.xlsx", "nl")
    except LevensreisError:
        return


_GOOD = (xlsx({"x": [HEAD, *ROWS]}), ods({"x": [HEAD, *ROWS]}))
_PARTS = tuple(parts_of(good) for good in _GOOD)
