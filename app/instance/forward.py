"""Brings a window before the user who asked for it, as far as the desktop lets a program do so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def bring(window: QWidget, activation: str = "", startup: str = "") -> None:
    """Out of the task bar and on top, with the keyboard; a question that it must answer first comes with it.

    `activation` and `startup` are the leave that the desktop gave to whom the user started.
    """
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
    asking = _question(window)
    if activation:
        os.environ["XDG_ACTIVATION_TOKEN"] = activation  # Qt takes it from here, once, for the next that comes forward
    for each in dict.fromkeys((window, asking)):
        each.raise_()
        each.activateWindow()
    if QGuiApplication.platformName() == "xcb":
        from app.instance import x11

        x11.come_forward(int(asking.winId()), startup)


def _question(window: QWidget) -> QWidget:
    """What must be answered before this window can be used; what another window asks can wait."""
    asked = QApplication.activeModalWidget()
    if asked is not None and asked.windowModality() == Qt.WindowModality.ApplicationModal:
        return asked
    own = [one for one in window.findChildren(QDialog) if one.isVisible() and one.isModal()]
    return own[-1] if own else window
