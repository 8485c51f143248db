"""From the list of notes to the map and to the form of a note, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def panel(window):
    window.activateWindow()
    window.view.tabs.show_panel("notes")
    made = window.view.notes
    made.filter.within.display("study")
    made.filter.changed.emit()
    made.list.setFocus()
    return made


def test_the_place_of_a_note_is_shown_on_the_map_and_the_list_stays(qtbot, window, panel):
    document, here = window.session.document, window.view.context.journey
    note = next(n for n in document.notes.values() if n.step and document.steps[n.step].journey != here)
    panel.list.go_to(note.id)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.view.context.journey == document.steps[note.step].journey
    assert window.view.map.selected() == (note.id,)
    assert window.view.tabs.code == "notes"


def test_everything_about_a_note_is_one_button_away(window, panel):
    note = next(n for n in window.session.document.notes.values() if n.step)
    panel.list.go_to(note.id)
    panel.strip.more.click()
    assert window.view.tabs.code == "inspector"
    assert window.view.inspector.currentWidget().id == note.id


def test_f2_on_a_note_writes_its_text(window):
    document, here = window.session.document, window.view.context.journey
    note = next(n for n in document.notes.values() if n.step and document.steps[n.step].journey == here)
    window.activateWindow()
    window.view.map.select([note.id])
    window.actions_by_code["edit"].trigger()
    form = window.view.inspector.currentWidget()
    assert form.id == note.id
    assert form.fields["text"].hasFocus()


def test_a_line_in_a_form_leads_to_another_step_on_the_map(window):
    document, here = window.session.document, window.view.context.journey
    link = next(one for one in document.links.values() if document.steps[one.source].journey == here)
    window.view.inspect("link", link.id)
    window.view.inspector.currentWidget()._target.click()
    assert window.view.map.selected() == (link.target,)
    assert window.view.inspector.currentWidget().id == link.target
