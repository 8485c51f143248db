"""On which day a deadline falls: by the calendar when the date of day 0 is known, else in plain days."""

from __future__ import annotations

import datetime as dt
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from journeys.analysis import calendar
from journeys.model.fields import MAX_DAYS
from journeys.model.time import periods

if TYPE_CHECKING:
    from journeys.analysis.calendar import Country, Term
    from journeys.model.document import Document
    from journeys.model.values import Due

DAYS_A_MONTH: Final = 365.25 / 12
WEEK: Final = tuple(dt.date(2026, 9, day) for day in range(7, 14))
"""Monday to Sunday of a week with no holiday near it, in either country."""
NEAR: Final = 28
"""Days: a longer term than this has nothing to do with the weekday it begins on."""


def plain_days(count: int, unit: str) -> int:
    """A term in whole days: a week is 7, a month 30.4 (rounded), workdays are five in seven (rounded up)."""
    if count < 0:
        return -plain_days(-count, unit)
    match unit:
        case "workday":
            return ceil(count * 7 / 5)
        case "week":
            return count * 7
        case "month":
            return floor(count * DAYS_A_MONTH + 0.5)
        case _:
            return count


def date_of(document: Document, day: int) -> dt.date | None:
    """The date of a day; None when that of day 0 is not known, or when the calendar does not reach so far."""
    zero = document.study.day0_date
    try:
        return None if zero is None else zero + dt.timedelta(days=day)
    except OverflowError:
        return None


def term_of(document: Document, due: Due) -> Term | None:
    """The term by the calendar; None without a date, or when it is longer than any study."""
    start = date_of(document, document.moments[due.moment].day)
    if start is None or abs(plain_days(due.count, due.unit)) > MAX_DAYS:
        return None
    try:
        return calendar.term(start, due.count, due.unit, due.rule, document.study.country)
    except (OverflowError, ValueError):
        return None


def due_day(document: Document, due: Due) -> int:
    """The last day of the term; of one that is counted back, the last day that is early enough."""
    moment, term = document.moments[due.moment].day, term_of(document, due)
    return moment + plain_days(due.count, due.unit) if term is None else moment + (term.last - term.start).days


def by_weekday(due: Due, country: Country) -> tuple[Term, ...]:
    """The term for each weekday from Monday, in a week without holidays; empty when the weekday changes nothing."""
    if not 0 < plain_days(due.count, due.unit) <= NEAR:
        return ()
    found = tuple(calendar.term(day, due.count, due.unit, due.rule, country) for day in WEEK)
    return found if len({term.last - term.start for term in found}) > 1 else ()


def deadlines(document: Document) -> dict[str, tuple[str, ...]]:
    """Phase id → ids of the facts whose deadline falls in its period, earliest first."""
    due = sorted((due_day(document, fact.due), fact.id) for fact in document.facts.values() if fact.due)
    return {
        phase: tuple(fact for day, fact in due if start <= day < end)
        for phase, (start, end) in periods(document).items()
    }
