"""Text from other programs that is pasted on the map: a Mermaid journey, a table, or lines, as steps in one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.edits import intake
from journeys.errors import LevensreisError
from journeys.exchange import grid

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from app.study_view import StudyView
    from journeys.edits.incoming import Goal, Incoming, Remark
    from journeys.edits.intake import Taken

AT_ONCE: Final = 200
"""Steps; more of them take longer to plan than anybody should wait without seeing that something happens."""


def take(view: StudyView, mime: QMimeData) -> bool:
    """Paste what there is of text; False where there is none."""
    said = mime.text() if mime.hasText() else ""
    if not grid.is_table(said) and mime.hasHtml() and not _is_journey(said):
        from journeys.exchange import html_table

        try:
            said = html_table.as_text(mime.html()) or said
        except LevensreisError as error:
            view.refused(error)
            return True
    if not said.strip():
        return False
    take_text(view, said)
    return True


def take_text(view: StudyView, said: str) -> None:
    """A journey in Mermaid's words, cells with tabs between them, or a step per line."""
    if _is_journey(said):
        _take_journey(view, said)
        return
    from app.dialogs import intake as dialogs

    dialogs.paste_text(view, said)


def _is_journey(said: str) -> bool:
    from journeys.exchange.mermaid.finding import has_journey

    return has_journey(said)


def _take_journey(view: StudyView, said: str) -> None:
    """The steps of one diagram go where the cursor stands; several are journeys of their own."""
    from app import tasks
    from app.dialogs import intake as dialogs
    from journeys.exchange import mermaid

    view.flush()
    goal, document = dialogs.goal_of(view), view.context.document
    try:
        coming = here(mermaid.read(said.encode("utf-8", "replace"), "").incoming, goal)
        if len(coming.steps) <= AT_ONCE:
            _put(view, coming, intake.taken(document, coming, goal))
            return
    except LevensreisError as error:
        view.refused(error)
        return
    snapshot, say = document.snapshot(), view.context.say
    tasks.start_shown(
        lambda _: intake.taken(snapshot, coming, goal), view, say("Pasting…"), say,
        lambda taken: _put(view, coming, taken), lambda error: _refuse(view, error),
    )  # fmt: skip


def here(coming: Incoming, goal: Goal) -> Incoming:
    """Without the names of journey and persona where there is one journey: it goes into the one that is shown."""
    if len(coming.journeys) != 1 or not goal.journey or goal.fresh:
        return coming
    steps = tuple(replace(step, journey="", persona="", variant=None) for step in coming.steps)
    left_out = ("mermaid.persona", "mermaid.question")
    remarks = tuple(remark for remark in coming.remarks if remark.code not in left_out)
    return replace(coming, steps=steps, journeys=(), personas=(), remarks=remarks)


def _put(view: StudyView, coming: Incoming, taken: Taken) -> None:
    from app.dialogs import intake as dialogs

    if dialogs.put_in(view, taken):
        _tell(view, (*coming.remarks, *taken.remarks))


def _tell(view: StudyView, remarks: tuple[Remark, ...]) -> None:
    from app.dialogs import intake as dialogs

    dialogs.tell(view, remarks)


def _refuse(view: StudyView, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    view.refused(error)
