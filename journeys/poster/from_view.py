"""What a saved view asks of a poster: its kind, its journeys in their order, lanes, lens and axis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import known

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import View
    from journeys.poster.request import Kind, Request

KINDS: Final[dict[str, Kind]] = {"map": "journey", "table": "report", "compare": "compare", "ecosystem": "ecosystem"}
"""What of a study is printed as what is on the screen."""


def filled(document: Document, view: View, request: Request) -> Request:
    """The request with what the view says; what is gone from the study is left out.

    A view whose journeys are all gone leaves those of the request as they are, and one without lanes the lanes.
    """
    journeys = tuple(id_ for id_ in view.journeys if id_ in document.journeys)
    lanes = tuple(id_ for id_ in view.lanes if id_ in document.lanes)
    return replace(
        request, kind=KINDS[view.shown], journeys=journeys or request.journeys, lanes=lanes or None,
        lens=known(view.lens) or "", axis=view.axis,
    )  # fmt: skip
