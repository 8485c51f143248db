"""Tries an edit before it is performed, so that a refusal can be told where it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit


def attempt(context: Context, verb: Callable[[], Edit]) -> tuple[Edit | None, str]:
    """Make an edit and try it against the rules. Returns it, or None and why it cannot be."""
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
