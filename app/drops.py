"""What is dropped on the window: a study, a table, a picture or text; what would happen is said beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from app import drop_hint, images
from journeys.errors import EditError
from journeys.i18n import N_
from journeys.identity import SUFFIX

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from app.study_view import StudyView
    from app.window import StudyWindow


NOTES: Final = "application/x-levensreis-notes"
"""Ids of parked notes that are dragged, one a line."""
_IMPORTED: Final = {
    "table": N_("Let go to import “{name}” as steps."),
    "whole": N_("Let go to open “{name}” as a new study."),
    "steps": N_("Let go to import “{name}”."),
}
_REFUSED: Final = {
    "folder": N_("“{name}” is a folder. Drop a file."),
    "written": N_("Levensreis makes files such as “{name}”, but cannot read them."),
    "": N_("Levensreis cannot read “{name}”: not a study, table or picture."),
}


class Wish(NamedTuple):
    """What a drop would do, in words; without `act` it is refused, and the words say why. `on` is its step."""

    text: str
    act: Callable[[], object] | None = None
    on: str | None = None


def handle(window: StudyWindow, event: QEvent) -> bool:
    """Follow something that is dragged over the window; False for any other event."""
    if event.type() == QEvent.Type.DragLeave:
        drop_hint.hide(window)
        return True
    if not isinstance(event, QDropEvent):  # enter and move are drops too
        return False
    wish = wish_of(window, event.mimeData(), event.position())
    if event.type() == QEvent.Type.Drop:
        drop_hint.hide(window)
        _carry_out(window, wish)
    else:
        drop_hint.show(window, wish.text, wish.on, refused=wish.act is None)
    if wish.act is not None or isinstance(event, QDragEnterEvent):
        event.acceptProposedAction()
    elif isinstance(event, QDragMoveEvent):
        event.ignore()
    return True


def wish_of(window: StudyWindow, mime: QMimeData, place: QPointF) -> Wish:
    """What would happen if this were let go here; `place` is in the window."""
    say, view = window.dress.say, window.view
    if mime.hasFormat(NOTES) and view is not None:
        return _parked(view, window, bytes(mime.data(NOTES).data()).decode().split(), place)
    if mime.hasUrls():
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if not paths:
            return Wish(say("Only files on this computer can be dropped here."))
        return wish_of_files(window, paths, None if view is None else step_at(view, window, place))
    if mime.hasImage() and view is not None:
        found = partial(images.from_mime, mime)
        return _picture(view, step_at(view, window, place), 1, found)
    if mime.hasText() and mime.text().strip() and view is not None:
        text = mime.text()
        return Wish(say("Let go to paste this text as steps."), lambda: _paste(view, text))
    return Wish(say("This cannot be dropped here."))


def _parked(view: StudyView, window: StudyWindow, ids: Sequence[str], place: QPointF) -> Wish:
    """Notes from the parking lot: onto a step, a phase, or an empty place under one."""
    from app.canvas import drops
    from journeys.edits import notes

    say, document = view.context.say, view.session.document
    found = [id_ for id_ in ids if id_ in document.notes]
    viewport = view.map.viewport()
    point = viewport.mapFrom(window, place.toPoint())
    inside = view.map.isVisible() and viewport.rect().contains(point)
    drop = drops.for_notes(view.map, found, view.map.scene_point(QPointF(point))) if inside else None
    if drop is None or drop.anchor is None or drop.anchor == notes.PARKED or not found:
        return Wish(say("Let go on a step or a phase."))
    anchor, lane, before = drop.anchor, drop.lane, drop.before
    step = document.steps.get(anchor.step or "")
    phase = document.phases.get(anchor.phase or "")
    name = step.title if step is not None else phase.name if phase is not None else ""
    text = say("Let go to put it at “{title}”.", title=name)

    def act() -> None:
        if view.context.do(lambda: drops.hang(view.session.document, found, anchor, lane, before)):
            view.reveal(found[0])

    return Wish(text, act, anchor.step)


def wish_of_files(window: StudyWindow, paths: Sequence[Path], step: str | None) -> Wish:
    """What these files would do here: several at once when all are pictures, or all can be merged."""
    say, view, first = window.dress.say, window.view, paths[0]
    kinds = {_kind(path) for path in paths}
    if kinds == {"picture"}:
        if view is None:
            return Wish(say("Open a study first: a picture goes on a step."))
        return _picture(view, step, len(paths), lambda: list(paths))
    if len(paths) > 1:
        return _of_several(window, paths, kinds)
    kind = kinds.pop()
    if kind in _REFUSED:
        return Wish(say(_REFUSED[kind], name=first.name))
    if kind == "study" and view is None:
        return Wish(say("Let go to open “{name}”.", name=first.name), partial(window.files_wanted.emit, [first]))
    if kind == "study":
        return Wish(say("Let go to open or merge “{name}”.", name=first.name), partial(_open_or_merge, window, paths))
    return Wish(say(_IMPORTED[kind], name=first.name), partial(_import, window, first))


def _of_several(window: StudyWindow, paths: Sequence[Path], kinds: set[str]) -> Wish:
    """Studies are opened or merged; with tables among them they can only be merged."""
    say, n = window.dress.say, len(paths)
    if window.view is None and kinds == {"study"}:
        text = say.many("Let go to open {n} study.", "Let go to open {n} studies.", n)
        return Wish(text, partial(window.files_wanted.emit, list(paths)))
    if kinds == {"study"}:
        text = say.many("Let go to open or merge {n} study.", "Let go to open or merge {n} studies.", n)
        return Wish(text, partial(_open_or_merge, window, paths))
    if window.view is None and kinds <= {"table", "steps"}:
        text = say.many("Let go to make one study of {n} file.", "Let go to make one study of {n} files.", n)
        return Wish(text, partial(_import_together, window, paths))
    if window.view is not None and kinds <= {"study", "whole", "table", "steps"}:
        text = say.many("Let go to merge {n} file into this study.", "Let go to merge {n} files into this study.", n)
        return Wish(text, partial(_merge, window, paths))
    return Wish(say("Drop one file at a time."))


def take_files(view: StudyView, paths: Sequence[Path], step: str | None) -> None:
    """Files that were pasted: as if they were dropped on the step, or on the one that is selected."""
    window = view.window()
    if paths:
        _carry_out(window, wish_of_files(window, paths, step or view.map.picked.step()))  # type: ignore[arg-type]  # a StudyView lies in a StudyWindow
    else:
        view.bar.tell(view.context.say("Only files on this computer can be dropped here."))


def step_at(view: StudyView, window: StudyWindow, place: QPointF) -> str | None:
    """The step on the map under this place in the window."""
    viewport = view.map.viewport()
    point = viewport.mapFrom(window, place.toPoint())
    if not view.map.isVisible() or not viewport.rect().contains(point):
        return None
    target = view.map.target_at(view.map.scene_point(QPointF(point)))
    return target.id if target is not None and target.id in view.session.document.steps else None


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if path.is_dir():
        return "folder"
    if suffix == SUFFIX:
        return "study"
    if suffix in images.SUFFIXES:
        return "picture"
    return _kind_of_format(suffix)


def _kind_of_format(suffix: str) -> str:
    """A whole study, a table, steps in another notation, what we only write; or nothing that we know."""
    from journeys.exchange import formats

    one = next((each for each in formats.read() if suffix in each.endings), None)
    if one is None:
        return "written" if any(suffix in each.suffixes for each in formats.written()) else ""
    if one.study is not None:
        return "whole" if suffix != ".json" else "steps"  # JSON may be either
    return "table" if one.use == "table" else "steps"


def _picture(view: StudyView, step: str | None, n: int, found: Callable[[], Sequence[images.Source]]) -> Wish:
    """On the step under the pointer; several go on, one a step, to the steps that follow it."""
    say = view.context.say
    if step is None:
        return Wish(say("Let go above a step: a picture goes on a step."))
    title = view.session.document.steps[step].title or say("without a title")
    if n == 1:
        text = say("Let go to put the picture on “{title}”.", title=title)
    else:
        text = say("Let go to put {n} pictures on “{title}” and the steps after it.", n=n, title=title)
    return Wish(text, partial(_put_pictures, view, step, found()), step)


def _put_pictures(view: StudyView, step: str, found: Sequence[images.Source]) -> None:
    from app.canvas import names
    from journeys.edits.images import MOST

    document = view.session.document
    ordered = [each.id for each in names.reading_order(document, view.context.journey)]
    on = ordered[ordered.index(step) :] if step in ordered else [step]
    room = MOST - len(document.images)
    for target, source in zip(on, found, strict=False):
        room -= document.steps[target].image is None
        if room < 0:  # so that hundreds are not read for nothing
            view.refused(EditError("edit.many_images", most=MOST))
            return
        images.put_on_step(view, target, source)
    over = len(found) - len(on)
    if over > 0:
        view.bar.tell(
            view.context.say.many("{n} picture had no step to go on.", "{n} pictures had no step to go on.", over)
        )


def _carry_out(window: StudyWindow, wish: Wish) -> None:
    """After the drop is over: whoever dragged must not wait for a question of ours."""
    if wish.act is not None:
        QTimer.singleShot(0, window, wish.act)
    elif window.bar is not None:
        window.bar.tell(wish.text)


def _paste(view: StudyView, text: str) -> None:
    from app import pasting

    pasting.take_text(view, text)


def _import(window: StudyWindow, path: Path) -> None:
    from app.dialogs import documents

    documents.import_file(window, path)


def _import_together(window: StudyWindow, paths: Sequence[Path]) -> None:
    from app import importing

    importing.take_several(window, paths)


def _merge(window: StudyWindow, paths: Sequence[Path]) -> None:
    from app import merging

    merging.begin(window, paths)


def _open_or_merge(window: StudyWindow, paths: Sequence[Path]) -> None:
    from app import merging

    merging.ask_open_or_merge(window, paths)
