"""One edit, one road: in the inspector, by undo and redo, and when it is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeys.edits import steps
from journeys.errors import StoreError


def first_step(window):
    journey = window.view.context.journey
    return next(step for step in window.session.document.steps.values() if step.journey == journey)


def select(window, step):
    window.view.map.select([step.id])
    return window.view.inspector.currentWidget()


def test_a_title_typed_in_the_inspector_is_one_undo_step(qtbot, window):
    step = first_step(window)
    field = select(window, step).fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Een andere titel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.document.steps[step.id].title == "Een andere titel"
    window.actions_by_code["undo"].trigger()
    assert window.session.document.steps[step.id].title == step.title
    assert window.history.undoable() is None


def test_pauses_while_typing_in_one_field_make_no_further_undo_steps(qtbot, window):
    step = first_step(window)
    field = select(window, step).fields["title"]
    field.setFocus()
    for word in (" een", " twee", " drie"):
        field.setCursorPosition(len(field.text()))
        qtbot.keyClicks(field, word)
        field.flush()
    assert window.session.document.steps[step.id].title == step.title + " een twee drie"
    window.history.undo()
    assert window.session.document.steps[step.id] == step


def test_leaving_a_field_keeps_what_was_typed(qtbot, window):
    step = first_step(window)
    field = select(window, step).fields["body"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Dit schreef ik op.")
    window.view.map.select([])
    assert window.session.document.steps[step.id].body == "Dit schreef ik op."


def test_a_space_at_the_end_is_not_taken_away_while_typing(qtbot, window):
    field = select(window, first_step(window)).fields["title"]
    field.setFocus()
    field.setText("Naar de")
    qtbot.keyClicks(field, " ")
    field.flush()
    window.view.inspector.refresh()
    qtbot.keyClicks(field, "balie")
    assert field.text() == "Naar de balie"


def test_the_menu_says_what_undo_takes_back_and_redo_does_again(window):
    step = next(step for step in window.session.document.steps.values() if step.emotion != -1)
    window.history.perform(steps.set_emotion(window.session.document, [step.id], -1))
    undo = window.actions_by_code["undo"]
    assert "Ongedaan maken: " in undo.text().replace("&", "")
    assert "−1" in undo.text()
    undo.trigger()
    assert "Ongedaan gemaakt" in window.status.currentMessage()
    assert "−1" in window.actions_by_code["redo"].text()
    window.actions_by_code["redo"].trigger()
    assert window.session.document.steps[step.id].emotion == -1


def test_the_inspector_follows_undo(window):
    step = first_step(window)
    form = select(window, step)
    window.history.perform(steps.rename(window.session.document, step.id, "Anders"))
    form.display(step.id)
    assert form.fields["title"].text() == "Anders"
    window.history.undo()
    window.view.inspector.refresh()
    assert form.fields["title"].text() == step.title


def test_undo_is_off_during_a_gesture(window):
    step = first_step(window)
    window.history.perform(steps.rename(window.session.document, step.id, "Anders"))
    window.history.pause(paused=True)
    assert not window.actions_by_code["undo"].isEnabled()
    window.history.undo()
    assert window.session.document.steps[step.id].title == "Anders"
    window.history.pause(paused=False)
    assert window.actions_by_code["undo"].isEnabled()


def test_an_edit_that_cannot_be_stored_changes_nothing_and_is_told(window, monkeypatch):
    step = first_step(window)

    def full(edit):
        raise StoreError("store.full")

    monkeypatch.setattr(window.file.copy, "write", full)
    assert not window.history.perform(steps.rename(window.session.document, step.id, "Anders"))
    assert window.session.document.steps[step.id].title == step.title
    assert window.view.bar.text
    assert window.status.saved.text().startswith("Niet bewaard: ")
    assert window.history.undoable() is None


def test_a_verb_that_refuses_is_told_under_its_field_and_what_was_typed_stays(window):
    phase = sorted(window.session.document.phases.values(), key=lambda phase: phase.start_day)[1]
    window.view.inspect("phase", phase.id)
    form = window.view.inspector.currentWidget()
    form.fields["start_day"].setValue(5000)
    assert window.session.document.phases[phase.id] == phase
    assert "kan beginnen van dag" in form.slots["start_day"].reason
    window.view.inspector.refresh()
    assert form.fields["start_day"].value() == 5000
    form.fields["start_day"].setValue(phase.start_day)
    assert not form.slots["start_day"].reason


@pytest.mark.parametrize("emotion", [-2, 0, 2])
def test_a_face_in_the_inspector_sets_the_feeling_and_again_takes_it_away(qtbot, window, emotion):
    step = next(s for s in window.session.document.steps.values() if s.emotion != emotion and s.stage == "front")
    window.view.show_journey(step.journey)
    button = select(window, step).fields["emotion"]._group.button(emotion + 2)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.document.steps[step.id].emotion == emotion
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.document.steps[step.id].emotion is None


def test_undo_in_an_empty_line_for_a_note_takes_back_the_note_before(qtbot, window):
    view, document = window.view, window.session.document
    step = next(s.id for s in document.steps.values() if s.journey == view.context.journey)
    view.map.reveal(step)
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_by_code["note"].trigger()
    before = len(document.notes)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Te duur")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(document.notes) == before + 1
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(document.notes) == before
    qtbot.keyClicks(field, "Toch")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (len(document.notes), field.toPlainText()) == (before, "")
