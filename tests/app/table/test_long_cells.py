"""A text too long for a cell is refused by its place, and never cut without a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.table import clipboard
from journeys.errors import ExchangeError
from journeys.i18n import words
from journeys.messages import error_text
from journeys.text import BODY_MAX
from tests.journeys.exchange.spreadsheets import ods, to_study, xlsx

EXCEL_MOST = 32_767
"""Characters in a cell; of what is longer it keeps the beginning."""
HEAD = ["Fase", "Stap", "Beschrijving"]
LONG = "Lang verhaal. " * 3_000


def csv(rows):
    return "\n".join(";".join(row) for row in rows).encode()


def sheet(book):
    return lambda rows: book({"Blad": rows})


@pytest.mark.parametrize(
    ("make", "name", "size"),
    [(csv, "x.csv", 40_000), (sheet(xlsx), "x.xlsx", EXCEL_MOST), (sheet(ods), "x.ods", 40_000)],
    ids=["csv", "xlsx", "ods"],
)
def test_C11_a_cell_that_is_too_long_is_refused_with_its_row_and_column(make, name, size):
    data = make([HEAD, ["Een", "Bellen", "kort"], ["Een", "Wachten", LONG[: size - 1] + "."]])
    with pytest.raises(ExchangeError) as refused:
        to_study(data, name, "nl")
    told = error_text(refused.value, words("nl"))
    assert "3" in told
    assert "Beschrijving" in told
    assert f"{BODY_MAX:,}".replace(",", ".") in told or str(BODY_MAX) in told


def test_C11_the_longest_text_there_is_is_copied_to_a_spreadsheet_whole():
    longest = ("Een regel\n" * BODY_MAX)[: BODY_MAX - 1] + "."
    assert len(longest) < EXCEL_MOST
    assert clipboard.read(clipboard.written([[longest, "kort"]])) == [[longest, "kort"]]


def test_C11_forty_thousand_characters_pasted_in_a_cell_are_refused_with_a_word_about_it(desk):
    step, told = desk.ids()[0], []
    desk.sheet.hinted.connect(lambda text, _: told.append(text))
    before = desk.document.snapshot()
    QGuiApplication.clipboard().setText("a" * 40_000)
    desk.go(step, "title")
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.document == before
    assert len(told) == 1
    assert "40,000 characters" in told[0].replace("40000", "40,000")
