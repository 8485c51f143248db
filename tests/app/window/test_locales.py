"""Dutch, English and Turkish computers: numbers with a comma, letters without a dot, and a start in any locale."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest

from app import settings
from app.facilitate import clock
from app.panels.find_bar import FindBar
from app.panels.written import read_range
from journeys import store
from journeys.edits import parties, steps
from journeys.model import search
from journeys.model.time import phases_in_order
from journeys.poster.paper import parse_paper
from journeys.store.opener import open_file
from journeys.text import folded, free_name
from tests.journeys.studies import study

YILDIZ = "Y\N{LATIN SMALL LETTER DOTLESS I}ld\N{LATIN SMALL LETTER DOTLESS I}z"
ISTANBUL = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}stanbul"
SAME = [
    (YILDIZ, "yildiz"), (YILDIZ, "YILDIZ"), (YILDIZ, YILDIZ.upper()), (ISTANBUL, "istanbul"), (ISTANBUL, "ISTANBUL"),
    ("Łukasz", "lukasz"), ("Sørensen", "sorensen"), ("Đorđe", "dorde"), ("ÉÉN", "een"), ("straße", "STRASSE"),
    ("IJsselmeer", "ijsselmeer"), ("İIıi", "iiii"),
]  # fmt: skip


@pytest.fixture
def locale():
    """Another one for as long as the test lasts."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(("written", "sought"), SAME)
def test_F8_names_are_found_whatever_their_dots_strokes_and_capitals(written, sought):
    document = study(2, 1)
    step = next(iter(document.steps))
    document.write(steps.rename(document, step, f"Bellen met {written} thuis").changes)
    (found,) = [one for one in search.find(document, sought) if one.id == step]
    assert found.text[found.start : found.end] == written
    assert step in {one.id for one in search.find(document, written.upper())}
    assert folded(written) == folded(sought)
    assert free_name(sought, [written]) != sought, "two parties would be called alike"


def test_F8_a_dotless_letter_is_looked_for_on_the_map(window, qtbot, locale):
    locale("tr_TR")
    document = window.session.document
    step = next(iter(document.steps))
    window.history.perform(steps.rename(document, step, f"Op gesprek bij {YILDIZ}"))
    window.actions_by_code["find"].trigger()
    bar = window.view.strips["find"]
    assert isinstance(bar, FindBar)
    QTest.keyClicks(bar.field, "YILDIZ")
    window.actions_by_code["find_next"].trigger()
    assert window.view.map.selected() == (step,)


@pytest.mark.parametrize("name", ["nl_NL", "en_GB", "tr_TR", "C", "de_CH", "ar_EG"])
def test_F8_what_is_typed_and_shown_of_numbers_does_not_hang_on_the_computer(locale, name):
    locale(name)
    assert clock.read("2,5") == clock.read("2.5") == 150
    assert clock.read("1:30") == 90
    assert parse_paper("148,5x210") == parse_paper("148.5x210")
    assert read_range("3-5") == (3, 5)
    assert clock.written(150) == "2:30"


@pytest.mark.parametrize("name", ["nl_NL", "tr_TR", "C"])
def test_F8_days_are_typed_in_whole_numbers_in_every_locale(window, locale, name):
    locale(name)
    document = window.session.document
    phase = phases_in_order(document)[1].id  # after which the next day is free
    window.view.inspect("phase", phase)
    before = document.phases[phase].start_day
    field = window.view.inspector.currentWidget().fields["start_day"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(before + 1))
    window.view.flush()
    assert document.phases[phase].start_day == before + 1


def test_F8_a_study_keeps_its_letters_through_the_store_on_any_computer(tmp_path, locale):
    locale("tr_TR")
    document = study(1, 1)
    document.write(parties.add(document, f"{ISTANBUL} {YILDIZ}", "department", parent=None).changes)
    file = tmp_path / f"{ISTANBUL} {YILDIZ}.levensreis"
    store.create_file(file, document)
    assert open_file(file).document == document


STARTED = """
import locale, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import main
from app.program import Program

started = Program.new_window
def new_window(program):
    window = started(program)
    def look():
        if window.view is None or window.view.map.journey is None:
            QTimer.singleShot(20, window, look)
            return
        window.view.refresh_findings()
        print(program.dress.say.language, window.actions_by_code["undo"].text(), flush=True)
        from journeys.edits import steps
        step = next(iter(window.session.document.steps))
        window.history.perform(steps.rename(window.session.document, step, "\\u0130I\\u0131i \\u20ac 1,5"))
        program.end()
    QTimer.singleShot(50, window, look)
    return window
Program.new_window = new_window
sys.exit(main.run([Path(os.fsdecode(sys.argv[1]))]))
"""
SURROUNDINGS = {
    "Dutch": ({"LANG": "nl_NL.UTF-8"}, "nl"), "English": ({"LANG": "en_GB.UTF-8"}, "en"),
    "Turkish": ({"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, "nl"), "plain C": ({"LC_ALL": "C"}, None),
    "nothing": ({}, None), "no such locale": ({"LC_ALL": "xx_YY.UTF-8", "LANG": "?"}, None),
    "numbers of another country": ({"LANG": "en_US.UTF-8", "LC_NUMERIC": "nl_NL.UTF-8", "LC_TIME": "tr_TR"}, "en"),
    "an old encoding": ({"LC_ALL": "nl_NL.ISO-8859-1"}, "nl"),
}  # fmt: skip
SHORT = ("Turkish", "plain C")


def started_in(path, name):
    given, language = SURROUNDINGS[name]
    plain = {key: value for key, value in os.environ.items() if key not in ("LANG", "LANGUAGE") and key[:3] != "LC_"}
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(path)],
        env={**plain, **given}, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    said, undo = done.stdout.decode("utf-8", "replace").split(maxsplit=1)
    assert language in (None, said)
    assert undo.strip()
    titles = {step.title for step in open_file(path).document.steps.values()}
    assert "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}I\N{LATIN SMALL LETTER DOTLESS I}i € 1,5" in titles


@pytest.mark.parametrize("name", SHORT)
def test_F8_the_program_starts_and_saves_in_any_locale(path, name):
    started_in(path, name)


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in SURROUNDINGS if name not in SHORT])
def test_F8_the_program_starts_and_saves_in_every_locale(path, name):
    started_in(path, name)


@pytest.mark.parametrize("chosen", ["nl", "en"])
def test_F8_the_chosen_language_wins_over_that_of_the_computer(locale, chosen):
    locale("tr_TR")
    settings.set_language(chosen)
    assert settings.language() == chosen
