"""What one does with snapshots: keep, rename, delete, open as a copy, go back to one wholly or in part."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from app.busy import busy
from app.panels.message_bar import announce
from journeys import text as texts
from journeys.edits import restoring
from journeys.errors import LevensreisError
from journeys.exchange import snapshots
from journeys.phrases.snapshots import next_name
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files import StudyFile
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.model.changes import Key
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot

LARGE = 1_000
"""Steps from which writing all of them down takes so long that the pointer says so."""
TOLD_MS = 8_000


def window_of(view: StudyView) -> StudyWindow:
    """The window around a study."""
    return cast("StudyWindow", view.window())


def file_of(view: StudyView) -> StudyFile | None:
    """Where the snapshots are."""
    return window_of(view).file


def document_of(view: StudyView) -> Document:
    """The study itself: while names are hidden, what the views show is another one."""
    session = window_of(view).session
    return view.session.document if session is None else session.document


def suggested(view: StudyView) -> str:
    """The name that a next snapshot would have."""
    file = file_of(view)
    held = file.snapshots() if file is not None else ()
    return next_name([one.name for one in held], view.context.say)


def keep(view: StudyView, name: str) -> Snapshot | None:
    """Keep the study as it is now; None when that was refused, which is told."""
    file, document = file_of(view), document_of(view)
    if file is None:
        return None
    try:
        with busy(long=len(document.steps) > LARGE):
            made = snapshots.take(document, name.strip() or suggested(view), dt.datetime.now(dt.UTC))
            _add(file, made)
    except LevensreisError as error:
        view.refused(error)
        return None
    return made


def _add(file: StudyFile, made: Snapshot) -> None:
    snapshots.check_room(file.snapshots(), made)
    file.add_snapshot(made)


def tell(view: StudyView, text: str) -> None:
    """In the status bar, and heard."""
    status, text = window_of(view).status, view.session.shown(text)
    if status is not None:
        status.showMessage(text, TOLD_MS)
    announce(view, text)


def rename(view: StudyView, snapshot: Snapshot, name: str) -> None:
    """Another name; an empty one changes nothing."""
    file = file_of(view)
    if file is None or not name.strip() or name == snapshot.name:
        return
    try:
        file.rename_snapshot(snapshot.id, name)
    except LevensreisError as error:
        view.refused(error)


def delete(view: StudyView, snapshot: Snapshot) -> None:
    """Take it out. It is in no history, so the bar has the way back."""
    file, say = file_of(view), view.context.say
    if file is None:
        return
    try:
        file.drop_snapshot(snapshot.id)
    except LevensreisError as error:
        view.refused(error)
        return
    view.bar.tell(
        view.session.shown(say("Snapshot deleted: {title}.", title=quoted(snapshot.name))),
        [(say("Undo"), lambda: _again(view, file, snapshot))],
    )


def _again(view: StudyView, file: StudyFile, snapshot: Snapshot) -> None:
    try:
        file.add_snapshot(snapshot)
    except LevensreisError as error:
        view.refused(error)


def open_copy(view: StudyView, snapshot: Snapshot, then: Document) -> None:
    """A study of its own in another window, without a file, with the pictures it had."""
    file = file_of(view)
    if file is None:
        return
    copy, study = then.snapshot(), then.study
    title = f"{study.title} ({snapshot.name})"
    copy.tables["study"][study.id] = replace(study, title=title if len(title) <= 200 else study.title)
    held = file.images()
    images = {image.sha256: held[image.sha256] for image in copy.images.values() if image.sha256 in held}
    window_of(view).copy_wanted.emit(copy, images)


def restore(view: StudyView, snapshot: Snapshot, then: Document) -> bool:
    """All of the study as it was. What is here now is kept first, unless a snapshot holds it already."""
    view.flush()
    say, document = view.context.say, document_of(view)
    edit = restoring.restore(document, then, snapshot.name)
    if not edit:
        view.bar.tell(view.session.shown(say("Nothing has changed since {title}.", title=quoted(snapshot.name))))
        return False
    kept = _kept_now(view, snapshot)
    if kept is None:
        return False
    with busy(long=len(edit.changes) > LARGE):
        done = view.history.perform(edit)
    if done:
        text = say("Put back to {title}. How it was just now is kept as {kept}.", title=quoted(snapshot.name),
                   kept=quoted(kept.name))  # fmt: skip
        undo = window_of(view).actions_by_code["undo"]
        told = view.session.shown(text)
        view.bar.tell(told, [(say("Undo"), undo.trigger)], until=view.history.changed)  # then it would undo another
    return done


def _kept_now(view: StudyView, back_to: Snapshot) -> Snapshot | None:
    file, say = file_of(view), view.context.say
    if file is None:
        return None
    held, document = file.snapshots(), document_of(view)
    name = say("Before going back to {title}", title=quoted(back_to.name, 80))
    name = texts.free_name(name, (one.name for one in held))
    try:
        with busy(long=len(document.steps) > LARGE):
            now = snapshots.take(document, name, dt.datetime.now(dt.UTC))
            same = next((one for one in held if one.content == now.content), None)
            if same is None:
                _add(file, now)
    except LevensreisError as error:
        view.refused(error)
        return None
    return same or now


def bring_back(view: StudyView, snapshot: Snapshot, then: Document, keys: Sequence[Key]) -> bool:
    """Only these as they were, with what belongs to them."""
    view.flush()
    try:
        edit = restoring.bring_back(document_of(view), then, keys, snapshot.name)
    except LevensreisError as error:
        view.refused(error)
        return False
    if not edit or not view.history.perform(edit):
        return False
    from journeys.phrases import edit_text

    tell(view, edit_text(edit, view.context.say))
    return True
