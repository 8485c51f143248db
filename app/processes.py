"""From a step to the process behind it, and back to the step."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from journeys.model.processes import behind, trail

if TYPE_CHECKING:
    from app.panels.breadcrumb import Breadcrumb
    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.entities import Journey, Step


def go_in(view: StudyView) -> None:
    """Show the process behind the selected step, the next one when it is shown already; make one where none is."""
    step = view.map.picked.step()
    if step is not None:
        open_behind(view, step)


def open_behind(view: StudyView, step: str) -> None:
    """Show the process behind this step; where there is none it is made, as one edit."""
    found = behind(view.session.document, step)
    if found:
        show(view, found[0].id)
    else:
        make(view, step)


def make(view: StudyView, step: str) -> None:
    """Make a process behind this step, and show it."""
    from journeys.edits import processes

    made: list[str] = []

    def verb() -> Edit:
        edit = processes.add(view.session.document, step)
        made.extend(edit.subjects)
        return edit

    if view.context.do(verb):
        show(view, made[0])


def show(view: StudyView, journey: str) -> None:
    """Go in: the map shows the process, from its first step."""
    from app.canvas import names
    from app.panels.message_bar import announce

    view.show_journey(journey)
    first = next(iter(names.reading_order(view.session.document, journey)), None)
    if first is not None:
        view.reveal(first.id)
    title = view.session.document.journeys[journey].title
    announce(view.map, view.context.say("Process behind the step: {title}", title=title))
    view.views.widget_shown.setFocus()


def go_back(view: StudyView) -> None:
    """From a process to the step that it is behind."""
    above = trail(view.session.document, view.context.journey or "") if view.context.journey else []
    if above:
        leave_to(view, above[-1][0].id, above[-1][1].id)


def leave_to(view: StudyView, journey: str, step: str) -> None:
    """Show a journey further out, at the step that led in."""
    view.show_journey(journey)
    view.reveal(step)
    view.map.picked.say()
    view.views.widget_shown.setFocus()


def is_shown(view: StudyView) -> bool:
    """Whether what is shown is a process, so that there is a step to go back to."""
    shown = view.session.document.journeys.get(view.context.journey or "")
    return shown is not None and shown.parent_step is not None


def follow(view: StudyView) -> None:
    """The way back stands above the view as long as a process is shown."""
    document, journey = view.session.document, view.context.journey
    above = trail(document, journey) if journey in document.journeys and journey is not None else []
    if above or "trail" in view.strips:
        cast("Breadcrumb", view.strip("trail")).display(above)


def home_of(view: StudyView, gone: str, edit: Edit) -> str | None:
    """Where one goes on when the shown journey is gone: to the one whose step it was behind, if that is still there."""
    document = view.session.document
    before = cast("Journey | None", edit.changes.get(("journey", gone), (None, None))[0])
    parent = before.parent_step if before is not None else None
    taken = cast("Step | None", edit.changes.get(("step", parent or ""), (None, None))[0])
    step = document.steps.get(parent or "", taken)
    home = step.journey if step is not None else None
    return home if home in document.journeys else None
