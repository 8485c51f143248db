"""Copy as a table, as a Mermaid diagram or as a picture: what is selected, or else the whole shown journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app import clipboard
from journeys.errors import LevensreisError
from journeys.exchange import fragment_text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.study_view import StudyView
    from app.tasks import Work
    from journeys.edits.incoming import Incoming


LONGEST: Final = 12_000
"""Pixels of the longer side: what office programs still take."""


def as_table(view: StudyView) -> None:
    """Rows for a spreadsheet, also for one that takes only plain text; with the id of each step, to come back by."""
    told = _told(view)
    if told is None:
        return
    mime, say = QMimeData(), view.context.say
    mime.setData(clipboard.HTML_MIME, fragment_text.html(told, say).encode())
    mime.setText(fragment_text.table(told, say))
    QGuiApplication.clipboard().setMimeData(mime)
    n = len(told.steps)
    clipboard.say(view, say.many("{n} step copied as a table", "{n} steps copied as a table", n))


def as_diagram(view: StudyView) -> None:
    """A Mermaid journey, for a text editor or a wiki."""
    told = _told(view)
    if told is None:
        return
    say, n = view.context.say, len(told.steps)
    QGuiApplication.clipboard().setText(fragment_text.diagram(told, say))
    clipboard.say(view, say.many("{n} step copied as Mermaid", "{n} steps copied as Mermaid", n))


def as_picture(view: StudyView) -> None:
    """The map of the shown journey, made in a worker."""
    from app import pixels, tasks
    from journeys.exchange import pictures
    from journeys.exchange.wanted import wanted

    view.flush()
    say, document, journey = view.context.say, view.session.document.snapshot(), view.context.journey
    if journey is None:
        clipboard.say(view, say("Show a journey first."))
        return
    shas = {image.sha256 for image in document.images.values()}
    held = {sha: data for sha in shas if (data := view.context.pictures.image(sha)) is not None}

    def work(task: Work) -> QImage:
        return pixels.read(pictures.to_png(wanted(document, say, (journey,), held, watch=task.watch)), LONGEST)

    tasks.start_shown(
        work,
        view,
        say("Drawing the picture…"),
        say,
        lambda image: _keep(view, image),
        lambda error: _refuse(view, error),
    )


def _keep(view: StudyView, image: QImage) -> None:
    QGuiApplication.clipboard().setImage(image)
    clipboard.say(view, view.context.say("The map is copied as a picture"))


def _refuse(view: StudyView, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    view.refused(error)


def _told(view: StudyView) -> Incoming | None:
    """The selected steps; without any, all of the shown journey."""
    view.flush()
    document, journey = view.session.document, view.context.journey
    ids = [id_ for id_ in clipboard.chosen(view) if id_ in document.steps]
    if not ids and journey is not None:
        ids = [step.id for step in document.referring(journey, "step") if step.journey == journey]
    if not ids:
        clipboard.say(view, view.context.say("There are no steps to copy."))
        return None
    return fragment_text.held(document, ids, view.context.say)
