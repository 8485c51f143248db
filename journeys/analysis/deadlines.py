"""On which day a deadline falls, in plain days from its moment."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from journeys.model.time import periods

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.values import Due

DAYS_A_MONTH: Final = 365.25 / 12


def plain_days(count: int, unit: str) -> int:
    """A term in whole days: a week is 7, a month 30.4 (rounded), workdays are five in seven (rounded up)."""
    match unit:
        case "workday":
            return ceil(count * 7 / 5)
        case "week":
            return count * 7
        case "month":
            return floor(count * DAYS_A_MONTH + 0.5)
        case _:
            return count


def due_day(document: Document, due: Due) -> int:
    """The last day of the term."""
    return document.moments[due.moment].day + plain_days(due.count, due.unit)


def deadlines(document: Document) -> dict[str, tuple[str, ...]]:
    """Phase id → ids of the facts whose deadline falls in its period, earliest first."""
    due = sorted((due_day(document, fact.due), fact.id) for fact in document.facts.values() if fact.due)
    return {
        phase: tuple(fact for day, fact in due if start <= day < end)
        for phase, (start, end) in periods(document).items()
    }
