"""Help beside the work: the page that fits what one is doing, and from there all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.help.viewer import HelpWindow
    from app.window import StudyWindow


def show(window: StudyWindow) -> HelpWindow:
    """The page about what has the keyboard; help that is open already goes there."""
    from app.help import context

    return open_page(window, context.page(window))


def open_page(window: StudyWindow, page: str, asking: QWidget | None = None) -> HelpWindow:
    """This page, in the help window that is open or in a new one; above a dialog that blocks what lies beside it."""
    from app.help.viewer import HelpWindow, opened

    held = opened(window) or HelpWindow(window)
    if asking is not None and asking.isModal():
        held.setParent(asking, held.windowFlags())
    held.go(page)
    held.come_forward()
    return held
