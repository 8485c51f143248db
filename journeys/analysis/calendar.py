"""Which days are closed in the Netherlands and Belgium, and on which date a term ends.

Dutch days are those of the Algemene termijnenwet, article 3, Good Friday included. Days that government sets apart for
one year only are not known here. Belgian days are the ten legal holidays.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Country = Literal["nl", "be"]
Rule = Literal["none", "next_workday", "termijnenwet"]
Holiday = Literal[
    "new_year", "good_friday", "easter_monday", "kings_day", "liberation", "labour", "ascension", "whit_monday",
    "national_be", "assumption", "all_saints", "armistice", "christmas", "boxing_day",
]  # fmt: skip

DAY: Final = dt.timedelta(days=1)
_FROM_EASTER: Final[Mapping[Country, tuple[tuple[int, Holiday], ...]]] = {
    "nl": ((-2, "good_friday"), (1, "easter_monday"), (39, "ascension"), (50, "whit_monday")),
    "be": ((1, "easter_monday"), (39, "ascension"), (50, "whit_monday")),
}
_FIXED: Final[Mapping[Country, tuple[tuple[int, int, Holiday], ...]]] = {
    "nl": ((1, 1, "new_year"), (5, 5, "liberation"), (12, 25, "christmas"), (12, 26, "boxing_day")),
    "be": (
        (1, 1, "new_year"), (5, 1, "labour"), (7, 21, "national_be"), (8, 15, "assumption"), (11, 1, "all_saints"),
        (11, 11, "armistice"), (12, 25, "christmas"),
    ),
}  # fmt: skip
KING: Final = 2014
"""The first year in which the King's birthday was kept, on 27 April; before that the Queen's, on 30 April."""
LEAST: Final = 3
WORKING: Final = 2
"""A term of so many days holds at least so many working days (Algemene termijnenwet, article 2)."""
LONGEST: Final[Mapping[str, int]] = {"day": 90, "workday": 90, "week": 12, "month": 3}
"""Longer terms are not extended (Algemene termijnenwet, article 4)."""


class Term(NamedTuple):
    """A term: the day it counts from, the day it would end on by itself, and the last day there is."""

    start: dt.date
    bare: dt.date
    last: dt.date

    @property
    def extended(self) -> bool:
        """Whether a weekend or a holiday made it longer."""
        return self.last != self.bare


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moved + 15) % 30
    quarter, year_left = divmod(rest, 4)
    to_sunday = (32 + 2 * left + 2 * quarter - epact - year_left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@lru_cache(maxsize=512)
def holidays(year: int, country: Country) -> Mapping[dt.date, Holiday]:
    """The public holidays of a year. Where two fall on one day, the first is named."""
    sunday = easter(year)
    found = [(dt.date(year, month, day), code) for month, day, code in _FIXED[country]]
    found += [(sunday + days * DAY, code) for days, code in _FROM_EASTER[country]]
    if country == "nl":
        found.append((_birthday(year), "kings_day"))
    return dict(sorted(found, reverse=True))


def _birthday(year: int) -> dt.date:
    """The monarch's birthday is kept a day earlier when it is a Sunday."""
    day = dt.date(year, 4, 27 if year >= KING else 30)
    return day - DAY if day.weekday() == 6 else day


def holiday_on(day: dt.date, country: Country) -> Holiday | None:
    """Which public holiday it is, if it is one."""
    return holidays(day.year, country).get(day)


def closed(day: dt.date, country: Country) -> bool:
    """A Saturday, a Sunday or a public holiday."""
    return day.weekday() >= 5 or day in holidays(day.year, country)


def next_workday(day: dt.date, country: Country) -> dt.date:
    """The day itself, or the first working day after it."""
    while closed(day, country):
        day += DAY
    return day


def add_workdays(day: dt.date, count: int, country: Country) -> dt.date:
    """The working day that is so many working days after this day, or before it."""
    way = DAY if count > 0 else -DAY
    left = abs(count)
    while left:
        day += way
        left -= not closed(day, country)
    return day


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day of another month, or its last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def term(start: dt.date, count: int, unit: str, rule: Rule, country: Country) -> Term:
    """When a term ends that begins the day after `start`; counted back from it when the count is negative.

    Raises OverflowError outside the calendar.
    """
    country = "nl" if rule == "termijnenwet" else country
    bare = _counted(start, count, unit, country)
    if count < 0 or rule == "none" or (rule == "termijnenwet" and count > LONGEST.get(unit, 0)):
        return Term(start, bare, bare)
    last = next_workday(bare, country)
    if rule == "termijnenwet" and (bare - start).days >= LEAST:
        last = max(last, add_workdays(start, WORKING, country))
    return Term(start, bare, last)


def _counted(start: dt.date, count: int, unit: str, country: Country) -> dt.date:
    match unit:
        case "workday":
            return add_workdays(start, count, country)
        case "week":
            return start + count * 7 * DAY
        case "month":
            return add_months(start, count)
        case _:
            return start + count * DAY
