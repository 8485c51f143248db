"""From places on the map to the values behind them: an emotion's height, a phase border's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.canvas.scale import PX, PX_PER_PT
from journeys.edits import phases as phase_verbs
from journeys.layout import heartbeat
from journeys.model.time import periods, phases_in_order

if TYPE_CHECKING:
    from app.canvas.gestures import Face
    from app.canvas.hits import Hits
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document


def emotion(face: Face, y: float, base_pt: float) -> int:
    """The emotion at this height of the scene, −2 to +2."""
    level = heartbeat.LEVEL * base_pt * PX_PER_PT
    return max(-2, min(2, round(face.before + (face.start.y() - y) / level)))


def day(document: Document, hits: Hits, phase: str, x: float) -> int:
    """The day on which this phase would begin with its border here: by the share of the phase that it lies in."""
    spans = periods(document)
    ordered = [each.id for each in phases_in_order(document)]
    index = ordered.index(phase)
    least, most = phase_verbs.start_range(document, phase)
    here, place = _header(hits, phase), x / PX
    if here is None:
        return spans[phase][0]
    before = _header(hits, ordered[index - 1]) if index else None
    start, end = spans[phase]
    if place >= here.x:
        wanted = start + (end - start) * (place - here.x) / max(here.w, 0.1)
    elif before is not None:
        first, last = spans[ordered[index - 1]]
        wanted = first + (last - first) * (place - before.x) / max(here.x - before.x, 0.1)
    else:
        wanted = start + (end - start) * (place - here.x) / max(here.w, 0.1)
    return max(least, min(most, round(wanted)))


def _header(hits: Hits, phase: str) -> Rect | None:
    target = hits.part(phase, "phase")
    return None if target is None else target.rect
