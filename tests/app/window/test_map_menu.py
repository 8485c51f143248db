"""The menu of the map: every gesture has its words there, for whatever is selected or pointed at."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from app import menus
from app.canvas import scale
from app.pictures import settle


@pytest.fixture
def opened(window):
    window.resize(1280, 800)
    window.activateWindow()
    settle()
    window.view.map.setFocus()
    return window


def step_called(window, title):
    here = window.view.context.journey
    return next(s for s in window.session.document.steps.values() if (s.journey, s.title) == (here, title))


def menu_for(window, *ids, point=None):
    window.view.map.select(ids)
    menu = QMenu(window)
    menus.fill_map_menu(window, menu, point)
    return menu


def texts(menu):
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]


def choose(menu, *path):
    action = None
    for text in path:
        action = next(a for a in menu.actions() if a.text().partition("\t")[0].replace("&", "") == text)
        menu = action.menu() or menu
    assert action is not None
    action.trigger()


def mnemonics(menu):
    return [m.group(1).lower() for a in menu.actions() if (m := re.search("&([^&])", a.text().partition("\t")[0]))]


def test_the_menu_of_a_step_sets_its_emotion(opened):
    step = step_called(opened, "Positieve test")
    choose(menu_for(opened, step.id), "Beleving", "−2 heel naar")
    assert opened.session.document.steps[step.id].emotion == -2
    assert opened.view.map.selected() == (step.id,)


def test_the_menu_of_several_steps_moves_them_to_a_phase_in_one_edit(opened):
    one, other = step_called(opened, "Positieve test"), step_called(opened, "Bevallen")
    menu = menu_for(opened, one.id, other.id)
    assert "Nieuw briefje" not in texts(menu)
    choose(menu, "Verplaatsen naar fase", "Kraamtijd")
    document = opened.session.document
    assert {document.phases[document.steps[s.id].phase].name for s in (one, other)} == {"Kraamtijd"}
    opened.history.undo()
    assert document.steps[one.id] == one


def test_the_menu_of_a_step_puts_it_behind_the_scenes_and_marks_the_moment_of_truth(opened):
    step = step_called(opened, "Positieve test")
    choose(menu_for(opened, step.id), "Achter de schermen")
    choose(menu_for(opened, step.id), "Sleutelmoment")
    held = opened.session.document.steps[step.id]
    assert (held.stage, held.moment_of_truth) == ("back", True)


def test_the_menu_of_a_step_begins_a_note_on_the_map(qtbot, opened):
    step = step_called(opened, "Positieve test")
    choose(menu_for(opened, step.id), "Nieuw briefje", "Knelpunt")
    qtbot.keyClicks(QApplication.focusWidget(), "Wat nu?")
    opened.view.map.flush()
    (note,) = [n for n in opened.session.document.notes.values() if n.text == "Wat nu?"]
    assert (note.kind, note.step) == ("pain", step.id)


def test_the_menu_of_a_note_moves_it_to_another_step_or_parks_it(opened):
    note = next(n for n in opened.session.document.notes.values() if n.step == step_called(opened, "Erkenning?").id)
    choose(menu_for(opened, note.id), "Verplaatsen naar", "Bevalling", "Bevallen")
    assert opened.session.document.notes[note.id].step == step_called(opened, "Bevallen").id
    choose(menu_for(opened, note.id), "Verplaatsen naar", "Geparkeerd: niet op de kaart")
    assert opened.session.document.notes[note.id].step is None


def test_the_menu_of_a_connection_changes_its_kind_and_its_end(opened):
    step, other = step_called(opened, "Positieve test"), step_called(opened, "Bevallen")
    link = next(x for x in opened.session.document.links.values() if x.source == step.id)
    choose(menu_for(opened, link.id), "Keuze")
    choose(menu_for(opened, link.id), "Leiden naar", "Bevalling", "Bevallen")
    held = opened.session.document.links[link.id]
    assert (held.kind, held.target) == ("choice", other.id)


def test_the_menu_of_a_phase_lets_it_begin_earlier(opened):
    phase = next(p for p in opened.session.document.phases.values() if p.name == "Voorbereiden")
    choose(menu_for(opened, phase.id), "Een week eerder beginnen")
    assert opened.session.document.phases[phase.id].start_day == phase.start_day - 7


def test_the_menu_at_the_name_of_a_lane_hides_it(opened):
    view = opened.view.map
    target = next(t for t in view.hits.all() if t.part == "lane")
    at = view.viewport().mapTo(view, view.mapFromScene(scale.rect(target.rect).center()))
    choose(menu_for(opened, point=at), "Verbergen")
    assert not opened.session.document.lanes[target.id].shown


def test_the_menu_of_an_empty_place_makes_a_step_there(qtbot, opened):
    view = opened.view.map
    view.zoom_to(1.0)
    target = view.hits.first_free()
    place = view.mapFromScene(scale.rect(target.rect).center())
    choose(menu_for(opened, point=view.viewport().mapTo(view, QPoint(place))), "Nieuwe stap hier")
    qtbot.keyClicks(QApplication.focusWidget(), "Hier")
    view.flush()
    assert step_called(opened, "Hier")


def test_no_menu_of_the_map_uses_a_letter_twice(opened):
    document, step = opened.session.document, step_called(opened, "Erkenning?")
    note = next(n for n in document.notes.values() if n.step == step.id)
    link = next(x for x in document.links.values() if x.source == step.id)
    several = (step.id, step_called(opened, "Bevallen").id)
    for ids in ((step.id,), several, (note.id,), (link.id,), (next(iter(document.phases)),), ()):
        letters = mnemonics(menu_for(opened, *ids))
        assert len(set(letters)) == len(letters), sorted(letters)
