"""Another folder for what the program keeps on this computer, where the usual one takes no changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from app.dialogs.choose import file_dialog
from journeys.errors import LevensreisError, StoreError
from journeys.messages import error_text

if TYPE_CHECKING:
    from app.window import StudyWindow


def check(window: StudyWindow) -> None:
    """At the start: say so when no change can be kept; every study can be looked at all the same."""
    from journeys.store import elsewhere

    trouble = elsewhere.trouble()
    if trouble is not None:
        tell(window, trouble)


def tell(window: StudyWindow, error: LevensreisError) -> None:
    """The banner: what is wrong, what still works, and the way out."""
    if window.bar is None:
        return
    say, offered = window.dress.say, []
    if _is_fixed():
        text = say(
            "{reason} You can look at everything, search, print and export. The administrator has fixed this folder: "
            "ask there.",
            reason=error_text(error, say),
        )
    else:
        text = say(
            "{reason} You can look at everything, search, print and export. To change anything, choose another folder.",
            reason=error_text(error, say),
        )
        offered.append((say("Choose another folder…"), lambda: ask(window)))
    offered.append((say("Try again"), lambda: _try_again(window)))
    window.bar.tell(text, offered, grave=True, until=window.file.relieved if window.file is not None else None)


def _is_fixed() -> bool:
    from journeys.store import locations

    return locations.folder_is_fixed()


def ask(window: StudyWindow) -> None:
    """Choose the folder; it is remembered."""
    say = window.dress.say
    dialog = file_dialog(window, say, say("A folder for your changes"), say("Choose"), [])
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: _chosen(window, Path(name)))
    dialog.open()


def _chosen(window: StudyWindow, parent: Path) -> None:
    from journeys.store import elsewhere

    say, lost = window.dress.say, ""
    try:
        folder = elsewhere.choose(parent)
    except StoreError as error:
        tell(window, error)
        return
    except LevensreisError as error:
        from journeys.store import locations

        folder, lost = locations.data_folder(), error_text(error, say)
    if _go_on(window) and window.bar is not None:
        told = say("From now on your changes are kept in {folder}.", folder=str(folder))
        window.bar.tell(f"{told} {lost}".strip())


def _try_again(window: StudyWindow) -> None:
    from journeys.store import elsewhere

    trouble = elsewhere.trouble()
    if trouble is not None:
        tell(window, trouble)
    elif _go_on(window) and window.bar is not None:
        window.bar.tell(window.dress.say("Changes can be kept again."))


def _go_on(asking: StudyWindow) -> bool:
    """Every window goes on with a working copy there; False when one could not."""
    from app.window import StudyWindow

    done = True
    for window in QApplication.topLevelWidgets():
        if isinstance(window, StudyWindow) and window.file is not None:
            try:
                window.file.settle_anew()
            except LevensreisError as error:
                tell(window, error)
                done = done and window is not asking
    return done
