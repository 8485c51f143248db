"""What is told where there is nothing to compare yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.panels.empty_state import EmptyState
    from journeys.i18n import Words


def no_personas(empty: EmptyState, say: Words) -> None:
    """There is nobody to compare."""
    text = say(
        "Personas stand here side by side: for whom the municipality is present and for whom it is not, "
        "and who has a dip where others have none."
    )
    empty.tell(say("No personas yet"), text, say("Add a persona"))


def no_desired(empty: EmptyState, say: Words, *, able: bool) -> None:
    """There is no desired journey; `able` when there is a current one to begin from."""
    text = say("A desired journey begins as a copy of the current one. What you change in it shows here, step by step.")
    empty.tell(say("No desired journey yet"), text, say("Make a desired journey") if able else "")
