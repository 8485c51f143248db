"""What is told where there is no network to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.panels.empty_state import EmptyState
    from journeys.i18n import Words


def no_parties(empty: EmptyState, say: Words, *, hidden: int, chosen: bool) -> None:
    """`hidden`: so many parties are left out; `chosen`: another choice may show more; else one fills in steps."""
    title, text = say("No parties met yet"), say(
        "Fill in with whom a step is, on the map or in the table. Here you then see which parties people meet, "
        "and where they go from one to another."
    )  # fmt: skip
    if hidden:
        title = say("No party is left")
        text = say.many("{n} party does not fit your choice.", "{n} parties do not fit your choice.", hidden)
    empty.tell(title, text, say("Show all parties") if hidden or chosen else say("To the map"))
