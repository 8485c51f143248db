"""Pasted text and table files on their way in: short texts go in at once, the rest is shown first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from app import going, importing
from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.errors import LevensreisError
from journeys.exchange import columns, coming, grid, tables
from journeys.exchange.remarks import remark_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.dialogs.intake_preview import Again
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.edits.incoming import Incoming, Remark
    from journeys.edits.intake import Taken
    from journeys.exchange.grid import Grid

AT_ONCE: Final = 10
"""Pasted rows that go in without being shown first."""
SELECTED: Final = 100
"""So many new steps are selected afterwards, so that they can be moved at once; of more, only the first."""
LONG: Final = 4_000
"""Changes that take so long to store and to show that one is told beforehand."""
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
        tell(view, (*coming.remarks, *taken.remarks))


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


def put_in(view: StudyView, taken: Taken, turn: int | None = None) -> bool:
    """Perform what was planned, as one edit, and show where it went.

    `turn`: of the session when it was planned, if it was found then to break no rule.
    """
    from app import clipboard
    from journeys.phrases import edit_text

    if turn is not None:
        view.session.vouch(taken.edit, turn)
    if len(taken.edit.changes) > LONG:
        _say_first(view, view.context.say("This takes a few seconds…"))
    QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        if not view.context.do(lambda: taken.edit):
            return False
        going.to_edit(view, taken.edit)
        subjects = taken.edit.subjects
        view.map.select(subjects if len(subjects) <= SELECTED else subjects[:1])
        view.map.bring_selected()
    finally:
        QGuiApplication.restoreOverrideCursor()
    view.map.setFocus()
    clipboard.say(view, edit_text(taken.edit, view.context.say))
    return True


def _say_first(view: StudyView, text: str) -> None:
    """In the status bar, painted at once: nothing else is until it is done."""
    from app import clipboard

    clipboard.say(view, text)
    window = view.window()
    if isinstance(window, QMainWindow):
        window.statusBar().repaint()


def tell(view: StudyView, remarks: Iterable[Remark]) -> None:
    said = list(dict.fromkeys(remark_text(remark, view.context.say) for remark in remarks))
    if said:
        more = " …" if len(said) > TOLD else ""
        view.bar.tell(" ".join(said[:TOLD]) + more)


def _preview(
    view: StudyView, grids: list[Grid], path: Path | None = None, again: Again | None = None
) -> None:  # fmt: skip
    from app.dialogs.intake_preview import IntakeDialog

    context, name = view.context, path.name if path is not None else ""
    window: StudyWindow = view.window()  # type: ignore[assignment]  # a StudyView lies in a StudyWindow
    fresh = coming.blank(path.stem, context.say.language) if path is not None else None
    dialog = IntakeDialog(
        view, context.say, context.document, grids, goal_of(view), name=name, again=again, blank=fresh
    )
    dialog.taken.connect(lambda _found, taken: put_in(view, taken))
    if path is not None:
        dialog.made.connect(partial(_as_new, window, path))
    dialog.open()


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
        lambda read: _show_file(window, path, *read), lambda error: importing.refuse(window, path, error),
    )  # fmt: skip


def _show_file(window: StudyWindow, path: Path, data: bytes, grids: list[Grid]) -> None:
    def again(separator: str) -> list[Grid]:
        return tables.read(data, path.name, separator=separator)

    if window.view is not None:
        window.view.flush()
        _preview(window.view, grids, path, again)
        return
    from app.dialogs.intake_preview import IntakeDialog

    say = window.dress.say
    document, goal = coming.blank(path.stem, say.language)
    dialog = IntakeDialog(window, say, document, grids, goal, name=path.name, again=again)
    dialog.taken.connect(lambda found, _: _begin(window, path, found))
    dialog.open()


def _as_new(window: StudyWindow, path: Path, found: Incoming) -> None:
    """A study of its own, beside the one that is open; what was guessed was shown before."""
    from app import tasks

    say = window.dress.say
    tasks.start_shown(
        lambda _: coming.to_study(coming.Coming(found), path.stem, say.language), window,
        say("Reading {name}…", name=path.name), say,
        lambda made: window.study_wanted.emit(replace(made, notices=())),
        lambda error: importing.refuse(window, path, error),
    )  # fmt: skip


def _begin(window: StudyWindow, path: Path, found: Incoming) -> None:
    """A new study with what comes in; taking that back leaves an empty one."""
    from app import tasks

    window.blank_wanted.emit()
    view = window.view
    if view is None:
        return
    say, document = view.context.say, view.session.document.snapshot()
    goal = Goal(next(iter(document.journeys), ""), path.stem, say("New persona"), fresh=True, study=path.stem)
    tasks.start_shown(
        lambda _: intake.taken(document, found, goal, code="study.import", title=path.name), window,
        say("Reading {name}…", name=path.name), say,
        lambda taken: put_in(view, taken), lambda error: importing.refuse(window, path, error),
    )  # fmt: skip
