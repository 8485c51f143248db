"""Tries an edit before it is performed, so that a refusal can be told where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.errors import EditError, LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit


def attempt(context: Context, verb: Callable[[], Edit], burst: str | None = None) -> str:
    """Perform the verb's edit. Returns why it was refused, in one sentence, or the empty text when it was done."""
    from journeys import messages
    from journeys.model.integrity import check_changes

    try:
        edit = verb()
        problems = check_changes(context.document, edit.changes) if edit else []
        if problems:
            raise EditError("edit.refused", problem=problems[0])
    except LevensreisError as error:
        return messages.error_text(error, context.say)
    if context.perform(edit, burst):
        return ""
    return context.say("This could not be kept. It stays here: press Enter to try again.")
