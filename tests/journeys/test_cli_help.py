"""`levensreis help`: pages as plain words, without a window."""

from __future__ import annotations

import subprocess
import sys

from app.entry import main
from journeys.help import book


def test_without_a_page_all_are_listed_under_their_chapters(run):
    code, out, _ = run("help")
    assert code == 0
    assert out.index("Beginnen") < out.index("start") < out.index("Posters en afdrukken")
    assert all(page in out for page in book("nl").pages)


def test_a_page_is_printed_with_the_names_of_the_menus(capsys):
    assert main(["help", "snapshots", "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Momentopnamen\n───")
    assert "Werkvorm › Momentopname bewaren…" in out


def test_a_word_that_is_no_page_lists_the_pages_about_it(run):
    code, out, _ = run("help", "stippen")
    assert code == 0
    assert out.splitlines()[0].split()[0] == "facilitating"


def test_a_word_on_one_page_prints_that_page(run):
    code, out, _ = run("help", "usb")
    assert code == 0
    assert out.startswith(book("nl").pages["prepare"].title)


def test_an_unknown_word_is_refused_with_the_pages_there_are(run):
    code, _, err = run("help", "zwaardvis")
    assert code == 2
    assert "zwaardvis" in err
    assert "posters" in err


def test_the_list_of_pages_loads_no_qt():
    code = "import sys; from app.entry import main; main(['help']); assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
