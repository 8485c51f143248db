"""The network and the question in the window of a study."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.pictures import settle


@pytest.fixture
def window(program, path, qtbot):
    made = program.open_file(program.new_window(), path)
    made.resize(1300, 850)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    return made


def run(window, code):
    window.actions_by_code[code].trigger()
    settle()


def test_alt_4_shows_the_network_and_the_action_is_checked(window):
    run(window, "ecosystem")
    assert window.view.views.code == "ecosystem"
    assert window.actions_by_code["ecosystem"].isChecked()
    assert not window.actions_by_code["map"].isChecked()
    assert window.actions_by_code["fit"].isEnabled()


def test_a_picked_party_comes_into_the_inspector(window, qtbot):
    run(window, "ecosystem")
    net = window.view.views.widget_shown.net
    party = next(iter(net.network.circles))
    qtbot.mouseClick(net.viewport(), Qt.MouseButton.LeftButton, pos=net.place_of(party).toPoint())
    assert window.view.tabs.code == "inspector"
    assert window.view.inspector.currentWidget().id == party


def test_a_step_of_the_list_opens_on_the_map(window):
    run(window, "ecosystem")
    view = window.view.views.widget_shown
    step = next(iter(view.ecosystem.nodes.values())).steps[0]
    view.step_wanted.emit(step)
    settle()
    assert window.view.views.code == "map"
    assert window.view.map.selected() == (step,)


def test_a_line_is_traced_under_the_view(window):
    run(window, "ecosystem")
    view = window.view.views.widget_shown
    edge = next(view.ecosystem.handed_over)
    view.net._choose(None, edge)
    settle()
    assert window.view.strips["trace"].isVisible()


# The question.


def bar(window):
    return window.view.strips["question"]


def test_the_question_of_the_journey_stands_above_the_map(window):
    assert bar(window).isVisible()
    journey = window.session.document.journeys[window.view.context.journey]
    assert bar(window).field.text() == journey.question
    assert bar(window).field.placeholderText() == "Welk vraagstuk wil deze persoon opgelost hebben?"


def test_what_is_typed_there_is_one_step_to_undo(window, qtbot):
    field, journey = bar(window).field, window.view.context.journey
    before = window.session.document.journeys[journey].question
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Wie zijn wij voor de wet?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.document.journeys[journey].question == "Wie zijn wij voor de wet?"
    run(window, "undo")
    assert window.session.document.journeys[journey].question == before
    qtbot.waitUntil(lambda: field.text() == before)


def test_another_journey_has_its_own_question_and_what_was_typed_is_kept(window, qtbot):
    field, first = bar(window).field, window.view.context.journey
    document = window.session.document
    other = next(j for j in document.journeys.values() if j.question != document.journeys[first].question)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Halverwege getypt")
    window.view.show_journey(other.id)
    window.view.refresh_findings()
    assert window.session.document.journeys[first].question == "Halverwege getypt"
    assert window.session.document.journeys[other.id].question == other.question
    assert field.text() == other.question


def test_views_of_several_journeys_have_no_single_question(window):
    for code, there in (("table", True), ("compare", False), ("ecosystem", False), ("map", True)):
        run(window, code)
        assert bar(window).isVisible() == there, code
