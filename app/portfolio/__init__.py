"""Several studies side by side: presence per phase across life events, and who recurs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.portfolio.dialog import PortfolioDialog
    from app.window import StudyWindow


def show(window: StudyWindow) -> PortfolioDialog | None:
    """The open study beside the studies that were opened lately; more can be added."""
    from app import recent, settings
    from app.facilitate import names
    from app.portfolio.dialog import PortfolioDialog

    if not names.shown_first(window, partial(show, window)):
        return None
    dialog = PortfolioDialog(window)
    dialog.show()
    own = window.file.path if window.file is not None else None
    recent.those_there([path for path in settings.remembered_files() if path != own], dialog, dialog.add)
    return dialog
