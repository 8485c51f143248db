"""Phases in time: their order, periods and side of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Moment, Phase

Side = Literal["before", "at", "after"]
Period = tuple[int, int]
"""Half-open [start, end) in whole days from day 0."""


def phases_in_order(document: Document) -> list[Phase]:
    """All phases, earliest first."""
    return sorted(document.phases.values(), key=lambda phase: phase.start_day)


def periods(document: Document) -> dict[str, Period]:
    """Phase id → [start, end) in days; each ends where the next begins, the last at the study's end."""
    ordered = phases_in_order(document)
    ends = [phase.start_day for phase in ordered[1:]] + [document.study.end_day]
    # Without phases there is one end too many.
    return {phase.id: (phase.start_day, end) for phase, end in zip(ordered, ends, strict=False)}


def side(period: Period) -> Side:
    """Before the desk if it ends on day 0 or earlier, after it if it starts later than day 0, else at the desk."""
    start, end = period
    if end <= 0:
        return "before"
    return "after" if start > 0 else "at"


def phase_on(document: Document, day: int) -> Phase | None:
    """The phase whose period holds this day, or None outside all of them."""
    held = (phase for phase in phases_in_order(document) if phase.start_day <= day)
    last = None
    for phase in held:
        last = phase
    return last if last is not None and day < document.study.end_day else None


def day0(document: Document) -> Moment:
    """The moment that is day 0."""
    return next(moment for moment in document.moments.values() if moment.is_day0)
