"""Hides the names of people on the screen: the whole window shows the study without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.busy import busy
from app.facilitate import room
from app.panels.message_bar import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.study_view import StudyView
    from app.window import StudyWindow

LARGE = 1_000
"""Steps from which it takes so long that the pointer says so."""


def shown_first(window: StudyWindow, go_on: Callable[[], object], text: str = "") -> bool:
    """Whether names may be read here now; where they are hidden, a button shows them and goes on.

    What comes in names people, and by their other names nobody here would be recognised in it.
    `text`: why, where nothing comes in.
    """
    if window.view is None or not window.view.context.names_hidden or window.bar is None:
        return True
    say = window.dress.say

    def show() -> None:
        window.actions_by_code["hide_names"].trigger()
        go_on()

    text = text or say("Names are hidden, and what comes in may name people. Show the names first.")
    window.bar.tell(text, [(say("Show the names"), show)])
    return False


def toggle(view: StudyView) -> None:
    """Hide names and portraits, or show them again; everything on the screen is built anew."""
    window: StudyWindow = view.window()  # type: ignore[assignment]  # a StudyView lies in a StudyWindow
    view.flush()
    held = room.of(view)
    held.names_hidden = not held.names_hidden
    held.told.discard("edit.veiled")
    with busy(long=len(view.session.document.steps) > LARGE):
        window.redress(window.dress)
    say = window.dress.say
    announce(window, say("Names are hidden.") if held.names_hidden else say("Names are shown again."))
