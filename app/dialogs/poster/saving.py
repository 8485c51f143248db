"""The poster to a file: asked where, made in a worker with progress, and shown where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app import tasks
from app.dialogs.choose import file_dialog
from app.files import file_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.request import Request


def ask_where(parent: QWidget, say: Words, name: str, beside: Path | None, then: Callable[[Path], object]) -> None:
    """Choose a file; beside the study's own, where it has one."""
    dialog = file_dialog(parent, say, say("Save the poster as"), say("Save"), [f"{say('PDF files')} (*.pdf)"])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    if beside is not None:
        dialog.setDirectory(str(beside.parent))
    dialog.selectFile(Path(file_name(name)).stem + ".pdf")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def write(
    parent: QWidget, say: Words, path: Path, poster: tuple[Document, Request, dict[str, bytes]],
    done: Callable[[object], object], failed: Callable[[Exception], object], *, with_study: bool = False,
) -> tasks.Task:  # fmt: skip
    """Make the whole poster and put it there, wholly or not at all; `with_study` puts the study in it."""
    document, request, images = poster

    def work(task: tasks.Work) -> None:
        from journeys.poster import render
        from journeys.store.building import file_bytes
        from journeys.store.files import write_whole

        study = (file_name(document.study.title), file_bytes(document, images)) if with_study else None
        pdf = render(document, request, images, task.watch, study)
        task.watch(1.0)
        write_whole(path, pdf)

    return tasks.start_shown(work, parent, say("Making the poster…"), say, done, failed)
