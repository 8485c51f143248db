"""When a fact holds, by when something must be done, and where the fact comes from: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.calendar import holiday_on
from journeys.analysis.deadlines import by_weekday, deadlines, due_day, term_of
from journeys.i18n import N_, many
from journeys.phrases.dates import WEEKDAYS, WHOLE_WEEKDAYS, closed_word, date_words, day_said, period_said
from journeys.phrases.terms import LIFE_EVENT_STATUS, capital, quoted

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Fact
    from journeys.model.values import Due

_TERMS: Final = {
    "day": many("{n} day", "{n} days"),
    "workday": many("{n} working day", "{n} working days"),
    "week": many("{n} week", "{n} weeks"),
    "month": many("{n} month", "{n} months"),
}
_RULES: Final = {
    "termijnenwet": N_("A term that ends in a weekend or on a holiday is extended."),
    "next_workday": N_("A term that ends in a weekend or on a holiday ends on the next working day."),
}


def status_word(fact: Fact, say: Words) -> str:
    """ "Statutory", "Usual" or "Local"."""
    return capital(say(LIFE_EVENT_STATUS[fact.status]))


def when_text(fact: Fact, say: Words, zero: dt.date | None = None) -> str:
    """ "9 – 7 months before", "from day 0", "until 10 days after", or in dates; empty when it always holds."""
    if fact.from_day is not None and fact.to_day is not None and fact.from_day <= fact.to_day:
        return period_said((fact.from_day, fact.to_day + 1), zero, say)
    if fact.from_day is not None:
        return say("from {day}", day=day_said(fact.from_day, zero, say))
    return say("until {day}", day=day_said(fact.to_day, zero, say)) if fact.to_day is not None else ""


def term_text(due: Due, say: Words) -> str:
    """How long the term is: "3 days", "2 weeks"."""
    return say.many(*_TERMS[due.unit], abs(due.count))


def due_text(document: Document, due: Due, say: Words) -> str:
    """ "Within 3 days of “Birth”: 1 day after at the latest. The term is extended over weekends and holidays."."""
    pattern = N_("Within {term} of {moment}: {day} at the latest.")
    if due.count < 0:
        pattern = N_("At least {term} before {moment}: {day} at the latest.")
    day = day_said(due_day(document, due), document.study.day0_date, say)
    told = [
        say(pattern, term=term_text(due, say), moment=_moment(document, due), day=day),
        _shifted(document, due, say),
    ]
    told.append(say("Basis: {basis}.", basis=due.basis.rstrip(".")) if due.basis else "")
    return " ".join(part for part in told if part)


def deadlines_text(document: Document, phase: str, say: Words) -> str:
    """The deadlines that end in a phase, each with its last day; empty without any."""
    held = [document.facts[fact] for fact in deadlines(document).get(phase, ())]
    told = [
        say("{text} ({day} at the latest)", text=fact.text.rstrip("."), day=_last_day(document, fact.due, say))
        for fact in held if fact.due is not None
    ]  # fmt: skip
    return say.many("Deadline: {texts}", "{n} deadlines: {texts}", len(told), texts="; ".join(told)) if told else ""


def _last_day(document: Document, due: Due, say: Words) -> str:
    return day_said(due_day(document, due), document.study.day0_date, say)


def _shifted(document: Document, due: Due, say: Words) -> str:
    """With a date why this very term is extended; without one that it may be."""
    if due.count < 0 or due.rule == "none":
        return ""
    term = term_of(document, due)
    if term is None:
        return say(_RULES[due.rule])
    if not term.extended:
        return ""
    holiday = holiday_on(term.bare, "nl" if due.rule == "termijnenwet" else document.study.country)
    if holiday is None and term.bare.weekday() < 5:
        return say("Extended from {date}, for it must hold two working days.", date=date_words(term.bare, say))
    why = closed_word(term.bare, holiday, say)
    return say("Extended from {date}: {why}.", date=date_words(term.bare, say), why=why)


def weekday_rows(document: Document, due: Due, say: Words) -> tuple[tuple[str, str], ...]:
    """Without dates: for each weekday on which the moment may fall, the weekday on which the term ends.

    Empty when it depends on no weekday, or when the very date is known.
    """
    if document.study.day0_date is not None:
        return ()
    found = by_weekday(due, document.study.country)
    return tuple((say(WEEKDAYS[term.start.weekday()]), say(WEEKDAYS[term.last.weekday()])) for term in found)


def weekday_sentence(document: Document, due: Due, say: Words) -> str:
    """The same for who hears it: "Monday: Thursday. Tuesday: Friday. …"."""
    found = by_weekday(due, document.study.country)
    return " ".join(
        f"{say(WHOLE_WEEKDAYS[term.start.weekday()])}: {say(WHOLE_WEEKDAYS[term.last.weekday()])}." for term in found
    )


def _moment(document: Document, due: Due) -> str:
    return quoted(document.moments[due.moment].name, 40)
