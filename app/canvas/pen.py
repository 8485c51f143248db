"""A pen on the map: its tip is the pointer, its button asks for the menu, its other end rubs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent

if TYPE_CHECKING:
    from app.canvas.pointer import Pointer
    from app.canvas.view import MapView

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Pen:
    """Takes the pen's rubber end and its button; the tip Qt turns into the mouse, focus and double clicks and all."""

    def __init__(self, view: MapView, pointer: Pointer) -> None:
        self._view, self._pointer = view, pointer
        self._rubs = self._asked = False

    def handle(self, event: QTabletEvent) -> bool:
        """Take part; True when no mouse is to be made of it."""
        match event.type():
            case QEvent.Type.TabletPress:
                taken = self._press(event)
            case QEvent.Type.TabletMove:
                taken = self._move(event)
            case QEvent.Type.TabletRelease:
                taken = self._release(event)
            case _:
                taken = False
        event.setAccepted(taken)
        return taken

    def _press(self, event: QTabletEvent) -> bool:
        if event.pointerType() == QPointingDevice.PointerType.Eraser:
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
            self._view.flush()
            self._rubs = True
            self._pointer.erase(event.position())
            return True
        if event.button() == RIGHT:
            self._asked = True
            self._pointer.press_right(event.position())
            return True
        return False

    def _move(self, event: QTabletEvent) -> bool:
        if self._rubs:
            self._pointer.moved(event.position())
        return self._rubs or self._asked

    def _release(self, event: QTabletEvent) -> bool:
        taken = self._rubs or self._asked
        if self._rubs:
            self._pointer.released(event.position())
        elif self._asked:
            place = event.position().toPoint()
            self._view.menu_wanted.emit(self._view.viewport().mapTo(self._view, place))
        self._rubs = self._asked = False
        return taken
