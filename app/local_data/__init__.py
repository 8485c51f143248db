"""What this program keeps on this computer: shown, kept shorter or longer, and erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.local_data.dialog import LocalData
    from app.window import StudyWindow


def show(window: StudyWindow) -> LocalData:
    """Open the list, or bring it to the front."""
    from app.dialogs import front
    from app.local_data.dialog import LocalData

    return front.shown(window, LocalData)
