"""A dialog of which there is one at a time in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QDialog)


def shown(window: QWidget, kind: type[Kind]) -> Kind:
    """The one that is open, at the front, or else a new one; all that it needs to be made is the window."""
    held = brought(window, kind)
    if held is None:
        held = kind(window)
        held.show()
    return held


def brought(window: QWidget, kind: type[Kind]) -> Kind | None:
    """The one that is open, now at the front; one that was closed is still there for a moment, and does not count."""
    held = next((dialog for dialog in window.findChildren(kind) if dialog.isVisible()), None)
    if held is not None:
        held.raise_()
        held.activateWindow()
    return held
