"""Snapshots: named earlier states of the study, kept with a key press, compared with now, and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.snapshots.keeping import KeepStrip
    from app.study_view import StudyView


def keep(view: StudyView) -> None:
    """A line with a name that is ready: Enter keeps the study as it is now."""
    view.flush()
    cast("KeepStrip", view.strip("snapshot")).begin()  # noqa: B005 - a strip under the views, no text


def show(view: StudyView) -> None:
    """All of them, and what has changed since."""
    view.show_view("snapshots")
