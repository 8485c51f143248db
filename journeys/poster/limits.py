"""What can be asked of a page: bleed, margin, overlap, tiles and distance within what paper and hands can do."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import LENSES
from journeys.errors import UsageError
from journeys.poster.tiles.plan import PAPERS

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.poster.request import Request

BLEED_MM: Final = (0, 20)
OVERLAP_MM: Final = (0, 50)
DISTANCE_MM: Final = (100, 20_000)
PARTS: Final = 20
"""Sheets of one journey, at most."""
WIDEST: Final = 0.2
"""Of the short side that one margin takes, at most: three fifths remain for what the poster has to say."""


def check(document: Document, request: Request) -> None:
    """Raises UsageError `poster.bleed`, `.margin`, `.overlap`, `.tile`, `.distance`, `.lens` or `.parts`, or for the
    paper.
    """
    paper = request.sheet
    _within("poster.bleed", request.bleed, *BLEED_MM)
    _within("poster.overlap", request.overlap, *OVERLAP_MM)
    if request.margin is not None:
        _within("poster.margin", request.margin, 0, int(min(paper) * WIDEST), paper=request.paper)
    if request.distance is not None and not _between(request.distance, *DISTANCE_MM):
        least, most = (side // 10 for side in DISTANCE_MM)
        raise UsageError("poster.distance", found=_number(request.distance / 10), least=least, most=most)
    if request.tile is not None and request.tile.strip().upper() not in PAPERS:
        raise UsageError("poster.tile", found=request.tile, known=", ".join(PAPERS))
    if request.lens and request.lens not in LENSES:
        raise UsageError("poster.lens", found=request.lens, known=", ".join(LENSES))
    most = most_parts(document)
    if request.kind == "journey" and not 1 <= request.parts <= most:
        raise UsageError("poster.parts", found=request.parts, most=most)


def most_parts(document: Document) -> int:
    """Over how many sheets a journey can stand: at least one phase is on each."""
    return max(1, min(len(document.phases), PARTS))


def _within(code: str, found: float, least: int, most: int, **values: object) -> None:
    if not _between(found, least, most):
        raise UsageError(code, found=_number(found), least=least, most=most, **values)


def _between(found: float, least: int, most: int) -> bool:
    return isfinite(found) and least <= found <= most


def _number(found: float) -> str:
    """As it was typed, near enough."""
    return f"{found:g}"
