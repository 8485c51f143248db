"""What a gremlin does anywhere: keys, words, clicks, menus, commands, drops; each draws its choices from the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from tests.app.window.hostile import HOSTILE

if TYPE_CHECKING:
    from tests.app.window.gremlins import Gremlin

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
KEYS = (
    *(K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down, K.Key_Return, K.Key_Enter, K.Key_Tab, K.Key_Backtab, K.Key_Delete),
    *(K.Key_Backspace, K.Key_Escape, K.Key_F2, K.Key_F3, K.Key_F6, K.Key_F10, K.Key_Space, K.Key_Home, K.Key_End),
    *(K.Key_PageUp, K.Key_PageDown, K.Key_Plus, K.Key_Minus, K.Key_0, K.Key_1, K.Key_2, K.Key_3, K.Key_5, K.Key_A),
    *(K.Key_B, K.Key_C, K.Key_D, K.Key_E, K.Key_F, K.Key_G, K.Key_H, K.Key_K, K.Key_L, K.Key_N, K.Key_O, K.Key_P),
    *(K.Key_S, K.Key_V, K.Key_X, K.Key_Y, K.Key_Z, K.Key_Menu, K.Key_Alt, K.Key_Insert, K.Key_Slash, K.Key_F7),
)
HELD = (
    *(M.NoModifier, M.NoModifier, M.NoModifier, M.ControlModifier, M.AltModifier, M.ShiftModifier),
    *(M.ControlModifier | M.ShiftModifier, M.AltModifier | M.ShiftModifier),
)
BUTTONS = (B.LeftButton, B.LeftButton, B.LeftButton, B.MiddleButton, B.RightButton)
SHORT = (
    "Ik bel", "R&D", "2", "-1", "3 weken", "ja", "", "x", "[*]", "%1 %n {title}", "een\ttwee\ndrie\tvier", "a\nb\nc",
    "stap", "31-12-2027", "1. Bellen -> Balie\n2. Mailen", "Titel;Fase;Partij\nBellen;Kraamtijd;JGZ", "-", "\\u", "(a+",
)  # fmt: skip
TEXTS = (*SHORT, *(text for name, text in HOSTILE.items() if name not in ("word", "long")))


def keys_in(gremlin: Gremlin, text: str) -> None:
    """Every character to whoever then has the focus."""
    for char in text:
        receiver = gremlin.receiver(gremlin.top())
        if isValid(receiver):
            QTest.sendKeyEvent(QTest.KeyAction.Click, receiver, K.Key_unknown, char, M.NoModifier)


def _key(gremlin: Gremlin, top: QWidget) -> None:
    key, held = gremlin.chance.choice(KEYS), gremlin.chance.choice(HELD)
    if held == M.AltModifier and isinstance(gremlin.receiver(top), QComboBox):
        return  # without a desktop its list makes Qt warn
    gremlin.tell(f"{key.name} {held}")
    QTest.keyClick(gremlin.receiver(top), key, held)


def _type(gremlin: Gremlin, top: QWidget) -> None:
    keys_in(gremlin, gremlin.chance.choice(TEXTS)[:12])
    if gremlin.chance.random() < 0.4:
        QTest.keyClick(gremlin.receiver(gremlin.top()), gremlin.chance.choice((K.Key_Return, K.Key_Tab)))


def _paste(gremlin: Gremlin, top: QWidget) -> None:
    clipboard = QApplication.clipboard()
    if gremlin.chance.random() < 0.15:
        image = QImage(gremlin.chance.choice((1, 40, 900)), 30, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.darkCyan)
        clipboard.setImage(image)
    elif gremlin.chance.random() < 0.3 and gremlin.things:
        clipboard.setMimeData(_carried(gremlin))
    else:
        clipboard.setText(gremlin.chance.choice(TEXTS) * gremlin.chance.choice((1, 1, 40)))
    QTest.keyClick(gremlin.receiver(top), K.Key_V, M.ControlModifier)


def _click(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    gremlin.tell(f"at {type(widget).__name__}")
    QTest.mouseClick(widget, gremlin.chance.choice(BUTTONS), gremlin.chance.choice(HELD), point)


def _double(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    gremlin.tell(f"at {type(widget).__name__}")
    QTest.mouseClick(widget, B.LeftButton, M.NoModifier, point)
    if isValid(widget):
        QTest.mouseDClick(widget, B.LeftButton, gremlin.chance.choice(HELD), point)


def _press(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    QTest.mousePress(widget, gremlin.chance.choice(BUTTONS), gremlin.chance.choice(HELD), point)


def _move(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    QTest.mouseMove(widget, point)


def _release(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    QTest.mouseRelease(widget, gremlin.chance.choice(BUTTONS), gremlin.chance.choice(HELD), point)


def _menu(gremlin: Gremlin, top: QWidget) -> None:
    """Open a menu, and often choose something in it."""
    menu: Any = top if isinstance(top, QMenu) else gremlin.chance.choice(gremlin.window.menuBar().actions()).menu()
    if top is gremlin.window:
        menu.popup(gremlin.window.mapToGlobal(QPoint(20, 20)))
    elif not isinstance(top, QMenu):
        return
    for _ in range(3):
        if menu is None or not isValid(menu) or gremlin.chance.random() < 0.3:
            return
        menu = _pick(gremlin, menu)


def _pick(gremlin: Gremlin, menu: QMenu) -> Any:
    """Choose a line; gives the menu that it opens."""
    offered = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and not a.signalsBlocked()]
    if not offered:
        menu.close()
        return None
    action = gremlin.chance.choice(offered)
    gremlin.tell(f"menu {action.text()}")
    if action.menu() is not None:
        action.menu().popup(menu.pos())
        return action.menu()
    menu.close()
    if isValid(action) and action.isEnabled():
        action.trigger()
    return None


def _command(gremlin: Gremlin, top: QWidget) -> None:
    if top is gremlin.window:
        gremlin.command(gremlin.chance.choice(list(gremlin.window.actions_by_code)))


def _context(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    gremlin.tell(f"at {type(widget).__name__}")
    reason = gremlin.chance.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
    QApplication.sendEvent(widget, QContextMenuEvent(reason, point, widget.mapToGlobal(point)))
    menu = QApplication.activePopupWidget()
    while isinstance(menu, QMenu) and isValid(menu) and gremlin.chance.random() < 0.7:
        menu = _pick(gremlin, menu)


def _wheel(gremlin: Gremlin, top: QWidget) -> None:
    widget, point = gremlin.target(top)
    turn = QPoint(0, gremlin.chance.choice((-1200, -120, 120, 1200)))
    if gremlin.chance.random() < 0.3:
        turn = QPoint(turn.y(), 0)
    QApplication.sendEvent(widget, QWheelEvent(
        QPointF(point), QPointF(widget.mapToGlobal(point)), QPoint(), turn, B.NoButton,
        gremlin.chance.choice(HELD), Qt.ScrollPhase.NoScrollPhase, False,
    ))  # fmt: skip


def _resize(gremlin: Gremlin, top: QWidget) -> None:
    gremlin.window.resize(QSize(gremlin.chance.randrange(1, 2500), gremlin.chance.randrange(1, 1600)))


def _focus(gremlin: Gremlin, top: QWidget) -> None:
    able = [w for w in top.findChildren(QWidget) if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    if able:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason)
        gremlin.chance.choice(able).setFocus(gremlin.chance.choice(reasons))
    if gremlin.chance.random() < 0.2:
        QApplication.sendEvent(gremlin.window, QEvent(QEvent.Type.WindowDeactivate))
        QApplication.sendEvent(gremlin.window, QEvent(QEvent.Type.WindowActivate))


def _tab(gremlin: Gremlin, top: QWidget) -> None:
    found = [bar for bar in top.findChildren(QTabBar) if bar.isVisible()]
    if found:
        bar = gremlin.chance.choice(found)
        shown = [number for number in range(bar.count()) if bar.isTabVisible(number)]
        bar.setCurrentIndex(gremlin.chance.choice(shown or [0]))


def _choose(gremlin: Gremlin, top: QWidget) -> None:
    """A row of a list, or a value of a box."""
    found = [w for w in top.findChildren(QWidget) if isinstance(w, QAbstractItemView | QComboBox) and w.isVisible()]
    if not found:
        return
    widget = gremlin.chance.choice(found)
    gremlin.tell(f"in {type(widget).__name__}")
    if isinstance(widget, QComboBox):
        if widget.count() and widget.isEnabled():
            widget.setFocus()
            QTest.keyClick(widget, gremlin.chance.choice((K.Key_Down, K.Key_Up, K.Key_End)))
        return
    rows = widget.model().rowCount()
    if rows and not isinstance(widget, QHeaderView):
        columns = widget.model().columnCount() if isinstance(widget, QTableView) else 1
        index = widget.model().index(gremlin.chance.randrange(rows), gremlin.chance.randrange(max(1, columns)))
        widget.scrollTo(index)
        place = widget.visualRect(index).center()
        QTest.mouseClick(widget.viewport(), B.LeftButton, gremlin.chance.choice(HELD), place)


def _undo(gremlin: Gremlin, top: QWidget) -> None:
    for _ in range(gremlin.chance.choice((1, 1, 1, 2, 5))):
        if top is gremlin.window:
            gremlin.command("undo")


def _redo(gremlin: Gremlin, top: QWidget) -> None:
    for _ in range(gremlin.chance.choice((1, 1, 1, 2, 5))):
        if top is gremlin.window:
            gremlin.command("redo")


def _breathe(gremlin: Gremlin, top: QWidget) -> None:
    QTest.qWait(gremlin.chance.choice((0, 5, 70)))


def _carried(gremlin: Gremlin) -> QMimeData:
    """What is dragged or copied: a file or two, a picture, words, or nothing that anybody knows."""
    mime, chance = QMimeData(), gremlin.chance
    kind = chance.choice(("file", "file", "files", "picture", "words", "words", "strange", "web"))
    if kind in ("file", "files") and gremlin.things:
        found = chance.sample(gremlin.things, min(len(gremlin.things), 1 if kind == "file" else 2))
        gremlin.tell(f"carrying {[path.name for path in found]}")
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in found])
    elif kind == "picture":
        image = QImage(50, 50, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.darkCyan)
        mime.setImageData(image)
    elif kind == "words":
        mime.setText(chance.choice(TEXTS))
    elif kind == "web":
        mime.setUrls([QUrl("https://example.org/x.png")])
        mime.setHtml('<img src="file:///etc/passwd">')
    else:
        mime.setData("application/x-strange", b"\x00\xff")
    return mime


def _drop(gremlin: Gremlin, top: QWidget) -> None:
    """Something dragged over it, and often let go; some is held there while other things happen."""
    end_drag(gremlin)
    widget, point = gremlin.target(top)
    mime = _carried(gremlin)
    held = (Qt.DropAction.CopyAction, mime, B.LeftButton, gremlin.chance.choice(HELD))
    QApplication.sendEvent(widget, QDragEnterEvent(point, *held))
    QApplication.sendEvent(widget, QDragMoveEvent(point, *held))
    if not isValid(widget) or gremlin.chance.random() < 0.2:
        gremlin.held_over = widget
    elif gremlin.chance.random() < 0.3:
        QApplication.sendEvent(widget, QDragLeaveEvent())
    else:
        QApplication.sendEvent(widget, QDropEvent(point.toPointF(), *held))
        QApplication.processEvents()


def end_drag(gremlin: Gremlin) -> None:
    """What is held over something leaves it, as Qt tells it before anything else is entered.

    Where that went away meanwhile, a window system has the window entered next; until then Qt keeps the old address.
    """
    widget, gremlin.held_over = gremlin.held_over, None
    if widget is None:
        return
    if not isValid(widget):
        widget, mime = gremlin.window, QMimeData()  # the event itself does not hold what is carried
        QApplication.sendEvent(
            widget, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, B.LeftButton, M.NoModifier)
        )
    QApplication.sendEvent(widget, QDragLeaveEvent())


ACTS = {
    "key": (_key, 10), "type": (_type, 8), "paste": (_paste, 3), "click": (_click, 10), "double": (_double, 3),
    "press": (_press, 3), "move": (_move, 6), "release": (_release, 3), "menu": (_menu, 4), "context": (_context, 4),
    "wheel": (_wheel, 3), "resize": (_resize, 1), "focus": (_focus, 3), "tab": (_tab, 3), "choose": (_choose, 5),
    "command": (_command, 6), "undo": (_undo, 3), "redo": (_redo, 2), "breathe": (_breathe, 4), "drop": (_drop, 2),
}  # fmt: skip
"""Name of an event → what it does, and how often it comes."""
