"""Which column of the map lies where: a lane's empty place, narrowed to the step that it is under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from app.canvas.scale import PX
from journeys.layout.drawing import WHOLE, Rect

if TYPE_CHECKING:
    from app.canvas.hits import Hits
    from journeys.layout.drawing import Target

FAR = 1e6


def step_over(hits: Hits, x: float, phase: str) -> Target | None:
    """The card in this phase whose column holds this place of the scene, the topmost one in front."""
    strip = hits.touching(QRectF(x - 1, -FAR, 2, 2 * FAR))
    cards = [t for t in strip if t.part == "card" and t.place is not None and t.place[1] == phase]
    return min(cards, key=lambda t: (t.place is not None and t.place[2] == "back", t.rect.y), default=None)


def narrowed(hits: Hits, cell: Target, x: float) -> Target:
    """The part of a lane's empty place that lies in this column; the place names the column's step."""
    if cell.part != "cell" or cell.kind != "lane" or cell.place is None or cell.place[2] == WHOLE:
        return cell
    card = step_over(hits, x, cell.place[1])
    if card is None or card.place is None:
        return cell
    return cell._replace(rect=Rect(card.rect.x, cell.rect.y, card.rect.w, cell.rect.h), place=card.place)


def lane_cell(hits: Hits, lane: str, step: str) -> Target | None:
    """The empty place of a lane under a step."""
    card = hits.part(step, "card")
    if card is None or card.place is None:
        return None
    for cell in hits.of(lane):
        if cell.part == "cell" and cell.place is not None and cell.place[1] == card.place[1]:
            return narrowed(hits, cell, (card.rect.x + card.rect.w / 2) * PX)
    return None
