"""Comparing in the real window: there and back again, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app import beginning, settings
from journeys.model.time import phases_in_order
from tests.app.window.test_languages import check


def compare(window):
    """The comparison, as Alt+3 shows it."""
    window.actions_by_code["compare"].trigger()
    return window.view.views.widget_shown


def test_enter_on_a_field_shows_that_phase_of_that_journey_on_the_map(qtbot, window):
    view = window.view
    shown = compare(window)
    document = view.session.document
    wanted = phases_in_order(document)[1].id
    shown.select([wanted])
    qtbot.keyClick(shown.table, Qt.Key.Key_Down)
    journey = shown.table.field().journey
    assert journey != view.context.journey
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert view.views.code == "map"
    assert view.context.journey == journey == view.map.journey
    assert view.map.selected() == (wanted,)


def test_the_zoom_commands_zoom_the_comparison_while_it_is_shown(window):
    shown = compare(window)
    before, on_the_map = shown.drawn.zoom, window.view.map.zoom
    window.actions_by_code["zoom_in"].trigger()
    assert shown.drawn.zoom > before
    window.actions_by_code["actual"].trigger()
    assert shown.drawn.zoom == 1.0
    assert window.view.map.zoom == on_the_map


def test_undo_is_followed_while_looking(qtbot, window):
    shown = compare(window)
    rows = shown.table.board_model.rowCount()
    window.actions_by_code["add_persona"].trigger()
    compare(window)
    qtbot.waitUntil(lambda: shown.table.board_model.rowCount() == rows + 1)
    window.actions_by_code["undo"].trigger()
    qtbot.waitUntil(lambda: shown.table.board_model.rowCount() == rows)


def test_a_step_chosen_in_the_comparison_is_the_one_in_the_inspector(qtbot, window):
    shown = compare(window)
    shown.choose(mode="variants")
    step = next(field.step for field in shown.shown.board.fields if field.kind == "card" and field.step)
    index = shown.table.board_model.index_of({"kind": "card", "step": step})
    shown.table.scrollTo(index)
    place = shown.table.visualRect(index).center()
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.tabs.code == "inspector"
    assert window.view.context.journey == window.view.session.document.steps[step].journey
    assert window.view.map.selected() == (step,)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_a_comparison_is_in_the_chosen_language(program, language):
    settings.set_language(language)
    program._set_language(language)
    window = program.new_window()
    beginning.start_life_event(program, window, "child", personas=True)
    shown = compare(window)
    for mode in ("personas", "variants"):
        shown.choose(mode=mode)
        check(shown, language, window.view.session.document)
