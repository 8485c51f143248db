"""Which screens there are, and how a window comes to one of them and fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from journeys.i18n import Words


def screens() -> list[QScreen]:
    """The screens; of those that show the same, one."""
    found: dict[tuple[int, int, int, int], QScreen] = {}
    for screen in QGuiApplication.screens():
        area = screen.geometry()
        found.setdefault((area.x(), area.y(), area.width(), area.height()), screen)
    return list(found.values())


def beside(home: QScreen) -> QScreen | None:
    """A screen other than this one."""
    here = home.geometry()
    return next((screen for screen in screens() if screen.geometry() != here), None)


def called(screen: QScreen, say: Words) -> str:
    """The screen as people know it."""
    size = screen.size() * screen.devicePixelRatio()
    name = screen.model().strip() or screen.name()
    return say("{name} ({width} × {height})", name=name, width=size.width(), height=size.height())


def by_name(name: str) -> QScreen | None:
    """The screen with this name, if it is there."""
    return next((screen for screen in screens() if name and screen.name() == name), None)


def fill(widget: QWidget, screen: QScreen) -> None:
    """Full screen there. A window that is elsewhere is shown anew: many window managers move no full-screen window."""
    if widget.isVisible() and widget.screen() is screen and widget.isFullScreen():
        return
    _bring(widget, screen)
    widget.setGeometry(screen.geometry())
    widget.showFullScreen()


def open_on(widget: QWidget, screen: QScreen) -> None:
    """As large as that screen allows, with its frame."""
    if widget.screen() is not screen or widget.windowHandle() is None:
        _bring(widget, screen)
        room = screen.availableGeometry()
        edge, high = room.width() // 16, room.height() // 16
        widget.setGeometry(room.adjusted(edge, high, -edge, -high))
    if not widget.isVisible():
        widget.showMaximized()


def _bring(widget: QWidget, screen: QScreen) -> None:
    if widget.isVisible():
        widget.hide()
    widget.setWindowState(Qt.WindowState.WindowNoState)  # else it keeps the place it had as large as could be
    widget.setScreen(screen)
    handle = widget.windowHandle()
    if handle is not None:
        handle.setScreen(screen)
