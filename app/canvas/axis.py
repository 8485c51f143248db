"""From places on the map to the values behind them: an emotion's height, a phase border's day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.canvas.scale import PX, PX_PER_PT
from journeys.edits import phases as phase_verbs
from journeys.layout import heartbeat
from journeys.model.time import periods, phases_in_order

if TYPE_CHECKING:
    from app.canvas.gestures import Face
    from app.canvas.hits import Hits
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document

SNAP: Final = 7.0
"""Pixels on the screen within which a border springs to a moment."""
COARSE: Final = 1.5
"""Days to a pixel from which a border goes by whole weeks."""
WEEK: Final = 7


def emotion(face: Face, y: float, base_pt: float) -> int:
    """The emotion at this height of the scene, −2 to +2."""
    level = heartbeat.LEVEL * base_pt * PX_PER_PT
    return max(-2, min(2, round((face.before or 0) + (face.start.y() - y) / level)))


def level_of(face: Face, base_pt: float) -> float:
    """The height in the scene of the emotion that the face would get: it springs from level to level."""
    return face.start.y() - (face.emotion - (face.before or 0)) * heartbeat.LEVEL * base_pt * PX_PER_PT


def emotion_in(lane: Rect, y: float) -> int:
    """The emotion at this height of the scene in the empty heartbeat lane."""
    share = (y / PX - lane.y) / max(lane.h, 0.1)
    return max(-2, min(2, round(2.5 - 5 * share)))


def day(
    document: Document, hits: Hits, phase: str, x: float, zoom: float, true: tuple[float, float] | None = None
) -> tuple[int, bool]:  # fmt: skip
    """The day on which this phase would begin with its border here, and whether it can go no further.

    By the share of the phase that it lies in, or as the time axis says (`true`: the day, and days to a millimetre);
    it springs to moments, and to whole weeks where a pixel is many days.
    """
    least, most = phase_verbs.start_range(document, phase)
    found = true or _wanted(document, hits, phase, x / PX)
    if found is None:
        return document.phases[phase].start_day, False
    wanted, per_mm = found
    per_pixel = per_mm / PX / zoom
    snapped = _snapped(document, wanted, per_pixel)
    return max(least, min(most, snapped)), not least <= snapped <= most


def _snapped(document: Document, wanted: float, per_pixel: float) -> int:
    near = [m.day for m in document.moments.values() if abs(m.day - wanted) <= SNAP * per_pixel]
    if near:
        return min(near, key=lambda held: abs(held - wanted))
    return WEEK * round(wanted / WEEK) if per_pixel >= COARSE else round(wanted)


def _wanted(document: Document, hits: Hits, phase: str, place: float) -> tuple[float, float] | None:
    """The day, unrounded, and how many days a millimetre there is."""
    spans = periods(document)
    ordered = [each.id for each in phases_in_order(document)]
    index = ordered.index(phase)
    here = _header(hits, phase)
    if here is None:
        return None
    before = _header(hits, ordered[index - 1]) if index else None
    start, end = spans[phase]
    if before is not None and place < here.x:
        first, last = spans[ordered[index - 1]]
        per_mm = (last - first) / max(here.x - before.x, 0.1)
        return first + per_mm * (place - before.x), per_mm
    per_mm = (end - start) / max(here.w, 0.1)
    return start + per_mm * (place - here.x), per_mm


def _header(hits: Hits, phase: str) -> Rect | None:
    target = hits.part(phase, "phase")
    return None if target is None else target.rect
