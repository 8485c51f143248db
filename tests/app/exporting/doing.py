"""What a person does to export a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.exporting.dialog import ExportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.window import StudyWindow


def asked(window: StudyWindow, code: str = "json") -> ExportDialog:
    """The dialog, with this format chosen."""
    window.actions_by_code["export"].trigger()
    dialog = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
    dialog.formats.choose(code)
    return dialog


def file_dialog(parent: QWidget) -> QFileDialog | None:
    """The question for a file that is open."""
    return next((each for each in parent.findChildren(QFileDialog) if each.isVisible()), None)


def answer(parent: QWidget, path: Path) -> None:
    """Choose this file or folder."""
    dialog = file_dialog(parent)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def export(window: StudyWindow, path: Path, code: str = "json") -> ExportDialog:
    """From the menu to the name of the file; the work has begun."""
    dialog = asked(window, code)
    dialog.go.click()
    answer(dialog, path)
    return dialog


def box(parent: QWidget) -> QMessageBox | None:
    """The question that is open."""
    return next((each for each in parent.findChildren(QMessageBox) if each.isVisible()), None)


def press(parent: QWidget, text: str) -> None:
    """Answer it."""
    shown = box(parent)
    assert shown is not None
    next(each for each in shown.buttons() if each.text().replace("&", "") == text).click()
