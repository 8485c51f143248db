"""What a gremlin does before a room: presents, hides names, keeps snapshots, counts down, lets people vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app import present
from tests.app.window.mischief import HELD, TEXTS, keys_in

if TYPE_CHECKING:
    from tests.app.window.gremlins import Gremlin

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
TURNS = (
    *(K.Key_Right, K.Key_Right, K.Key_PageDown, K.Key_Space, K.Key_Return, K.Key_Left, K.Key_PageUp, K.Key_Home),
    *(K.Key_End, K.Key_Tab, K.Key_Backtab, K.Key_B, K.Key_W, K.Key_S, K.Key_Z, K.Key_N, K.Key_C, K.Key_X, K.Key_T),
    *(K.Key_P, K.Key_1, K.Key_4, K.Key_9, K.Key_F11, K.Key_F1, K.Key_F5, K.Key_Escape, K.Key_BracketLeft, K.Key_Plus),
)
ROOM = (
    *("timer", "vote", "parking", "park", "lock", "hide_names", "hide_names", "large", "snapshot", "snapshot"),
    *("snapshots", "snapshots", "save_view", "saved_views", "next_view", "previous_view", "settings", "portfolio"),
)


def _present(gremlin: Gremlin, top: QWidget) -> None:
    """A presentation is begun, or the one that runs is led: keys, clicks, and its window closed in the middle."""
    if top is not gremlin.window:
        return
    window, chance = gremlin.window, gremlin.chance
    if present.running(window) is None:
        gremlin.command(chance.choice(("present", "present_here", "walk", "present_view")))
    for _ in range(chance.randrange(14)):
        shown = present.running(window)
        if shown is None:
            return
        _lead(gremlin, chance.choice([one for one in (shown.audience, shown.console) if one is not None]))
    if chance.random() < 0.5:
        stop(gremlin)


def _lead(gremlin: Gremlin, screen: QWidget) -> None:
    chance = gremlin.chance
    widget, point = gremlin.target(screen)
    if chance.random() < 0.75:
        key = chance.choice(TURNS)
        gremlin.tell(f"{key.name} on {screen.objectName()}")
        QTest.keyClick(screen.focusProxy() or screen, key, chance.choice(HELD[:4]))
    elif chance.random() < 0.6:
        QTest.mouseClick(widget, B.LeftButton, M.NoModifier, point)
    else:
        QTest.mousePress(widget, B.LeftButton, M.NoModifier, point)
        QTest.mouseMove(widget, gremlin.within(widget))
        if isValid(widget):
            QTest.mouseRelease(widget, B.LeftButton, M.NoModifier, gremlin.within(widget))
    if chance.random() < 0.5:
        QApplication.processEvents()


def stop(gremlin: Gremlin) -> None:
    """Close what is presented, from whichever window."""
    shown = present.running(gremlin.window)
    if shown is not None:
        gremlin.tell("presentation closed")
        (shown.audience if gremlin.chance.random() < 0.5 else shown.console or shown.audience).close()
        shown.end()


def _room(gremlin: Gremlin, top: QWidget) -> None:
    """One of the strips, panels or states for a workshop, and words or keys in it."""
    if top is not gremlin.window:
        return
    gremlin.command(gremlin.chance.choice(ROOM))
    if gremlin.chance.random() < 0.5:
        keys_in(gremlin, gremlin.chance.choice(TEXTS)[:10])
    for _ in range(gremlin.chance.randrange(4)):
        key = gremlin.chance.choice((K.Key_Return, K.Key_Return, K.Key_Tab, K.Key_Down, K.Key_Space, K.Key_Escape))
        QTest.keyClick(gremlin.receiver(gremlin.top()), key)


ACTS = {"present": (_present, 2), "room": (_room, 4)}
"""Name of an event → what it does, and how often it comes."""
