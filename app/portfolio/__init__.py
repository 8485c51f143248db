"""Several studies side by side: presence per phase across life events, and who recurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.portfolio.dialog import PortfolioDialog
    from app.window import StudyWindow


def show(window: StudyWindow) -> PortfolioDialog:
    """The open study beside the studies that were opened lately; more can be added."""
    from app import settings
    from app.portfolio.dialog import PortfolioDialog

    dialog = PortfolioDialog(window)
    dialog.show()
    own = window.file.path if window.file is not None else None
    dialog.add([path for path in settings.recent_files() if path != own])
    return dialog
