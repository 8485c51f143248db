"""Where on the map what is in sight begins: at which phase, and how to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.canvas import scale
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from app.canvas.view import MapView

SLACK: Final = 12.0
"""Pixels on the screen by which a phase may have slid under the names of the lanes and still be the first."""


def first_phase(shown: MapView, value: int | None = None) -> str | None:
    """The phase at which the sight begins, None at the beginning of the map; `value`: if it were scrolled there."""
    bar = shown.horizontalScrollBar()
    value = bar.value() if value is None else value
    if value <= bar.minimum():
        return None
    moved = (value - bar.value()) / shown.zoom
    edge = shown.visible_area().left() + moved + shown.picture.column().width() + SLACK / shown.zoom
    found = None
    for phase in phases_in_order(shown.document):
        start = _start(shown, phase.id)
        if start is not None and start <= edge:
            found = phase.id
    return found


def scrolled_to(shown: MapView, phase: str | None) -> int:
    """How far the map is scrolled when it begins with this phase, as far as it can be."""
    bar = shown.horizontalScrollBar()
    start = None if phase is None else _start(shown, phase)
    if start is None:
        return bar.minimum()
    edge = shown.visible_area().left() + shown.picture.column().width()
    return max(bar.minimum(), min(bar.maximum(), bar.value() + round((start - edge) * shown.zoom)))


def begin_at(shown: MapView, phase: str | None) -> None:
    """Let this phase be the first in sight, from the top."""
    shown.lay_out_rest()
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().minimum())
    shown.horizontalScrollBar().setValue(scrolled_to(shown, phase))


def _start(shown: MapView, phase: str) -> float | None:
    found = [target for target in shown.hits.all() if target.part == "phase" and target.id == phase]
    return min((scale.rect(target.rect).left() for target in found), default=None)
