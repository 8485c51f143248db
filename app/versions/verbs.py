"""What one does with an earlier version of the open study: put the whole study back, as one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.snapshots import verbs
from journeys.errors import LevensreisError
from journeys.exchange import snapshots
from journeys.phrases.dates import when_text

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.versions.reading import Read


def put_back(view: StudyView, read: Read) -> bool:
    """Make the study as it was; how it is now is kept as a snapshot first."""
    file, say, opened = verbs.file_of(view), view.context.say, read.opened
    if file is None:
        return False
    at = read.held.at
    name = say("version of {time}", time=when_text(at, at.now().astimezone(), say))
    try:
        held = file.images()
        for sha256, data in opened.images.items():
            if sha256 not in held:
                file.add_image(data)
        then = snapshots.take(opened.document, name, at)
    except LevensreisError as error:
        view.refused(error)
        return False
    return verbs.restore(view, then, opened.document)
