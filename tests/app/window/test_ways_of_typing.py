"""Dead keys, input methods, the number pad; and undo in a field and on the map: each has its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.table.view import TableView
from tests.app.window.holds import undo_takes_all_back, window_holds

K, M = Qt.Key, Qt.KeyboardModifier


def composing(widget, words):
    """Letters that are not chosen yet."""
    return QApplication.sendEvent(widget, QInputMethodEvent(words, []))


def composed(widget, words):
    """What an input method, or a dead key on most desktops, gives at last."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    return QApplication.sendEvent(widget, event)


def step_of(window):
    journey = window.view.context.journey
    return next(step.id for step in window.session.document.steps.values() if step.journey == journey)


def title_of(window, step):
    return window.session.document.steps[step].title


def in_the_map(window, qtbot):
    step = step_of(window)
    window.view.map.begin_edit(step)
    return step, window.view.map.writer.editor


def in_the_form(window, qtbot):
    step = step_of(window)
    window.view.reveal(step)
    window.view.inspect("step", step)
    field = window.view.inspector.currentWidget().fields["title"]
    field.setFocus()
    field.selectAll()
    return step, field


def in_the_table(window, qtbot):
    window.actions_by_code["table"].trigger()
    sheet = next(found for found in window.findChildren(TableView) if found.isVisible()).page.sheet
    row = next(row for row, entry in enumerate(sheet.cells.entries) if entry in window.session.document.steps)
    sheet.setCurrentIndex(sheet.model().index(row, sheet.cells.named))
    sheet.edit_current()
    return sheet.cells.entries[row], sheet.editing


PLACES = {place.__name__: place for place in (in_the_map, in_the_form, in_the_table)}


@pytest.mark.parametrize("place", PLACES)
def test_F7_what_an_input_method_commits_is_one_edit_and_what_it_still_composes_is_none(window, qtbot, place):
    start = window.session.document.snapshot()
    step, field = PLACES[place](window, qtbot)
    composing(field, "kin")
    composing(field, "")
    composed(field, "één ")
    composing(field, "nog niet")
    composing(field, "")
    composed(field, "キンド")
    window.view.flush()
    assert title_of(window, step) == "één キンド"
    assert len(window.history.edits()) == 1
    window_holds(window)
    undo_takes_all_back(window, start)


@pytest.mark.parametrize("place", ["in_the_map", "in_the_table"])
def test_F7_escape_while_composing_gives_up_without_a_trace(window, qtbot, place):
    step, field = PLACES[place](window, qtbot)
    before = title_of(window, step)
    composing(field, "kin")
    composing(field, "")
    qtbot.keyClick(field, K.Key_Escape)
    window.view.flush()
    assert title_of(window, step) == before
    assert not window.history.edits()


def test_F7_a_letter_with_an_accent_begins_a_step_in_an_empty_place(window, qtbot):
    """As a plain letter does; most desktops send what a dead key makes as an input method's."""
    map_ = window.view.map
    free = map_.hits.first_free() or next(t for t in map_.hits.all() if t.part == "cell" and t.kind == "step")
    map_.picked.choose(())
    map_.picked.stand_on(free)
    map_.setFocus()
    composed(map_, "É")
    assert map_.editing()
    QTest.keyClicks(map_.writer.editor, "cht bellen")
    qtbot.keyClick(map_.writer.editor, K.Key_Return)
    assert "Écht bellen" in {step.title for step in window.session.document.steps.values()}


def test_F7_composing_in_an_empty_place_goes_on_in_the_field(window, qtbot):
    map_ = window.view.map
    map_.picked.choose(())
    map_.picked.stand_on(map_.hits.first_free())
    composing(map_, "k")
    editor = map_.writer.editor
    assert editor is not None
    assert editor.toPlainText() == ""
    composed(editor, "か")
    qtbot.keyClick(editor, K.Key_Return)
    assert "か" in {step.title for step in window.session.document.steps.values()}


def test_F7_on_a_step_what_is_composed_is_no_command(window):
    map_ = window.view.map
    map_.reveal(step_of(window))
    composed(map_, "ñ")
    assert not map_.editing()
    assert not window.history.edits()


def test_F7_a_composed_letter_opens_the_cell_of_the_table(window, qtbot):
    step, editor = in_the_table(window, qtbot)
    sheet = editor.parent().parent()
    sheet.give_up(editor)
    composed(sheet, "é")
    QTest.keyClicks(sheet.editing, "cht")
    window.view.flush()
    assert title_of(window, step) == "écht"


@pytest.mark.parametrize(("key", "number"), [(K.Key_1, -2), (K.Key_5, 2)])
def test_F7_the_number_pad_sets_the_emotion_as_the_row_of_digits_does(window, key, number):
    step = step_of(window)
    window.view.map.reveal(step)
    window.view.map.setFocus()
    QTest.keyClick(window.view.map, key, M.KeypadModifier)
    assert window.session.document.steps[step].emotion == number


def test_F7_enter_of_the_number_pad_is_enter(window, qtbot):
    step, editor = in_the_map(window, qtbot)
    QTest.keyClicks(editor, "Bellen")
    qtbot.keyClick(editor, K.Key_Enter, M.KeypadModifier)
    assert title_of(window, step) == "Bellen"


def test_F7_digits_and_a_comma_of_the_number_pad_are_typed_in_a_field(window, qtbot):
    step, field = in_the_form(window, qtbot)
    for key, char in ((K.Key_7, "7"), (K.Key_Comma, ","), (K.Key_5, "5")):
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, key, char, M.KeypadModifier)
    window.view.flush()
    assert title_of(window, step) == "7,5"


@pytest.mark.parametrize("place", PLACES)
def test_F7_ctrl_z_in_a_field_takes_back_letters_and_leaves_the_study_alone(window, qtbot, place):
    window.view.context.do(lambda: _renamed(window))
    done = window.history.index
    _, field = PLACES[place](window, qtbot)
    words = field.text() if hasattr(field, "text") else field.toPlainText()
    QTest.keyClicks(field, "abc")
    qtbot.keyClick(field, K.Key_Z, M.ControlModifier)
    now = field.text() if hasattr(field, "text") else field.toPlainText()
    assert now != "abc", "nothing was taken back"
    assert window.history.index == done, "the study's undo took what was the field's"
    assert words is not None


def test_F7_ctrl_z_on_the_map_takes_back_the_edit_that_the_field_made(window, qtbot):
    step, field = in_the_form(window, qtbot)
    before = title_of(window, step)
    QTest.keyClicks(field, "Anders")
    window.view.map.setFocus()
    assert title_of(window, step) == "Anders"
    window.actions_by_code["undo"].trigger()
    assert title_of(window, step) == before
    qtbot.waitUntil(lambda: field.text() == before)


def test_F7_undo_after_the_focus_came_back_to_the_field_is_not_the_one_of_before(window, qtbot):
    """What a field remembers of letters that the study took back would write them again."""
    step, field = in_the_form(window, qtbot)
    before = title_of(window, step)
    QTest.keyClicks(field, "Anders")
    window.view.map.setFocus()
    window.actions_by_code["undo"].trigger()
    field.setFocus()
    qtbot.keyClick(field, K.Key_Z, M.ControlModifier)
    window.view.map.setFocus()
    assert title_of(window, step) == before


def _renamed(window):
    from journeys.edits import steps

    return steps.rename(window.session.document, step_of(window), "Al gedaan")
