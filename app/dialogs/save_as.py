"""Another name for a study: never one that would destroy another study, or that the program needs itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from app import settings
from app.dialogs.choose import file_dialog
from app.file_names import file_name, same
from journeys.errors import FileError, LevensreisError
from journeys.identity import SUFFIX
from journeys.messages import error_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window import StudyWindow


def ask_save_as(window: StudyWindow, then: Callable[[], object] | None = None) -> None:
    """Ask for a name and save there; from now on that is the file."""
    say, file, view = window.dress.say, window.file, window.view
    if file is None or view is None:
        return
    view.flush()
    dialog = file_dialog(window, say, say("Save the study as"), say("Save"), [f"{say('Studies')} (*{SUFFIX})"])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.lstrip("."))
    if file.path is not None and file.path.parent.is_dir():
        dialog.setDirectory(str(file.path.parent))
    dialog.selectFile(file_name(view.session.document.study.title))
    dialog.fileSelected.connect(lambda name: save_under(window, Path(name), then))
    dialog.open()


def save_under(window: StudyWindow, chosen: Path, then: Callable[[], object] | None = None) -> None:
    """Save there from now on; where that would destroy something, say so and ask again."""
    file = window.file
    if file is None:
        return
    try:
        path = ending(chosen)
        check_free(path, window)
        file.rename(path)
    except LevensreisError as error:
        say = window.dress.say
        if window.bar is not None:
            again = (say("Save as…"), lambda: ask_save_as(window, then))
            window.bar.tell(error_text(error, say), [again], grave=True)
        return
    settings.add_recent_file(path)
    if window.bar is not None:
        window.bar.hide()  # what it told of is over; new trouble is told anew
    window.update_title()
    if then is not None:
        then()


def ending(chosen: Path) -> Path:
    """The name with our ending: under another one nobody would find a study. Raises FileError `file.exists`.

    The file dialog asked about the name that was typed, and not about this one.
    """
    if chosen.suffix.lower() == SUFFIX:
        return chosen
    path = chosen.with_name(chosen.name + SUFFIX)
    if os.path.lexists(path):
        raise FileError("file.exists", name=path.name, path=str(path))
    return path


def check_free(path: Path, asking: StudyWindow) -> None:
    """Raise FileError `file.own_folder`, `file.open_elsewhere` or `file.held_there`; who asks may have it open."""
    from journeys.store import files, locations, locks

    if locations.own(path):
        raise FileError("file.own_folder", name=path.name, path=str(path))
    for other in QApplication.topLevelWidgets():
        held = getattr(getattr(other, "file", None), "path", None)
        if other is not asking and isinstance(held, Path) and same(held, path):
            raise FileError("file.open_elsewhere", name=path.name, path=str(path))
    holder = locks.other_holder(files.real(path))
    if holder is not None:
        raise FileError("file.held_there", name=path.name, user=holder.user, host=holder.host)
