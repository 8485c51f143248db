"""Where an export goes: a file, or a folder where it becomes a file for each journey; never over a study."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.dialogs.choose import file_dialog
from app.exporting import offered
from app.plain import plain_box
from journeys.exchange import formats
from journeys.store.targets import safe_output, safe_stem
from journeys.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from journeys.exchange.formats import Format
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words

TOLD: Final = 12
"""Names of files that are listed; of more than that it is told how many."""


def stem(wanted: Wanted, every: int, say: Words, *, copy: bool) -> str:
    """What the file may be called: after the study, or after the journey when it is one of several."""
    document, title = wanted.document, wanted.document.study.title
    if len(wanted.journeys) == 1 and every > 1:
        journey = document.journeys[wanted.journeys[0]]
        title = f"{title} – {document.personas[journey.persona].name}, {journey.title}"
    return safe_stem(say("{title} to share", title=title) if copy else title)


def several(chosen: Format, wanted: Wanted, path: Path) -> bool:
    """Whether it becomes a file for each journey."""
    return chosen.a_file_each and len(wanted.journeys) > 1 and not formats.in_one(chosen, path)


def paths(chosen: Format, wanted: Wanted, path: Path) -> list[Path]:
    """Every file that will be written, for this name."""
    return formats.names(wanted, path) if several(chosen, wanted, path) else [path]


def ending_well(chosen: Format, path: Path, ending: str) -> Path:
    """The name with an ending by which programs know what it is."""
    return path if offered.ends_well(chosen, path) else path.with_name(path.name + ending)


def checked(found: list[Path], source: Path | None) -> list[Path]:
    """The same, if nothing of it would destroy a study. Raises UsageError as `safe_output` does."""
    return [safe_output(path, source) for path in found]


def ask(
    parent: QWidget, say: Words, folder: Path | None, proposed: Path, filters: list[str],
    then: Callable[[Path], object], *, into_folder: bool,
) -> None:  # fmt: skip
    """Choose a file; or a folder, for several files that get their names from the journeys."""
    dialog = file_dialog(parent, say, say("Export the study"), say("Export"), filters)
    if into_folder:
        dialog.setWindowTitle(say("Choose a folder for the files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, say("Export here"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, say("Folder:"))
    else:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    if folder is not None and folder.is_dir():
        dialog.setDirectory(str(folder))
    if into_folder:
        dialog.fileSelected.connect(lambda name: then(Path(name) / proposed.name))
    else:
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def in_the_way(found: list[Path], asked: Path) -> list[Path]:
    """What is there already, and what the question for a file did not ask about."""
    return [path for path in found if path != asked and os.path.lexists(path)]


def ask_replace(parent: QWidget, say: Words, there: list[Path], then: Callable[[], object]) -> QMessageBox:
    """Ask before anything is replaced."""
    text = say.many("{n} file is there already.", "{n} files are there already.", len(there))
    names = listed([on_one_line(path.name) for path in there], say)
    box = plain_box(parent, "question", say("Replace files"), text, names)
    box.setObjectName("replace")
    replace = box.addButton(say("Replace"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    replace.clicked.connect(then)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def listed(names: list[str], say: Words) -> str:
    """A line for each, and how many more there are."""
    lines = [f"–  {name}" for name in names[:TOLD]]
    more = len(names) - len(lines)
    return "\n".join([*lines, *([say.many("and {n} more", "and {n} more", more)] if more else [])])
