"""Locks the layout: steps, phases and lines stay where they are, whatever is pressed, dragged or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facilitate import room
from app.panels.message_bar import announce

if TYPE_CHECKING:
    from app.study_view import StudyView


def toggle(view: StudyView) -> None:
    """Lock, or let things be moved again."""
    held = room.of(view)
    held.locked = not held.locked
    held.told.discard("edit.fixed")
    view.context.locked = view.map.locked = held.locked
    view.map.cancel_gesture()
    view.bar.hide()
    view.map.viewport().update()
    say = view.context.say
    announce(view, say("The layout is locked.") if held.locked else say("The layout can be changed again."))
    view.changed.emit()
