"""From a step to the process behind it and back, with keyboard, menu and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from app import menus, processes
from app.canvas import names, scale
from app.pictures import settle
from app.plain import PlainLabel
from journeys import store
from journeys.edits import entities
from journeys.model.document import Document
from journeys.model.processes import behind
from tests.app.window.holds import undo_takes_all_back
from tests.journeys import studies


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


def stand_on(window, title):
    step = step_called(window, title)
    window.view.map.reveal(step.id)
    settle()
    return step


def processes_of(window, step):
    return behind(window.session.document, step.id)


def crumbs(window):
    strip = window.view.strips["trail"]
    shown = [each for each in strip.findChildren(PlainLabel) + strip.findChildren(QPushButton) if each.isVisible()]
    return [each.text() for each in shown]


def test_ctrl_and_arrow_make_a_process_go_in_and_come_back(qtbot, opened):
    view, home = opened.view, opened.view.context.journey
    step = stand_on(opened, "Aangifte doen")
    qtbot.keyClick(view.map, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    (process,) = processes_of(opened, step)
    assert view.context.journey == process.id
    assert view.map.journey == process.id
    assert "Proces: Aangifte doen" in crumbs(opened)
    assert opened.history.undoable().code == "journey.process"
    qtbot.keyClick(view.map, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert view.context.journey == home
    assert view.map.selected() == (step.id,)
    assert not view.strips["trail"].isVisible()
    qtbot.keyClick(view.map, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.context.journey == process.id, "the second time it is opened, not made"
    assert len(processes_of(opened, step)) == 1


def test_making_a_process_is_one_step_back_and_then_one_stands_where_one_was(qtbot, opened):
    view, home, before = opened.view, opened.view.context.journey, opened.session.document.snapshot()
    stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    assert view.context.journey != home
    opened.actions_by_code["undo"].trigger()
    assert opened.session.document == before
    assert view.context.journey == home
    assert not view.strips["trail"].isVisible()


def test_the_menu_of_a_step_makes_the_process_and_then_goes_to_it(opened):
    step = stand_on(opened, "Aangifte doen")

    def choose(text):
        menu = QMenu(opened)
        opened.view.map.select((step.id,))
        menus.fill_map_menu(opened, menu, None)
        next(a for a in menu.actions() if a.text().partition("\t")[0].replace("&", "") == text).trigger()

    choose("Maak het proces achter deze stap")
    (process,) = processes_of(opened, step)
    assert opened.view.context.journey == process.id
    opened.actions_by_code["process_back"].trigger()
    choose("Naar het proces achter deze stap")
    assert opened.view.context.journey == process.id


def test_a_card_with_a_process_has_a_sign_to_press(qtbot, opened):
    view = opened.view
    step = stand_on(opened, "Aangifte doen")
    assert view.map.hits.part(step.id, "process") is None
    opened.actions_by_code["process"].trigger()
    opened.actions_by_code["process_back"].trigger()
    view.map.zoom_to(1.0)
    view.map.reveal(step.id)
    settle()
    sign = view.map.hits.part(step.id, "process")
    assert sign is not None
    place = view.map.mapFromScene(scale.rect(sign.rect).center())
    qtbot.mouseClick(view.map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert view.context.journey == processes_of(opened, step)[0].id


def test_the_screen_reader_hears_that_a_process_is_behind_the_step(opened):
    step = stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    opened.actions_by_code["process_back"].trigger()
    document, home = opened.session.document, opened.view.context.journey
    told = names.step_name(document, step, names.reading_order(document, home), opened.dress.say)
    assert "Achter deze stap zit een proces" in told


def test_the_process_stands_under_its_journey_in_the_list(opened):
    step = stand_on(opened, "Aangifte doen")
    home = opened.view.context.journey
    opened.actions_by_code["process"].trigger()
    tree, found = opened.view.sidebar.journeys, []
    item = tree.topLevelItem(0)
    while item is not None:
        found.append(item)
        item = tree.itemBelow(item)
    (process,) = processes_of(opened, step)
    from app.panels.lists.rows import ID

    row = next(item for item in found if item.data(0, ID) == process.id)
    assert row.parent().data(0, ID) == home
    opened.view.sidebar.choose_persona(process.persona)
    assert opened.view.context.journey == home, "a persona leads to its journey, not to a process"


def test_deleting_the_step_takes_the_process_along_and_undo_brings_both_back(opened):
    step = stand_on(opened, "Aangifte doen")
    home = opened.view.context.journey
    opened.actions_by_code["process"].trigger()
    (process,) = processes_of(opened, step)
    opened.actions_by_code["process_back"].trigger()
    opened.view.map.select((step.id,))
    opened.view.map.delete_selected()
    assert process.id not in opened.session.document.journeys
    opened.actions_by_code["undo"].trigger()
    assert processes_of(opened, step) == [process]
    assert opened.view.context.journey == home


def test_deleting_the_shown_process_leads_back_to_the_journey(opened):
    stand_on(opened, "Aangifte doen")
    home = opened.view.context.journey
    opened.actions_by_code["process"].trigger()
    opened.actions_by_code["delete_journey"].trigger()
    assert opened.view.context.journey == home


def test_of_a_process_gaps_and_status_bar_say_what_it_is(opened):
    stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    opened.view.refresh_findings()
    assert "proces achter een stap" in opened.view.gaps._empty.text()
    assert opened.status.counts.text() == "Proces achter een stap · 1 stap"


def test_every_crumb_leads_back_to_its_step(qtbot, opened):
    view, home = opened.view, opened.view.context.journey
    outer = stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    inner = next(s for s in opened.session.document.steps.values() if s.journey == view.context.journey)
    view.map.reveal(inner.id)
    opened.actions_by_code["process"].trigger()
    strip = view.strips["trail"]
    settle()
    links = [each for each in strip.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in links] == ["Een kind krijgen", "Aangifte doen", "Aangifte doen", inner.title]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert view.context.journey == home
    assert view.map.selected() == (outer.id,)
    assert view.map.hasFocus()


def test_f6_comes_by_the_way_back(qtbot, opened):
    stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    settle()
    back = opened.view.strips["trail"].back
    for _ in range(8):
        opened.actions_by_code["next_pane"].trigger()
        if back.hasFocus():
            break
    assert back.hasFocus()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert opened.view.map.hasFocus()
    assert not opened.view.strips["trail"].isVisible()


def test_without_a_process_there_is_nowhere_to_go_back_to(opened):
    assert not opened.actions_by_code["process_back"].isEnabled()
    stand_on(opened, "Aangifte doen")
    opened.actions_by_code["process"].trigger()
    opened.update_actions()
    assert opened.actions_by_code["process_back"].isEnabled()


def _looped(personas):
    """Every journey is the process behind a step of the next one, the last behind one of the first."""
    base = studies.study(6, personas)
    first = {journey: next(s.id for s in base.steps.values() if s.journey == journey) for journey in base.journeys}
    order = list(base.journeys)
    behind = {one: first[order[(at + 1) % len(order)]] for at, one in enumerate(order)}
    return Document.of(
        replace(entity, parent_step=behind[entity.id]) if kind == "journey" else entity for (kind, _), entity in base
    )


@pytest.mark.parametrize("personas", [1, 3])
def test_a_file_in_which_processes_stand_behind_each_other_in_a_ring_is_shown_deleted_and_undone(
    program, tmp_path, personas
):
    """No edit makes it, but a file can say so: no journey is left that is not a process."""
    file = tmp_path / "rond.levensreis"
    store.create_file(file, _looped(personas))
    window = program.open_file(program.new_window(), file)
    view, start = window.view, window.session.document.snapshot()
    view.refresh_findings()
    for code in ("table", "compare", "ecosystem", "map"):
        window.actions_by_code[code].trigger()
    for _ in range(personas + 1):
        processes.go_back(view)
    assert view.context.journey in start.journeys
    view.context.do(lambda: entities.delete(window.session.document, "step", next(iter(start.steps))))
    assert not window.session.document.journeys
    undo_takes_all_back(window, start)
