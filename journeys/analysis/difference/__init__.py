"""What changed between two states of one study: codes, ids and numbers, in the order of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.difference.both import Both
from journeys.analysis.difference.change import GROUPS, Change, Group, counted
from journeys.analysis.difference.levels import levels
from journeys.analysis.difference.notes import notes
from journeys.analysis.difference.plain import PLAIN, images, journeys, plain
from journeys.analysis.difference.steps import links, steps

if TYPE_CHECKING:
    from journeys.model.document import Document

__all__ = ["GROUPS", "Change", "Group", "counted", "difference"]


def difference(before: Document, after: Document) -> tuple[Change, ...]:
    """Everything that is different in `after`; nothing when the two are equal."""
    if before.tables == after.tables:
        return ()
    both = Both(before, after)
    found = [
        *journeys(both), *(change for kind in PLAIN for change in plain(both, kind)), *images(both),
        *steps(both), *links(both), *notes(both), *levels(both),
    ]  # fmt: skip
    return tuple(sorted(found, key=both.order))
