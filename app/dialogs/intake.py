"""Pasted text and table files on their way in: short texts go in at once, the rest is shown first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import going
from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.errors import LevensreisError
from journeys.exchange import columns, grid, tables
from journeys.exchange.remarks import remark_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from app.dialogs.intake_preview import Again
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.incoming import Incoming, Remark
    from journeys.edits.intake import Taken
    from journeys.exchange.grid import Grid
    from journeys.i18n import Words
    from journeys.model.document import Document

AT_ONCE: Final = 10
"""Pasted rows that go in without being shown first."""
TOLD: Final = 3
"""Remarks that the message bar tells of them."""


def paste_text(view: StudyView, text: str) -> None:
    """Lines or cells from the clipboard become steps of the shown journey, at the selection."""
    view.flush()
    context = view.context
    try:
        found = columns.upright(grid.from_text(text))
        if not found.rows:
            return
        if len(found.rows) > AT_ONCE:
            _preview(view, [found])
            return
        coming = tables.incoming([tables.Sheet(found, columns.guess(found))], context.document.study.day0_date)
        taken = intake.taken(context.document, coming, goal_of(view))
    except LevensreisError as error:
        view.refused(error)
        return
    if put_in(view, taken):
        _tell(view, (*coming.remarks, *taken.remarks))


def goal_of(view: StudyView) -> Goal:
    """Where pasted steps go: behind the selected step, in the empty cell or phase, or at the end."""
    say, document, journey = view.context.say, view.context.document, view.context.journey
    goal = Goal(journey or "", say("New journey"), say("New persona"), fresh=intake.is_blank(document))
    chosen = [step for step in view.map.picked.steps() if document.steps[step].journey == journey]
    if chosen:
        return replace(goal, after=chosen[-1])
    cursor = view.map.picked.cursor
    if cursor is not None and cursor.part == "cell" and cursor.place is not None and cursor.place[0] == journey:
        _, phase, stage, column, _ = cursor.place
        return replace(goal, phase=phase, column=column if stage == "front" else None)
    phases = [id_ for id_ in view.map.selected() if id_ in document.phases]
    return replace(goal, phase=phases[0]) if phases else goal


def put_in(view: StudyView, taken: Taken) -> bool:
    """Perform what was planned, as one edit, and show where it went."""
    from app import clipboard
    from journeys.phrases import edit_text

    QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        if not view.map.do(lambda: taken.edit):
            return False
        going.to_edit(view, taken.edit)
        view.map.select(taken.edit.subjects)
    finally:
        QGuiApplication.restoreOverrideCursor()
    view.map.setFocus()
    clipboard.say(view, edit_text(taken.edit, view.context.say))
    return True


def _tell(view: StudyView, remarks: Iterable[Remark]) -> None:
    said = list(dict.fromkeys(remark_text(remark, view.context.say) for remark in remarks))
    if said:
        more = " …" if len(said) > TOLD else ""
        view.bar.tell(" ".join(said[:TOLD]) + more)


def _preview(view: StudyView, grids: list[Grid], name: str = "", again: Again | None = None) -> None:
    context = view.context
    _ask(view, context.say, context.document, grids, goal_of(view), name, again).connect(
        lambda _coming, taken: put_in(view, taken)
    )


def _ask(
    parent: StudyView | StudyWindow, say: Words, document: Document, grids: list[Grid], goal: Goal, name: str,
    again: Again | None,
) -> SignalInstance:  # fmt: skip
    """Show the preview; what comes back tells when it is taken."""
    from app.dialogs.intake_preview import IntakeDialog

    dialog = IntakeDialog(parent, say, document, grids, goal, name=name, again=again)
    dialog.open()
    return dialog.taken


def take_file(window: StudyWindow, path: Path) -> None:
    """Read a table file in a worker, show it, and take it into the open study, or into a new one."""
    from app import tasks
    from app.facilitate import names
    from journeys.store import reading

    if not names.shown_first(window, partial(take_file, window, path)):
        return
    say = window.dress.say
    if window.bar is None:
        window.show_welcome()

    def work(task: tasks.Work) -> tuple[bytes, list[Grid]]:
        data = reading.read(path, grid.MOST_BYTES)
        return data, tables.read(data, path.name, lambda: task.cancelled)

    tasks.start_shown(
        work, window, say("Reading {name}…", name=path.name), say,
        lambda read: _show_file(window, path, *read), lambda error: _refuse(window, error),
    )  # fmt: skip


def _refuse(window: StudyWindow, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    from journeys.messages import error_text

    if window.bar is not None:
        window.bar.tell(error_text(error, window.dress.say), grave=True, until=window.over)


def _show_file(window: StudyWindow, path: Path, data: bytes, grids: list[Grid]) -> None:
    def again(separator: str) -> list[Grid]:
        return tables.read(data, path.name, separator=separator)

    if window.view is not None:
        window.view.flush()
        _preview(window.view, grids, path.name, again)
        return
    say = window.dress.say
    document, goal = tables.blank(path.stem, say.language)
    _ask(window, say, document, grids, goal, path.name, again).connect(lambda coming, _: _begin(window, path, coming))


def _begin(window: StudyWindow, path: Path, coming: Incoming) -> None:
    """A new study with what comes in; taking that back leaves an empty one."""
    from app import tasks

    window.blank_wanted.emit()
    view = window.view
    if view is None:
        return
    say, document = view.context.say, view.session.document.snapshot()
    goal = Goal(next(iter(document.journeys), ""), path.stem, say("New persona"), fresh=True, study=path.stem)
    tasks.start_shown(
        lambda _: intake.taken(document, coming, goal, code="study.import", title=path.name), window,
        say("Reading {name}…", name=path.name), say,
        lambda taken: put_in(view, taken), lambda error: _refuse(window, error),
    )  # fmt: skip
