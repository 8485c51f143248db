"""Which edits would move something on the map: these wait while the layout is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.errors import EditError

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.model.fields import Kind

PLACES: Final[dict[Kind, tuple[str, ...]]] = {
    "phase": ("start_day", "dated"), "step": ("journey", "phase", "stage", "column", "track", "day"),
    "link": ("source", "target"), "lane": ("order", "shown"), "journey": ("parent_step",), "study": ("end_day",),
    "moment": ("day", "is_day0"),
}  # fmt: skip
"""Fields that say where something stands."""
BUILT: Final = frozenset({"phase", "step", "link", "lane"})
"""Kinds that make room or take it when they come or go."""


def check(edit: Edit) -> None:
    """Raises EditError `edit.fixed` when anything would come, go or stand elsewhere on a map that is there.

    A whole new journey changes no map; words, notes, votes, judgements and feelings leave everything in place.
    """
    if moves(edit):
        raise EditError("edit.fixed")


def moves(edit: Edit) -> bool:
    """Whether anything would come, go or stand elsewhere."""
    new = {id_ for (kind, id_), (before, _) in edit.changes.items() if kind in ("journey", "step") and before is None}
    return any(_moves(kind, before, after, new) for (kind, _), (before, after) in edit.changes.items())


def _moves(kind: Kind, before: Any, after: Any, new: set[str]) -> bool:
    if before is None:
        home = getattr(after, "journey", None) if kind == "step" else getattr(after, "source", None)
        return kind in BUILT and not (kind in ("step", "link") and home in new and _whole(kind, after, new))
    if after is None:
        return kind in BUILT or kind == "journey"
    return any(getattr(before, field) != getattr(after, field) for field in PLACES.get(kind, ()))


def _whole(kind: Kind, after: Any, new: set[str]) -> bool:
    """A link stands in a new journey only when both its steps are new."""
    return kind == "step" or after.target in new
