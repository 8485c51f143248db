"""What a new user meets: nothing clipped, everything by keyboard, and always told what became of things."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from app import menus
from app.canvas.zoom_view import READABLE
from app.pictures import settle
from app.program import Program

Key = Qt.Key


@pytest.fixture
def opened(window):
    """The window at rest on the screen, with room to work."""
    window.resize(1280, 800)
    window.activateWindow()
    settle()
    return window


def step_called(window, title):
    here = window.view.context.journey
    return next(s for s in window.session.document.steps.values() if (s.journey, s.title) == (here, title))


def stand_on(window, title):
    window.view.map.setFocus()
    window.view.map.reveal(step_called(window, title).id)
    return step_called(window, title)


def mnemonics(menu):
    return [m.group(1).lower() for a in menu.actions() if (m := re.search("&([^&])", a.text().partition("\t")[0]))]


def twice(letters):
    return sorted(letter for letter, n in Counter(letters).items() if n > 1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_menu_stands_in_one_column_on_the_smallest_screen(qapp, language):
    program = Program(qapp, language)
    window = program.new_window()
    high = {menu.menu().title(): menu.menu().sizeHint().height() for menu in window.menuBar().actions()}
    window.finish()
    program.deleteLater()
    assert max(high.values()) < 700, high


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_menu_uses_a_letter_twice(qapp, language):
    program = Program(qapp, language)
    window = program.new_window()
    bar = [menu.menu() for menu in window.menuBar().actions()]
    double = {menu.title(): used for menu in bar if (used := twice(mnemonics(menu)))}
    letters = mnemonics(window.menuBar())
    window.finish()
    program.deleteLater()
    assert not double, "put the & before another letter, or leave it out"
    assert len(letters) == len(set(letters)) == len(bar)


def test_the_name_of_the_study_is_whole_in_the_corner_of_the_menu_bar(opened):
    label = opened.corner_label
    assert "Een kind krijgen" in label.text()
    assert label.width() >= label.sizeHint().width()


def test_the_poster_button_keeps_its_own_icon_when_a_study_opens(program):
    window = program.new_window()
    window.show_welcome()
    button = window.toolbar.findChild(type(window.toolbar.widgetForAction(window.actions_by_code["undo"])), "primary")
    before = button.icon().cacheKey()
    window.life_event_wanted.emit("child", True)
    assert window.actions_by_code["poster"].isEnabled()
    assert button.icon().cacheKey() == before


def test_large_text_in_a_small_window_leaves_the_status_bar_whole_and_the_map_readable(program, opened):
    opened.text_size_wanted.emit(150)
    opened.resize(1024, 700)
    settle()
    status = opened.status
    for part in (status.saved, status.percent, status.fit, status.counts):
        assert part.isVisible()
        assert part.width() >= part.sizeHint().width(), part.text()
    assert status.fit.geometry().right() <= status.width()
    assert opened.view.map.zoom >= READABLE
    opened.text_size_wanted.emit(100)


def test_a_message_in_the_status_bar_does_not_lie_over_the_counts(opened):
    opened.status.showMessage("Ongedaan gemaakt", 60_000)
    opened.status.display(opened.view.findings)
    assert not opened.status.counts.isVisible()
    opened.status.clearMessage()
    assert opened.status.counts.isVisible()


def test_a_study_with_steps_opens_on_its_gaps(opened):
    assert opened.view.tabs.code == "gaps"


def test_a_letter_on_a_step_begins_a_note_and_escape_leads_back(qtbot, opened):
    step = stand_on(opened, "Erkenning?")
    qtbot.keyClick(opened.view.map, Key.Key_K)
    qtbot.keyClicks(QApplication.focusWidget(), "Ik weet niet wie ik bel")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    (made,) = [n for n in opened.session.document.notes.values() if n.text == "Ik weet niet wie ik bel"]
    assert (made.kind, made.step) == ("pain", step.id)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert opened.view.map.hasFocus()


def test_a_step_is_connected_and_disconnected_by_keyboard(opened):
    step, far = stand_on(opened, "Positieve test"), step_called(opened, "Bevallen")

    def choose():
        menu = QMenu(opened)
        menus.fill_connections(opened, menu)
        phase = next(action for action in menu.actions() if action.text() == "Bevalling")
        line = next(action for action in phase.menu().actions() if action.text() == "Bevallen")
        line.trigger()

    def connected():
        links = opened.session.document.referring(step.id, "link")
        return any((link.source, link.target) == (step.id, far.id) for link in links)

    choose()
    assert connected()
    stand_on(opened, "Positieve test")
    choose()
    assert not connected()


def test_the_menu_of_a_step_offers_to_connect_it(opened):
    stand_on(opened, "Positieve test")
    menu = QMenu(opened)
    menus.fill_map_menu(opened, menu)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert "Verbinden met" in texts


def test_deleting_a_phase_says_where_its_steps_went(opened):
    phase = next(p for p in opened.session.document.phases.values() if p.name == "Voorbereiden")
    opened.view.map.reveal(phase.id)
    opened.actions_by_code["delete"].trigger()
    said = opened.status.currentMessage()
    assert "Voorbereiden" in said
    assert "stappen nu in “Zwanger!”" in said
    assert "fasen verwijderd" not in opened.actions_by_code["undo"].text()


def test_tab_goes_through_the_form_of_a_step_from_top_to_bottom(qtbot, opened):
    stand_on(opened, "Erkenning?")
    opened.view.tabs.setCurrentIndex(0)
    form = opened.view.inspector.currentWidget()
    form.fields["title"].setFocus()
    places = []
    for _ in range(40):
        place = QApplication.focusWidget()
        if not form.isAncestorOf(place):
            break
        places.append(place.mapTo(form.widget(), QPoint(0, 0)).y())
        qtbot.keyClick(place, Key.Key_Tab)
    assert len(places) > 12
    assert all(below >= above - 12 for above, below in pairwise(places)), places
    assert QApplication.focusWidget().window() is opened


def test_recording_a_reason_leaves_the_focus_in_the_gaps(qtbot, opened):
    card = list(opened.view.gaps.by_phase.values())[-1]
    button = next(b for b in card.findChildren(QPushButton) if b.text() == "Markeer als bewust")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Hier hoort de gemeente niet")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    opened.view.refresh_findings()
    assert opened.view.gaps.isAncestorOf(QApplication.focusWidget())


def contacts_of(window, step):
    document = window.session.document
    return [document.parties[c.party].name for c in document.steps[step.id].contacts if c.party]


def test_a_contact_is_added_by_typing_the_beginning_of_a_known_party(qtbot, opened):
    step = stand_on(opened, "Aangifte doen")
    opened.view.tabs.setCurrentIndex(0)
    parties = len(opened.session.document.parties)
    opened.view.inspector.currentWidget().contacts._add.click()
    settle()
    field = QApplication.focusWidget()
    name = field.accessibleName()
    qtbot.keyClicks(field, "zieken")
    qtbot.keyClick(field, Key.Key_Return)
    settle()
    assert contacts_of(opened, step) == ["Burgerzaken", "Ziekenhuis"]
    assert len(opened.session.document.parties) == parties
    assert QApplication.focusWidget().accessibleName() == name


def test_choosing_from_the_lists_leaves_nothing_on_the_map_for_delete_to_take(opened):
    stand_on(opened, "Aangifte doen")
    opened.view.inspect("party", next(iter(opened.session.document.parties)))
    assert not opened.view.map.selected()
    assert not opened.actions_by_code["delete"].isEnabled()


def test_presence_is_seen_from_the_same_parties_everywhere(opened):
    menu = QMenu(opened)
    menus.submenus(opened)["scope"](menu)
    offered = [action.text().strip() for action in menu.actions()]  # departments stand indented
    combo = opened.view.gaps.scope
    assert offered == [combo.itemText(index) for index in range(combo.count())]
    assert "Internet" not in offered


def test_the_parties_keep_their_order_when_presence_is_seen_from_a_department(opened):
    tree = opened.view.sidebar.parties
    first = tree.topLevelItem(0).text(0)
    combo = opened.view.gaps.scope
    combo.setCurrentText("Burgerzaken")
    combo.activated.emit(combo.currentIndex())
    settle()
    assert opened.session.document.parties[opened.session.document.study.scope].name == "Burgerzaken"
    assert tree.topLevelItem(0).text(0) == first


def test_a_click_on_the_name_of_the_study_shows_where_to_change_it(qtbot, opened):
    opened.view.map.select([])
    qtbot.mouseClick(opened.corner_label, Qt.MouseButton.LeftButton)
    assert opened.view.tabs.code == "inspector"
    assert "Een kind krijgen" in opened.view.inspector.currentWidget().fields["title"].text()


def test_another_look_leaves_no_old_menus_behind(opened):
    before = len(opened.menuBar().findChildren(QMenu))
    for theme in ("dark", "light", "dark"):
        opened.theme_wanted.emit(theme)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(opened.menuBar().findChildren(QMenu)) == before
