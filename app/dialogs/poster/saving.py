"""The poster to a file: asked where, made in a worker with progress, and shown where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app import tasks
from app.dialogs.choose import file_dialog
from app.dialogs.poster.suited import NAMES
from app.file_names import file_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.request import Request


def called(document: Document, request: Request, say: Words) -> str:
    """A name for the file that says what is on it: of whom when it is one journey, else which kind; and the paper."""
    what = say(NAMES[request.kind])
    one = [document.journeys[id_] for id_ in request.journeys or () if id_ in document.journeys]
    if request.kind == "journey" and len(one) == 1:
        what = document.personas[one[0].persona].name
        what = f"{what} ({say('desired')})" if one[0].variant == "desired" else what
    paper = say("{paper} on {tile}", paper=request.paper, tile=request.tile) if request.tile else request.paper
    return f"{document.study.title} {what} {paper}"


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
    source: Path | None = None,
) -> tasks.Task:  # fmt: skip
    """Make the whole poster and put it there, wholly or not at all; `with_study` puts the study in it.

    Never over a study: not over `source`, the file of this one, nor over another.
    """
    document, request, images = poster

    def work(task: tasks.Work) -> None:
        from journeys.exchange.pdf_format import attachment
        from journeys.poster import render
        from journeys.store.files import write_whole
        from journeys.store.targets import safe_output

        safe_output(path, source)
        study = attachment(document, images) if with_study else None
        pdf = render(document, request, images, task.watch, study)
        task.watch(1.0)
        write_whole(path, pdf)

    return tasks.start_shown(work, parent, say("Making the poster…"), say, done, failed)
