"""Puts a merge in the study: bytes of pictures first, then everything else as one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.errors import LevensreisError
from journeys.model.entities import Image, Step

if TYPE_CHECKING:
    from app.merging.reading import Gathered
    from app.study_view import StudyView
    from journeys.edits.merge import Merged


def perform(view: StudyView, found: Gathered, merged: Merged) -> bool:
    """The first journey that came in, or got steps, is shown; False when it was refused: nothing has changed."""
    from app import clipboard
    from journeys.phrases import edit_text

    try:
        _add_pictures(view, found, merged)
    except LevensreisError as error:
        view.refused(error)
        return False
    if not merged.edit:
        view.bar.tell(view.context.say("Everything in these files is in this study already."))
        return True
    if not view.context.do(lambda: merged.edit):
        return False
    journeys = view.session.document.journeys
    came = [id_ for id_ in merged.edit.subjects if id_ in journeys and journeys[id_].parent_step is None]
    came = came or [step.journey for step in _new_steps(merged)]
    if came:
        view.show_journey(came[0])
    clipboard.say(view, edit_text(merged.edit, view.context.say))
    return True


def _new_steps(merged: Merged) -> list[Step]:
    return [after for before, after in merged.edit.changes.values() if before is None and isinstance(after, Step)]


def _add_pictures(view: StudyView, found: Gathered, merged: Merged) -> None:
    held = {image.sha256 for image in view.session.document.images.values()}
    data = {sha: data for file in found.files for sha, data in file.images.items()}
    for _, after in merged.edit.changes.values():
        if isinstance(after, Image) and after.sha256 not in held and after.sha256 in data:
            held.add(view.context.pictures.add_image(data[after.sha256]))
