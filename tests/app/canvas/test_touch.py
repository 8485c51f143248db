"""Fingers and a pen on the map, as a digital whiteboard sends them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas import handles, scale
from app.canvas.gestures import Drag


@pytest.fixture(scope="module")
def screen():
    """A screen that fingers touch."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


class Hand:
    """Fingers on the map of a stage."""

    def __init__(self, stage, screen):
        self._view, self._screen = stage.map, screen

    def _send(self, act, fingers):
        sequence = QTest.touchEvent(self._view.viewport(), self._screen, False)
        for finger, place in fingers.items():
            getattr(sequence, act)(finger, place, self._view.viewport())
        sequence.commit()

    def press(self, place, finger=0):
        self._send("press", {finger: place})

    def move(self, *places):
        self._send("move", dict(enumerate(places)))

    def release(self, *places):
        self._send("release", dict(enumerate(places)))

    def press_both(self, one, other):
        self._send("press", {0: one, 1: other})

    def tap(self, place):
        self.press(place)
        self.release(place)

    def drag(self, start, end):
        self.press(start)
        for part in (0.3, 0.7, 1.0):
            self.move(start + QPoint(round((end - start).x() * part), round((end - start).y() * part)))
        self.release(end)


@pytest.fixture
def hand(stage, screen):
    stage.map.horizontalScrollBar().setValue(stage.map.horizontalScrollBar().minimum())
    return Hand(stage, screen)


def test_a_tap_is_a_click(stage, hand):
    hand.tap(stage.at(stage.steps[1]))
    assert stage.map.selected() == (stage.steps[1],)
    hand.tap(stage.at(stage.steps[2]))
    assert stage.map.selected() == (stage.steps[2],)


def test_two_taps_on_a_card_write_its_title(stage, hand):
    for _ in range(2):
        hand.tap(stage.at(stage.steps[1]))
    stage.type("Touched")
    stage.key(Qt.Key.Key_Return)
    assert stage.document.steps[stage.steps[1]].title == "Touched"


def test_a_finger_elsewhere_keeps_what_was_typed(stage, hand):
    stage.map.begin_edit(stage.steps[0])
    stage.type("Kept")
    hand.tap(stage.at(stage.steps[2]))
    assert stage.document.steps[stage.steps[0]].title == "Kept"


def test_a_finger_on_a_card_moves_it(stage, hand):
    moved, onto = stage.steps[1], stage.steps[3]
    hand.drag(stage.at(moved), stage.at(onto, across=0.8))
    assert stage.document.steps[moved].phase == stage.document.steps[onto].phase
    assert len(stage.edits) == 1


def test_a_finger_beside_the_cards_moves_the_map(stage, hand):
    stage.map.zoom_to(2.0)
    bar = stage.map.horizontalScrollBar()
    bar.setValue(bar.minimum())
    stage.map.verticalScrollBar().setValue(stage.map.verticalScrollBar().minimum())
    cell = stage.map.hits.first_free()
    before, start = bar.value(), stage.map.mapFromScene(scale.rect(cell.rect).center())
    assert stage.map.target_at(stage.map.mapToScene(start)).part == "cell"
    hand.drag(start, start - QPoint(100, 0))
    assert bar.value() == before + 100
    assert stage.edits == []
    assert stage.map.selected() == ()


def test_a_long_press_asks_for_the_menu_of_what_is_under_it(stage, hand, qtbot):
    place = stage.at(stage.steps[1])
    with qtbot.waitSignal(stage.map.menu_wanted) as asked:
        hand.press(place)
        qtbot.waitUntil(lambda: stage.map.fingers.ring() is not None)
    assert asked.args == [stage.map.viewport().mapTo(stage.map, place)]
    assert stage.map.selected() == (stage.steps[1],)
    hand.move(place + QPoint(90, 0))
    assert not stage.map.busy
    hand.release(place)
    assert stage.edits == []
    assert stage.map.fingers.ring() is None


def test_two_fingers_zoom_around_their_middle_and_move_the_map(stage, hand):
    stage.map.zoom_to(1.0)
    middle = QPointF(400, 300)
    before = stage.map.scene_point(middle)
    hand.press_both(QPoint(350, 300), QPoint(450, 300))
    hand.move(QPoint(300, 300), QPoint(500, 300))
    assert stage.map.zoom == pytest.approx(2.0, abs=0.05)
    assert (stage.map.scene_point(middle) - before).manhattanLength() < 3
    bar = stage.map.horizontalScrollBar()
    at = bar.value()
    hand.move(QPoint(260, 300), QPoint(460, 300))
    assert bar.value() == at + 40
    hand.release(QPoint(260, 300), QPoint(460, 300))
    assert stage.edits == []
    assert stage.map.selected() == ()


def test_a_second_finger_gives_up_the_drag(stage, hand):
    start = stage.at(stage.steps[1])
    hand.press(start)
    hand.move(start + QPoint(60, 0))
    assert isinstance(stage.map.gesture, Drag)
    hand.press_both(start + QPoint(60, 0), start + QPoint(160, 0))
    hand.move(start + QPoint(60, 0), start + QPoint(200, 0))
    assert not stage.map.busy
    hand.release(start, start + QPoint(200, 0))
    assert stage.edits == []


def test_a_finger_draws_a_connection_from_the_handle(stage, hand):
    source, target = stage.steps[0], stage.steps[2]
    hand.tap(stage.at(source))
    handle = stage.map.mapFromScene(handles.handles(stage.map)[source])
    hand.drag(handle, stage.at(target))
    assert any((link.source, link.target) == (source, target) for link in stage.document.links.values())


# A pen


PEN = QPointingDevice.PointerType.Pen
RUBBER = QPointingDevice.PointerType.Eraser
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton


def _pen(stage, kind, place, end=PEN, button=LEFT):
    device = QPointingDevice("pen", 7, QInputDevice.DeviceType.Stylus, end, QInputDevice.Capability.Position, 1, 2)
    down = NONE if kind == QEvent.Type.TabletRelease else button
    at = QPointF(place)
    event = QTabletEvent(
        kind, device, at, QPointF(stage.map.viewport().mapToGlobal(place)), 0.5, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, button, down,
    )  # fmt: skip
    QApplication.sendEvent(stage.map.viewport(), event)
    return event.isAccepted()


def test_the_other_end_of_the_pen_rubs_out_what_it_went_over(stage, hand):
    first, second = stage.steps[1], stage.steps[2]
    assert _pen(stage, QEvent.Type.TabletPress, stage.at(first), RUBBER)
    assert _pen(stage, QEvent.Type.TabletMove, stage.at(second), RUBBER)
    stage.map.grab()
    assert stage.edits == []
    assert _pen(stage, QEvent.Type.TabletRelease, stage.at(second), RUBBER)
    assert not {first, second} & set(stage.document.steps)
    assert len(stage.edits) == 1


def test_the_button_of_the_pen_asks_for_the_menu(stage, hand, qtbot):
    place = stage.at(stage.steps[1])
    with qtbot.waitSignal(stage.map.menu_wanted):
        assert _pen(stage, QEvent.Type.TabletPress, place, button=RIGHT)
        assert _pen(stage, QEvent.Type.TabletRelease, place, button=RIGHT)
    assert stage.map.selected() == (stage.steps[1],)


def test_the_tip_of_the_pen_is_left_to_become_the_mouse(stage, hand):
    assert not _pen(stage, QEvent.Type.TabletPress, stage.at(stage.steps[1]))
    assert not _pen(stage, QEvent.Type.TabletRelease, stage.at(stage.steps[1]))
