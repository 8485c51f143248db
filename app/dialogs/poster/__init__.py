"""The poster: choose what is on it and on what paper, see the real PDF, hear what is amiss, save and print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dialogs.poster.dialog import PosterDialog

if TYPE_CHECKING:
    from app.window import StudyWindow

__all__ = ["PosterDialog", "print_poster", "show"]


def show(window: StudyWindow) -> PosterDialog | None:
    """Open the dialog beside the window, or bring it to the front; one per window."""
    if window.view is None or window.session is None:
        return None
    known = [dialog for dialog in window.findChildren(PosterDialog) if not dialog.left]
    dialog = known[0] if known else PosterDialog(window, window.view, window.view.session)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def print_poster(window: StudyWindow) -> PosterDialog | None:
    """The same, with the question which printer on top."""
    dialog = show(window)
    if dialog is not None:
        dialog.ask_printer()
    return dialog
