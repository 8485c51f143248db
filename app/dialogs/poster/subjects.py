"""From what preflight says to the thing itself: shown in the window beside the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import going

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.panels.lanes import LanesPanel
    from app.study_view import StudyView
    from journeys.model.document import Document
    from journeys.poster.preflight.item import Item


def known(document: Document, item: Item, *, several: bool) -> list[str]:
    """What it is about and what the window can show, in its order; else the journey, where there are several."""
    found = [id_ for id_ in item.subjects if kind_of(document, id_)]
    return found or [id_ for id_ in (item.journey,) if several and id_ in document.journeys]


def whose(document: Document, journey: str) -> str:
    """A journey and who makes it; empty when there is none."""
    if journey not in document.journeys:
        return ""
    found = document.journeys[journey]
    return f"{document.personas[found.persona].name}: {found.title}"


def kind_of(document: Document, id_: str) -> str:
    """The kind of entity with this id; empty when there is none any longer."""
    return next((kind for kind, table in document.tables.items() if id_ in table), "")


def show(view: StudyView, id_: str, journey: str) -> None:
    """Show it on the map and in its form; a text stands with its step or phase, a lane in the list of lanes."""
    document, kind = view.session.document, kind_of(view.session.document, id_)
    if kind == "lane":
        _show_lane(view, id_, journey)
    elif kind == "cell":
        cell = document.cells[id_]
        going.to_subject(view, "step" if cell.step else "phase", cell.step or cell.phase)
    elif kind:
        going.to_subject(view, kind, id_)


def _show_lane(view: StudyView, lane: str, journey: str) -> None:
    from app.panels import lanes

    if journey in view.session.document.journeys and journey != view.context.journey:
        view.show_journey(journey)
    if not _open(view):
        lanes.show(view)
    for panel in _open(view):
        panel.rows.choose(lane)


def _open(view: StudyView) -> list[LanesPanel]:
    from app.panels.lanes import LanesPanel

    return [panel for panel in view.findChildren(LanesPanel) if not panel.isHidden()]


def counted(items: Sequence[Item]) -> int:
    """How many things these are about."""
    return sum(max(1, int(item.values.get("n", 0)), len(item.subjects)) for item in items)
