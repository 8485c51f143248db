"""LibreOffice Calc judges our spreadsheets: it opens them, keeps what they say, runs no formula, and prints them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from journeys.exchange import coming, spreadsheets, tables
from journeys.exchange.wanted import wanted
from journeys.i18n import words
from tests.hostile import everything
from tests.journeys.exchange.test_spreadsheets import bare, changed
from tests.journeys.studies import study

WRITERS = {"xlsx": spreadsheets.to_xlsx, "ods": spreadsheets.to_ods, "csv": spreadsheets.to_csv}
NAMES = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "csv": "csv:Text - txt - csv (StarCalc):44,34,76,1"}


@pytest.fixture
def calc(soffice, tmp_path):
    """As `soffice`, where LibreOffice has its part for spreadsheets; `calc(path, "ods")` gives what it saved."""
    probe = tmp_path / "probe.csv"
    probe.write_text("a;b\n")
    try:
        soffice(probe, "ods")
    except AssertionError:
        pytest.skip("this LibreOffice has no Calc: install libreoffice-calc and run again")
    return lambda path, to: soffice(path, NAMES.get(to, to))


def put(folder: Path, document, suffix, language="nl"):
    path = folder / f"studie-{suffix}-{language}.{suffix}"
    path.write_bytes(WRITERS[suffix](replace(wanted(document, words(language)), path=path)))
    return path


def studied(path):
    return coming.to_study(tables.coming(path.read_bytes(), path.name), "x", "nl").document


@pytest.mark.parametrize(
    ("suffix", "to", "language"),
    [("xlsx", "xlsx", "en"), ("xlsx", "ods", "nl"), ("ods", "ods", "nl"), ("ods", "xlsx", "en")],
)
def test_what_calc_opens_and_saves_is_still_the_same_study(calc, tmp_path, suffix, to, language):
    for document in (study(8, 2), _plain(everything.everything())):
        saved = calc(put(tmp_path, document, suffix, language), to)
        assert bare(studied(saved)) == bare(document)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_C10_calc_takes_no_text_for_a_formula(calc, tmp_path, suffix):
    document = study(2, 1)
    first, second = document.steps.values()
    document = changed(document, first, title="=1+1", body='=HYPERLINK("http://x.example";"y")')
    document = changed(document, second, title="@SUM(A1)", body="+1", place="-2+3")
    shown = calc(put(tmp_path, document, suffix, "en"), "csv").read_text("utf-8-sig")
    for text in ("=1+1", '=HYPERLINK(""http://x.example"";""y"")', "@SUM(A1)", "-2+3"):
        assert text in shown, text


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_printed_sheet_is_an_a4_on_its_side_with_its_name_and_its_headings_on_every_page(calc, tmp_path, suffix):
    document = study(80, 1)
    pdf = calc(put(tmp_path, document, suffix), "pdf")
    size = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    wide, high = size.split("Page size:")[1].split("pts")[0].split(" x ")
    assert (round(float(wide)), round(float(high))) == (842, 595)
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = [page for page in told.split("\f") if page.strip().startswith("Een kind krijgen")]
    assert len(pages) > 1
    assert all("Stap" in page and "Fase" in page for page in pages)


def _plain(document):
    """Without what Calc itself does not keep: a tab within a cell becomes a space."""
    for step in list(document.steps.values()):
        document = changed(document, step, body=step.body.replace("\t", " ").strip())
    return document
