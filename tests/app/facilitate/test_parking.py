"""Notes are parked by typing, by a command or a drag, and find a place on the map by keyboard or drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.drops import NOTES
from journeys.edits.notes import PARKED, anchor_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lot(window, act):
    act("parking")
    return window.view.strip("parking")


def parked(window):
    return [note.text for note in window.session.document.notes.values() if anchor_of(note) == PARKED]


def a_note(window):
    view = window.view
    return next(id_ for id_ in view.session.document.notes if view.map.hits.main(id_) is not None)


def test_enter_parks_and_the_next_can_be_typed(window, lot, qtbot):
    before = parked(window)
    for text in ("Wie betaalt de taxi?", "Privacy?"):
        qtbot.keyClicks(lot.line, text)
        qtbot.keyClick(lot.line, Qt.Key.Key_Return)
    assert parked(window)[len(before) :] == ["Wie betaalt de taxi?", "Privacy?"]
    assert lot.count.text() == f"Parkeerplaats ({len(before) + 2})"
    assert lot.line.hasFocus()
    window.actions_by_code["undo"].trigger()
    assert parked(window)[len(before) :] == ["Wie betaalt de taxi?"]
    assert lot.count.text() == f"Parkeerplaats ({len(before) + 1})"


def test_what_was_typed_is_not_lost_when_the_lot_is_put_away(window, lot, qtbot):
    qtbot.keyClicks(lot.line, "Nog niet af")
    lot.close_button.click()
    assert "Nog niet af" in parked(window)


def test_a_selected_note_of_the_map_is_parked_by_a_command(window, act):
    view, note = window.view, a_note(window)
    before = window.session.document.notes[note]
    view.map.select([note])
    act("park")
    assert anchor_of(window.session.document.notes[note]) == PARKED
    assert view.strip("parking").isVisible()
    act("undo")
    assert window.session.document.notes[note] == before


def test_a_note_dragged_from_the_map_onto_the_lot_is_parked(window, lot, place, drag):
    view, note = window.view, a_note(window)
    QApplication.processEvents()
    start = place(view, note)
    end = view.map.viewport().mapFromGlobal(lot.mapToGlobal(lot.rect().center()))
    drag(view, start, end)
    assert anchor_of(window.session.document.notes[note]) == PARKED
    assert not view.map.busy


def test_by_keyboard_a_parked_note_is_put_at_a_step(window, lot, qtbot, act):
    view, note = window.view, a_note(window)
    view.map.select([note])
    act("park")
    lot.cards.go_to(note)
    lot.cards.setFocus()
    qtbot.keyClick(lot.cards, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    menu = next(menu for menu in lot.cards.findChildren(QMenu) if menu.isVisible())
    lines = menu.actions()[1].menu().actions()
    title = next(line for line in lines if line.text() and not line.isSeparator() and "fase" not in line.text()).text()
    next(line for line in lines if line.text() == title).trigger()
    menu.close()
    held = window.session.document.notes[note]
    assert window.session.document.steps[held.step].title == title.replace("&&", "&")


def test_a_card_dragged_onto_a_step_hangs_there(window, lot, qtbot, act, place):
    view, note = window.view, a_note(window)
    view.map.select([note])
    act("park")
    QApplication.processEvents()
    step = next(id_ for id_ in view.session.document.steps if view.map.hits.main(id_) is not None)
    point = QPointF(window.mapFromGlobal(view.map.viewport().mapToGlobal(place(view, step))))
    mime = QMimeData()
    mime.setData(NOTES, note.encode())
    given = (Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(point.toPoint(), *given))
    QApplication.sendEvent(window, QDropEvent(point, *given))
    qtbot.waitUntil(lambda: window.session.document.notes[note].step == step)


def test_the_cards_have_the_verbs_of_the_list_of_notes(window, lot, qtbot):
    qtbot.keyClicks(lot.line, "Weg ermee")
    qtbot.keyClick(lot.line, Qt.Key.Key_Return)
    lot.cards.setFocus()
    assert lot.cards.selected()
    qtbot.keyClick(lot.cards, Qt.Key.Key_Delete)
    assert "Weg ermee" not in parked(window)
