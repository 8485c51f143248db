"""A report about a problem: made for the user to read, who sends it himself; the program sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.report.dialog import ReportDialog
    from app.window import StudyWindow


def show(window: StudyWindow) -> ReportDialog:
    """The report, to be read, filled in, and copied or saved."""
    from app.dialogs import front
    from app.report.dialog import ReportDialog

    return front.shown(window, ReportDialog)
