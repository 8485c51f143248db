"""Personal data in a study: what looks like it, and a copy to share without it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.privacy.dialog import PrivacyDialog
    from app.privacy.sharing import ShareDialog
    from app.window import StudyWindow


def check(window: StudyWindow) -> PrivacyDialog | None:
    """Show what in the study looks like personal data; one window of it at a time."""
    from app.dialogs import front
    from app.facilitate import names
    from app.privacy.dialog import PrivacyDialog

    if window.view is None or not names.shown_first(window, partial(check, window), _hidden(window)):
        return None
    window.view.flush()
    held = front.brought(window, PrivacyDialog)
    if held is None:
        held = PrivacyDialog(window, window.view)
        held.show()
    return held


def share(window: StudyWindow) -> ShareDialog | None:
    """Ask what others may see, and save such a copy."""
    from app.dialogs import front
    from app.facilitate import names
    from app.privacy.sharing import ShareDialog

    if window.view is None or window.file is None:
        return None
    if not names.shown_first(window, partial(share, window), _hidden(window)):
        return None
    window.view.flush()
    held = front.brought(window, ShareDialog)
    if held is None:
        held = ShareDialog(window, window.view)
        held.open()
    return held


def _hidden(window: StudyWindow) -> str:
    return window.dress.say("Names are hidden, and this shows them. Show the names first.")
