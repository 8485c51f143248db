"""A user who hits everything: random events over the whole window, replayable from a seed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.window import StudyWindow

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
KEYS = (
    *(K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down, K.Key_Return, K.Key_Enter, K.Key_Tab, K.Key_Backtab, K.Key_Delete),
    *(K.Key_Backspace, K.Key_Escape, K.Key_F2, K.Key_F6, K.Key_F10, K.Key_Space, K.Key_Home, K.Key_End, K.Key_PageUp),
    *(K.Key_PageDown, K.Key_Plus, K.Key_Minus, K.Key_0, K.Key_1, K.Key_5, K.Key_A, K.Key_C, K.Key_D, K.Key_E, K.Key_N),
    *(K.Key_V, K.Key_X, K.Key_Y, K.Key_Z, K.Key_Menu, K.Key_Alt),
)
HELD = (M.NoModifier, M.NoModifier, M.NoModifier, M.ControlModifier, M.AltModifier, M.ShiftModifier)
BUTTONS = (B.LeftButton, B.LeftButton, B.LeftButton, B.MiddleButton, B.RightButton)
TEXTS = (
    "Ik bel", "R&D", "&Bestand", "<b>x</b>", "a\u202eb", "e\u0301" * 20, "\U0001f600", "\u0645\u0631\u062d\u0628\u0627",
    "x" * 300, "[*]", "\x00\x0b", "-", "%1 %n {title}", "a\nb\tc",
)  # fmt: skip
LEAVES = ("quit", "close", "new", "full")
"""Commands that end the window, open another, or leave the screen to a window manager that is not there."""
KINDS = (
    *("key", "key", "key", "type", "paste", "click", "click", "click", "double", "press", "move", "move", "release"),
    *("menu", "context", "wheel", "resize", "focus", "tab", "choose", "command", "undo", "redo", "breathe"),
)


class Gremlin:
    """Every event is drawn from one seed, so that what broke can be played again."""

    def __init__(self, window: StudyWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.done: list[str] = []
        for code in LEAVES:
            window.actions_by_code[code].blockSignals(True)  # also a plain click in a menu may hit one

    def run(self, events: int) -> None:
        for _ in range(events):
            self.step()
        self.settle()

    def step(self) -> None:
        kind = self.chance.choice(KINDS)
        top = self._top()
        self.done.append(f"{kind} on {type(top).__name__} {top.objectName()}")
        if isinstance(top, QFileDialog) or (isinstance(top, QDialog) and self.chance.random() < 0.15):
            top.close()  # a file dialog would let it delete what lies on the disk
            self.done.append("closed it")
        else:
            getattr(self, f"_{kind}")(top)
        if self.chance.random() < 0.3:
            QApplication.processEvents()

    def settle(self) -> None:
        """Let go of everything that is open or held."""
        for _ in range(20):
            top = self._top()
            if top is self.window:
                break
            top.close()
            QApplication.processEvents()
        map_ = self.window.view.map
        for button in (B.LeftButton, B.MiddleButton, B.RightButton):
            QTest.mouseRelease(map_.viewport(), button, M.NoModifier, QPoint(5, 5))
        map_.cancel_gesture()
        self.window.view.flush()
        QApplication.processEvents()

    # Where

    def _top(self) -> QWidget:
        """What would get the user's clicks now."""
        for found in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if found is not None:
                return found
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return self.chance.choice((*dialogs, self.window))

    def _target(self, top: QWidget) -> tuple[QWidget, QPoint]:
        """Somewhere in it, often in the part with the focus."""
        focused = QApplication.focusWidget()
        if focused is not None and focused.window() is top and self.chance.random() < 0.2:
            return focused, self._within(focused)
        if top is self.window and self.chance.random() < 0.4:
            viewport = self.window.view.map.viewport()
            return viewport, self._within(viewport)
        point = self._within(top)
        widget = top.childAt(point) or top
        return widget, widget.mapFrom(top, point)

    def _within(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def _receiver(self, top: QWidget) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None and focused.window() is top.window() else top

    # What

    def _key(self, top: QWidget) -> None:
        QTest.keyClick(self._receiver(top), self.chance.choice(KEYS), self.chance.choice(HELD))

    def _type(self, top: QWidget) -> None:
        for char in self.chance.choice(TEXTS)[:12]:
            receiver = self._receiver(self._top())
            if isValid(receiver):
                QTest.sendKeyEvent(QTest.KeyAction.Click, receiver, K.Key_unknown, char, M.NoModifier)

    def _paste(self, top: QWidget) -> None:
        QApplication.clipboard().setText(self.chance.choice(TEXTS) * self.chance.choice((1, 1, 50)))
        QTest.keyClick(self._receiver(top), K.Key_V, M.ControlModifier)

    def _click(self, top: QWidget) -> None:
        widget, point = self._target(top)
        QTest.mouseClick(widget, self.chance.choice(BUTTONS), self.chance.choice(HELD), point)

    def _double(self, top: QWidget) -> None:
        widget, point = self._target(top)
        QTest.mouseDClick(widget, B.LeftButton, self.chance.choice(HELD), point)

    def _press(self, top: QWidget) -> None:
        widget, point = self._target(top)
        QTest.mousePress(widget, self.chance.choice(BUTTONS), self.chance.choice(HELD), point)

    def _move(self, top: QWidget) -> None:
        widget, point = self._target(top)
        QTest.mouseMove(widget, point)

    def _release(self, top: QWidget) -> None:
        widget, point = self._target(top)
        QTest.mouseRelease(widget, self.chance.choice(BUTTONS), self.chance.choice(HELD), point)

    def _menu(self, top: QWidget) -> None:
        """Open a menu, and often choose something in it."""
        menu = top if isinstance(top, QMenu) else self.chance.choice(self.window.menuBar().actions()).menu()
        if top is self.window:
            menu.popup(self.window.mapToGlobal(QPoint(20, 20)))
        elif not isinstance(top, QMenu):
            return
        if self.chance.random() < 0.5:
            self._pick(menu)

    def _pick(self, menu: QMenu) -> None:
        leaves = {self.window.actions_by_code[code] for code in LEAVES}
        offered = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and a not in leaves]
        if not offered:
            menu.close()
            return
        action = self.chance.choice(offered)
        self.done.append(f"menu {action.text()}")
        if action.menu() is not None:
            action.menu().popup(menu.pos())
            return
        menu.close()
        if action.isEnabled():
            action.trigger()

    def _command(self, top: QWidget) -> None:
        code = self.chance.choice([c for c in self.window.actions_by_code if c not in LEAVES])
        if top is self.window:
            self.done.append(f"command {code}")
            self.window.actions_by_code[code].trigger()

    def _context(self, top: QWidget) -> None:
        widget, point = self._target(top)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
        QApplication.sendEvent(widget, event)

    def _wheel(self, top: QWidget) -> None:
        widget, point = self._target(top)
        turn = QPoint(0, self.chance.choice((-1200, -120, 120, 1200)))
        if self.chance.random() < 0.3:
            turn = QPoint(turn.y(), 0)
        QApplication.sendEvent(widget, QWheelEvent(
            QPointF(point), QPointF(widget.mapToGlobal(point)), QPoint(), turn, B.NoButton,
            self.chance.choice(HELD), Qt.ScrollPhase.NoScrollPhase, False,
        ))  # fmt: skip

    def _resize(self, top: QWidget) -> None:
        self.window.resize(QSize(self.chance.randrange(1, 2500), self.chance.randrange(1, 1600)))

    def _focus(self, top: QWidget) -> None:
        able = [w for w in top.findChildren(QWidget) if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if able:
            reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason)
            self.chance.choice(able).setFocus(self.chance.choice(reasons))
        if self.chance.random() < 0.2:
            QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowDeactivate))
            QApplication.sendEvent(self.window, QEvent(QEvent.Type.WindowActivate))

    def _tab(self, top: QWidget) -> None:
        for tabs in top.findChildren(QTabWidget):
            tabs.setCurrentIndex(self.chance.randrange(max(1, tabs.count())))

    def _choose(self, top: QWidget) -> None:
        """A row of a list, or a value of a box."""
        found = [w for w in top.findChildren(QWidget) if isinstance(w, QAbstractItemView | QComboBox) and w.isVisible()]
        if not found:
            return
        widget = self.chance.choice(found)
        if isinstance(widget, QComboBox):
            if widget.count() and widget.isEnabled():
                widget.setFocus()
                QTest.keyClick(widget, self.chance.choice((K.Key_Down, K.Key_Up, K.Key_End)))
            return
        rows = widget.model().rowCount()
        if rows:
            index = widget.model().index(self.chance.randrange(rows), 0)
            QTest.mouseClick(widget.viewport(), B.LeftButton, M.NoModifier, widget.visualRect(index).center())

    def _undo(self, top: QWidget) -> None:
        if top is self.window:
            self.window.actions_by_code["undo"].trigger()

    def _redo(self, top: QWidget) -> None:
        if top is self.window:
            self.window.actions_by_code["redo"].trigger()

    def _breathe(self, _top: QWidget) -> None:
        QTest.qWait(self.chance.choice((0, 5, 70)))
