"""The list of lanes: shown, hidden, put in order, renamed and added, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from app.canvas import scale
from app.panels.lanes import LanesPanel
from journeys.edits import lanes

KEY, NO, ALT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot, window):
    window.resize(1300, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.actions_by_code["lanes"].trigger()
    return shown(window)


def shown(window):
    return next((panel for panel in window.view.findChildren(LanesPanel) if not panel.isHidden()), None)


def in_order(window):
    return lanes.in_order(window.view.session.document)


def undo_is(window, text):
    return window.actions_by_code["undo"].text().endswith(text)


def names(panel):
    return [panel.rows.item(row).text() for row in range(panel.rows.count())]


def test_it_lists_all_lanes_as_the_map_calls_them(panel):
    assert names(panel) == [
        "Stappen", "Hartslag", "Contact & kanaal", "Behoeften & knelpunten", "Kansen", "Achter de schermen",
    ]  # fmt: skip


def test_space_hides_the_current_lane_as_one_edit_and_undo_shows_it(qtbot, window, panel):
    panel.rows.setCurrentRow(1)
    qtbot.keyClick(panel.rows, KEY.Key_Space)
    assert not in_order(window)[1].shown
    assert undo_is(window, "Laag verborgen: “Hartslag”")
    assert "heartbeat" not in {layer.lane for layer in window.view.map.drawing.layers}
    window.actions_by_code["undo"].trigger()
    qtbot.waitUntil(lambda: panel.rows.item(1).checkState() == Qt.CheckState.Checked)


def test_a_click_in_its_box_hides_a_lane(qtbot, window, panel):
    box = panel.rows.visualItemRect(panel.rows.item(2)).topLeft() + QPoint(10, 12)
    qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, NO, box)
    assert [lane.shown for lane in in_order(window)] == [True, True, False, True, True, True]


def test_alt_and_arrows_move_the_current_lane_and_it_stays_current(qtbot, window, panel):
    panel.rows.setCurrentRow(4)
    qtbot.keyClick(panel.rows, KEY.Key_Up, ALT)
    qtbot.keyClick(panel.rows, KEY.Key_Up, ALT)
    qtbot.keyClick(panel.rows, KEY.Key_Down, ALT)
    assert [lane.kind for lane in in_order(window)][3:5] == ["opportunities", "needs"]
    assert panel.rows.currentRow() == 3
    assert undo_is(window, "Laag verplaatst: “Kansen”")


def test_dragging_a_row_is_one_edit(qtbot, window, panel):
    rows = panel.rows
    taken = rows.takeItem(0)  # as Qt itself does it when a row is dropped
    rows.insertItem(2, taken)
    rows.setCurrentRow(2)
    rows.dropped.emit()
    assert [lane.kind for lane in in_order(window)][:3] == ["heartbeat", "contact", "steps"]
    assert undo_is(window, "Laag verplaatst: “Stappen”")


def test_f2_renames_in_place_and_the_usual_name_comes_back_by_itself(qtbot, window, panel):
    panel.rows.setCurrentRow(0)
    for typed, title in (("Wat er gebeurt", "Wat er gebeurt"), ("Stappen", "")):
        qtbot.keyClick(panel.rows, KEY.Key_F2)
        field = panel.rows.findChild(QLineEdit)
        field.setText(typed)
        qtbot.keyClick(field, KEY.Key_Return)
        qtbot.waitUntil(lambda title=title: in_order(window)[0].title == title)
        qtbot.waitUntil(lambda: panel.rows.findChild(QLineEdit) is None and not panel.refreshing)
        assert names(panel)[0] == typed


def test_a_text_lane_is_added_below_the_current_one_named_and_deleted_by_keyboard(qtbot, window, panel):
    panel.rows.setCurrentRow(1)
    panel.add()
    field = panel.rows.findChild(QLineEdit)
    field.setText("Systemen")
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: [(lane.kind, lane.title) for lane in in_order(window)][2] == ("text", "Systemen"))
    qtbot.waitUntil(lambda: panel.rows.findChild(QLineEdit) is None and not panel.refreshing)
    assert names(panel)[2] == "Systemen"
    assert panel.bin.isEnabled()
    qtbot.keyClick(panel.rows, KEY.Key_Delete)
    assert "text" not in [lane.kind for lane in in_order(window)]
    assert undo_is(window, "Laag verwijderd: “Systemen”")


def test_delete_on_a_lane_of_ours_hides_it(qtbot, window, panel):
    panel.rows.setCurrentRow(3)
    assert not panel.bin.isEnabled()
    qtbot.keyClick(panel.rows, KEY.Key_Delete)
    assert not in_order(window)[3].shown
    assert panel.all.isVisible()
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert all(lane.shown for lane in in_order(window))


def test_escape_closes_it_and_so_does_its_command(qtbot, window, panel):
    qtbot.keyClick(panel.rows, KEY.Key_Escape)
    assert shown(window) is None
    window.actions_by_code["lanes"].trigger()
    assert shown(window) is not None
    window.actions_by_code["lanes"].trigger()
    assert shown(window) is None


def test_every_control_has_a_name_and_can_be_hit(panel):
    for button in (panel.up, panel.down, panel.edit, panel.bin, panel.all):
        assert button.accessibleName() or button.text()
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_the_map_says_what_is_hidden_and_a_click_there_opens_the_list(qtbot, window, panel):
    document, view = window.view.session.document, window.view
    panel.close_panel()
    view.context.do(lambda: lanes.show(document, in_order(window)[1].id, shown=False))
    line = next(
        target for layer in view.map.drawing.layers if layer.name == "titles"
        for target in layer.targets if target.part == "hidden"
    )  # fmt: skip
    for zoomed in (False, True):
        if zoomed:
            view.map.zoom_to(1.5)
            view.map.horizontalScrollBar().setValue(view.map.horizontalScrollBar().maximum())
            view.map.verticalScrollBar().setValue(view.map.verticalScrollBar().maximum())
        area = scale.rect(line.rect).translated(view.map.picture.slid(), 0)
        qtbot.mouseClick(view.map.viewport(), Qt.MouseButton.LeftButton, NO, view.map.mapFromScene(area.center()))
        assert shown(window) is not None
        shown(window).close_panel()


def test_the_menu_of_a_lanes_name_hides_moves_and_renames_it(qtbot, window, panel):
    from app import map_menu

    panel.close_panel()
    view = window.view
    lane = in_order(window)[1]
    target = next(t for t in view.map.drawing.targets if t.part == "lane" and t.id == lane.id)
    menu = QMenu(view)
    map_menu.fill(window, menu, target)
    lines = {action.text().replace("&", ""): action for action in menu.actions()}
    lines["Omhoog"].trigger()
    assert in_order(window)[0].id == lane.id
    lines["Hernoemen"].trigger()
    assert shown(window).rows.current() == lane.id
    assert shown(window).rows.findChild(QLineEdit) is not None
    shown(window).close_panel()
    menu.deleteLater()
