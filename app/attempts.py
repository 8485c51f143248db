"""Tries an edit before it is performed, so that a refusal can be told where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit


def tried(context: Context, verb: Callable[[], Edit]) -> tuple[Edit | None, str]:
    """Make an edit and try it against the rules. Returns it, or None and why it cannot be, in one sentence."""
    from journeys import messages
    from journeys.errors import EditError, LevensreisError
    from journeys.model.integrity import check_changes

    try:
        edit = verb()
        problems = check_changes(context.document, edit.changes) if edit else []
        if problems:
            raise EditError("edit.refused", problem=problems[0])
    except LevensreisError as error:
        return None, messages.error_text(error, context.say)
    return edit, ""


def attempt(context: Context, verb: Callable[[], Edit], burst: str | None = None) -> str:
    """Perform the verb's edit. Returns why it was refused, in one sentence, or the empty text when it was done."""
    edit, wrong = tried(context, verb)
    if edit is None or context.perform(edit, burst):
        return wrong
    return context.say("This could not be kept. It stays here: press Enter to try again.")
