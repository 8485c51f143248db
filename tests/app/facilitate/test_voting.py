"""Dots are given on the map or in the ranking, each is an edit, and a new round is one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from journeys.analysis.votes import Round, given, ranking, taking_part, winners
from journeys.model.entities import Note

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(window, act):
    """A round with three dots for two people has begun."""
    act("vote")
    made = window.view.tabs.panel("vote")
    made.setup.people.setValue(2)
    made.setup.start.click()
    return made


def on_map(window):
    """A note that takes part and is drawn."""
    view = window.view
    return next(note.id for note in view.tabs.panel("vote")._notes() if view.map.hits.main(note.id) is not None)


def votes(window, note):
    return window.session.document.notes[note].votes


def dots_drawn(window, note):
    """The numbers in badges on this note."""
    return [
        element.lines for layer in window.view.map.drawing.layers for element in layer.elements
        if getattr(element, "about", None) == note and "stem" in getattr(element, "alt", "")
    ]  # fmt: skip


def test_a_press_on_a_note_gives_a_dot_and_with_shift_takes_it_back(window, panel, place, qtbot):
    view, note = window.view, on_map(window)
    before = view.session.document.notes[note]
    point = place(view, note)
    qtbot.mouseClick(view.map.viewport(), LEFT, pos=point)
    qtbot.mouseClick(view.map.viewport(), LEFT, pos=place(view, note))
    assert votes(window, note) == 2
    assert panel.left.text() == "4"
    assert dots_drawn(window, note) == [("2",)]
    qtbot.mouseClick(view.map.viewport(), LEFT, SHIFT, place(view, note))
    assert votes(window, note) == 1
    assert view.tabs.code == "vote"
    for _ in range(3):
        window.actions_by_code["undo"].trigger()
    assert view.session.document.notes[note] == before


def test_a_slip_of_the_hand_moves_no_note(window, panel, place, drag):
    view, note = window.view, on_map(window)
    before = view.session.document.notes[note]
    point = place(view, note)
    drag(view, point, point + QPoint(300, 0))
    after = view.session.document.notes[note]
    assert (after.step, after.phase, after.order) == (before.step, before.phase, before.order)


def test_the_keyboard_votes_on_the_map_and_in_the_ranking(window, panel, qtbot):
    view, note = window.view, on_map(window)
    view.map.picked.stand_on(view.map.hits.main(note))
    for key in "++-":
        qtbot.keyClicks(view.map, key)
    qtbot.keyClick(view.map, Qt.Key.Key_Return)
    assert votes(window, note) == 2
    assert panel.list.ranks.placed[0].note.id == note
    panel.list.setCurrentIndex(panel.list.ranks.index(1))
    second = panel.list.current()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.list, "+")
    assert votes(window, second) == 2
    assert panel.list.current() == second
    qtbot.keyClicks(panel.list, "-")
    assert votes(window, second) == 1


def test_no_more_dots_than_there_are(window, panel):
    note = on_map(window)
    for _ in range(8):
        panel.dot(note, False)
    assert votes(window, note) == 6
    assert panel.left.text() == "0"
    assert "gegeven" in window.view.bar.text


def test_the_result_names_shared_places_and_selects_the_winners(window, panel):
    view = window.view
    shown = [note.id for note in panel._notes() if view.map.hits.main(note.id) is not None]
    for note, dots in zip(shown, (2, 2, 1), strict=False):
        for _ in range(dots):
            panel.dot(note, False)
    panel.end.click()
    assert view.map.tap is None
    assert not window.status.signs
    assert [one.rank for one in panel.list.ranks.placed] == [1, 1, 3]
    assert panel.hint.text().startswith("Gedeeld: plaats 1.")
    panel.choose.click()
    assert set(view.map.selected()) == set(shown[:3])
    assert view.tabs.code == "vote"


def test_a_new_round_is_one_undo_step(window, panel):
    note = on_map(window)
    panel.dot(note, False)
    panel.end.click()
    panel.again.click()
    assert panel.setup.there.isVisible()
    panel.setup.start.click()
    assert votes(window, note) == 0
    window.actions_by_code["undo"].trigger()
    assert votes(window, note) == 1


def test_other_notes_are_selected_as_ever(window, panel, place, qtbot):
    view = window.view
    other = next(
        note.id for note in view.session.document.notes.values()
        if note.kind == "pain" and view.map.hits.main(note.id) is not None
    )  # fmt: skip
    qtbot.mouseClick(view.map.viewport(), LEFT, pos=place(view, other))
    assert votes(window, other) == 0
    assert view.map.selected() == (other,)


def test_the_round_goes_on_in_another_language(window, panel, program):
    note = on_map(window)
    panel.dot(note, False)
    program._set_language("en")
    (sign,) = window.status.signs
    sign.click()
    made = window.view.tabs.panel("vote")
    assert made.left.text() == "5"
    assert made.end.text() == "Finish"
    assert window.view.map.tap is not None
    assert window.view.tabs.code == "vote"


def test_who_has_as_many_votes_shares_the_place():
    notes = [Note(f"{n:032}", "idea", f"Idee {n}", votes=votes) for n, votes in enumerate((0, 4, 2, 4, 1, 2))]
    placed = ranking(notes)
    assert [(one.note.votes, one.rank, one.shared) for one in placed] == [
        (4, 1, True), (4, 1, True), (2, 3, True), (2, 3, True), (1, 5, False), (0, 0, False),
    ]  # fmt: skip
    assert len(winners(placed)) == 4
    assert given(notes) == 13


def test_a_round_is_about_the_kinds_and_the_journey_that_were_chosen(window):
    document, journey = window.session.document, window.view.context.journey
    ideas = taking_part(document, Round(("need",)), journey)
    every = taking_part(document, Round(("need",), whole=True), journey)
    assert {note.kind for note in every} == {"need"}
    assert 0 < len(ideas) < len(every)
