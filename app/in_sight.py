"""A screen goes away, such as a projector that is unplugged: what stood on it comes to one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SETTLE_MS: Final = 300
"""The system moves windows itself too, in several steps; this is for what it left."""
GRIP: Final = 80
"""Pixels of the title bar that must be in sight, to be dragged by."""


def follow(app: QApplication) -> None:
    """From now on no window stays where no screen is any more."""
    later = QTimer(app, singleShot=True, interval=SETTLE_MS)
    later.timeout.connect(bring_all)
    app.screenRemoved.connect(lambda _: later.start())


def bring_all() -> None:
    """Every window that is out of sight comes to the screen it belongs to, or else to the first."""
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and areas and not in_sight(widget.frameGeometry(), areas):
            bring(widget, areas[0])


def in_sight(frame: QRect, areas: list[QRect]) -> bool:
    """Whether enough of the title bar can be reached."""
    bar = QRect(frame.topLeft(), frame.topRight() + QPoint(0, GRIP // 4))
    shown = [area.intersected(bar) for area in areas]
    return any(part.width() >= min(GRIP, frame.width()) and part.height() > 0 for part in shown)


def bring(widget: QWidget, area: QRect) -> None:
    """Into this area, no larger than it; full windows stay full, there."""
    state = widget.windowState()
    if widget.isFullScreen() or widget.isMaximized():
        widget.showNormal()
    size = widget.size().boundedTo(area.size())
    widget.resize(size)
    widget.move(area.center() - QPoint(size.width() // 2, size.height() // 2))
    widget.setWindowState(state)
