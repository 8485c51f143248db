"""When a fact holds, by when something must be done, and where the fact comes from: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.deadlines import due_day
from journeys.i18n import many
from journeys.phrases.durations import day_text, period_text
from journeys.phrases.terms import LIFE_EVENT_STATUS, capital, quoted

if TYPE_CHECKING:
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


def status_word(fact: Fact, say: Words) -> str:
    """ "Statutory", "Usual" or "Local"."""
    return capital(say(LIFE_EVENT_STATUS[fact.status]))


def when_text(fact: Fact, say: Words) -> str:
    """ "9 – 7 months before", "from day 0", "until 10 days after"; empty when it always holds."""
    if fact.from_day is not None and fact.to_day is not None and fact.from_day <= fact.to_day:
        return period_text((fact.from_day, fact.to_day + 1), say)
    if fact.from_day is not None:
        return say("from {day}", day=day_text(fact.from_day, say))
    return say("until {day}", day=day_text(fact.to_day, say)) if fact.to_day is not None else ""


def due_text(document: Document, due: Due, say: Words) -> str:
    """ "Within 3 days of “Birth”: 1 day after at the latest. The term is extended over weekends and holidays."."""
    term = say.many(*_TERMS[due.unit], due.count)
    told = say(
        "Within {term} of {moment}: {day} at the latest.",
        term=term, moment=quoted(document.moments[due.moment].name, 40), day=day_text(due_day(document, due), say),
    )  # fmt: skip
    if due.rule == "termijnenwet":
        told = f"{told} {say('A term that ends in a weekend or on a holiday is extended.')}"
    return f"{told} {say('Basis: {basis}.', basis=due.basis.rstrip('.'))}" if due.basis else told
