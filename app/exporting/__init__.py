"""Taking a study along in another format: what it looks like, what goes along, where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.exporting.dialog import ExportDialog
    from app.window import StudyWindow


def show(window: StudyWindow) -> ExportDialog | None:
    """Ask in which format, and write it; one such question at a time."""
    from app.dialogs import front
    from app.exporting.dialog import ExportDialog
    from app.exporting.subject import of_window

    if window.view is None:
        return None
    window.view.flush()
    subject = of_window(window)
    held = front.brought(window, ExportDialog)
    if held is None and subject is not None:
        held = ExportDialog(window, window, subject)
        held.open()
    return held
