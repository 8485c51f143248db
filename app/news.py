"""What becomes of a study's file while it is open, brought to the dialogs that say it: they load when it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from app.files import StudyFile
    from app.window import StudyWindow


def follow(window: StudyWindow, file: StudyFile) -> None:
    """From now on the window says what happens to its file."""
    file.conflicted.connect(lambda ours, theirs: _documents().tell_conflict(window, ours, theirs))
    file.parted.connect(lambda holder, path: _documents().tell_parted(window, holder, path))
    file.troubled.connect(lambda error: _documents().tell_trouble(window, error))
    file.refused.connect(lambda error: _documents().tell_refused(window, error))
    file.name_wanted.connect(lambda: _documents().ask_save_as(window))


def _documents() -> ModuleType:
    from app.dialogs import documents

    return documents
