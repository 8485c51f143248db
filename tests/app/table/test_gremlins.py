"""A clumsy user in the table: random keys and clicks with the screen reader on; nothing breaks, all can be undone."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox

from tests.journeys.studies import study

Key = Qt.Key
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
KEYS = (
    (Key.Key_Return, NONE), (Key.Key_Return, NONE), (Key.Key_Return, CTRL), (Key.Key_Return, SHIFT),
    (Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT), (Key.Key_Escape, NONE), (Key.Key_F2, NONE), (Key.Key_Delete, NONE),
    (Key.Key_Delete, CTRL), (Key.Key_Up, NONE), (Key.Key_Down, NONE), (Key.Key_Left, NONE), (Key.Key_Right, NONE),
    (Key.Key_Up, ALT), (Key.Key_Down, ALT), (Key.Key_Left, ALT), (Key.Key_Right, ALT), (Key.Key_Down, SHIFT),
    (Key.Key_Right, SHIFT), (Key.Key_C, CTRL), (Key.Key_V, CTRL), (Key.Key_X, CTRL), (Key.Key_A, CTRL),
    (Key.Key_Space, NONE), (Key.Key_Space, SHIFT), (Key.Key_D, CTRL), (Key.Key_O, CTRL | SHIFT), (Key.Key_Home, CTRL),
    (Key.Key_End, CTRL), (Key.Key_PageDown, NONE), (Key.Key_Insert, NONE),
)  # fmt: skip
WORDS = ("x", "2", "-1", "JGZ", "Kraamtijd", "3 weken", "een; twee", "31-12-2027", "ja", "<b>&", "12")
LISTS = ("steps", "overview", "notes", "phases", "personas", "parties", "journeys", "moments", "links")


@pytest.fixture
def _screen_reader():
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("seed", [12])
@pytest.mark.usefixtures("_screen_reader")
def test_random_events_break_nothing(desk_of, qtbot, seed):
    desk = desk_of(study(12, 2))
    dice = random.Random(seed)
    QGuiApplication.clipboard().setText("Pasted\t1\nTwice")
    for _ in range(100):
        target = desk.sheet.editing or desk.sheet
        match dice.randrange(20):
            case 0:
                desk.view.show_list(dice.choice(LISTS))
                desk.sheet.setFocus()
            case 1:
                room = desk.sheet.viewport().rect()
                place = QPoint(dice.randrange(room.width()), dice.randrange(room.height()))
                qtbot.mouseClick(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
            case 2:
                desk.history.undo()
            case 3:
                desk.history.redo()
            case 4:
                desk.view.filter.setText(dice.choice(("", "", "stap", "zzz")))
                desk.view._look()
            case 5 | 6 | 7 | 8:
                qtbot.keyClicks(target, dice.choice(WORDS))
            case _:
                key, held = dice.choice(KEYS)
                if not (held == ALT and isinstance(target, QComboBox)):  # without a desktop its list makes Qt warn
                    qtbot.keyClick(target, key, held)
        QApplication.processEvents()
        expected = set(desk.ids()) - {"+"}
        assert all(desk.model.entity(entry) is not None for entry in expected)
    if desk.sheet.editing is not None:
        qtbot.keyClick(desk.sheet.editing, Key.Key_Escape)
    assert not desk.refusals
