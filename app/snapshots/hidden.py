"""What a snapshot says while names are hidden: also of people who are in it and no longer in the study."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.snapshots.reading import Compared
    from app.study_view import StudyView
    from journeys.model.entities import Snapshot


def cover(view: StudyView, found: Compared | None) -> Callable[[str], str]:
    """What may be shown of a text about these two states."""
    if found is None or not view.context.names_hidden:
        return view.session.shown
    from journeys.analysis.veil import veil_of

    before, after = (veil_of(document, view.context.say) for document in (found.before, found.after))
    return lambda text: before.text(after.text(view.session.shown(text)))


def listed(view: StudyView, held: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """The snapshots by the names that may be shown."""
    return tuple(replace(one, name=view.session.shown(one.name)) for one in held)
