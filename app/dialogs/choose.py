"""The question for a file, every word of it in the language of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from journeys.i18n import Words


def file_dialog(parent: QWidget, say: Words, title: str, accept: str, filters: list[str]) -> QFileDialog:
    """Not shown yet, at the user's documents; it goes when it is answered. Qt's own Dutch lacks some of the words."""
    dialog = QFileDialog(parent, title)
    label = QFileDialog.DialogLabel
    for part, words in (
        (label.Accept, accept), (label.Reject, say("Cancel")), (label.LookIn, say("Look in:")),
        (label.FileName, say("File name:")), (label.FileType, say("Type of file:")),
    ):  # fmt: skip
        dialog.setLabelText(part, words)
    dialog.setDirectory(_documents())
    dialog.setNameFilters(filters)
    dialog.finished.connect(dialog.deleteLater)
    dialog.destroyed.connect(_forget_folders)
    return dialog


def _forget_folders() -> None:
    """It notes where it was when it goes; who wants no files remembered, wants no folders remembered either."""
    if not settings.remembers():
        settings.forget_folders()


def _documents() -> str:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if found and Path(found).is_dir() else str(Path.home())
