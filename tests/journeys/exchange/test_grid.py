"""Text, CSV and spreadsheets become rows of text with the numbers that people see."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.errors import LevensreisError
from journeys.exchange import grid, tables

HOSTILE = st.text(st.sampled_from("\t\n\r\";,'a é•-o1.) \u2028\x00\ud800\u202e😀=") | st.characters(), max_size=80)


def cells(found):
    return [list(row.cells) for row in found.rows]


def test_lines_lose_their_bullets_and_the_indented_are_deep():
    found = grid.from_text("- Bellen\n\t- Waarom?\n• Wachten\n\n  3. En toen\n")
    assert cells(found) == [["Bellen"], ["Waarom?"], ["Wachten"], ["3. En toen"]]
    assert [row.number for row in found.rows] == [1, 2, 3, 5]
    assert [row.deep for row in found.rows] == [False, True, False, True]


def test_numbers_go_when_more_than_one_line_has_one():
    assert cells(grid.from_text("1. Bellen\n2) Wachten")) == [["Bellen"], ["Wachten"]]
    assert cells(grid.from_text("2. Kamer der Staten\nWachten")) == [["2. Kamer der Staten"], ["Wachten"]]


def test_lists_copied_from_a_word_processor_are_no_table():
    found = grid.from_text("•\tBellen\no\tLang wachten\n•\tSchrijven")
    assert found.plain
    assert [(row.at(0), row.deep) for row in found.rows] == [
        ("Bellen", False),
        ("Lang wachten", True),
        ("Schrijven", False),
    ]


def test_lines_that_are_all_indented_are_not_deep():
    assert not any(row.deep for row in grid.from_text("    Een\n    Twee").rows)


def test_cells_with_line_ends_and_quotes_come_as_spreadsheets_copy_them():
    found = grid.from_text('Fase\tStap\nEen\t"regel een\nregel ""twee"""\nTwee\t"gewoon" gezegd\n')
    assert cells(found) == [["Fase", "Stap"], ["Een", 'regel een\nregel "twee"'], ["Twee", '"gewoon" gezegd']]


def test_an_empty_first_cell_is_not_an_indent():
    found = grid.from_text("Fase\tStap\n\tNog een stap")
    assert cells(found) == [["Fase", "Stap"], ["", "Nog een stap"]]
    assert not found.rows[1].deep


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_E5_csv_is_read_whatever_its_separator_and_encoding(separator, encoding):
    lines = [["Fase", "Stap"], ["Eén", "Naar de balie; of, niet"], ["Twee", "Op\nregels"]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    assert cells(grid.from_csv(text.encode(encoding))) == lines


def test_E5_old_windows_text_is_told():
    found = grid.from_csv("Fase;Stap\nEén;Twee".encode("cp1252"))
    assert [remark.code for remark in found.remarks] == ["grid.windows"]


def test_utf_16_without_a_mark_is_recognised():
    assert cells(grid.from_csv("Fase;Stap\nEen;Twee".encode("utf-16-le"))) == [["Fase", "Stap"], ["Een", "Twee"]]


def test_the_separator_line_of_excel_is_obeyed():
    found = grid.from_csv(b"sep=,\nFase,Stap; of niet\n")
    assert [(row.number, *row.cells) for row in found.rows] == [(2, "Fase", "Stap; of niet")]


def test_commas_in_sentences_do_not_win_from_the_separator():
    text = "Fase;Stap\nEen;Bellen, wachten, bellen\nTwee;Gaan, komen\n"
    assert grid.separator_of(text) == ";"


def test_the_apostrophe_that_guards_a_formula_goes():
    assert cells(grid.from_csv(b"'=1+1;'n huis")) == [["=1+1", "'n huis"]]


def test_E5_lines_may_end_as_they_did_on_old_computers():
    assert cells(grid.from_csv(b"Fase;Stap\rEen;Twee")) == [["Fase", "Stap"], ["Een", "Twee"]]


@pytest.mark.parametrize(
    ("data", "code", "row"),
    [
        (b'Fase;Stap\nEen;"open\nTwee;Drie', "grid.csv_open", 2),
        (b'Fase;Stap\n"Een"x;Twee', "grid.csv", 2),
        (b"Fase;" + b"x" * 200_000, "grid.csv_long", 1),
        (b"a" + b";a" * 300, "grid.columns", 1),
    ],
)
def test_E5_a_broken_csv_is_refused_with_its_row(data, code, row):
    with pytest.raises(LevensreisError) as raised:
        grid.from_csv(data)
    assert (raised.value.code, raised.value.values["row"]) == (code, row)


@pytest.mark.parametrize("text", ["x\n" * 20_100, "x\ty\n" * 20_100])
def test_too_many_rows_are_refused(text):
    with pytest.raises(LevensreisError, match=r"grid\.rows"):
        grid.from_text(text)


def test_E5_a_file_with_nothing_in_it_is_refused():
    with pytest.raises(LevensreisError, match=r"grid\.no_rows"):
        tables.read(b";;\n;\n", "leeg.csv")


@settings(max_examples=80, deadline=None)
@given(HOSTILE)
def test_any_text_becomes_rows(text):
    found = grid.from_text(text)
    assert all(any(cell.strip() for cell in row.cells) for row in found.rows)


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200) | HOSTILE.map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(["csv", "xlsx", "txt"]),
)
def test_any_bytes_give_rows_or_an_error_of_our_own(data, suffix):
    try:
        found = tables.read(data, f"x.{suffix}")
    except LevensreisError:
        return
    assert all(each.rows for each in found)


def test_many_quotes_are_read_in_one_go():
    """A cell that opens a quotation mark may not make every later one look for the end of the text."""
    assert len(grid.from_text('"a\t"b\n' * 10_000).rows) == 10_000
