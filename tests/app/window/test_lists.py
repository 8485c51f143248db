"""The lists at the left and the inspectors behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.panels.lists.rows import ID
from journeys.text import initials


def test_choosing_a_persona_shows_the_journey_of_the_same_variant(qtbot, window):
    view, document = window.view, window.session.document
    second = sorted(document.personas.values(), key=lambda persona: persona.order)[1]
    row = next(i for i in range(view.sidebar.personas.count()) if view.sidebar.personas.item(i).data(ID) == second.id)
    view.sidebar.personas.setFocus()
    view.sidebar.personas.setCurrentRow(row)
    qtbot.keyClick(view.sidebar.personas, Qt.Key.Key_Return)
    shown = document.journeys[view.context.journey]
    assert (shown.persona, shown.variant) == (second.id, "current")
    assert view.map.journey == shown.id


def test_a_new_persona_has_a_journey_at_once_and_is_one_undo_step(window):
    document = window.session.document
    personas, journeys = set(document.personas), set(document.journeys)
    window.actions_by_code["add_persona"].trigger()
    (made,) = set(document.personas) - personas
    (journey,) = set(document.journeys) - journeys
    assert document.journeys[journey].persona == made
    assert window.view.context.journey == journey
    window.history.undo()
    assert set(document.personas) == personas
    assert set(document.journeys) == journeys
    assert window.view.context.journey in document.journeys


def test_a_desired_copy_is_shown_beside_the_journey_it_is_based_on(window):
    view, document = window.view, window.session.document
    journey = view.context.journey
    window.actions_by_code["desired"].trigger()
    made = document.journeys[view.context.journey]
    assert (made.based_on, made.variant) == (journey, "desired")


def test_deleting_the_last_journey_leaves_an_empty_map_that_can_be_undone(window):
    document = window.session.document
    while window.view.context.journey is not None:
        window.actions_by_code["delete_journey"].trigger()
    assert not document.journeys
    assert not window.actions_by_code["poster"].isEnabled()
    window.history.undo()
    assert len(document.journeys) == 1
    assert window.view.context.journey in document.journeys


def test_a_party_typed_as_a_contact_is_made_and_met_in_one_step(qtbot, window):
    document = window.session.document
    step = next(s for s in document.steps.values() if s.contacts and s.journey == window.view.context.journey)
    window.view.map.select([step.id])
    form = window.view.inspector.currentWidget()
    field = form.contacts.findChildren(type(form.fields["phase"]))[0]
    field.setFocus()
    field.lineEdit().setText("Doula & co")  # typed by key, the completer's popup would grab the keyboard
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    (made,) = [party for party in document.parties.values() if party.name == "Doula & co"]
    assert document.steps[step.id].contacts[0].party == made.id
    window.history.undo()
    assert made.id not in document.parties
    assert document.steps[step.id] == step


def test_a_note_added_in_the_inspector_hangs_on_the_step(qtbot, window):
    document = window.session.document
    step = next(s for s in document.steps.values() if s.journey == window.view.context.journey)
    window.view.map.select([step.id])
    form = window.view.inspector.currentWidget()
    form.adder.focus()
    qtbot.keyClicks(form.adder._text, "Wie helpt mij?")
    qtbot.keyClick(form.adder._text, Qt.Key.Key_Return)
    (made,) = [note for note in document.notes.values() if note.text == "Wie helpt mij?"]
    assert (made.step, made.kind) == (step.id, "need")


def test_a_note_that_was_typed_but_not_entered_is_kept_when_the_selection_moves_on(qtbot, window):
    document = window.session.document
    step = next(s for s in document.steps.values() if s.journey == window.view.context.journey)
    window.view.map.select([step.id])
    form = window.view.inspector.currentWidget()
    form.adder.focus()
    qtbot.keyClicks(form.adder._text, "Nog niet klaar")
    window.view.map.select([])
    assert [note.step for note in document.notes.values() if note.text == "Nog niet klaar"] == [step.id]


def test_initials_are_of_the_first_and_the_last_name():
    assert initials("Sanne & Youssef") == "SY"
    assert initials("Joke en Lotte") == "JL"
    assert initials("Mehmet") == "ME"
    assert initials("  ") == "?"


def test_the_kind_of_a_party_can_be_changed(window):
    document = window.session.document
    party = next(party for party in document.parties.values() if party.kind == "care")
    window.view.inspect("party", party.id)
    form = window.view.inspector.currentWidget()
    form.fields["kind"].committed.emit("business", "")
    assert document.parties[party.id].kind == "business"
    window.history.undo()
    assert document.parties[party.id].kind == "care"


@pytest.mark.parametrize("way", ["double click", "F2"])
@pytest.mark.parametrize("which", ["personas", "journeys", "parties"])
def test_what_is_listed_is_renamed_by_a_double_click_and_by_f2(qtbot, window, which, way):
    sidebar = window.view.sidebar
    rows = getattr(sidebar, which)
    item = rows.currentItem() or rows.topLevelItem(0)
    rows.setCurrentItem(item)
    id_ = item.data(ID) if which == "personas" else item.data(0, ID)
    if way == "F2":
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_F2)
    else:
        point = rows.visualItemRect(item).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
        qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Anders")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    held = getattr(window.session.document, which)[id_]
    assert (held.title if which == "journeys" else held.name) == "Anders"


def test_a_journey_of_which_the_name_is_long_stands_on_two_lines(window):
    tree = window.view.sidebar.journeys
    window.resize(1280, 720)
    QApplication.processEvents()
    tall = {item.text(0): tree.visualItemRect(item).height() for item in under(tree)}
    short, long = (tree.fontMetrics().horizontalAdvance(text) for text in ("Kort", "Een kind krijgen — gewenst"))
    assert long > tree.viewport().width() - 60 > short
    assert max(tall.values()) >= 2 * tree.fontMetrics().lineSpacing()
    assert tree.height() >= sum(tall.values())


def under(tree):
    """All rows that are open."""
    item = tree.topLevelItem(0)
    while item is not None:
        yield item
        item = tree.itemBelow(item)


def test_an_empty_list_offers_what_begins_it(qtbot, window):
    view = window.view
    begins = dict(view.sidebar.begins)
    assert all(begin.isHidden() for begin in begins.values())
    for _ in range(len(view.session.document.personas)):
        window.actions_by_code["delete_persona"].trigger()
    personas = begins[view.sidebar.personas]
    assert not view.session.document.personas
    assert not personas.isHidden()
    qtbot.mouseClick(personas, Qt.MouseButton.LeftButton)
    assert len(view.session.document.personas) == 1
    assert personas.isHidden()
