"""Earlier versions of a study: what the program kept, and the way back to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.versions.dialog import VersionsDialog
    from app.window import StudyWindow


def show(window: StudyWindow) -> VersionsDialog | None:
    """The earlier versions of the study of this window, of any study of the list, and what was left or set aside."""
    from app.dialogs import front
    from app.facilitate import names
    from app.versions.dialog import VersionsDialog

    if not names.shown_first(window, partial(show, window)):
        return None
    return front.shown(window, VersionsDialog)
