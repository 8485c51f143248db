"""Several studies in one window: read from their files, shown around day 0, told by keyboard and in words."""

from __future__ import annotations

import html
import re
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import portfolio, settings
from app.portfolio.dialog import OPEN
from journeys import store
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import DESK, MIDWIFE, PREPARE


@pytest.fixture
def small(tmp_path):
    """A second study, in which the municipality is met while preparing."""
    scene = scenes.Scene()
    scene.change(scene.study, title="Verhuizen & meer")
    scene.step(0, PREPARE, DESK)
    scene.step(0, PREPARE, MIDWIFE)
    file = tmp_path / "Verhuizen.levensreis"
    store.create_file(file, scene.document())
    return file


@pytest.fixture
def dialog(qtbot, program, path, small):
    """The open study beside one that was opened lately."""
    window = program.new_window()
    program.open_file(window, path)
    qtbot.waitUntil(lambda: window.session is not None)
    settings.add_recent_file(small)
    made = portfolio.show(window)
    qtbot.waitUntil(lambda: made.studies.rowCount() == 2)
    return made


def said(table, row: int, column: int) -> str:
    item = table.item(row, column)
    return "" if item is None else str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text())


def test_the_open_study_stands_beside_those_that_were_opened_lately(dialog, small):
    assert list(dialog.documents) == [OPEN, str(small)]
    heads = [dialog.studies.verticalHeaderItem(row).text() for row in range(2)]
    assert heads[0].startswith("Een kind krijgen")
    assert heads[1].startswith("Verhuizen & meer")


def test_every_phase_says_for_how_many_the_municipality_is_absent(dialog):
    columns = [dialog.studies.horizontalHeaderItem(c).text() for c in range(dialog.studies.columnCount())]
    assert columns == ["3 vóór", "2 vóór", "1 vóór", "dag 0", "1 erna", "2 erna"]
    told = said(dialog.studies, 0, 0)
    assert told.startswith("Zwanger!. 9 – 7 maanden vóór. afwezig voor 3 van 3: ")
    names = {persona.name for persona in dialog.documents[OPEN].personas.values()}
    assert set(re.split(", | en ", told.partition(" van 3: ")[2])) == names
    assert said(dialog.studies, 1, 1).endswith("voor niemand afwezig")


def test_who_recurs_is_told_with_the_number_of_personas(dialog):
    rows = [dialog.parties.verticalHeaderItem(row).text() for row in range(dialog.parties.rowCount())]
    assert "Verloskundige" in rows
    row = rows.index("Verloskundige")
    assert [said(dialog.parties, row, column) for column in range(3)] == ["ja", "ja", "4"]
    counted = html.unescape(dialog.parties.item(row, 2).toolTip())
    assert all(persona.name in counted for persona in dialog.documents[OPEN].personas.values())


def test_a_file_that_is_no_study_is_told_and_the_others_stay(qtbot, dialog, tmp_path):
    bad = tmp_path / "kapot.levensreis"
    bad.write_bytes(b"geen studie")
    dialog.add([bad])
    qtbot.waitUntil(lambda: "kapot.levensreis" in dialog.trouble.text())
    assert dialog.trouble.isVisible()
    assert dialog.studies.rowCount() == 2


def test_enter_opens_the_study_of_the_row(qtbot, dialog, program, small):
    dialog.studies.setCurrentCell(1, 1)
    with qtbot.waitSignal(program.windows[-1].files_wanted) as wanted:
        qtbot.keyClick(dialog.studies, Qt.Key.Key_Return)
    assert wanted.args == [[small]]


def test_a_study_is_left_out_of_the_table_and_its_file_stays(qtbot, dialog, small):
    dialog.studies.setCurrentCell(1, 0)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.studies.rowCount() == 1)
    assert small.exists()
    assert not dialog.parties.isVisible()


def test_everything_is_left_out_and_the_window_says_what_to_do(qtbot, dialog):
    for rows in (1, 0):
        dialog.studies.setCurrentCell(0, 0)
        dialog.remove_button.click()
        qtbot.waitUntil(lambda rows=rows: dialog.studies.rowCount() == rows)
    assert "Voeg studies toe" in dialog.summary.text()
    assert not dialog.copy_button.isEnabled()


def test_both_tables_are_copied_as_text_for_a_spreadsheet(dialog):
    dialog.copy_button.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["", "3 vóór", "2 vóór", "1 vóór", "dag 0", "1 erna", "2 erna"]
    assert lines[1].split("\t")[1].startswith("Zwanger!. 9 – 7 maanden vóór. afwezig voor 3 van 3: ")
    assert all(len(line.split("\t")) == 7 for line in lines[:3])


def test_without_a_study_in_the_window_the_portfolio_shows_the_files_only(qtbot, program, small):
    settings.add_recent_file(small)
    made = portfolio.show(program.new_window())
    qtbot.waitUntil(lambda: made.studies.rowCount() == 1)
    assert list(made.documents) == [str(small)]


def test_what_is_left_out_while_others_are_read_stays_out(qtbot, dialog, small, tmp_path):
    third = tmp_path / "Derde.levensreis"
    shutil.copy(small, third)
    dialog.add([third])
    dialog.studies.setCurrentCell(1, 0)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: str(third) in dialog.documents and dialog.studies.rowCount() == 2)
    assert list(dialog.documents) == [OPEN, str(third)]


def test_a_file_that_can_be_read_after_all_is_no_longer_told_as_unreadable(qtbot, dialog, small, tmp_path):
    late = tmp_path / "Later.levensreis"
    dialog.add([late])
    qtbot.waitUntil(lambda: "Later.levensreis" in dialog.trouble.text())
    shutil.copy(small, late)
    dialog.add([late])
    qtbot.waitUntil(lambda: dialog.studies.rowCount() == 3)
    assert not dialog.trouble.isVisible()
