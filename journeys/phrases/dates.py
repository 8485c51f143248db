"""Days as real dates, once the date of day 0 is known: "ma 3 mrt 2025"; without it, days from day 0."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from journeys.i18n import N_
from journeys.phrases.durations import day_text, period_text

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.time import Period

WEEKDAYS: Final = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
WHOLE_WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
MONTHS: Final = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
    N_("Nov"), N_("Dec"),
)  # fmt: skip
HOLIDAYS: Final = {
    "new_year": N_("New Year's Day"), "good_friday": N_("Good Friday"), "easter_monday": N_("Easter Monday"),
    "kings_day": N_("King's Day"), "liberation": N_("Liberation Day"), "labour": N_("Labour Day"),
    "ascension": N_("Ascension Day"), "whit_monday": N_("Whit Monday"), "national_be": N_("Belgian National Day"),
    "assumption": N_("Assumption Day"), "all_saints": N_("All Saints' Day"), "armistice": N_("Armistice Day"),
    "christmas": N_("Christmas Day"), "boxing_day": N_("Boxing Day"),
}  # fmt: skip


def date_words(date: dt.date, say: Words, *, weekday: bool = True) -> str:
    """ "ma 3 mrt 2025"; without its weekday "3 mrt 2025"."""
    told = say("{day} {month} {year}", day=date.day, month=_month(date, say), year=date.year)
    return say("{weekday} {date}", weekday=say(WEEKDAYS[date.weekday()]), date=told) if weekday else told


def when_text(at: dt.datetime, now: dt.datetime, say: Words) -> str:
    """ "today 14:03", "yesterday 9:30", "22 nov 2026 14:03": in the time of who looks."""
    local, today = at.astimezone(), now.astimezone().date()
    clock = f"{local.hour}:{local.minute:02d}"
    if local.date() == today:
        return say("today {time}", time=clock)
    if local.date() == today - dt.timedelta(days=1):
        return say("yesterday {time}", time=clock)
    return f"{date_words(local.date(), say, weekday=False)} {clock}"


def closed_word(date: dt.date, holiday: str | None, say: Words) -> str:
    """Why nobody works then: "Easter Monday", "a Sunday"."""
    return say(HOLIDAYS[holiday]) if holiday else say("a {weekday}", weekday=say(WHOLE_WEEKDAYS[date.weekday()]))


def day_said(day: int, zero: dt.date | None, say: Words, *, short: bool = False) -> str:
    """Where a day lies: its date, when that of day 0 is known, else "6 weeks before"."""
    date = _date(day, zero)
    return day_text(day, say, short=short) if date is None else date_words(date, say)


def date_said(document: Document, day: int, say: Words) -> str:
    """The date of a day; empty without dates."""
    date = _date(day, document.study.day0_date)
    return "" if date is None else date_words(date, say)


def period_said(period: Period, zero: dt.date | None, say: Words, *, short: bool = False) -> str:
    """The period [start, end) of a phase: "3 mrt – 14 apr 2025", or without dates "9 – 7 months before"."""
    start, end = period
    first, last = _date(start, zero), _date(max(end - 1, start), zero)
    if first is None or last is None:
        return period_text(period, say, short=short)
    if first == last:
        return date_words(first, say)
    return f"{_first(first, last, say)} – {date_words(last, say, weekday=False)}"


def period_whole(period: Period, zero: dt.date | None, say: Words) -> str:
    """Both where there is room: "9 – 7 months before · 3 mrt – 14 apr 2025"."""
    plain = period_text(period, say)
    return plain if _date(period[0], zero) is None else f"{plain} · {period_said(period, zero, say)}"


def _first(first: dt.date, last: dt.date, say: Words) -> str:
    """What the last date says already is left out."""
    if first.year != last.year:
        return date_words(first, say, weekday=False)
    return str(first.day) if first.month == last.month else f"{first.day} {_month(first, say)}"


def _month(date: dt.date, say: Words) -> str:
    return say(MONTHS[date.month - 1])


def _date(day: int, zero: dt.date | None) -> dt.date | None:
    try:
        return None if zero is None else zero + dt.timedelta(days=day)
    except OverflowError:
        return None
