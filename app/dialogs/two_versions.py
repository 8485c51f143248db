"""Two people changed one study at the same time: both files, and what can be done with the other one."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from app import links
from app.plain import plain_box
from journeys.phrases.dates import when_text

if TYPE_CHECKING:
    from app.window import StudyWindow
    from journeys.i18n import Words


def show(window: StudyWindow, theirs: Path) -> None:
    """Say which file is whose; open the other one, or bring what is in it into this study."""
    say, file = window.dress.say, window.file
    if file is None or file.path is None:
        return
    ours = file.path
    box = plain_box(
        window, "information", say("Two versions of one study"),
        say("Yours: {ours}\nThe other one: {theirs}", ours=_told(ours, say), theirs=_told(theirs, say)),
        say("Both are complete, and lie in the folder {folder}. Open the other one to see what is in it, "
            "or merge it into yours.", folder=str(ours.parent)),
    )  # fmt: skip
    box.setObjectName("versions_two")
    opens = box.addButton(say("Open the other version"), QMessageBox.ButtonRole.AcceptRole)
    merges = box.addButton(say("Merge it into mine…"), QMessageBox.ButtonRole.ActionRole)
    folder = box.addButton(say("Show in folder"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(say("Close"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(opens)
    opens.clicked.connect(lambda: window.files_wanted.emit([theirs]))
    merges.clicked.connect(partial(_merge, window, theirs))
    folder.clicked.connect(lambda: links.show_folder(window, theirs))
    box.finished.connect(file.know)
    box.finished.connect(box.deleteLater)
    box.open()


def _merge(window: StudyWindow, theirs: Path) -> None:
    from app import merging

    merging.begin(window, [theirs])


def _told(path: Path, say: Words) -> str:
    """The name, and when it was last written."""
    try:
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    except OSError:
        return path.name
    return f"{path.name} ({when_text(changed, dt.datetime.now().astimezone(), say)})"
