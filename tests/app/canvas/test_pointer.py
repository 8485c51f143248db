"""Gestures with the pointer: each finished one is one edit, each given up none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.canvas import handles, scale

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_click_selects_a_step_and_tells_it(stage, qtbot):
    with qtbot.waitSignal(stage.map.selection_changed):
        stage.click(stage.at(stage.steps[1]))
    assert stage.map.selected() == (stage.steps[1],)


def test_shift_and_ctrl_click_add_and_take_away(stage):
    first, second, third = stage.steps[:3]
    stage.click(stage.at(first))
    stage.click(stage.at(second), SHIFT)
    stage.click(stage.at(third), CONTROL)
    assert stage.map.selected() == (first, second, third)
    stage.click(stage.at(second), CONTROL)
    assert stage.map.selected() == (first, third)


def test_a_click_on_nothing_clears_the_selection(stage):
    stage.click(stage.at(stage.steps[0]))
    stage.click(QPoint(700, 760))
    assert stage.map.selected() == ()


def test_a_click_on_a_phase_or_note_selects_it(stage):
    phase, note = next(iter(stage.document.phases)), next(iter(stage.document.notes))
    stage.click(stage.at(phase))
    assert stage.map.selected() == (phase,)
    stage.click(stage.at(note))
    assert stage.map.selected() == (note,)


def test_a_click_on_the_line_selects_the_connection(stage):
    step = stage.steps[0]
    link = next(link for link in stage.document.links.values() if link.source == step)
    card = scale.rect(stage.map.hits.main(step).rect)
    middle = stage.map.mapFromScene(card.right() + 13, card.center().y())
    stage.map.picked.point_at(None)
    stage.click(middle)
    assert stage.map.selected() == (link.id,)


def test_dragging_a_step_is_one_undoable_edit(stage):
    moved, onto = stage.steps[1], stage.steps[2]
    before = stage.document.steps[moved]
    stage.drag(stage.at(moved), stage.at(onto))
    assert len(stage.edits) == 1
    assert stage.document.steps[moved].phase == stage.document.steps[onto].phase
    assert stage.map.selected() == (moved,)
    stage.history.undo()
    assert stage.document.steps[moved] == before


def test_dragging_several_steps_is_one_edit(stage):
    first, second = stage.steps[0], stage.steps[1]
    stage.click(stage.at(first))
    stage.click(stage.at(second), SHIFT)
    stage.drag(stage.at(first), stage.at(stage.steps[3]))
    assert len(stage.edits) == 1
    phase = stage.document.steps[stage.steps[3]].phase
    assert {stage.document.steps[step].phase for step in (first, second)} == {phase}


def test_escape_gives_up_a_drag(stage):
    step, end = stage.steps[1], stage.at(stage.steps[4])
    stage.press(stage.at(step))
    stage.move(stage.at(step) + QPoint(40, 5))
    stage.move(end)
    assert stage.map.busy
    stage.key(Qt.Key.Key_Escape)
    assert not stage.map.busy
    stage.release(end)
    assert stage.edits == []


def test_a_drag_onto_its_own_place_changes_nothing(stage):
    place = stage.at(stage.steps[1])
    stage.drag(place, place + QPoint(12, 3))
    assert stage.edits == []


def test_undo_is_off_while_something_is_dragged(stage, qtbot):
    step = stage.steps[1]
    stage.press(stage.at(step))
    with qtbot.waitSignal(stage.map.busy_changed) as told:
        stage.move(stage.at(step) + QPoint(60, 0))
    assert told.args == [True]
    with qtbot.waitSignal(stage.map.busy_changed) as told:
        stage.release(stage.at(step))
    assert told.args == [False]


def test_a_rubber_band_selects_what_it_touches(stage):
    first, third = stage.at(stage.steps[0], across=0, down=0), stage.at(stage.steps[2])
    stage.drag(first - QPoint(6, 6), third)
    assert set(stage.steps[:3]) <= set(stage.map.selected())
    assert stage.edits == []


def test_dragging_the_handle_to_another_card_connects_them(stage):
    source, target = stage.steps[0], stage.steps[4]
    stage.move(stage.at(source))
    handle = stage.map.mapFromScene(handles.handles(stage.map)[source])
    stage.drag(handle, stage.at(target))
    assert len(stage.edits) == 1
    assert any((link.source, link.target) == (source, target) for link in stage.document.links.values())


def test_the_handle_is_as_large_as_a_fingertip():
    assert handles.HANDLE * 2 >= 24


def test_dragging_the_handle_to_an_empty_place_makes_a_connected_step(stage):
    source = stage.steps[0]
    stage.move(stage.at(source))
    handle = stage.map.mapFromScene(handles.handles(stage.map)[source])
    stage.drag(handle, stage.empty())
    stage.type("Afterwards")
    stage.key(Qt.Key.Key_Return)
    new = next(step for step in stage.document.steps.values() if step.title == "Afterwards")
    assert any((link.source, link.target) == (source, new.id) for link in stage.document.links.values())
    assert len(stage.edits) == 1


def test_dragging_a_face_sets_the_emotion(stage):
    step = next(step for step in stage.document.steps.values() if step.emotion == -2)
    start = stage.at(step.id, "face")
    stage.drag(start, start - QPoint(0, 400))
    assert stage.document.steps[step.id].emotion == 2
    assert len(stage.edits) == 1


def test_dragging_a_phase_border_changes_when_it_starts(stage):
    phase = list(stage.document.phases.values())[2]
    start = stage.at(phase.id, "border", across=0.7)
    stage.drag(start, start + QPoint(60, 0))
    assert stage.document.phases[phase.id].start_day > phase.start_day
    assert len(stage.edits) == 1


def test_a_border_stops_at_its_neighbours(stage):
    phase = list(stage.document.phases.values())[2]
    start = stage.at(phase.id, "border", across=0.7)
    stage.drag(start, start - QPoint(900, 0))
    assert stage.errors == []
    assert stage.document.phases[phase.id].start_day == list(stage.document.phases.values())[1].start_day + 1


def test_the_middle_button_pans(stage):
    stage.map.zoom_to(2.0)
    before = stage.map.horizontalScrollBar().value()
    stage.press(QPoint(700, 300), button=Qt.MouseButton.MiddleButton)
    stage.move(QPoint(600, 300))
    stage.release(QPoint(600, 300), button=Qt.MouseButton.MiddleButton)
    assert stage.map.horizontalScrollBar().value() == before + 100
    assert stage.edits == []


def test_space_and_drag_pan(stage, qtbot):
    stage.map.zoom_to(2.0)
    before = stage.map.horizontalScrollBar().value()
    qtbot.keyPress(stage.map, Qt.Key.Key_Space)
    stage.drag(QPoint(700, 300), QPoint(650, 300))
    qtbot.keyRelease(stage.map, Qt.Key.Key_Space)
    assert stage.map.horizontalScrollBar().value() == before + 50
    assert stage.edits == []


def test_a_double_click_on_an_empty_place_makes_a_step_there(stage, qtbot):
    place = stage.empty()
    qtbot.mouseDClick(stage.map.viewport(), Qt.MouseButton.LeftButton, pos=place)
    stage.type("Behind the desk")
    stage.key(Qt.Key.Key_Return)
    assert len(stage.edits) == 1
    new = next(step for step in stage.document.steps.values() if step.title == "Behind the desk")
    assert new.stage == "back"


def test_a_double_click_on_a_phase_renames_it(stage, qtbot):
    phase = next(iter(stage.document.phases))
    qtbot.mouseDClick(stage.map.viewport(), Qt.MouseButton.LeftButton, pos=stage.at(phase))
    stage.type("Pregnant")
    stage.key(Qt.Key.Key_Return)
    assert stage.document.phases[phase].name == "Pregnant"


@pytest.mark.parametrize("zoom", [0.1, 0.5, 4.0])
def test_what_is_seen_is_what_is_hit_at_any_zoom(stage, zoom):
    step = stage.steps[3]
    stage.map.zoom_to(zoom)
    stage.map.reveal(step)
    assert stage.map.target_at(stage.map.mapToScene(stage.at(step))).id == step


def _turn(stage, x, y, *, held=Qt.KeyboardModifier.NoModifier, pixels=None, at=None):
    at, pixels = at or QPointF(400, 200), pixels or QPoint()
    event = QWheelEvent(
        at, stage.map.viewport().mapToGlobal(at), pixels, QPoint(x, y), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage.map.viewport(), event)


def test_the_wheel_scrolls_and_with_shift_sideways(stage):
    stage.map.zoom_to(3.0)
    across, down = stage.map.horizontalScrollBar(), stage.map.verticalScrollBar()
    x, y = across.value(), down.value()
    _turn(stage, 0, -120)
    assert (across.value(), down.value() > y) == (x, True)
    y = down.value()
    _turn(stage, 0, -120, held=SHIFT)
    assert (across.value() > x, down.value()) == (True, y)
    _turn(stage, 0, 0, pixels=QPoint(0, -7))
    assert down.value() == y + 7


def test_ctrl_and_the_wheel_zoom_at_the_pointer(stage):
    stage.map.zoom_to(2.0)
    at = QPointF(400, 200)
    before = stage.map.scene_point(at)
    _turn(stage, 0, 120, held=CONTROL, at=at)
    assert stage.map.zoom > 2.0
    assert (stage.map.scene_point(at) - before).manhattanLength() < 2
    assert stage.edits == []


def test_ctrl_and_a_trackpad_without_a_wheel_zoom_too(stage):
    stage.map.zoom_to(1.0)
    _turn(stage, 0, 0, pixels=QPoint(0, 40), held=CONTROL)
    assert stage.map.zoom > 1.0


def test_a_pinch_on_the_trackpad_zooms_at_the_pointer(stage):
    stage.map.zoom_to(2.0)
    at = QPointF(400, 200)
    before = stage.map.scene_point(at)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, QPointF(stage.map.viewport().mapToGlobal(at)),
        0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(stage.map.viewport(), event)
    assert stage.map.zoom == pytest.approx(2.5)
    assert (stage.map.scene_point(at) - before).manhattanLength() < 2
