"""The list of saved views: named in place, ordered, replaced, deleted and chosen, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.actions import bare
from app.saved_views import screen
from tests.app.saved_views.conftest import in_order, is_chosen, named, names, panel_of, rest

KEY, NO, ALT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def two(window, view, kept):
    kept("Kaart")
    view.show_lens("time")
    view.map.zoom_to(1.2)
    kept("Tijd")
    return window


@pytest.fixture
def panel(two, command):
    command("saved_views")
    return panel_of(two)


def undo_is(window, text):
    return bare(window.actions_by_code["undo"].text()).endswith(text)


def field_of(panel):
    return panel.rows.findChild(QLineEdit)


def test_a_study_without_views_is_invited_to_keep_one(window, command):
    command("saved_views")
    panel = panel_of(window)
    assert "Bewaar wat u nu ziet" in panel.empty.text()
    assert panel.new.hasFocus()
    assert [each for each in panel.findChildren(QAbstractButton) if each.isVisible() and each is not panel.new] == [
        each for each in panel.findChildren(QAbstractButton) if each.accessibleName() == "Sluiten"
    ]
    QTest.keyClick(panel.new, KEY.Key_Return)
    assert len(in_order(window)) == 1


def test_saving_offers_a_name_that_is_typed_over(window, view, command):
    view.show_lens("time")
    command("save_view")
    panel = panel_of(window)
    assert names(window) == ["Sanne & Youssef – tijdlens"]
    assert undo_is(window, "Weergave toegevoegd: “Sanne & Youssef – tijdlens”")
    rest()  # pictures are drawn meanwhile
    QTest.keyClicks(field_of(panel), "Voor de raad")
    rest()
    QTest.keyClick(field_of(panel), KEY.Key_Return)
    rest()
    assert names(window) == ["Voor de raad"]
    assert undo_is(window, "Weergave hernoemd: “Voor de raad”")
    assert is_chosen(window) == ("Voor de raad", False)


def test_escape_keeps_the_name_that_was_offered(window, command):
    command("save_view")
    panel = panel_of(window)
    QTest.keyClicks(field_of(panel), "Toch niet")
    QTest.keyClick(field_of(panel), KEY.Key_Escape)
    rest()
    assert names(window) == ["Sanne & Youssef – kaart"]
    assert panel_of(window) is panel


def test_enter_shows_the_current_view_and_the_list_stays(two, view, panel):
    assert is_chosen(two) == ("Tijd", False)
    QTest.keyClick(panel.rows, KEY.Key_Up)
    QTest.keyClick(panel.rows, KEY.Key_Return)
    rest()
    assert is_chosen(two) == ("Kaart", False)
    assert panel.rows.hasFocus()
    QTest.keyClick(panel.rows, KEY.Key_Escape)
    assert panel_of(two) is None
    assert view.views.widget_shown.hasFocus()


def test_a_click_shows_a_view_also_when_it_is_of_another_kind(two, view, command, kept):
    view.show_view("ecosystem")
    rest()
    kept("Netwerk")
    command("saved_views")
    panel = panel_of(two)
    for row, code in ((0, "map"), (2, "ecosystem")):
        at = panel.rows.visualItemRect(panel.rows.item(row)).center()
        QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, NO, at)
        rest()
        assert view.views.code == code
        assert panel_of(two) is panel


def test_the_row_says_which_view_is_shown_and_that_it_was_changed(two, view, panel, qtbot):
    def heard():
        return panel.rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard() == "Tijd. (nu te zien). Sanne & Youssef · tijdlens · 120 % · vanaf Voorbereiden"
    view.show_lens("roles")
    qtbot.waitUntil(lambda: heard().startswith("Tijd. (gewijzigd)."))


def test_rows_are_put_in_order_by_keyboard_and_by_dragging(two, panel):
    QTest.keyClick(panel.rows, KEY.Key_Up, ALT)
    assert names(two) == ["Tijd", "Kaart"]
    assert undo_is(two, "Weergave verplaatst: “Tijd”")
    panel.rows.insertItem(1, panel.rows.takeItem(0))  # what a drag leaves behind
    panel.rows.dropped.emit()
    rest()
    assert names(two) == ["Kaart", "Tijd"]


def test_delete_forgets_a_view_and_undo_brings_it_back(two, panel, command):
    QTest.keyClick(panel.rows, KEY.Key_Delete)
    assert names(two) == ["Kaart"]
    assert undo_is(two, "Weergave verwijderd: “Tijd”")
    assert is_chosen(two)[0] is None
    command("undo")
    assert names(two) == ["Kaart", "Tijd"]


def test_a_view_is_replaced_by_what_is_seen_as_one_edit(two, view, panel):
    assert not panel.update_it.isEnabled()
    view.show_lens("roles")
    rest()
    assert panel.update_it.isEnabled()
    QTest.mouseClick(panel.update_it, Qt.MouseButton.LeftButton)
    rest()
    assert named(two, "Tijd").lens == "roles"
    assert undo_is(two, "Weergave vervangen door wat te zien was: “Tijd”")
    assert is_chosen(two) == ("Tijd", False)
    assert panel_of(two) is panel


def test_other_journeys_are_added_to_present_and_print_and_stay_when_it_is_replaced(two, view, panel):
    panel.journeys.menu().aboutToShow.emit()
    other = panel.journeys.menu().actions()[2]
    assert [action.isChecked() for action in panel.journeys.menu().actions()] == [True, False, False, False]
    other.trigger()
    rest()
    assert len(named(two, "Tijd").journeys) == 2
    assert panel.journeys.text() == "2 reizen"
    view.show_lens("roles")
    panel.replace_current()
    assert len(named(two, "Tijd").journeys) == 2
    assert named(two, "Tijd").journeys[0] == view.context.journey


def test_a_duplicate_stands_below_it_with_its_name_ready_to_be_typed(two, panel):
    panel.rows.setCurrentRow(0)
    panel.duplicate_current()
    QTest.keyClicks(field_of(panel), "Nog een")
    QTest.keyClick(field_of(panel), KEY.Key_Return)
    rest()
    assert names(two) == ["Kaart", "Nog een", "Tijd"]


def test_the_lanes_of_a_view_are_told_and_left_again(two, view, kept, command):
    view.map.set_choices(lanes=screen.usual_lanes(view.session.document)[:2])
    kept("Kort")
    command("saved_views")
    panel = panel_of(two)
    assert panel.lanes.isVisible()
    QTest.mouseClick(panel.lanes_back, Qt.MouseButton.LeftButton)
    rest()
    assert view.map.choices["lanes"] is None
    assert panel_of(two) is panel
    assert not panel.lanes.isVisible()
    assert is_chosen(two) == ("Kort", True)


def test_everything_in_it_is_named_and_large_enough_and_reached_by_tab(two, panel):
    seen = set()
    panel.rows.setFocus()
    for _ in range(20):
        focused = two.focusWidget()
        if focused in seen or not panel.isAncestorOf(focused):
            break
        seen.add(focused)
        QTest.keyClick(focused, KEY.Key_Tab)
    buttons = {each for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()}
    assert buttons <= seen
    assert all(each.accessibleName() or each.text() for each in buttons)
    assert all(min(each.width(), each.height()) >= 24 for each in buttons)


def test_it_stays_within_the_window_when_it_grows(window, command):
    window.resize(1000, 600)
    rest()
    command("saved_views")
    panel = panel_of(window)
    panel.new.click()
    rest()
    corner = panel.mapTo(window, QPoint(panel.width(), panel.height()))
    assert corner.x() <= window.width()
    assert corner.y() <= window.height()
