"""The pointer says that something takes a moment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def busy(*, long: bool = True) -> Iterator[None]:
    """Only while it lasts, and only of what may last long."""
    if long:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        if long:
            QGuiApplication.restoreOverrideCursor()
