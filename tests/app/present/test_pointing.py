"""Mouse, wheel and fingers over the slide."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import settings
from app.present import menu

LEFT = Qt.MouseButton.LeftButton


def wheel(stage, turn, held=Qt.KeyboardModifier.NoModifier):
    at = QPointF(stage.rect().center())
    event = QWheelEvent(
        at, stage.mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage, event)


def test_a_click_shows_the_next_slide_and_two_quick_ones_two(hall, qtbot):
    qtbot.mouseClick(hall.stage, LEFT)
    assert hall.place == (1, 0)
    qtbot.mouseDClick(hall.stage, LEFT)  # the second press of two quick clicks
    qtbot.mouseRelease(hall.stage, LEFT)
    assert hall.place == (2, 0)


def test_the_wheel_turns_a_slide_for_every_notch(hall):
    wheel(hall.stage, -120)
    wheel(hall.stage, -60)
    assert hall.place == (1, 0)
    wheel(hall.stage, -60)
    assert hall.place == (2, 0)
    wheel(hall.stage, 120)
    assert hall.place == (1, 0)


def test_with_control_the_wheel_brings_nearer_what_is_under_the_pointer(hall):
    middle = hall.stage.on_slide(QPointF(hall.stage.rect().center()))
    wheel(hall.stage, 240, Qt.KeyboardModifier.ControlModifier)
    assert hall.showing.zoom > 1.5
    after = hall.stage.on_slide(QPointF(hall.stage.rect().center()))
    assert (after - middle).manhattanLength() < 0.5


def test_the_light_follows_the_pointer(hall, qtbot):
    hall.press("s")
    hall.move(QPoint(300, 200))
    hall.move(QPoint(420, 260))
    assert hall.showing.part is None
    assert (hall.showing.point - hall.stage.on_slide(QPointF(420, 260))).manhattanLength() < 0.01
    lit, dark = QPoint(420, 260), QPoint(30, hall.stage.height() - 30)
    picture = hall.stage.grab().toImage()
    hall.press("s")
    plain = hall.stage.grab().toImage()
    assert picture.pixelColor(lit) == plain.pixelColor(lit)
    assert picture.pixelColor(dark).lightness() < plain.pixelColor(dark).lightness()


def test_the_light_is_where_the_pointer_is_also_when_it_moved_while_it_came(hall, qtbot):
    settings.set_calm(chosen=False)
    hall.press("s")
    hall.move(QPoint(300, 200))
    hall.move(QPoint(500, 300))
    qtbot.waitUntil(lambda: hall.stage.still)
    assert hall.stage._look.hole.center().toPoint() == QPoint(500, 300)


def test_what_is_nearer_than_the_whole_is_moved_by_dragging_and_turns_nothing(hall, qtbot):
    hall.press("z")
    before = QPointF(hall.showing.centre)
    qtbot.mousePress(hall.stage, LEFT, pos=QPoint(400, 300))
    hall.move(QPoint(350, 300), LEFT)
    hall.move(QPoint(300, 300), LEFT)
    QTest.mouseRelease(hall.stage, LEFT, pos=QPoint(300, 300))
    assert hall.place == (0, 0)
    assert hall.showing.centre.x() >= before.x()


def test_the_menu_offers_every_command_and_every_slide(hall):
    offered = menu.build(hall.now, hall.audience)
    codes = {action.objectName() for action in offered.actions()}
    assert {"next", "black", "spot", "closer", "play", "notes", "console", "end"} <= codes
    slides = next(action.menu() for action in offered.actions() if action.menu() is not None)
    slides.actions()[-1].trigger()
    assert hall.place[0] == len(hall.showing.slides) - 1
    offered.close()
    offered.deleteLater()


def swipe(stage, qtbot, start, end):
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(stage, device).press(0, start, stage).commit()
    QTest.touchEvent(stage, device).move(0, end, stage).commit()
    QTest.touchEvent(stage, device).release(0, end, stage).commit()


def test_a_swipe_to_the_left_shows_the_next_slide_and_one_to_the_right_the_one_before(hall, qtbot):
    swipe(hall.stage, qtbot, QPoint(500, 300), QPoint(300, 310))
    assert hall.place == (1, 0)
    swipe(hall.stage, qtbot, QPoint(300, 300), QPoint(500, 310))
    assert hall.place == (0, 0)


def test_a_tap_shows_the_next_slide_and_one_at_the_left_edge_the_one_before(hall, qtbot):
    swipe(hall.stage, qtbot, QPoint(500, 300), QPoint(502, 300))
    assert hall.place == (1, 0)
    swipe(hall.stage, qtbot, QPoint(20, 300), QPoint(20, 300))
    assert hall.place == (0, 0)


def test_a_pointer_that_rests_goes_away(hall, qtbot):
    hall.move(QPoint(300, 200))
    hall.move(QPoint(310, 200))
    assert hall.stage.cursor().shape() == Qt.CursorShape.ArrowCursor
    hall.stage._pointing._idle.setInterval(0)
    qtbot.waitUntil(lambda: hall.stage.cursor().shape() == Qt.CursorShape.BlankCursor)
