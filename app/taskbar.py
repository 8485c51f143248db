"""How a taskbar knows the program: by its icon and, on Windows, by a name where its file is that of Python."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from journeys import resources
from journeys.identity import APP_ID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIDES: Final = (16, 24, 32, 48, 64, 128)
"""Pixels; no file is read before a window asks for its size."""


def introduce(app: QApplication) -> None:
    """Before the first window: it keeps what it was made with."""
    if sys.platform == "darwin":
        return  # the bundle has icon and name, and a finer icon than a window could set
    if sys.platform == "win32" and not getattr(sys, "frozen", False):
        _group_windows()
    app.setWindowIcon(icon())


def icon() -> QIcon:
    found = QIcon()
    for side in SIDES:
        found.addFile(str(resources.path("icons", f"{side}.png")), QSize(side, side))
    return found


def _group_windows() -> None:
    """Without this our windows stand under the icon of Python; a frozen program is known by its own file."""
    import ctypes

    shell = getattr(ctypes, "windll").shell32  # noqa: B009 - known to the type checker on Windows only
    shell.SetCurrentProcessExplicitAppUserModelID(APP_ID)
