"""What a saved view presents: its journeys one after the other, with its lanes, lens and axis, from where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import known
from journeys.analysis.spots import counted_journeys
from journeys.layout.slides.slide import Show

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import View


def show_of(document: Document, view: View) -> Show:
    """The show of a view, without what is gone from the study; when no journey is left, the first one stands in."""
    journeys = tuple(id_ for id_ in view.journeys if id_ in document.journeys)
    lanes = tuple(id_ for id_ in view.lanes if id_ in document.lanes)
    return Show(
        journeys or tuple(journey.id for journey in counted_journeys(document)[:1]),
        lens=known(view.lens) or "",
        lanes=lanes or None,
        phase=view.phase if view.phase in document.phases else None,
        axis=view.axis,
    )
