"""Tells why something is not done while the layout is locked or names are hidden: once in words, then quietly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.facilitate import room
from app.panels.message_bar import announce
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.study_view import StudyView
    from journeys.errors import LevensreisError

ANSWERS = {"edit.fixed": (N_("Unlock"), "lock"), "edit.veiled": (N_("Show the names"), "hide_names")}
"""What would let it be done: a button, and its command."""


def tell(view: StudyView, error: LevensreisError) -> None:
    """The first time in the bar with a button; later in the status bar, for a moment."""
    from journeys import messages

    text = messages.error_text(error, view.context.say)
    answer, command = ANSWERS[error.code]
    told = room.of(view).told
    status = getattr(view.window(), "status", None)
    if error.code not in told or status is None:
        told.add(error.code)
        view.bar.tell(text, [(view.context.say(answer), partial(view.command_wanted.emit, command))])
    else:
        status.showMessage(text, 4000)
        announce(view, text)
    view.inspector.edited()
