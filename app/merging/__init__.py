"""Studies of several groups merged into the open one: chosen or dropped, read, shown beforehand, one step back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.dialogs.choose import file_dialog
from app.facilitate import names
from app.plain import plain_box
from journeys.identity import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.merging.reading import Gathered
    from app.window import StudyWindow


def ask(window: StudyWindow) -> None:
    """Choose the studies that come in."""
    if window.view is None:
        return
    choose(window, window, partial(begin, window))


def choose(window: StudyWindow, parent: QWidget, chosen: Callable[[list[Path]], object]) -> None:
    """Ask for one or more files; `chosen` gets their paths."""
    from journeys.exchange import formats

    say = window.dress.say
    endings = " ".join(f"*{suffix}" for one in formats.read() for suffix in one.endings)
    filters = [f"{say('Studies')} (*{SUFFIX})", f"{say('Everything that can be imported')} (*{SUFFIX} {endings})"]
    dialog = file_dialog(parent, say, say("Merge studies"), say("Choose"), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def ask_open_or_merge(window: StudyWindow, paths: Sequence[Path]) -> None:
    """Studies were dropped on a window that has one."""
    say, first = window.dress.say, paths[0]
    if len(paths) == 1:
        text = say("“{name}” is a study.", name=first.name)
        detail = say("Open it in a window of its own, or bring its personas and journeys into this study.")
    else:
        text = say.many("{n} study was dropped.", "{n} studies were dropped.", len(paths))
        detail = say("Open each in a window of its own, or bring their personas and journeys into this study.")
    box = plain_box(window, "question", say("Open or merge"), text, detail)
    box.setObjectName("openormerge")
    opens = box.addButton(say("Open"), QMessageBox.ButtonRole.AcceptRole)
    merges = box.addButton(say("Merge…"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(opens if len(paths) == 1 else merges)
    opens.clicked.connect(partial(window.files_wanted.emit, list(paths)))
    merges.clicked.connect(partial(begin, window, paths))
    box.finished.connect(box.deleteLater)
    box.open()


def begin(window: StudyWindow, paths: Sequence[Path]) -> None:
    """Read the studies in a worker, then show what would come in."""
    from app import tasks
    from app.merging.reading import read

    if window.view is None or window.session is None:
        return
    if not names.shown_first(window, partial(begin, window, paths)):
        return
    window.view.flush()
    say, here = window.dress.say, window.session.document.snapshot()
    own = window.file.path if window.file is not None else None
    what = say("Reading {name}…", name=paths[0].name) if len(paths) == 1 else say("Reading studies…")
    tasks.start_shown(
        lambda work: read(paths, here, own, say.language, work), window, what, say,
        partial(_show, window), tasks.our_mistake,
    )  # fmt: skip


def _show(window: StudyWindow, found: Gathered) -> None:
    """One file that cannot be read or has nothing new is told without a dialog; of several each has its line there."""
    from app.merging.dialog import MergeDialog
    from app.merging.words import reason

    view = window.view
    if view is None:
        return
    say = window.dress.say
    readable = [file for file in found.files if file.document is not None]
    if not readable:
        view.bar.tell(" ".join(reason(file, say) for file in found.files), grave=True)
    elif len(found.files) == 1 and not found.news:
        view.bar.tell(say("Everything in “{name}” is in this study already.", name=found.files[0].name))
    else:
        MergeDialog(window, found).open()
