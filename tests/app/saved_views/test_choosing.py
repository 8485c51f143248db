"""Choosing a saved view shows all of it in one go, changes nothing in the study, and tells when it was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app import going, map_menu, saved_views
from app.actions import bare
from app.dress import dress
from app.saved_views import place, screen
from app.saved_views.chosen import Chosen
from journeys.edits import entities, journeys, lanes, phases, views
from tests.app.saved_views.conftest import in_order, is_chosen, named, names, rest

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def step(window, key):
    QTest.keyClick(window.view.views.widget_shown, key, CTRL)
    rest()


@pytest.fixture
def three(window, view, kept):
    """Whole map; a part of the map by the time lens, true to time; everybody compared."""
    kept("Kaart")
    view.show_lens("time")
    view.map.set_choices(axis="true", lanes=screen.usual_lanes(view.session.document)[:3])
    view.map.zoom_to(1.2)
    ordered = sorted(view.session.document.phases.values(), key=lambda phase: phase.start_day)
    place.begin_at(view.map, ordered[2].id)
    kept("Tijd")
    view.show_view("compare")
    rest()
    kept("Samen")
    return window


def test_a_view_remembers_what_was_on_the_screen(three, view):
    held = named(three, "Tijd")
    assert (held.lens, held.axis, held.zoom, held.shown) == ("time", "true", 120, "map")
    assert held.journeys == (view.context.journey,)
    assert len(held.lanes) == 3
    assert view.session.document.phases[held.phase].name == "Bevalling"
    assert named(three, "Kaart").zoom is None
    assert named(three, "Samen").shown == "compare"
    assert len(named(three, "Samen").journeys) == 3


def test_a_view_with_a_lens_of_another_program_is_shown_without_one(three, view):
    held = named(three, "Tijd")
    assert view.context.do(lambda: entities.change(view.session.document, "view", held.id, lens="weather"))
    screen.show(view, named(three, "Tijd"))
    rest()
    assert view.context.lens is None
    assert screen.shows(view, named(three, "Tijd"))


def test_choosing_restores_exactly_what_was_saved(three, view):
    others = [journey for journey in view.session.document.journeys if journey != view.context.journey]
    for name in ("Tijd", "Samen", "Kaart"):
        view.show_journey(others[0])
        view.show_view("table")
        view.map.zoom_to(0.4)
        screen.show(view, named(three, name))
        rest()
        assert screen.shows(view, named(three, name)), name
        now, saved = screen.seen_on(view), named(three, name)
        assert (now.shown, now.lens, now.axis, now.lanes) == (saved.shown, saved.lens, saved.axis, saved.lanes)
        assert (now.zoom, now.journeys) == (saved.zoom, saved.journeys)


def test_the_keys_step_through_the_views_round_and_round(three, view):
    seen = []
    for _ in range(4):
        step(three, KEY.Key_PageDown)
        seen.append(is_chosen(three))
    assert seen == [("Kaart", False), ("Tijd", False), ("Samen", False), ("Kaart", False)]
    step(three, KEY.Key_PageUp)
    assert is_chosen(three) == ("Samen", False)
    assert three.status.currentMessage() == "Weergave 3 van 3: Samen"
    assert view.views.code == "compare"


def test_choosing_is_no_edit_and_leaves_the_lanes_of_the_study_alone(three, view):
    before, last = view.session.document.snapshot(), view.history.undoable()
    screen.show(view, named(three, "Tijd"))
    rest()
    assert len({layer.lane for layer in view.map.drawing.layers} & {"steps", "heartbeat", "needs", "backstage"}) == 2
    assert view.session.document == before
    assert view.history.undoable() == last


def test_who_changes_the_lanes_of_the_study_sees_them(three, view):
    screen.show(view, named(three, "Tijd"))
    lane = lanes.in_order(view.session.document)[4]
    view.context.do(lambda: lanes.show(view.session.document, lane.id, shown=False))
    rest()
    assert view.map.choices["lanes"] is None


def test_what_is_shown_otherwise_is_marked_and_so_it_stays_until_it_is_chosen_again(three, view, command, qtbot):
    step(three, KEY.Key_PageDown)
    button = three.actions_by_code["saved_views"]
    assert button.iconText() == "Kaart"
    view.map.zoom_to(0.9)
    qtbot.waitUntil(lambda: button.iconText() == "Kaart *")
    assert "(gewijzigd)" in button.toolTip()
    command("fit")
    qtbot.waitUntil(lambda: button.iconText() == "Kaart")
    view.show_lens("roles")
    qtbot.waitUntil(lambda: button.iconText() == "Kaart *")


def test_a_view_is_as_it_says_on_another_screen(three, view):
    for size in ((900, 600), (1900, 1000)):
        three.resize(*size)
        rest()
        for name in ("Kaart", "Tijd", "Samen"):
            screen.show(view, named(three, name))
            rest()
            assert screen.shows(view, named(three, name)), name


def test_the_last_phase_cannot_come_first_and_that_is_no_change(three, view):
    last = max(view.session.document.phases.values(), key=lambda phase: phase.start_day)
    seen = screen.seen_on(view)
    screen.show(view, named(three, "Tijd"))
    view.context.do(lambda: views.update(
        view.session.document, named(three, "Tijd").id,
        views.Seen(seen.journeys[:1], zoom=60, phase=last.id, lens="time"),
    ))  # fmt: skip
    screen.show(view, named(three, "Tijd"))
    rest()
    assert screen.shows(view, named(three, "Tijd"))


def test_a_view_whose_journey_lanes_and_phase_are_gone_is_still_shown(three, view):
    held, document = named(three, "Tijd"), view.session.document
    other = next(journey for journey in document.journeys if journey != held.journeys[0])
    view.context.do(lambda: journeys.delete(view.session.document, held.journeys[0]))
    view.context.do(lambda: phases.delete(view.session.document, held.phase))
    view.show_journey(other)
    rest()
    left = named(three, "Tijd")
    screen.show(view, left)
    rest()
    assert view.context.journey == other
    assert view.context.lens == "time"
    assert screen.shows(view, left)


def test_one_journey_beside_the_desired_one_is_compared_again(three, view, kept):
    compare = view.views.widget_shown
    compare.choose(mode="variants")
    rest()
    held = kept("Gewenst")
    compare.choose(mode="personas")
    screen.show(view, held)
    assert compare.choice.mode == "variants"
    assert compare.choice.pair == held.journeys


def test_the_network_of_one_persona_is_shown_again(three, view, kept):
    view.show_view("ecosystem")
    rest()
    net = view.views.widget_shown
    net.choose(whose="journey")
    rest()
    held = kept("Een netwerk")
    net.choose(whose="all")
    assert not screen.shows(view, held)
    screen.show(view, held)
    rest()
    assert net.choice.whose == "journey"
    assert screen.shows(view, held)


def test_another_language_keeps_the_choice(three, view):
    step(three, KEY.Key_PageDown)
    three.redress(dress(QApplication.instance(), "en", "dark"))
    rest()
    assert is_chosen(three)[0] == "Kaart"
    assert three.actions_by_code["saved_views"].iconText().startswith("Kaart")


def test_a_view_of_the_study_that_was_let_go_writes_nothing_on_the_button(three, view):
    old = view.findChild(Chosen)
    three.redress(dress(QApplication.instance(), "en", "dark"))
    before = three.actions_by_code["saved_views"].iconText()
    old.changed.emit()
    assert three.actions_by_code["saved_views"].iconText() == before == "Views"


def test_the_palette_and_the_menu_know_the_views(three, view, command):
    menu = QMenu(three)
    saved_views.fill(view, menu)
    assert [action.text() for action in menu.actions()] == names(three) == ["Kaart", "Tijd", "Samen"]
    assert [action.isChecked() for action in menu.actions()] == [False, False, True]
    menu.actions()[1].trigger()
    assert is_chosen(three) == ("Tijd", False)
    menu.deleteLater()
    going.to_subject(view, "view", in_order(three)[0].id)
    assert is_chosen(three) == ("Kaart", False)


def test_without_views_the_keys_say_what_to_do(window, view):
    step(window, KEY.Key_PageDown)
    assert "nog geen bewaarde weergaven" in view.bar.text


def test_a_lane_that_only_the_view_shows_can_be_hidden_from_the_map(three, view):
    lane = lanes.in_order(view.session.document)[1]
    view.context.do(lambda: lanes.show(view.session.document, lane.id, shown=False))
    saved_views.choose(view, named(three, "Tijd").id)
    rest()
    assert lane.id in view.map.choices["lanes"]
    menu = QMenu(three)
    title = next(t for t in view.map.hits.all() if t.part == "lane" and t.id == lane.id)
    map_menu.fill(three, menu, title)
    next(action for action in menu.actions() if bare(action.text()) == "Verbergen").trigger()
    rest()
    assert lane.id not in view.map.choices["lanes"]
    assert is_chosen(three) == ("Tijd", True)
    menu.deleteLater()
