"""Presenting to a room: slide after slide on the audience's screen, the presenter's notes on another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from app.busy import busy

if TYPE_CHECKING:
    from app.present.presentation import Presentation
    from app.window import StudyWindow
    from journeys.layout.slides import Show

LARGE = 1_000
"""Steps from which the first slide takes so long that the pointer says so."""


def present(window: StudyWindow) -> None:
    """The shown journey from its title, phase by phase."""
    from app.present import subjects

    if window.view is not None:
        begin(window, subjects.of_view(window.view, "phases"))


def present_here(window: StudyWindow) -> None:
    """Phase by phase, from what is selected."""
    from app.present import subjects

    if window.view is not None:
        begin(window, subjects.of_view(window.view, "phases", here=True))


def walk(window: StudyWindow) -> None:
    """Along with the persona, step by step and by itself; from the selected step, or from the title."""
    from app.present import subjects

    if window.view is not None:
        show = subjects.of_view(window.view, "steps", here=True)
        begin(window, subjects.at_first_step(window.view.session.document, show)).showing.play()


def begin(window: StudyWindow, show: Show) -> Presentation:
    """Present this; what was being presented goes on as this."""
    from app.present.presentation import Presentation

    if window.view is not None:
        window.view.flush()
    held = running(window)
    if held is not None:
        held.choose(show)
        held.stopwatch.begin()
        held.placing.place()
        return held
    with busy(long=window.session is not None and len(window.session.document.steps) > LARGE):
        made = Presentation(window, show)
        made.begin()
    return made


def running(window: StudyWindow) -> Presentation | None:
    """The presentation that is under way; None without one."""
    found = window.findChildren(QObject, "presentation")
    alive = [cast("Presentation", one) for one in found if not cast("Presentation", one).over]
    return alive[0] if alive else None
