"""Where in time the facts of a life event belong: a phase for each, and which of them hold in a phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.deadlines import due_day
from journeys.model.time import periods

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Fact


def span(document: Document, fact: Fact) -> tuple[int | None, int | None]:
    """The first and the last day on which it matters, both included; None is without a bound.

    A fact with only a deadline matters from the moment it counts from, up to the last day of the term; where it counts
    back from a moment that is still to come, all the time up to that day.
    """
    first, last = fact.from_day, fact.to_day
    if fact.due is not None:
        if first is None and fact.due.count >= 0:
            first = document.moments[fact.due.moment].day
        last = due_day(document, fact.due) if last is None else last
    return first, last


def phase_of(document: Document, fact: Fact) -> str | None:
    """The phase in which it begins to matter; None when it holds for the whole life event."""
    first, last = span(document, fact)
    day = last if first is None else first
    if day is None or not document.phases:
        return None
    spans = periods(document)
    for phase, (start, end) in spans.items():
        if start <= day < end:
            return phase
    ends = sorted((start, phase) for phase, (start, _) in spans.items())
    return ends[0][1] if day < ends[0][0] else ends[-1][1]


def holds_in(document: Document, fact: Fact, phase: str) -> bool:
    """Whether it matters on any day of the phase; what has no days holds everywhere."""
    first, last = span(document, fact)
    start, end = periods(document)[phase]
    return ((first is None or first < end) and (last is None or last >= start)) or phase_of(document, fact) == phase


def by_phase(document: Document) -> dict[str | None, tuple[Fact, ...]]:
    """Phase → the facts that begin to matter in it, earliest first; under None those of the whole life event."""
    found: dict[str | None, list[Fact]] = {}
    for fact in document.facts.values():
        found.setdefault(phase_of(document, fact), []).append(fact)
    return {phase: tuple(sorted(some, key=lambda fact: order(document, fact))) for phase, some in found.items()}


def order(document: Document, fact: Fact) -> tuple[int, int, str]:
    """Earliest first, then by text."""
    first, last = span(document, fact)
    far = 1_000_000
    return (-far if first is None else first, far if last is None else last, fact.text)
