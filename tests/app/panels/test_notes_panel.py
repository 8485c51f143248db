"""The list of notes: complete by keyboard, quick to plan with, and still quick with very many notes."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.panels.notes_panel import NotesPanel
from app.panels.notes_rows import spoken
from app.panels.text_fields import BodyField
from journeys.edits import notes
from journeys.edits.edit import Draft
from journeys.model.entities import Note

Key = Qt.Key


@pytest.fixture
def panel(qtbot, bench):
    made = bench.add(NotesPanel(bench.context))
    bench.inspector.hide()
    QApplication.processEvents()
    made.filter.within.display("study")
    made.filter.changed.emit()
    made.list.setFocus()
    made.list.setCurrentIndex(made.list.rows.index(0))
    return made


def current(panel):
    return panel.list.rows.note(panel.list.currentIndex())


def test_arrows_go_through_the_list_and_space_goes_on_to_the_next_status(qtbot, panel):
    first = current(panel)
    qtbot.keyClick(panel.list, Key.Key_Down)
    second = current(panel)
    assert second != first
    assert second.status == "open"
    qtbot.keyClick(panel.list, Key.Key_Space)
    panel.display()
    assert panel.context.document.notes[second.id].status == "planned"
    assert current(panel).id == second.id


def test_enter_writes_in_place_and_enter_keeps_it(qtbot, bench, panel):
    note = current(panel)
    qtbot.keyClick(panel.list, Key.Key_Return)
    editor = panel.list.findChild(BodyField)
    qtbot.keyClicks(editor, "Anders gezegd")
    qtbot.keyClick(editor, Key.Key_Return)
    assert bench.document.notes[note.id].text == "Anders gezegd"
    assert QApplication.focusWidget() is panel.list
    bench.history.undo()
    assert bench.document.notes[note.id] == note


def test_escape_leaves_the_text_as_it_was(qtbot, bench, panel):
    note = current(panel)
    qtbot.keyClick(panel.list, Key.Key_Return)
    editor = panel.list.findChild(BodyField)
    qtbot.keyClicks(editor, "Toch niet")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert bench.document.notes[note.id] == note


def test_what_is_being_written_is_kept_when_the_study_closes(qtbot, bench, panel):
    note = current(panel)
    qtbot.keyClick(panel.list, Key.Key_Return)
    qtbot.keyClicks(panel.list.findChild(BodyField), "Nog bezig")
    panel.flush()
    assert bench.document.notes[note.id].text == "Nog bezig"


def test_delete_deletes_and_the_next_note_is_selected(qtbot, bench, panel):
    ids = list(panel.list.rows.ids)
    qtbot.keyClick(panel.list, Key.Key_Delete)
    panel.display()
    assert ids[0] not in bench.document.notes
    assert panel.list.selected() == [ids[1]]


def test_an_action_list_is_filled_in_by_enter_alone(qtbot, bench, panel):
    panel.filter.kind.display("actions")
    panel.filter.changed.emit()
    ids = panel.list.rows.ids[:2]
    panel.list.setCurrentIndex(panel.list.rows.index(0))
    panel.strip.focus_owner()
    for name, day in (("Fatima", "1-3-2027"), ("Bo", "2-3-2027")):
        qtbot.keyClicks(QApplication.focusWidget(), name)
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        qtbot.keyClicks(QApplication.focusWidget(), day)
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    held = [bench.document.notes[id_] for id_ in ids]
    assert [(note.owner, note.due) for note in held] == [
        ("Fatima", dt.date(2027, 3, 1)), ("Bo", dt.date(2027, 3, 2)),
    ]  # fmt: skip


def test_a_note_that_is_late_is_called_late(bench, panel):
    note = current(panel)
    bench.history.perform(notes.set_due(bench.document, [note.id], dt.date(2020, 1, 1)))
    said = spoken(bench.document.notes[note.id], panel.context)
    assert said.endswith("te laat")
    panel.filter.status.display("overdue")
    panel.filter.changed.emit()
    assert panel.list.rows.ids == [note.id]


def test_words_are_searched_for_and_everything_comes_back(qtbot, panel):
    total = len(panel.list.rows.ids)
    panel.filter.opener.click()
    qtbot.keyClicks(panel.filter.words, "ERKENNING")
    qtbot.waitUntil(lambda: 0 < len(panel.list.rows.ids) < total)
    qtbot.keyClicks(panel.filter.words, "zzz")
    qtbot.waitUntil(lambda: not panel.list.rows.ids)
    assert not panel._empty.isHidden()
    panel._clear.click()
    assert len(panel.list.rows.ids) == total


def test_a_note_added_here_is_parked_selected_and_stays_in_sight(qtbot, bench, panel):
    panel.filter.within.display("journey")
    panel.filter.changed.emit()
    panel.adder.focus("idea")
    qtbot.keyClicks(QApplication.focusWidget(), "Kaartje sturen")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    (made,) = [note for note in bench.document.notes.values() if note.text == "Kaartje sturen"]
    assert (made.step, made.journey, made.persona) == (None, None, None)
    assert panel.list.selected() == [made.id]


def test_ctrl_enter_asks_for_the_place_of_a_note_on_the_map(qtbot, bench, panel):
    panel.list.go_to(next(n.id for n in bench.document.notes.values() if n.step))
    note = current(panel)
    with qtbot.waitSignal(panel.place_wanted) as asked:
        qtbot.keyClick(panel.list, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["note", note.id]


def test_the_menu_of_a_note_offers_status_and_kind(bench, panel):
    menu = QMenu(panel)
    panel.list.fill(menu)
    kinds = next(action.menu() for action in menu.actions() if action.text() == "Soort")
    next(action for action in kinds.actions() if action.text() == "Opmerking").trigger()
    assert bench.document.notes[panel.list.selected()[0]].kind == "remark"


def test_two_thousand_notes_are_one_list_without_a_widget_for_each(bench, panel):
    draft = Draft(bench.document)
    for number in range(2_000):
        draft.put(Note(f"{number:032x}".replace("0", "b", 1), "idea", f"Idee {number}"))
    bench.history.perform(draft.edit("note.add"))
    before = len(panel.findChildren(QWidget))
    panel.display()
    assert panel.list.rows.rowCount() > 2_000
    assert len(panel.findChildren(QWidget)) == before
