"""The table inside the window: with the map, the inspector, undo and the keys that lead out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeys.edits import entities

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, program, path):
    made = program.open_file(program.new_window(), path)
    made.resize(1500, 900)
    made.show()
    made.view.show_view("table")
    QApplication.processEvents()
    return made


@pytest.fixture
def table(window):
    return window.view.views.widget_shown


def test_a_row_chosen_in_the_table_is_chosen_on_the_map_and_in_the_inspector(window, table):
    step = next(entry for entry in table.page.model.entries if " " not in entry)
    table.page.sheet.setCurrentIndex(table.page.model.at(step, 4))
    assert window.view.map.selected() == (step,)
    assert window.view.inspector.currentWidget().id == step


def test_what_is_chosen_on_the_map_is_where_the_table_opens(window, table):
    window.view.show_view("map")
    step = [entry for entry in table.page.model.entries if " " not in entry][3]
    window.view.map.select([step])
    window.view.show_view("table")
    assert table.selected() == (step,)


def test_letters_and_delete_are_text_in_the_table_and_delete_no_step(qtbot, window, table):
    document = window.session.document
    before = set(document.steps)
    step = next(entry for entry in table.page.model.entries if " " not in entry)
    sheet = table.page.sheet
    sheet.setFocus()
    sheet.setCurrentIndex(table.page.model.at(step, table.page.model.named))
    qtbot.keyClicks(sheet, "n")
    assert sheet.editing is not None
    qtbot.keyClicks(sheet.editing, "poi 5")
    qtbot.keyClick(sheet.editing, Key.Key_Return)
    assert document.steps[step].title == "npoi 5"
    sheet.setCurrentIndex(table.page.model.at(step, table.page.model.named))
    qtbot.keyClick(sheet, Key.Key_Delete)
    assert document.steps[step].title == ""
    assert set(document.steps) == before


def test_undo_from_the_menu_commits_first_and_then_takes_back(qtbot, window, table):
    document = window.session.document
    step = next(entry for entry in table.page.model.entries if " " not in entry)
    window.history.perform(entities.change(document, "step", step, place="here"))
    title = document.steps[step].title
    sheet = table.page.sheet
    sheet.setFocus()
    sheet.setCurrentIndex(table.page.model.at(step, table.page.model.named))
    qtbot.keyClicks(sheet, "x")
    window.actions_by_code["undo"].trigger()
    assert sheet.editing is None
    assert document.steps[step].title == title


def test_commands_of_the_menu_work_on_the_cells(window, table):
    document = window.session.document
    step = next(entry for entry in table.page.model.entries if " " not in entry)
    title = document.steps[step].title
    table.page.sheet.setFocus()
    table.page.sheet.setCurrentIndex(table.page.model.at(step, table.page.model.named))
    window.actions_by_code["copy"].trigger()
    assert QApplication.clipboard().text() == title
    window.actions_by_code["cut"].trigger()
    assert document.steps[step].title == ""
    window.actions_by_code["paste"].trigger()
    assert document.steps[step].title == title
    before = len(document.steps)
    window.actions_by_code["step"].trigger()
    assert table.page.sheet.editing is not None
    table.page.sheet.give_up(table.page.sheet.editing)
    assert len(document.steps) == before


def test_f6_leads_out_of_the_table_and_back(qtbot, window, table):
    table.page.sheet.setFocus()
    window.actions_by_code["next_pane"].trigger()
    assert not table.isAncestorOf(QApplication.focusWidget())
    window.actions_by_code["previous_pane"].trigger()
    assert table.page.sheet.hasFocus()


def test_another_journey_in_the_list_is_another_journey_in_the_table(window, table):
    other = next(id_ for id_ in window.session.document.journeys if id_ != window.view.context.journey)
    window.view.show_journey(other)
    steps = [entry for entry in table.page.model.entries if " " not in entry]
    assert {window.session.document.steps[entry].journey for entry in steps} == {other}
